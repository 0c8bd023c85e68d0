/**
 * Telling luck from inputs when each design point was tried in several worlds.
 *
 *   y[p][k] = m(p) + luck,   m(p) the mean over all worlds at point p;  k = 1 .. K
 *
 * An index should speak of m, but only means of K worlds are there, and a product or square of such means has luck in it:
 *
 *   E[mean(p)^2] = m(p)^2 + variance of luck at p / K
 *
 * so that variances, and with them the parts of the inputs, come out wrong. Products of two different worlds do not
 * have it, since the luck of one knows nothing of the other's:
 *
 *   cross(a, b) = mean over k != l of a[k] b[l] = (sum a sum b - sum of a[k] b[k]) / (K (K - 1)),   E = E[a] E[b]
 *
 * which is the naive product less the variance (covariance) within the point over K. With paired worlds, where world k is
 * the same luck at every point, differences a[k] = y[p][k] - y[q][k] take away what luck adds everywhere before they are
 * multiplied; with independent luck the same formula holds for any order of the worlds. What the points share by luck,
 * however many there are, is known from K worlds only: see `worldErrors`.
 */

/** One row a design point, one number a world. */
export type Outcomes = readonly ArrayLike<number>[];

/**
 * Whose luck it is: `paired` where world k is the same luck at every point, `independent` where every point has luck of its
 * own, `none` for a function without chance.
 */
export type Luck = 'paired' | 'independent' | 'none';

/** No world is left out. */
export const NONE = -1;

/** Mean over pairs of different worlds of a of one and b of the other, world `omit` left out; of one world its product. */
export function cross(a: ArrayLike<number>, b: ArrayLike<number>, omit = NONE): number {
  let [sumA, sumB, sumAB, worlds] = [0, 0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    if (k === omit) continue;
    sumA += a[k];
    sumB += b[k];
    sumAB += a[k] * b[k];
    worlds++;
  }
  return worlds === 1 ? sumAB : (sumA * sumB - sumAB) / (worlds * (worlds - 1));
}

/** a - b world by world. */
export const minus = (a: ArrayLike<number>, b: ArrayLike<number>): Float64Array =>
  Float64Array.from(a, (x, k) => x - b[k]);

/** Mean over worlds. */
export function meanOf(row: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += row[k];
  return sum / row.length;
}

/** The rows less each world's mean over `own`: what a world adds to all points is nobody's influence. */
export function centered(outcomes: Outcomes, own: Outcomes = outcomes): Float64Array[] {
  const means = Float64Array.from(own[0], (_, k) => own.reduce((sum, row) => sum + row[k], 0) / own.length);
  return outcomes.map((row) => minus(row, means));
}

/** Mean over points of the variance between the worlds of a point. */
export function luckVariance(outcomes: Outcomes): number {
  const within = outcomes.map((row) => {
    const center = meanOf(row);
    let squares = 0;
    for (let k = 0; k < row.length; k++) squares += (row[k] - center) * (row[k] - center);
    return row.length === 1 ? 0 : squares / (row.length - 1);
  });
  return meanOf(within);
}

/**
 * Standard error of each statistic that comes from there being few worlds, where these are the same at every point: the
 * jackknife over worlds (Efron and Stein 1981). 0 where luck is not shared; infinite for fewer than three worlds.
 */
export function worldErrors(
  luck: Luck,
  worlds: number,
  statistics: (omit: number) => readonly number[],
): number[] {
  if (luck !== 'paired') return statistics(NONE).map(() => 0);
  if (worlds < 3) return statistics(NONE).map(() => Number.POSITIVE_INFINITY);
  const without = Array.from({ length: worlds }, (_, k) => statistics(k));
  return without[0].map((_, s) => {
    const center = meanOf(without.map((row) => row[s]));
    const squares = without.reduce((sum, row) => sum + (row[s] - center) ** 2, 0);
    return Math.sqrt(((worlds - 1) / worlds) * squares);
  });
}
