/**
 * How sure a share of worlds is: the 95 % range of `chanceBetter` for a limited number of worlds.
 *
 *   Wilson's score interval with m in place of n:   m = p (1 - p) / SE^2, kept within [twins, worlds]
 *
 * SE is the standard error of the share with a twin as one cluster: twins share their assumptions, so two worlds of a
 * twin say less than two of different twins. m is the number of independent worlds that would say as much. Where p is 0
 * or 1 there is no SE, and m is the number of twins. Wilson 1927, doi:10.1080/01621459.1927.10502953; m: Korn and
 * Graubard 1998, Survey Methodology 24(2).
 */
import type { Metric } from '../metrics/definitions.ts';
import { chanceBetter, clusteredError, goodDirection } from './differences.ts';
import { numbersOf } from './quantiles.ts';
import { twins } from './worlds.ts';

/** Two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/** The range of the share of worlds in which the arm is better; null where there is no such share. */
export function chanceRange(
  differences: Float64Array,
  ids: readonly number[],
  better: Metric['better'],
): { low: number; high: number } | null {
  const share = chanceBetter(differences, better);
  if (share === null) return null;
  const direction = goodDirection(better);
  const wins = differences.map((d) => (Math.sign(d * direction) + 1) / 2);
  const worlds = numbersOf(differences).length;
  const clusters = twins(ids).filter((places) => places.some((k) => Number.isFinite(differences[k]))).length;
  const error = clusteredError(wins, ids);
  const variance = share * (1 - share);
  const effective = error === null || variance === 0 ? clusters : variance / error ** 2;
  return wilson(share, Math.min(worlds, Math.max(clusters, effective)));
}

/** Wilson's 95 % range of a share that was seen in n. */
export function wilson(share: number, n: number): { low: number; high: number } {
  const z2 = Z ** 2 / n;
  const center = (share + z2 / 2) / (1 + z2);
  const reach = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n));
  return { low: Math.max(0, center - reach), high: Math.min(1, center + reach) };
}
