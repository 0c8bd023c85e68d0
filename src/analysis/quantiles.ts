/**
 * Quantiles and spreads of numbers over worlds.
 *
 *   position = p (n + 1), counted from 1 in the sorted numbers; between two places by a straight line; beyond the
 *   ends the end itself
 *
 * This is type 6 of Hyndman and Fan 1996, doi:10.2307/2684934 (Weibull's plotting position). Chosen because p05 to p95
 * then covers a new, unseen world 90 % of the time whatever the distribution, as soon as n >= 19: the r-th smallest of
 * n leaves r / (n + 1) of the distribution below itself, on average. The usual type 7 covers less.
 *
 * That is for worlds that know nothing of each other. Twins share their assumptions, and where these settle everything n
 * worlds are n / 2 numbers, each twice: 82 % at 20 worlds, 90 % at 40, 88 % at 100, 90 % at 200; with luck in between.
 */
import { mean } from 'simple-statistics';
import type { Spread } from './comparison.ts';

/** The quantile at chance p of numbers in rising order; at least one. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  const position = p * (n + 1);
  const below = Math.floor(position);
  if (below < 1) return sorted[0];
  if (below >= n) return sorted[n - 1];
  const low = sorted[below - 1];
  return low + (position - below) * (sorted[below] - low);
}

/** Only the numbers there are: NaN stands for a world that has none to give. */
export function numbersOf(values: Iterable<number>): number[] {
  const numbers: number[] = [];
  for (const value of values) if (Number.isFinite(value)) numbers.push(value);
  return numbers;
}

/** Mean of those that are numbers; null where none is. */
export function meanOf(values: Iterable<number>): number | null {
  const numbers = numbersOf(values);
  return numbers.length === 0 ? null : numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

/** Numbers in rising order, as new memory. */
export const sorted = (values: Iterable<number>): Float64Array => Float64Array.from(values).sort();

/** Median, mean and quantiles of the numbers there are; all null when there is none. */
export function spread(values: Iterable<number>): Spread {
  const numbers = numbersOf(values);
  if (numbers.length === 0) return { median: null, mean: null, p05: null, p25: null, p75: null, p95: null };
  const rising = sorted(numbers);
  return {
    median: quantile(rising, 0.5),
    mean: mean(numbers),
    p05: quantile(rising, 0.05),
    p25: quantile(rising, 0.25),
    p75: quantile(rising, 0.75),
    p95: quantile(rising, 0.95),
  };
}
