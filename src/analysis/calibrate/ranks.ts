/**
 * Simulation-based calibration: whether a way to fit says what it may.
 *
 *   draw a truth from the prior, simulate data from it, fit, draw L times from the posterior;
 *   rank = how many of the draws are below the truth                                             [0 .. L]
 *
 * If the fit is exact, ranks are uniform. Heaps at both ends: too narrow; in the middle: too wide; a slope: biased. Talts et al.
 * 2018, arXiv:1804.06788.
 *
 *   signTest   two-sided chance of as many ranks above (or below) the middle, were both as likely: exact binomial
 *   uniformity chi-square of `bins` equal bins: the chance of one as large, were ranks uniform
 */
import { exp, log } from '../../random/math.ts';
import { deviance, logGamma, logGammaShare, logPoissonPeak } from '../../random/special.ts';

/** Draws below the truth; of those that equal it every other one. */
export function rankOf(truth: number, draws: readonly number[]): number {
  const below = draws.filter((draw) => draw < truth).length;
  const equal = draws.filter((draw) => draw === truth).length;
  return below + Math.floor(equal / 2);
}

/** How many ranks of 0 .. most fall in each of equal bins; (most + 1) / bins must be whole. */
export function rankHistogram(ranks: readonly number[], most: number, bins: number): number[] {
  if ((most + 1) % bins !== 0) throw new RangeError(`${most + 1} ranks do not fall into ${bins} equal bins`);
  const counts = new Array<number>(bins).fill(0);
  for (const rank of ranks) counts[Math.floor((rank * bins) / (most + 1))]++;
  return counts;
}

export function signTest(ranks: readonly number[], most: number): number {
  const above = ranks.filter((rank) => rank > most / 2).length;
  const below = ranks.filter((rank) => rank < most / 2).length;
  const n = above + below;
  const least = Math.min(above, below);
  let chance = 0;
  for (let k = 0; k <= least; k++)
    chance += exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * log(2));
  return Math.min(1, 2 * chance);
}

export function uniformity(ranks: readonly number[], most: number, bins: number): number {
  const expected = ranks.length / bins;
  const square = rankHistogram(ranks, most, bins).reduce(
    (sum, count) => sum + (count - expected) ** 2 / expected,
    0,
  );
  if (square === 0) return 1;
  const [a, x] = [(bins - 1) / 2, square / 2];
  return exp(logGammaShare(a, x, logPoissonPeak(a) - deviance(a, x), true));
}

/** Chance of at most `count` among `n`, each with chance p: exact binomial. */
export function binomialBelow(count: number, n: number, p: number): number {
  let chance = 0;
  for (let k = 0; k <= count; k++)
    chance += exp(
      logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p),
    );
  return Math.min(1, chance);
}
