/**
 * How far simulated summaries are from what was observed.
 *
 *   distance = root of the mean over targets of ((summary - value) / scale)^2
 *   scale    the target's error where it is given, else the median absolute deviation of the summary over the prior
 *
 * So a distance of 1 is as far off as the errors of the targets. Infinite where a summary is no number. Prangle 2017,
 * doi:10.1214/16-BA1002 (on scales).
 */
import { quantile, sorted } from '../quantiles.ts';

export interface Target {
  readonly value: number;
  /** Standard error of the value; null where it is not known. */
  readonly error: number | null;
}

export type Summaries = readonly number[];

export function scalesOf(targets: readonly Target[], prior: readonly Summaries[]): number[] {
  return targets.map(({ error }, s) => {
    if (error !== null) return error;
    const own = prior.map((row) => row[s]).filter(Number.isFinite);
    if (own.length === 0) return 1;
    const center = quantile(sorted(own), 0.5);
    const deviation = quantile(sorted(own.map((x) => Math.abs(x - center))), 0.5);
    return deviation > 0 ? deviation : 1;
  });
}

export function distanceOf(
  summaries: Summaries,
  targets: readonly Target[],
  scales: readonly number[],
): number {
  let squares = 0;
  targets.forEach(({ value }, s) => {
    squares += ((summaries[s] - value) / scales[s]) ** 2;
  });
  const distance = Math.sqrt(squares / targets.length);
  return Number.isFinite(distance) ? distance : Number.POSITIVE_INFINITY;
}
