/**
 * How people differ in leaving, from a table of how many are left. Each person leaves with a chance of their own a period,
 * drawn once from Beta(alpha, beta) (the shifted beta-geometric law, sBG):
 *
 *   P(T = 1) = a / (a + b),   P(T = t) = P(T = t - 1) (b + t - 2) / (a + b + t - 1)
 *   S(0) = 1,                 S(t) = S(t - 1) (b + t - 1) / (a + b + t - 1)
 *
 * a and b are where ln L = sum of (alive[t - 1] - alive[t]) ln P(T = t) + alive[n] ln S(n) is greatest. Fader and Hardie 2007,
 * How to project customer retention, J. Interactive Marketing 21(1):76-90.
 */
import { minimize } from './minimize.ts';

export interface RetentionFit {
  readonly alpha: number;
  readonly beta: number;
  readonly logLikelihood: number;
  /** Share still there after 0, 1, 2 ... periods by the fit. */
  readonly expected: readonly number[];
  /** Mean chance of leaving in the first period. */
  readonly firstChance: number;
  /** People do not differ as far as the table tells: alpha and beta stand at the end of what is tried. */
  readonly alike: boolean;
}

/** Where alpha + beta ends: from here on all have the same chance to more digits than a table has. */
const ALIKE = 1e6;

/**
 * `alive`: people, or percent of them, after 0, 1, 2 ... periods; it may not rise, and somebody must have left and stayed.
 */
export function fitRetention(alive: readonly number[]): RetentionFit {
  const loss = ([logA, logB]: readonly number[]): number => {
    const [a, b] = [Math.exp(logA), Math.exp(logB)];
    return a + b > ALIKE ? Number.POSITIVE_INFINITY : -logLikelihood(alive, a, b);
  };
  const first = Math.min(0.99, Math.max(0.001, 1 - alive[1] / alive[0]));
  const { at, value } = minimize(loss, [Math.log(first), Math.log(1 - first)]);
  const [alpha, beta] = at.map(Math.exp);
  return {
    alpha,
    beta,
    logLikelihood: -value,
    expected: survival(alpha, beta, alive.length - 1),
    firstChance: alpha / (alpha + beta),
    alike: alpha + beta > ALIKE / 10,
  };
}

/** ln L of a table at a and b. */
export function logLikelihood(alive: readonly number[], a: number, b: number): number {
  let stayed = 0; // ln S(t - 1)
  let sum = 0;
  for (let t = 1; t < alive.length; t++) {
    const left = alive[t - 1] - alive[t];
    const all = a + b + t - 1;
    if (left > 0) sum += left * (stayed + Math.log(a / all));
    stayed += Math.log((b + t - 1) / all);
  }
  const last = alive[alive.length - 1];
  return last > 0 ? sum + last * stayed : sum;
}

/** S(0) .. S(periods). */
export function survival(alpha: number, beta: number, periods: number): number[] {
  const shares = [1];
  for (let t = 1; t <= periods; t++) {
    shares.push(shares[t - 1] * ((beta + t - 1) / (alpha + beta + t - 1)));
  }
  return shares;
}
