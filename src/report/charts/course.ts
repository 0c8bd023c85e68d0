/**
 * How a daily metric runs over time in each arm: quantiles over worlds at the marks of a time axis.
 *
 * A metric that is a sum is shown as its sum so far, from 0; any other at the end of each day.
 */

import { numbersOf, quantile, sorted } from '../../analysis/quantiles.ts';
import type { WorldResult } from '../../experiment/results.ts';
import { MONTH_DAYS } from '../../metrics/calendar.ts';
import type { Metric } from '../../metrics/definitions.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** Time in the unit that people would use for this horizon. */
export interface TimeLine {
  readonly unit: 'month' | 'day';
  /** Length in that unit. */
  readonly length: number;
  /** Days after which the metric is read, rising; the last is the horizon. */
  readonly days: readonly number[];
  /** The same in the unit, at even distances: whole months are whole, whatever day they end on. */
  readonly times: readonly number[];
}

/** Months from three on, days below; about weekly, monthly for long sums. */
export function timeLine(scenario: Scenario, summary: Metric['summary']): TimeLine {
  const { horizonDays, horizonMonths } = scenario;
  const inMonths = horizonMonths !== null ? horizonMonths >= 3 : horizonDays > 120;
  if (!inMonths) return evenly('day', horizonDays, horizonDays, Math.min(horizonDays, 60));
  const length = horizonMonths ?? horizonDays / MONTH_DAYS;
  const perMonth = length > 24 ? 1 : summary === 'sum' && length > 6 ? 1 : 4;
  return evenly('month', length, horizonDays, Math.max(1, Math.round(length * perMonth)));
}

/** `count` marks, the last one at the end. */
function evenly(unit: TimeLine['unit'], length: number, lastDay: number, count: number): TimeLine {
  const parts = Array.from({ length: count }, (_, i) => (i + 1) / count);
  return {
    unit,
    length,
    days: parts.map((part) => Math.max(1, Math.round(part * lastDay))),
    times: parts.map((part) => part * length),
  };
}

/** What one world shows at each mark. */
export type Path = readonly number[];

/** The paths of every world, by place of the arm; worlds in rising order and only those that every arm has. */
export function pathsOf(
  results: readonly WorldResult[],
  worlds: readonly number[],
  arms: number,
  metric: Metric,
  line: TimeLine,
): Path[][] {
  const found = new Map(results.map((result) => [result.world * arms + result.arm, result]));
  return Array.from({ length: arms }, (_, arm) =>
    worlds.map((world) => pathOf(found.get(world * arms + arm)?.daily[metric.name], metric, line)),
  );
}

function pathOf(daily: Float64Array | undefined, metric: Metric, line: TimeLine): number[] {
  if (!daily) return line.days.map(() => Number.NaN);
  if (metric.summary !== 'sum') return line.days.map((day) => daily[day - 1] ?? Number.NaN);
  const path: number[] = [];
  let sum = 0;
  let next = 0;
  for (const day of line.days) {
    for (; next < day && next < daily.length; next++) if (Number.isFinite(daily[next])) sum += daily[next];
    path.push(sum);
  }
  return path;
}

/** Over all worlds at one mark. */
export interface Moment {
  readonly time: number;
  /** Ends of the range that holds so many worlds as was asked for. */
  readonly low: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly high: number;
}

/** Quantiles at each mark where at least one world has a number, `held` of the worlds in the range; sums begin at 0. */
export function momentsOf(paths: readonly Path[], metric: Metric, line: TimeLine, held = 0.9): Moment[] {
  const moments: Moment[] = [];
  if (metric.summary === 'sum') moments.push({ time: 0, low: 0, p25: 0, median: 0, p75: 0, high: 0 });
  line.days.forEach((_day, i) => {
    const rising = sorted(numbersOf(paths.map((path) => path[i])));
    if (rising.length === 0) return;
    const at = (p: number) => quantile(rising, p);
    moments.push({
      time: line.times[i],
      low: at((1 - held) / 2),
      p25: at(0.25),
      median: at(0.5),
      p75: at(0.75),
      high: at((1 + held) / 2),
    });
  });
  return moments;
}
