/**
 * Quantiles of counts by exact inversion of one uniform: the smallest k with  P(X <= k) >= u.
 *
 * Poisson, negative binomial and binomial chances all follow
 *
 *   chance(k) = chance(k - 1) x (A + B / k)
 *
 *   Poisson             A = 0       B = mean
 *   negative binomial   A = r       B = (dispersion - 1) r     r = mean / (mean + dispersion)
 *   binomial            A = -odds   B = (n + 1) odds           odds = p / (1 - p)
 *
 * so one walk serves all: from zero where the mean is small, otherwise from a good guess and its exact cumulative chance.
 * Monotone in u and, because the cumulative chance falls as the mean grows, in the mean.
 *
 * Recursion: Panjer 1981, doi:10.1017/S0515036100006796. Guess: Cornish and Fisher 1938, doi:10.2307/1400905.
 * Cumulative chances by gamma and beta shares: NIST DLMF 8.4.10 (Poisson) and 8.17.5 (the others).
 */
import { exp, log1p } from './math.ts';
import { normalQuantile } from './normal.ts';
import { deviance, logBetaPeak, logBetaShare, logGammaShare, logPoissonPeak } from './special.ts';
import { gammaQuantile } from './traits.ts';

/** Up to this mean chances are added up from zero. */
const SMALL = 32;
/** Above this u the chance of more than k is compared with 1 - u, which keeps its digits in the tail. */
const HALF = 0.5;

/** Poisson count with this mean, 0 to 10^6. */
export function poissonQuantile(u: number, mean: number): number {
  if (mean <= SMALL) {
    const zero = exp(-mean);
    return u <= zero ? 0 : walk(u, 0, zero, zero, 0, mean);
  }
  const deviation = Math.sqrt(mean);
  const k = cornishFisher(u, mean, deviation, 1 / deviation);
  const term = logPoissonPeak(k + 1) - deviance(k + 1, mean);
  const chance = (exp(term) * (k + 1)) / mean;
  if (u > HALF) return walkTail(u, k, chance, exp(logGammaShare(k + 1, mean, term, false)), 0, mean);
  return walk(u, k, chance, exp(logGammaShare(k + 1, mean, term, true)), 0, mean);
}

/**
 * Negative binomial count: Poisson with a gamma-distributed mean. Variance = mean + mean^2 / dispersion, so a small
 * dispersion (down to 0.01) means a few with very many.
 */
export function negativeBinomialQuantile(u: number, mean: number, dispersion: number): number {
  const zero = exp(-dispersion * log1p(mean / dispersion));
  if (u <= zero) return 0;
  const r = mean / (mean + dispersion);
  const q = dispersion / (mean + dispersion);
  const b = (dispersion - 1) * r;
  if (mean <= SMALL * Math.min(1, dispersion)) return walk(u, 0, zero, zero, r, b);
  const x = gammaQuantile(u, dispersion, mean / dispersion);
  const k = Math.max(0, Math.round(x + (dispersion * (x / mean - 1)) / 2));
  const n = dispersion + k + 1;
  const term = logBetaPeak(dispersion, k + 1) - deviance(dispersion, n * q) - deviance(k + 1, n * r);
  const chance = exp(term) / (r * (k + dispersion));
  const share = exp(logBetaShare(dispersion, k + 1, q, r, term, u > HALF));
  return u > HALF ? walkTail(u, k, chance, share, r, b) : walk(u, k, chance, share, r, b);
}

/** Number of successes in n tries of chance p. */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (p >= 1) return n;
  const odds = p / (1 - p);
  const zero = exp(n * log1p(-p));
  if (u <= zero) return 0;
  if (n * odds <= SMALL) return Math.min(n, walk(u, 0, zero, zero, -odds, (n + 1) * odds));
  const deviation = Math.sqrt(n * p * (1 - p));
  const k = Math.min(n - 1, cornishFisher(u, n * p, deviation, (1 - 2 * p) / deviation));
  const term = logBetaPeak(n - k, k + 1) - deviance(n - k, (n + 1) * (1 - p)) - deviance(k + 1, (n + 1) * p);
  const chance = exp(term) / (p * (n - k));
  const share = exp(logBetaShare(n - k, k + 1, 1 - p, p, term, u > HALF));
  const b = (n + 1) * odds;
  return Math.min(
    n,
    u > HALF ? walkTail(u, k, chance, share, -odds, b) : walk(u, k, chance, share, -odds, b),
  );
}

/** Number of failures before the first success (0, 1, 2, ...), with this mean: chance of success 1 / (1 + mean). */
export function geometricQuantile(u: number, mean: number): number {
  if (u <= 1 / (1 + mean)) return 0;
  return Math.max(0, Math.ceil(log1p(-u) / -log1p(1 / mean)) - 1);
}

/** Walks from k, given its chance and cumulative chance, to the smallest count whose cumulative chance reaches u. */
function walk(u: number, start: number, startChance: number, startSum: number, a: number, b: number): number {
  let k = start;
  let chance = startChance;
  let sum = startSum;
  while (sum < u) {
    chance *= a + b / (k + 1);
    const next = sum + chance;
    if (next === sum) return k;
    sum = next;
    k++;
  }
  while (k > 0 && sum - chance >= u) {
    sum -= chance;
    chance /= a + b / k;
    k--;
  }
  return k;
}

/** The same from the chance of more than k: to the smallest count for which that is at most 1 - u. */
function walkTail(
  u: number,
  start: number,
  startChance: number,
  startRest: number,
  a: number,
  b: number,
): number {
  let k = start;
  let chance = startChance;
  let rest = startRest;
  while (rest > 1 - u) {
    const growth = a + b / (k + 1);
    chance *= growth;
    const next = rest - chance;
    if (next === rest && growth < 1) return k;
    rest = next;
    k++;
  }
  while (k > 0 && rest + chance <= 1 - u) {
    rest += chance;
    chance /= a + b / k;
    k--;
  }
  return k;
}

/** A guess at the u-quantile of a count from its mean, standard deviation and skewness. */
function cornishFisher(u: number, mean: number, deviation: number, skewness: number): number {
  const z = normalQuantile(u);
  return Math.max(0, Math.round(mean + deviation * (z + (skewness * (z * z - 1)) / 6)));
}
