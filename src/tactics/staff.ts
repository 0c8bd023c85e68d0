/**
 * Staff: hours of people that tactics take, whose wage they pay, and of which there are only so many a day.
 *
 *   a tactic takes `staffHours` on each day that it acts, at `staff.wage` each, out of its own budget
 *   where the hours of a day do not reach for all, tactics get theirs in the order of a draw of the day; the others rest
 */
import type { Model } from '../engine/model.ts';
import { payShared } from '../metrics/budget.ts';
import { micros } from '../metrics/ledger.ts';
import { byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';

export const staffParameters = {
  hours: {
    label: { en: 'Staff hours a day', 'zh-CN': '每日可用工时' },
    about: {
      en: 'Hours of staff that there are on a day for all tactics together; 0 is as many as they take.',
      'zh-CN': '每天可供所有策略使用的总工时；0 表示要多少有多少。',
    },
    kind: 'positive',
    unit: 'hours a day',
    default: 0,
    range: [0, 40],
    min: 0,
    max: 100_000,
    ...byOperator,
  },
  wage: {
    label: { en: 'Wage of an hour', 'zh-CN': '每小时工资' },
    about: { en: 'Cost of one hour of staff.', 'zh-CN': '一小时人工的成本。' },
    kind: 'money',
    unit: 'currency per staff hour',
    default: 40,
    range: [25, 80],
    min: 0,
    max: 1e6,
    ...byOperator,
  },
} as const satisfies Section;
export type StaffValues = Values<typeof staffParameters>;

/** Gives the hours of today to the tactics that act today; those that get none, or cannot pay for them, rest. */
export function allotStaff(model: Model, day: number): void {
  const { tactics, parameters, stream, tally } = model;
  const asking = tactics.filter(({ schedule }) => schedule.isOn && schedule.staffHours > 0);
  if (asking.length === 0) return;
  const inTurn = asking.map((tactic) => ({ tactic, drawn: stream(`staff:${tactic.name}`).on(day).draw(0) }));
  inTurn.sort((x, y) => x.drawn - y.drawn || (x.tactic.name < y.tactic.name ? -1 : 1));
  let left = parameters.staff.hours > 0 ? parameters.staff.hours : Number.POSITIVE_INFINITY;
  for (const { tactic } of inTurn) {
    const { schedule } = tactic;
    if (schedule.staffHours > left) {
      schedule.isOn = false;
      schedule.isShort = true;
      tactic.tactic.rests?.(model, tactic, day);
    } else if (payShared(model, tactic, 'staffCost', micros(schedule.staffHours * parameters.staff.wage))) {
      left -= schedule.staffHours;
      tally.staffHours += schedule.staffHours;
    } else schedule.isOn = false;
  }
}
