import { customOf } from '../behaviors/expect.ts';
import { payShared } from '../metrics/budget.ts';
import { micros } from '../metrics/ledger.ts';
import { byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

const assumption = { en: 'Assumption.', 'zh-CN': '假设。' };

export const ritualsParameters = {
  cost: {
    label: { en: 'Cost of a date', 'zh-CN': '单次成本' },
    kind: 'money',
    unit: 'currency per activity',
    default: 50,
    range: [0, 500],
    min: 0,
    max: 1e9,
    ...byOperator,
    about: { en: 'Cost of one date, however many come.', 'zh-CN': '每次固定活动的成本，与人数无关。' },
  },
  kept: {
    label: { en: 'Dates kept', 'zh-CN': '守时率' },
    kind: 'share',
    unit: 'share',
    default: 1,
    range: [0.5, 1],
    ...byOperator,
    about: {
      en: 'Part of the dates that take place; each of the others is drawn to be dropped, and nobody expects any more for now.',
      'zh-CN': '如期举行的比例；其余随机爽约，爽约一次，期待归零。',
    },
  },
  pull: {
    label: { en: 'Pull of a custom', 'zh-CN': '惯例召唤力' },
    kind: 'signed',
    unit: 'log-odds',
    default: 0.8,
    range: [0.3, 1.5],
    min: -20,
    max: 20,
    chosen: false,
    known: 'assumption',
    source: assumption,
    about: {
      en: 'Log-odds of coming on a date that is added for somebody who wholly expects it.',
      'zh-CN': '对完全养成期待的人，固定日子当天增加的来访对数优势。',
    },
  },
  lessons: {
    label: { en: 'Dates to learn', 'zh-CN': '养成所需次数' },
    kind: 'positive',
    unit: 'visits',
    default: 4,
    range: [2, 10],
    min: 1,
    max: 1000,
    chosen: false,
    known: 'assumption',
    source: assumption,
    about: {
      en: 'Dates over which somebody who takes part learns to expect the next, and who stays away forgets.',
      'zh-CN': '连续参加多少次后期待下一次；缺席同样多次后淡忘。',
    },
  },
  friends: {
    label: { en: 'New friends', 'zh-CN': '新交好友' },
    kind: 'positive',
    unit: 'ties per person',
    default: 0.05,
    range: [0.01, 0.2],
    min: 0,
    max: 1000,
    chosen: false,
    known: 'assumption',
    source: assumption,
    about: {
      en: 'New friends whom one person makes on one date, where there are so many to be made.',
      'zh-CN': '一人在一次固定活动中平均新交的好友数（在场有足够可结识的人时）。',
    },
  },
  bond: {
    label: { en: 'Belonging', 'zh-CN': '归属感' },
    kind: 'signed',
    unit: 'log-odds',
    default: 0.05,
    range: [0.01, 0.15],
    min: -20,
    max: 20,
    chosen: false,
    known: 'assumption',
    source: assumption,
    about: {
      en: 'Log-odds against falling silent that taking part once adds; it fades.',
      'zh-CN': '参加一次所增加的不沉默的对数优势；会随时间消退。',
    },
  },
} as const satisfies Section;
export type RitualsValues = Values<typeof ritualsParameters>;

/** Days between two dates at least: what is there every day is no date. */
const SELDOM = 3;

/**
 * Rituals: dates that members come to expect, one on each day of the schedule that is at least three days after the last.
 *
 * Whoever comes on one takes part: an activity without seats or tickets. How they learn to expect it: behaviors/expect.ts.
 * One that is dropped, or for which money or staff is short, costs nothing but the custom.
 */
export const rituals: Tactic<typeof ritualsParameters> = {
  name: 'rituals',
  label: { en: 'Rituals', 'zh-CN': '固定惯例' },
  about: {
    en: 'Dates that members come to expect, kept or not. Use `every`, such as 7 days: nothing can be expected more often than every third day.',
    'zh-CN': '让成员养成期待的固定日子，可能如期，也可能爽约。请设定 every，例如 7 天；间隔不足三天的不算。',
  },
  parameters: ritualsParameters,
  rests(model, { name }, day) {
    const custom = customOf(model, name);
    if (day - custom.lastOn < SELDOM) return;
    custom.lastOn = day;
    custom.expects.fill(0);
  },
  acts: {
    visit(model, tactic, day) {
      const { name, audience, schedule, values } = tactic;
      const { cost, kept, pull, lessons, friends, bond } = values;
      const { offers, stream } = model;
      const custom = customOf(model, name);
      if (day - custom.lastOn < SELDOM) return;
      custom.lastOn = day;
      const isKept =
        stream(`rituals:kept:${name}`).on(day).uniform(0) < kept &&
        payShared(model, tactic, 'ritualCost', micros(cost));
      offers.rituals.push({ audience, custom, isKept, pull, lessons });
      if (!isKept) return;
      const free = { seats: Number.POSITIVE_INFINITY, chance: 1, fresh: 0, seat: 0, ticket: 0 };
      offers.activities.push({ name, audience, schedule, ...free, friends, loyalty: bond });
    },
  },
};
