/**
 * When a tactic acts, and for how much money. Any tactic can be scheduled; what a scenario leaves out restricts nothing.
 *
 *   from, until   first day, and the day after the last
 *   every, lasts  of each `every` days since it began, the first `lasts`
 *   starts        it begins on the first day, from `from` on, before which a metric's mean over `over` days kept a limit
 *   stops         it ends for good in the same way
 *   budget        it ends when its own costs and discounts have come to this; what no longer fits is refused in the order of a draw
 *   staffHours    staff that it takes on each day that it acts; it rests on days that have none left for it (staff.ts)
 */
import type { Model } from '../engine/model.ts';
import { micros } from '../metrics/ledger.ts';
import { byOperator, days, meetAudience } from '../population/audience.ts';
import type { Section } from '../scenario/parameter.ts';
import { allotStaff } from './staff.ts';

/** What every tactic knows of its time and money, beside its own numbers. */
export const scheduleParameters = {
  every: days(
    {
      label: { en: 'Repeats every', 'zh-CN': '每隔多久重复' },
      about: {
        en: 'Length of a round: it acts on the first days of each; 0 is on all days.',
        'zh-CN': '一轮的长度：只在每轮的头几天实施；0 表示每天都实施。',
      },
    },
    0,
    [0, 30],
  ),
  lasts: {
    ...days(
      {
        label: { en: 'Lasts', 'zh-CN': '每轮持续' },
        about: { en: 'Days of each round on which it acts.', 'zh-CN': '每轮中实施的天数。' },
      },
      1,
      [1, 14],
    ),
    min: 1,
  },
  ramp: days(
    {
      label: { en: 'Rolled out over', 'zh-CN': '逐步铺开' },
      about: {
        en: 'Days in which the share of people who get it grows from nothing to its full size; 0 is at once.',
        'zh-CN': '覆盖比例从零增至全部所用的天数；0 表示一次铺开。',
      },
    },
    0,
    [0, 90],
  ),
  budget: {
    label: { en: 'Budget', 'zh-CN': '预算' },
    about: {
      en: 'What the tactic may cost, its discounts included: it stops when this is spent, and still honors what it has promised; 0 is no limit.',
      'zh-CN': '策略的费用预算，含其折扣让利：用完即停，已承诺的照常兑现；0 表示不设上限。',
    },
    kind: 'money',
    unit: 'currency',
    default: 0,
    range: [0, 1e6],
    min: 0,
    max: 1e10,
    ...byOperator,
  },
  staffHours: {
    label: { en: 'Staff hours', 'zh-CN': '所需工时' },
    about: {
      en: 'Hours of staff that it takes on each day that it acts, paid at `staff.wage` beside its other costs.',
      'zh-CN': '每个实施日所需的工时，按 `staff.wage` 另行计费。',
    },
    kind: 'positive',
    unit: 'hours a day',
    default: 0,
    range: [0, 8],
    min: 0,
    max: 100_000,
    ...byOperator,
  },
} as const satisfies Section;

/** A metric that reached a limit. */
export interface Condition {
  readonly metric: string;
  readonly kind: 'atLeast' | 'atMost';
  /** In the metric's own unit. */
  readonly limit: number;
  /** Days over which the metric's mean counts. */
  readonly over: number;
}

/** When a tactic acts in one world, and how it stands. */
export interface Schedule {
  readonly fromDay: number;
  readonly untilDay: number;
  readonly every: number;
  readonly lasts: number;
  readonly starts: Condition | null;
  readonly stops: Condition | null;
  /** Micro-units; infinite where there is none. */
  readonly budget: number;
  /** What it has cost so far. [micro-units] */
  spent: number;
  /** The day on which it began; -1 before. */
  begunOn: number;
  /** Whether it has ended for good before its time. */
  isOver: boolean;
  /** Whether something it would have paid for no longer fitted its budget. */
  isSpent: boolean;
  /** Staff that it takes on each day that it acts. */
  readonly staffHours: number;
  /** Whether there was no staff for it on some day. */
  isShort: boolean;
  /** Whether it acts today. */
  isOn: boolean;
}

/** What a file says of whom and when that is no plain number. */
export interface Plan {
  /** First day, and the day after the last. */
  readonly fromDay: number;
  readonly untilDay: number;
  readonly starts: Condition | null;
  readonly stops: Condition | null;
  /** Names of the segments that it is for; null: all. */
  readonly segments: readonly string[] | null;
}

/** A schedule on the eve of day 0. */
export function openSchedule(
  { every = 0, lasts = 1, budget = 0, staffHours = 0 }: Readonly<Record<string, number>>,
  { fromDay, untilDay, starts, stops }: Plan,
): Schedule {
  const limit = budget > 0 ? micros(budget) : Number.POSITIVE_INFINITY;
  const state = {
    spent: 0,
    begunOn: -1,
    isOver: false,
    isSpent: false,
    isShort: false,
    isOn: false,
  };
  return { fromDay, untilDay, every, lasts, starts, stops, budget: limit, staffHours, ...state };
}

/** Whether a metric's mean over the days before this one keeps a limit; not while there were fewer days. */
export function isMet(
  { record }: Pick<Model, 'record'>,
  { metric, kind, limit, over }: Condition,
  day: number,
): boolean {
  if (day < over) return false;
  const daily = record.daily[metric];
  let sum = 0;
  for (let d = day - over; d < day; d++) sum += daily[d];
  const mean = sum / over;
  return kind === 'atLeast' ? mean >= limit : mean <= limit;
}

/** Settles this morning which tactics act today, and for whom. */
export function beginTactics(model: Model, day: number): void {
  for (const { schedule } of model.tactics) schedule.isOn = actsOn(model, schedule, day);
  for (const { name, schedule, audience } of model.tactics) {
    if (schedule.isOn && audience !== null) meetAudience(model, name, audience, day, day - schedule.begunOn);
  }
  allotStaff(model, day);
}

function actsOn(model: Model, schedule: Schedule, day: number): boolean {
  const { fromDay, untilDay, every, lasts, starts, stops, budget } = schedule;
  if (day < fromDay || day >= untilDay || schedule.isOver) return false;
  if (schedule.begunOn < 0) {
    if (starts !== null && !isMet(model, starts, day)) return false;
    schedule.begunOn = day;
  }
  const lived = day - schedule.begunOn;
  if (schedule.spent >= budget) schedule.isSpent = true;
  if (schedule.isSpent) schedule.isOver = true;
  if (stops !== null && lived >= stops.over && isMet(model, stops, day)) schedule.isOver = true;
  return !schedule.isOver && (every <= 0 || lived % every < lasts);
}
