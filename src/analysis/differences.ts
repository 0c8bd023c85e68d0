/**
 * An arm against the baseline in the same worlds.
 *
 *   d[w] = arm[w] - baseline[w]                          NaN unless both have a number
 *
 * What follows treats a twin (two worlds with the same assumptions) as one cluster; a world without its twin is a
 * cluster of its own.
 */
import { mean, sampleVariance } from 'simple-statistics';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import type { Metric } from '../metrics/definitions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Difference, Spread } from './comparison.ts';
import { numbersOf, quantile, sorted } from './quantiles.ts';
import { twins } from './worlds.ts';

/** Fewer complete twins than this say nothing firm about luck. */
const TWINS_FOR_LUCK = 50;

/** d[w] for every world. */
export function pairedDifferences(arm: Float64Array, baseline: Float64Array): Float64Array {
  return arm.map((value, k) => value - baseline[k]);
}

/** +1 where more is good, -1 where less is, 0 where neither. */
export function goodDirection(better: Metric['better']): 1 | 0 | -1 {
  if (better === null) return 0;
  return better === 'more' ? 1 : -1;
}

/**
 * Standard error of the mean of d with a twin as one cluster; null under two clusters.
 *
 *   SE^2 = G / (G - 1) x sum over clusters of (sum over its worlds of (d - mean))^2 / n^2
 *
 * n worlds in G clusters. With complete twins this is the variance of the twins' means over G. Liang and Zeger 1986,
 * doi:10.1093/biomet/73.1.13, with the usual G / (G - 1).
 */
export function clusteredError(differences: ArrayLike<number>, ids: readonly number[]): number | null {
  const numbers = numbersOf(Array.from(differences));
  if (numbers.length === 0) return null;
  const center = mean(numbers);
  let clusters = 0;
  let squares = 0;
  for (const places of twins(ids)) {
    const own = places.map((k) => differences[k]).filter(Number.isFinite);
    if (own.length === 0) continue;
    clusters++;
    squares += own.reduce((sum, d) => sum + (d - center), 0) ** 2;
  }
  if (clusters < 2) return null;
  return Math.sqrt(((clusters / (clusters - 1)) * squares) / numbers.length ** 2);
}

/** Share of worlds in which the arm is strictly better, plus half the exact ties; null without a good direction. */
export function chanceBetter(differences: Iterable<number>, better: Metric['better']): number | null {
  const direction = goodDirection(better);
  const numbers = numbersOf(differences);
  if (direction === 0 || numbers.length === 0) return null;
  return mean(numbers.map((d) => winOrTie(d * direction)));
}

/**
 * Chance that a real trial of this size, two communities with the same truth but luck of their own, shows the arm
 * ahead: both crossings of each twin, the arm in one world against the baseline in the other. Only twins with all four
 * numbers; null when there is none.
 */
export function chanceBetterField(
  arm: ArrayLike<number>,
  baseline: ArrayLike<number>,
  ids: readonly number[],
  better: Metric['better'],
): number | null {
  const direction = goodDirection(better);
  if (direction === 0) return null;
  const wins: number[] = [];
  for (const places of twins(ids)) {
    if (places.length < 2) continue;
    const [a, b] = places;
    const crossings = [arm[a] - baseline[b], arm[b] - baseline[a]];
    const whole = crossings.every(Number.isFinite);
    if (whole) wins.push(...crossings.map((d) => winOrTie(d * direction)));
  }
  return wins.length === 0 ? null : mean(wins);
}

const winOrTie = (lead: number): number => (lead > 0 ? 1 : lead === 0 ? 0.5 : 0);

/**
 * Part of the variance of d that is luck; the rest comes from the assumptions.
 *
 *   mean over complete twins of (d[2j] - d[2j + 1])^2 / 2, over the variance of d (n - 1), clipped to [0, 1]
 *
 * Null under 50 twins, and null when d does not vary at all: there is nothing to share out.
 */
export function luckShare(differences: ArrayLike<number>, ids: readonly number[]): number | null {
  const halfSquares: number[] = [];
  for (const places of twins(ids)) {
    const own = places.map((k) => differences[k]).filter(Number.isFinite);
    if (own.length === 2) halfSquares.push((own[0] - own[1]) ** 2 / 2);
  }
  if (halfSquares.length < TWINS_FOR_LUCK) return null;
  const variance = sampleVariance(numbersOf(Array.from(differences)));
  if (variance === 0) return null;
  return Math.min(1, mean(halfSquares) / variance);
}

/**
 * Part of the baseline that an amount is; null where the baseline's p05 to p95 includes 0, since parts of something
 * near nothing mislead.
 */
export function relativeTo(baseline: Spread): ((amount: number) => number) | null {
  const { median, p05, p95 } = baseline;
  if (median === null || p05 === null || p95 === null || (p05 <= 0 && p95 >= 0)) return null;
  return (amount) => amount / Math.abs(median);
}

/** Median and 90 % range on another scale; null without a scale or numbers. */
export function scaled(
  { median, p05, p95 }: Pick<Spread, 'median' | 'p05' | 'p95'>,
  scale: ((amount: number) => number) | null,
): { median: number; p05: number; p95: number } | null {
  if (scale === null || median === null || p05 === null || p95 === null) return null;
  return { median: scale(median), p05: scale(p05), p95: scale(p95) };
}

/** From an amount over the whole run to an amount a month: only for sums of money over at least a month. */
export function byMonth(
  metric: Metric,
  scenario: Pick<Scenario, 'horizonDays' | 'horizonMonths'>,
): ((amount: number) => number) | null {
  const months = scenario.horizonMonths ?? scenario.horizonDays / MONTH_DAYS;
  if (metric.unit !== 'money' || metric.summary !== 'sum' || months < 1) return null;
  return (amount) => amount / months;
}

/** Everything said of one arm and metric against the baseline. */
export function difference(
  names: { readonly arm: string; readonly baseline: string; readonly metric: Metric },
  arm: Float64Array,
  baseline: Float64Array,
  baselineSpread: Spread,
  ids: readonly number[],
): Difference {
  const differences = pairedDifferences(arm, baseline);
  const rising = sorted(numbersOf(differences));
  const at = (p: number) => (rising.length === 0 ? null : quantile(rising, p));
  const median = at(0.5);
  return {
    arm: names.arm,
    baseline: names.baseline,
    metric: names.metric.name,
    mean: rising.length === 0 ? null : mean(numbersOf(differences)),
    median,
    p05: at(0.05),
    p95: at(0.95),
    relativeMedian: median === null ? null : (relativeTo(baselineSpread)?.(median) ?? null),
    standardError: clusteredError(differences, ids),
    chanceBetter: chanceBetter(differences, names.metric.better),
    chanceBetterField: chanceBetterField(arm, baseline, ids, names.metric.better),
  };
}
