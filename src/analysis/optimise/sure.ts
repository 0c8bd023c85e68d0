/** What a number of twins surely says: a mean is below 0, a share is above a limit. */
import { log } from '../../random/math.ts';
import { betaQuantile } from '../../random/traits.ts';
import { type AlwaysRange, rangeWithin } from '../sequential/always.ts';

/**
 * The range of a mean: Student's t, widened where the numbers are skewed.
 *
 *   t x s / sqrt(n) to either side, t exceeded with chance error / 2; the wider of that and of what Hall's transformation
 *   makes of it (`sequential/always.ts`)
 *
 * At least two numbers.
 */
export function meanRange(numbers: ArrayLike<number>, error: number): AlwaysRange {
  return rangeWithin(numbers, studentAbove(error / 2, numbers.length - 1) / Math.sqrt(numbers.length));
}

/** What a Student's t exceeds with this chance (below .5): t^2 = df (1 - x) / x, x a beta(df / 2, 1 / 2). */
export function studentAbove(chance: number, df: number): number {
  const x = betaQuantile(2 * chance, df / 2, 0.5);
  return Math.sqrt((df * (1 - x)) / x);
}

/**
 * Whether a share is surely above a limit, from independent numbers between 0 and 1 (a twin's share of worlds).
 *
 *   n (p ln(p / limit) + (1 - p) ln((1 - p) / (1 - limit))) > -ln error,   p their mean, above the limit
 *
 * The bound of Hoeffding 1963, theorem 1, doi:10.1080/01621459.1963.10500830, holds for any such numbers and any n.
 */
export function surelyAbove(numbers: readonly number[], limit: number, error: number): boolean {
  const n = numbers.length;
  if (n === 0) return false;
  const p = numbers.reduce((sum, x) => sum + x, 0) / n;
  const part = (share: number, of: number) => (share === 0 ? 0 : share * log(share / of));
  return p > limit && n * (part(p, limit) + part(1 - p, 1 - limit)) > -log(error);
}
