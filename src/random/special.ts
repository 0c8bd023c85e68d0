/**
 * The functions behind the quantiles: log gamma, and the shares of the gamma and beta distributions on either side of
 * a point, as logarithms so that far tails neither vanish nor lose digits.
 *
 * Saddle-point form of x^a e^-x / Gamma(a + 1): Loader 2000, "Fast and accurate computation of binomial probabilities".
 * Continued fractions: Lentz's method as in Thompson and Barnett 1986, doi:10.1016/0021-9991(86)90046-X;
 * series: NIST DLMF 5.11.1, 8.7.1, 8.9.2, 8.17.22.
 */
import { exp, log, log1p } from './math.ts';

/** ln(2 pi) / 2. */
const HALF_LOG_TWO_PI = 0.9189385332046728;
const TINY = 1e-300;
/** Where series and fractions stop, relative to their sum. */
const CLOSE = 4e-16;
const MOST = 100000;

/** Stirling's remainder: ln Gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2), for x > 0. */
export function stirlingRemainder(x: number): number {
  if (x < 12) return logGamma(x) - ((x - 0.5) * log(x) - x + HALF_LOG_TWO_PI);
  const z = 1 / (x * x);
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360)))))) / x;
}

/** ln Gamma(x) for x > 0: off by less than 10^-14 of max(1, its size). */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let product = 1;
  let y = x;
  while (y < 12) product *= y++;
  return (y - 0.5) * log(y) - y + HALF_LOG_TWO_PI + stirlingRemainder(y) - log(product);
}

/** Deviance term x ln(x / mean) + mean - x >= 0, without cancellation near x = mean. */
export function deviance(x: number, mean: number): number {
  const d = x - mean;
  if (!(Math.abs(d) < 0.1 * (x + mean))) return x * log(x / mean) - d;
  const v = d / (x + mean);
  let sum = d * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** ln of a^a e^-a / Gamma(a + 1), a > 0. With the deviance this gives ln of x^a e^-x / Gamma(a + 1), the Poisson
 * chance of count a at mean x, also between whole counts:  logPoissonPeak(a) - deviance(a, x). */
export function logPoissonPeak(a: number): number {
  return -stirlingRemainder(a) - HALF_LOG_TWO_PI - 0.5 * log(a);
}

/**
 * Share of a gamma of shape a and scale 1 on one side of x > 0: ln P(a, x), or ln Q(a, x) = ln(1 - P) if `upper`.
 * `term` is logPoissonPeak(a) - deviance(a, x).
 */
export function logGammaShare(a: number, x: number, term: number, upper: boolean): number {
  if (x < a + 1) {
    const lower = term + log(gammaSeries(a, x));
    return upper ? log1p(-exp(lower)) : lower;
  }
  const tail = term + log(a * gammaFraction(a, x));
  return upper ? tail : log1p(-exp(tail));
}

/** 1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ... */
function gammaSeries(a: number, x: number): number {
  let part = 1;
  let sum = 1;
  for (let n = a + 1; part > sum * CLOSE; n++) {
    part *= x / n;
    sum += part;
  }
  return sum;
}

/** 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - ...))) */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1, change = 2; Math.abs(change - 1) > CLOSE && i < MOST; i++) {
    const an = i * (a - i);
    b += 2;
    d = 1 / nonzero(an * d + b);
    c = nonzero(b + an / c);
    change = c * d;
    h *= change;
  }
  return h;
}

/** ln of x^a y^b / B(a, b) at its peak x = a / (a + b), y = 1 - x; elsewhere it is less by the deviances of both
 * parts:  logBetaPeak(a, b) - deviance(a, (a + b) x) - deviance(b, (a + b) y). */
export function logBetaPeak(a: number, b: number): number {
  const n = a + b;
  const remainder = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  return remainder + 0.5 * log((a / n) * b) - HALF_LOG_TWO_PI;
}

/**
 * Share of a beta(a, b) on one side of x = 1 - y: ln I_x(a, b), or ln(1 - I_x(a, b)) if `upper`. Both x and y are given
 * so that neither loses digits; `term` is ln of x^a y^b / B(a, b).
 */
export function logBetaShare(
  a: number,
  b: number,
  x: number,
  y: number,
  term: number,
  upper: boolean,
): number {
  if (x * (a + b + 2) < a + 1) {
    const lower = term + log(betaFraction(a, b, x) / a);
    return upper ? log1p(-exp(lower)) : lower;
  }
  const tail = term + log(betaFraction(b, a, y) / b);
  return upper ? tail : log1p(-exp(tail));
}

/** The continued fraction 1 / (1 + d1 / (1 + d2 / (1 + ...))) of DLMF 8.17.22. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1, change = 2; Math.abs(change - 1) > CLOSE && m < MOST; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    change = d * c;
    h *= change;
  }
  return h;
}

function nonzero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
