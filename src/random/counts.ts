/**
 * Quantiles of counts by exact inversion of one uniform: the smallest k with  P(X <= k) >= u.
 *
 * Small means: add up the chances from zero. Large means: the exact cumulative chance at a good guess, then steps of one.
 * Monotone in u and, because the cumulative chance falls as the mean grows, in the mean.
 * Guess: Cornish and Fisher 1938, doi:10.2307/1400905. Cumulative chances: NIST DLMF 8.4.10 and 8.17.5.
 */
import { exp, log1p } from './math.ts';
import { normalQuantile } from './normal.ts';
import { logBetaShare, logBetaTerm, logGammaShare, logPoissonTerm } from './special.ts';
import { gammaQuantile } from './traits.ts';

/** Up to this mean chances are added up from zero. */
const SMALL = 32;

/** Poisson count with this mean, 0 to 10^6. */
export function poissonQuantile(u: number, mean: number): number {
  if (mean > SMALL) return largePoisson(u, mean);
  let chance = exp(-mean);
  if (u <= chance) return 0;
  let sum = chance;
  let k = 0;
  while (sum < u && chance > 1e-300) {
    k++;
    chance *= mean / k;
    sum += chance;
  }
  return k;
}

function largePoisson(u: number, mean: number): number {
  let k = cornishFisher(u, mean, Math.sqrt(mean), 1 / Math.sqrt(mean));
  let sum = exp(logGammaShare(k + 1, mean, true));
  let chance = k === 0 ? exp(-mean) : exp(logPoissonTerm(k, mean));
  while (sum < u && chance > 1e-300) {
    k++;
    chance *= mean / k;
    sum += chance;
  }
  while (k > 0 && sum - chance >= u) {
    sum -= chance;
    chance *= k / mean;
    k--;
  }
  return k;
}

/**
 * Negative binomial count: Poisson with a gamma-distributed mean. Variance = mean + mean^2 / dispersion, so a small
 * dispersion (down to 0.01) means a few with very many.
 */
export function negativeBinomialQuantile(u: number, mean: number, dispersion: number): number {
  if (!(mean > 0)) return 0;
  const zero = exp(-dispersion * log1p(mean / dispersion));
  if (u <= zero) return 0;
  const ratio = mean / (mean + dispersion);
  let k = 0;
  let chance = zero;
  let sum = zero;
  if (mean > SMALL || mean > SMALL * dispersion) {
    k = negativeBinomialGuess(u, mean, dispersion);
    const x = dispersion / (mean + dispersion);
    sum = exp(logBetaShare(dispersion, k + 1, x, ratio, false));
    chance =
      ((exp(logBetaTerm(dispersion, k + 1, x, ratio)) / (k + 1)) * ((k + 1) / (k + dispersion))) / ratio;
  }
  while (sum < u && chance > 1e-300) {
    chance *= ((k + dispersion) / (k + 1)) * ratio;
    k++;
    sum += chance;
  }
  while (k > 0 && sum - chance >= u) {
    sum -= chance;
    chance *= k / (k - 1 + dispersion) / ratio;
    k--;
  }
  return k;
}

function negativeBinomialGuess(u: number, mean: number, dispersion: number): number {
  const x = gammaQuantile(u, dispersion, mean / dispersion);
  return Math.max(0, Math.round(x + (dispersion * (x / mean - 1)) / 2 - 0.5));
}

/** Number of successes in n tries of chance p. */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (!(p > 0)) return 0;
  if (p >= 1) return n;
  const odds = p / (1 - p);
  const mean = n * p;
  let k = 0;
  let chance = exp(n * log1p(-p));
  let sum = chance;
  if (n * Math.min(1, odds) > SMALL || chance < 1e-280) {
    const deviation = Math.sqrt(mean * (1 - p));
    k = Math.min(n - 1, cornishFisher(u, mean, deviation, (1 - 2 * p) / deviation));
    sum = exp(logBetaShare(n - k, k + 1, 1 - p, p, false));
    chance = (exp(logBetaTerm(n - k, k + 1, 1 - p, p)) / ((n + 1) * p)) * ((n + 1) / (n - k));
  }
  while (sum < u && k < n) {
    chance *= ((n - k) / (k + 1)) * odds;
    k++;
    sum += chance;
  }
  while (k > 0 && sum - chance >= u) {
    sum -= chance;
    chance *= k / ((n - k + 1) * odds);
    k--;
  }
  return k;
}

/** Number of failures before the first success (0, 1, 2, ...), with this mean: chance of success 1 / (1 + mean). */
export function geometricQuantile(u: number, mean: number): number {
  if (u <= 1 / (1 + mean)) return 0;
  return Math.max(0, Math.ceil(log1p(-u) / -log1p(1 / mean)) - 1);
}

/** A guess at the u-quantile of a count from its mean, standard deviation and skewness. */
function cornishFisher(u: number, mean: number, deviation: number, skewness: number): number {
  const z = normalQuantile(u);
  return Math.max(0, Math.round(mean + deviation * (z + (skewness * (z * z - 1)) / 6) - 0.5));
}
