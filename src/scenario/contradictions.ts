/**
 * What a tactic's plan says against itself or against its arm. What can be meant in no way is a problem; what runs, and does
 * nothing or something else than it seems to say, is a remark. A range contradicts only where all of it does.
 */
import { audienceParameters } from '../population/audience.ts';
import { levels } from '../tactics/levels.ts';
import type { Path } from './path.ts';
import { remark } from './remarks.ts';
import type { Arm, OwnText, Settings } from './scenario.ts';
import { tell } from './tell.ts';

type Tactic = Arm['tactics'][number];

/** What an arm has for its tactics to ask for. */
export interface Around {
  /** The highest level of any programme; 0 where there is none. */
  readonly topLevel: number;
  /** Hours of staff a day; 0 is as many as they take. */
  readonly staffHours: number;
  readonly horizonDays: number;
}

const ends = (settings: Settings, name: string): { low: number; high: number } | undefined => {
  const amount = settings[name]?.amount;
  return typeof amount === 'number' ? { low: amount, high: amount } : amount;
};

/** The least that a setting may be; `otherwise` where the file does not give it. */
const least = (settings: Settings, name: string, otherwise: number): number =>
  ends(settings, name)?.low ?? otherwise;
/** The most that a setting may be. */
export const most = (settings: Settings, name: string, otherwise: number): number =>
  ends(settings, name)?.high ?? otherwise;

/** Places among the options of `to.status` that only levels give. */
const HELPERS_AND_ADMINS = ['helpers', 'admins'].map((status) =>
  audienceParameters['to.status'].options.indexOf(status as 'helpers'),
);

const asked = ['Tenure', 'Away', 'Idle', 'Friends', 'Orders', 'Level'] as const;

/** Problems of a tactic, each with its place in the tactic's entry. */
export function contradictions({ settings }: Tactic, around: Around): [place: Path, message: OwnText][] {
  const found: [Path, OwnText][] = [];
  for (const of of asked) {
    const from = least(settings, `to.min${of}`, 0);
    const to = most(settings, `to.max${of}`, Number.POSITIVE_INFINITY);
    if (from > to) found.push([['to', `min${of}`], tell('noneBetween', { end: `max${of}`, from, to })]);
  }
  if (settings.lasts !== undefined && most(settings, 'every', 0) === 0)
    found.push([['lasts'], tell('lastsAlone')]);
  found.push(...beyondLevels(settings, around));
  const hours = least(settings, 'staffHours', 0);
  if (around.staffHours > 0 && hours > around.staffHours)
    found.push([['staffHours'], tell('aboveStaff', { hours: around.staffHours, got: hours })]);
  return found;
}

function beyondLevels(settings: Settings, { topLevel }: Around): [Path, OwnText][] {
  if (topLevel === 0) {
    const found = ['minLevel', 'maxLevel'].filter((end) => most(settings, `to.${end}`, 0) > 0);
    if (HELPERS_AND_ADMINS.includes(most(settings, 'to.status', 0))) found.push('status');
    return found.map((end) => [['to', end], tell('noLevels')]);
  }
  const from = least(settings, 'to.minLevel', 0);
  return from > topLevel ? [[['to', 'minLevel'], tell('aboveLevels', { top: topLevel, got: from })]] : [];
}

/**
 * What nobody can be of whom a tactic is for. Who is still outside, or came today, has been here, away and without an order for
 * no time, and has no friends, orders or level; who is dormant has been away for a day at least, and has no friends.
 */
const outside = ['minTenure', 'minAway', 'minIdle', 'minFriends', 'minOrders', 'minLevel'];
const never: Readonly<Record<string, readonly string[]>> = {
  acquisition: outside,
  entry: outside,
  onboarding: outside,
  recall: ['minFriends', 'maxTenure', 'maxAway', 'maxIdle'],
  starter: ['minOrders'],
};

/** What somebody should know of a tactic whose plan runs and comes to nothing, or to something else than it seems to say. */
export function vanities({ name, tactic, settings, plan }: Tactic, { horizonDays }: Around): string[] {
  const found: string[] = [];
  if (most(settings, 'to.share', 1) === 0) found.push(remark('nobody', { name, end: 'share', value: '0%' }));
  if (least(settings, 'to.holdOut', 0) === 1)
    found.push(remark('nobody', { name, end: 'holdOut', value: '100%' }));
  for (const end of never[tactic] ?? [])
    if (isUnmet(settings, end)) found.push(remark('never', { name, end, tactic }));
  const every = most(settings, 'every', 0);
  const lasts = least(settings, 'lasts', 1);
  if (every > 0 && lasts > every) found.push(remark('always', { name, lasts, every }));
  for (const side of ['starts', 'stops'] as const) {
    const over = plan[side]?.over ?? 0;
    const from = side === 'starts' ? 0 : plan.fromDay;
    if (plan.fromDay < horizonDays && from + over >= plan.untilDay)
      found.push(remark(`${side}Late`, { name, over, until: plan.untilDay }));
  }
  return found;
}

/** A least above 0 asks for something; so does a most of 0. */
const isUnmet = (settings: Settings, end: string): boolean =>
  end.startsWith('min') ? least(settings, `to.${end}`, 0) > 0 : most(settings, `to.${end}`, 1) === 0;

/** The highest level of the programmes among an arm's tactics. */
export function topLevelOf(tactics: readonly Tactic[]): number {
  const { default: usual } = levels.parameters.levels;
  return tactics
    .filter(({ tactic }) => tactic === levels.name)
    .reduce((top, { settings }) => Math.max(top, most(settings, 'levels', usual)), 0);
}
