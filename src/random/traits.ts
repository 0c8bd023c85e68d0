/**
 * Quantiles of the continuous distributions on positive numbers and on shares.
 *
 * Gamma and beta are inverted by Newton's method on the logarithm of the nearer tail, against t = ln x or
 * t = ln(x / (1 - x)). Both densities are log-concave in t, hence so are the tails, and the steps approach the root
 * from one side without ever leaving it: no bracket is needed. (Bagnoli and Bergstrom 2005,
 * doi:10.1007/s00199-004-0514-4, theorems 1 and 3.)
 */
import { exp, log, log1p } from './math.ts';
import { normalQuantile } from './normal.ts';
import { deviance, logBetaPeak, logBetaShare, logGamma, logGammaShare, logPoissonPeak } from './special.ts';

const MOST_STEPS = 200;
/** The last step: what remains after it is of the order of its square. */
const CLOSE = 1e-9;
/** Below this t, the share below is a power of e^t to the last bit, and its inverse is known. */
const POWER_LAW = -40;
/** Above this t, 1 / (1 + e^-t) is one. */
const LARGEST = 40;

/** The value that an exponential with this mean falls below with chance u in (0, 1). */
export function exponentialQuantile(u: number, mean: number): number {
  return -mean * log1p(-u);
}

/** The value that a gamma of this shape and scale falls below with chance u in (0, 1). Mean: shape x scale. */
export function gammaQuantile(u: number, shape: number, scale: number): number {
  const floor = (log(u) + logGamma(shape + 1)) / shape;
  if (floor < POWER_LAW) return scale * exp(floor);
  const upper = u > 0.5 && floor > -2;
  const goal = upper ? log1p(-u) : log(u);
  const peak = logPoissonPeak(shape);
  let t = gammaStart(u, shape, floor, upper);
  for (let i = 0; i < MOST_STEPS; i++) {
    const x = exp(t);
    const term = peak - deviance(shape, x);
    const share = logGammaShare(shape, x, term, upper);
    const slope = shape * exp(term - share);
    const step = upper
      ? halley((share - goal) / slope, shape - x + slope)
      : halley((goal - share) / slope, shape - x - slope);
    t += step;
    if (Math.abs(step) < CLOSE) break;
  }
  return scale * exp(t);
}

/** A start not far from the root, on the side from which the steps cannot overshoot. */
function gammaStart(u: number, shape: number, floor: number, upper: boolean): number {
  if (shape < 1) return upper ? log(-log1p(-u)) : floor;
  const c = 1 / (9 * shape);
  const root = 1 - c + normalQuantile(u) * Math.sqrt(c);
  return root > 0 ? Math.max(floor, log(shape * root * root * root)) : floor;
}

/** Newton's step, bent by half the relative change of slope where that is small. */
function halley(newton: number, bend: number): number {
  const change = (newton * bend) / 2;
  return Math.abs(change) < 0.5 ? newton / (1 + change) : newton;
}

/** The value that a beta with parameters a, b falls below with chance u in (0, 1). Mean: a / (a + b). */
export function betaQuantile(u: number, a: number, b: number): number {
  const peak = logBetaPeak(a, b);
  const logB = -peak - a * log1p(b / a) - b * log1p(a / b);
  const floor = (log(u) + log(a) + logB) / a;
  if (floor + log(a + b + 1) < POWER_LAW) return exp(floor);
  const upper = u > 0.5 && floor + log(a + b) > -2;
  const goal = upper ? log1p(-u) : log(u);
  let t = upper ? -(goal + log(b) + logB) / b : floor;
  if (a >= 1 && b >= 1) {
    const normal = log(a / b) + normalQuantile(u) * Math.sqrt(1 / a + 1 / b);
    t = upper ? Math.min(t, normal) : Math.max(t, normal);
  }
  for (let i = 0; i < MOST_STEPS && t < LARGEST; i++) {
    const x = 1 / (1 + exp(-t));
    const y = 1 / (1 + exp(t));
    const term = peak - deviance(a, (a + b) * x) - deviance(b, (a + b) * y);
    const share = logBetaShare(a, b, x, y, term, upper);
    const slope = exp(term - share);
    const bend = a * y - b * x;
    const step = upper
      ? halley((share - goal) / slope, bend + slope)
      : halley((goal - share) / slope, bend - slope);
    t += step;
    if (Math.abs(step) < CLOSE) break;
  }
  return 1 / (1 + exp(-t));
}

/** The index that falls to u when (0, 1) is cut in proportion to the shares, in their order. */
export function categoricalQuantile(u: number, shares: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < shares.length; i++) total += shares[i];
  const target = u * total;
  let sum = 0;
  let last = -1;
  for (let i = 0; i < shares.length; i++) {
    if (!(shares[i] > 0)) continue;
    sum += shares[i];
    if (target < sum) return i;
    last = i;
  }
  return last;
}
