import { payEach } from '../metrics/budget.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import { micros } from '../metrics/ledger.ts';
import { byOperator, isFor, MAX_DAYS } from '../population/audience.ts';
import { Status } from '../population/people.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

const points = { kind: 'count', unit: 'points', min: 0, max: 1e6, ...byOperator } as const;

export const levelsParameters = {
  visit: {
    ...points,
    label: { en: 'Points for a visit', 'zh-CN': '来访积分' },
    about: { en: 'Points for a day with a visit.', 'zh-CN': '来访当天得到的积分。' },
    default: 1,
    range: [0, 5],
  },
  post: {
    ...points,
    label: { en: 'Points for posting', 'zh-CN': '发帖积分' },
    about: {
      en: 'Points for a day with a post, beside those for the visit.',
      'zh-CN': '发帖当天另得的积分。',
    },
    default: 3,
    range: [0, 10],
  },
  order: {
    ...points,
    label: { en: 'Points for an order', 'zh-CN': '下单积分' },
    about: {
      en: 'Points for a day with an order, beside those for the visit.',
      'zh-CN': '下单当天另得的积分。',
    },
    default: 10,
    range: [0, 30],
  },
  step: {
    ...points,
    label: { en: 'Points per level', 'zh-CN': '每级所需积分' },
    about: { en: 'Points from one level to the next.', 'zh-CN': '升一级所需的积分。' },
    default: 20,
    range: [5, 100],
    min: 1,
  },
  levels: {
    label: { en: 'Number of levels', 'zh-CN': '等级数' },
    kind: 'count',
    unit: 'levels',
    default: 5,
    range: [3, 10],
    min: 0,
    max: 255,
    ...byOperator,
    about: {
      en: 'Levels there are above the start; 0 is no programme.',
      'zh-CN': '起点之上有多少级；0 表示不设等级。',
    },
  },
  endowed: {
    label: { en: 'Head start', 'zh-CN': '起步进度' },
    kind: 'share',
    unit: 'share',
    default: 0,
    range: [0, 0.4],
    ...byOperator,
    about: {
      en: 'Part of the first level that everybody is given at the start.',
      'zh-CN': '一开始就送给每个人的第一级进度。',
    },
  },
  helpers: {
    label: { en: 'Helpers from level', 'zh-CN': '志愿者起始等级' },
    kind: 'count',
    unit: 'levels',
    default: 3,
    range: [1, 5],
    min: 0,
    max: 255,
    ...byOperator,
    about: {
      en: 'Level from which a member may become a volunteer who answers questions; 0 is none.',
      'zh-CN': '成员从哪一级起可以成为答疑志愿者；0 表示不设。',
    },
  },
  admins: {
    label: { en: 'Admins', 'zh-CN': '管理员名额' },
    kind: 'count',
    unit: 'people',
    default: 3,
    range: [1, 20],
    min: 0,
    max: 10_000,
    ...byOperator,
    about: {
      en: 'Members of the top level who become admins, those with most points first; 0 is none.',
      'zh-CN': '最高等级的成员中担任管理员的人数，积分最多者优先；0 表示不设。',
    },
  },
  keep: {
    kind: 'days',
    unit: 'days',
    default: 0,
    range: [30, 120],
    min: 0,
    max: MAX_DAYS,
    ...byOperator,
    label: { en: 'Status lapses after', 'zh-CN': '多久不来则降级' },
    about: {
      en: 'Days without a visit after which a member loses a level, and after as many again another; 0 is never.',
      'zh-CN': '成员连续这么多天不来就降一级，再过同样天数再降一级；0 表示从不降级。',
    },
  },
  cost: {
    label: { en: 'Benefits of a level', 'zh-CN': '每级福利成本' },
    kind: 'money',
    unit: 'currency per level and month',
    default: 1,
    range: [0, 10],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Cost in a month of what one level of one member gets them.',
      'zh-CN': '一名成员每高一级，每月享受的福利成本。',
    },
  },
} as const satisfies Section;
export type LevelsValues = Values<typeof levelsParameters>;

/**
 * Levels: points for coming, writing and buying, levels for points, roles for levels.
 *
 *   cost a day = cost x level / 30.4375 for each member with a level
 *
 * What people make of them: behaviors/climb.ts.
 */
export const levels: Tactic<typeof levelsParameters> = {
  name: 'levels',
  label: { en: 'Levels and roles', 'zh-CN': '等级与身份' },
  about: {
    en: 'Points, levels and roles: members rise by coming, writing and buying, help others, and may lose their standing.',
    'zh-CN': '积分、等级与身份：成员因来访、发帖和下单而升级，帮助他人，也可能被降级。',
  },
  parameters: levelsParameters,
  acts: {
    onboard(model, { name, audience, schedule, values }) {
      const standing = model.standings.find((one) => one.name === name);
      if (standing === undefined || values.levels === 0) return;
      const keep = Math.round(values.keep);
      model.offers.ladders.push({ ...values, keep, audience, standing, begunOn: schedule.begunOn });
    },
    offer(model, tactic, day) {
      const { cost, levels: most } = tactic.values;
      const standing = model.standings.find(({ name }) => name === tactic.name);
      if (standing === undefined || cost === 0) return;
      const { status } = model.people;
      const byLevel = Array.from({ length: most + 1 }, (): number[] => []);
      for (const p of standing.ranked)
        if (status[p] === Status.member && isFor(tactic.audience, p)) byLevel[standing.level[p]].push(p);
      for (let level = 1; level <= most; level++)
        payEach(model, tactic, 'levelsCost', byLevel[level], micros((cost * level) / MONTH_DAYS), day);
    },
  },
};
