/** How a comparison is looked at: in what differences are shown, and how many worlds ranges hold. */
import type { Difference, Spread } from '../analysis/comparison.ts';
import { pairedDifferences } from '../analysis/differences.ts';
import { numbersOf, quantile, sorted } from '../analysis/quantiles.ts';
import type { Worlds } from '../analysis/worlds.ts';
import type { Metric } from '../metrics/definitions.ts';
import { type ChartSource, columnOf } from './charts/source.ts';

/** What a viewer chooses. */
export type ReportView = Required<Pick<ChartSource, 'interval' | 'difference'>>;

export const usualView: ReportView = { interval: 90, difference: 'relative' };

/** The ends of a range. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Where the numbers of a range come from: all worlds, and how many of them it holds. */
export interface Looked {
  readonly worlds: Worlds;
  readonly interval: ReportView['interval'];
}

const ends = (low: number | null, high: number | null): Ends | null =>
  low === null || high === null ? null : { low, high };

function endsOf(values: Iterable<number>, interval: number): Ends | null {
  const rising = sorted(numbersOf(values));
  if (rising.length === 0) return null;
  const tail = (1 - interval / 100) / 2;
  return { low: quantile(rising, tail), high: quantile(rising, 1 - tail) };
}

/** The range of an arm's own values. */
export function rangeIn({ worlds, interval }: Looked, metric: Metric, arm: number, spread: Spread) {
  if (interval === 90) return ends(spread.p05, spread.p95);
  if (interval === 50) return ends(spread.p25, spread.p75);
  return endsOf(columnOf(worlds, arm, metric.name), interval);
}

/** The range of an arm's differences from the baseline, world by world. */
export function differenceRangeIn(
  { worlds, interval }: Looked,
  metric: Metric,
  arm: number,
  difference: Difference,
): Ends | null {
  if (interval === 90) return ends(difference.p05, difference.p95);
  const [own, baseline] = [arm, 0].map((place) => columnOf(worlds, place, metric.name));
  return endsOf(pairedDifferences(own, baseline), interval);
}
