/**
 * Whom a tactic is for. Any tactic can be aimed; what a scenario leaves out restricts nothing.
 *
 *   tenure   days since joining            away   days since the last visit, or since joining where there was none
 *   idle     days since the last order, or since joining             friends  awake ties             orders  so far
 *   level    the highest of any programme of levels; 0 where there is none
 *   status   members, the dormant, or of members those who are helpers or admins now
 *   share    a part of people drawn by the tactic's name, the same on every day; with `ramp` it grows day by day until then
 *   holdOut  of those a part that never gets it, so that others can be compared with them
 *
 * As people stood this morning; whoever is still outside has a tenure of 0 and has neither been away nor idle.
 */
import type { Model } from '../engine/model.ts';
import { draw, threshold } from '../random/draw.ts';
import type { Parameter, Section } from '../scenario/parameter.ts';
import { NEVER, Status } from './people.ts';
import { levelOf, Role, roleOf } from './standing.ts';

/** Ten years with a leap day to spare: no run is longer. [days] */
export const MAX_DAYS = 3653;
/** What a column of people can count. */
const MOST_COUNTED = 65_535;

type Words = Pick<Parameter, 'label' | 'about'>;

/** How a number that the operator settles is known. */
export const byOperator = {
  chosen: true,
  known: 'assumption',
  source: { en: 'Chosen by the operator.', 'zh-CN': '由运营方设定。' },
} as const;

/** How a number is known that nothing was found for. */
export const assumed = {
  chosen: false,
  known: 'assumption',
  source: { en: 'Assumption.', 'zh-CN': '假设。' },
} as const;

const part = (words: Words, usual: number, range: Parameter['range']): Parameter => ({
  ...words,
  kind: 'share',
  unit: 'share',
  default: usual,
  range,
  ...byOperator,
});

/** Days that the operator settles. */
export const days = (
  words: Words,
  usual: number,
  range: Parameter['range'] = usual === 0 ? [0, 90] : [7, usual],
): Parameter => ({
  ...words,
  kind: 'days',
  unit: 'days',
  default: usual,
  range,
  min: 0,
  max: MAX_DAYS,
  ...byOperator,
});

const count = (words: Words, unit: 'ties' | 'orders' | 'levels', usual: number): Parameter => ({
  ...words,
  kind: 'count',
  unit,
  default: usual,
  range: usual === 0 ? [0, 20] : [1, usual],
  min: 0,
  max: MOST_COUNTED,
  ...byOperator,
});

/** What every tactic knows of whom it is for, beside its own numbers. */
export const audienceParameters = {
  'to.share': part(
    {
      label: { en: 'Share who get it', 'zh-CN': '覆盖比例' },
      about: {
        en: 'Part of those it is for who get it: a random part, the same on every day.',
        'zh-CN': '目标人群中实际覆盖的比例：随机抽取，每天相同。',
      },
    },
    1,
    [0.1, 1],
  ),
  'to.holdOut': part(
    {
      label: { en: 'Hold-out', 'zh-CN': '留出对照比例' },
      about: {
        en: 'Part of those it is for who never get it, so that the others can be compared with them.',
        'zh-CN': '目标人群中始终不给的比例，用作对照。',
      },
    },
    0,
    [0, 0.5],
  ),
  'to.minTenure': days(
    {
      label: { en: 'Inside for at least', 'zh-CN': '入群至少' },
      about: { en: 'Only people who joined at least so long ago.', 'zh-CN': '仅限入群至少这么久的人。' },
    },
    0,
  ),
  'to.maxTenure': days(
    {
      label: { en: 'Inside for at most', 'zh-CN': '入群至多' },
      about: { en: 'Only people who joined at most so long ago.', 'zh-CN': '仅限入群不超过这么久的人。' },
    },
    MAX_DAYS,
  ),
  'to.minAway': days(
    {
      label: { en: 'Away for at least', 'zh-CN': '未访问至少' },
      about: {
        en: 'Only people whose last visit is at least so long ago.',
        'zh-CN': '仅限上次访问距今至少这么久的人。',
      },
    },
    0,
  ),
  'to.maxAway': days(
    {
      label: { en: 'Away for at most', 'zh-CN': '未访问至多' },
      about: {
        en: 'Only people whose last visit is at most so long ago.',
        'zh-CN': '仅限上次访问距今不超过这么久的人。',
      },
    },
    MAX_DAYS,
  ),
  'to.minIdle': days(
    {
      label: { en: 'No order for at least', 'zh-CN': '未下单至少' },
      about: {
        en: 'Only people without an order for at least so long.',
        'zh-CN': '仅限至少这么久没有下单的人。',
      },
    },
    0,
  ),
  'to.maxIdle': days(
    {
      label: { en: 'No order for at most', 'zh-CN': '未下单至多' },
      about: {
        en: 'Only people whose last order, or whose joining, is at most so long ago.',
        'zh-CN': '仅限上次下单（未下过单则为入群）距今不超过这么久的人。',
      },
    },
    MAX_DAYS,
  ),
  'to.minFriends': count(
    {
      label: { en: 'Friends, at least', 'zh-CN': '好友至少' },
      about: {
        en: 'Only people with at least so many friends here.',
        'zh-CN': '仅限群内好友至少这么多的人。',
      },
    },
    'ties',
    0,
  ),
  'to.maxFriends': count(
    {
      label: { en: 'Friends, at most', 'zh-CN': '好友至多' },
      about: {
        en: 'Only people with at most so many friends here.',
        'zh-CN': '仅限群内好友不超过这么多的人。',
      },
    },
    'ties',
    MOST_COUNTED,
  ),
  'to.minOrders': count(
    {
      label: { en: 'Orders, at least', 'zh-CN': '订单至少' },
      about: {
        en: 'Only people with at least so many orders so far.',
        'zh-CN': '仅限累计订单至少这么多的人。',
      },
    },
    'orders',
    0,
  ),
  'to.maxOrders': count(
    {
      label: { en: 'Orders, at most', 'zh-CN': '订单至多' },
      about: {
        en: 'Only people with at most so many orders so far.',
        'zh-CN': '仅限累计订单不超过这么多的人。',
      },
    },
    'orders',
    MOST_COUNTED,
  ),
  'to.minLevel': count(
    {
      label: { en: 'Level, at least', 'zh-CN': '等级至少' },
      about: {
        en: 'Only members of at least this level, where the arm has levels.',
        'zh-CN': '仅限至少达到这一等级的成员（方案须设有等级）。',
      },
    },
    'levels',
    0,
  ),
  'to.maxLevel': count(
    {
      label: { en: 'Level, at most', 'zh-CN': '等级至多' },
      about: {
        en: 'Only people of at most this level, where the arm has levels.',
        'zh-CN': '仅限等级不超过这一级的人（方案须设有等级）。',
      },
    },
    'levels',
    MOST_COUNTED,
  ),
  'to.status': {
    label: { en: 'Status', 'zh-CN': '身份' },
    about: {
      en: 'Only people of this status: members, the dormant, or of members the helpers or the admins, where the arm has levels.',
      'zh-CN': '仅限这一身份的人：成员、沉默成员，或成员中的志愿者、管理员（方案须设有等级）。',
    },
    kind: 'choice',
    unit: 'people',
    default: 0,
    range: [0, 0],
    options: ['anybody', 'members', 'dormant', 'helpers', 'admins'],
    optionLabels: [
      { en: 'Anybody', 'zh-CN': '不限' },
      { en: 'Members', 'zh-CN': '成员' },
      { en: 'Dormant members', 'zh-CN': '沉默成员' },
      { en: 'Helpers', 'zh-CN': '志愿者' },
      { en: 'Admins', 'zh-CN': '管理员' },
    ],
    ...byOperator,
  },
} as const satisfies Section;

/** What can be asked of a person, each with a least and a most. */
const asked = ['tenure', 'away', 'idle', 'friends', 'orders', 'level'] as const;
type Asked = (typeof asked)[number];

interface Bound {
  readonly of: Asked;
  readonly least: number;
  readonly most: number;
}

/** Whether somebody is of each status, in the order of the options of `to.status`. */
const isOf: readonly ((model: Model, p: number) => boolean)[] = [
  () => true,
  ({ people }, p) => people.status[p] === Status.member,
  ({ people }, p) => people.status[p] === Status.dormant,
  ({ people, standings }, p) => people.status[p] === Status.member && roleOf(standings, p) === Role.helper,
  ({ people, standings }, p) => people.status[p] === Status.member && roleOf(standings, p) === Role.admin,
];

/** Whom a tactic is for, settled for one world. */
export interface Audience {
  /** By segment whether it counts; null: all do. */
  readonly segments: Uint8Array | null;
  readonly bounds: readonly Bound[];
  /** Place among the options of `to.status`. */
  readonly status: number;
  readonly share: number;
  readonly holdOut: number;
  /** Days in which the share grows to its full size. */
  readonly ramp: number;
  /** Part of the ramp that is done, today included. */
  grown: number;
  /** 1 for those whom it is for today. Written every morning. */
  readonly today: Uint8Array;
}

/** Whom something is for. */
export interface ForSome {
  /** null: everybody. */
  readonly audience: Audience | null;
}

export const everybody: ForSome = { audience: null };

/** Whether something for this audience is for p today; null is everybody. */
export const isFor = (audience: Audience | null, p: number): boolean =>
  audience === null || audience.today[p] === 1;

/** The audience that a scenario's numbers describe; null where it is everybody. */
export function openAudience(
  values: Readonly<Record<string, number>>,
  names: readonly string[] | null,
  segments: readonly { readonly name: string }[],
  people: number,
): Audience | null {
  const bounds = asked.flatMap((of): Bound[] => {
    const end = (side: 'min' | 'max') => `to.${side}${of[0].toUpperCase()}${of.slice(1)}`;
    const least = values[end('min')] ?? 0;
    const most = values[end('max')] ?? MOST_COUNTED;
    const isOpen = least <= 0 && most >= (audienceParameters as Section)[end('max')].default;
    return isOpen ? [] : [{ of, least, most }];
  });
  const { 'to.share': share = 1, 'to.holdOut': holdOut = 0, 'to.status': status = 0, ramp = 0 } = values;
  const isAimed = names !== null || bounds.length > 0 || status > 0;
  if (!isAimed && share >= 1 && holdOut <= 0 && ramp <= 0) return null;
  const counts = names && Uint8Array.from(segments, ({ name }) => (names.includes(name) ? 1 : 0));
  return { segments: counts, bounds, status, share, holdOut, ramp, grown: 1, today: new Uint8Array(people) };
}

/** Settles whom a tactic is for today; `begun`: days since it began. */
export function meetAudience(
  model: Model,
  name: string,
  audience: Audience,
  day: number,
  begun: number,
): void {
  const { people, stream } = model;
  const { segments, bounds, status, share, holdOut, ramp, today } = audience;
  audience.grown = ramp > 0 ? Math.min(1, (begun + 1) / ramp) : 1;
  const within = threshold(share * audience.grown);
  const held = threshold(holdOut);
  const { a, b } = stream(`aim:${name}`).on(-1);
  const out = stream(`aim:held:${name}`).on(-1);
  for (let p = 0; p < people.count; p++) {
    const key = people.key[p];
    let isFor =
      (segments === null || segments[people.segment[p]] === 1) &&
      draw(a, b, key) < within &&
      draw(out.a, out.b, key) >= held &&
      (status === 0 || isOf[status](model, p));
    for (let i = 0; isFor && i < bounds.length; i++) {
      const { of, least, most } = bounds[i];
      const value = standing(model, of, p, day);
      isFor = value >= least && value <= most;
    }
    today[p] = isFor ? 1 : 0;
  }
}

function standing({ people, standings, record }: Model, of: Asked, p: number, day: number): number {
  if (of === 'friends') return people.friends[p];
  if (of === 'orders') return people.orders[p];
  if (of === 'level') return levelOf(standings, p);
  if (people.status[p] === Status.outside || people.status[p] === Status.beyond) return 0;
  if (of === 'tenure') return day - people.joinedOn[p];
  if (of === 'idle') return day - Math.max(people.joinedOn[p], people.lastOrderOn[p]);
  const last = people.lastVisitOn[p] === NEVER ? record.earlierVisits.get(p) : people.lastVisitOn[p];
  return day - Math.max(people.joinedOn[p], last ?? NEVER);
}
