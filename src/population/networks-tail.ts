/**
 * The tail exponent g of degrees: above some degree `from`, P(k) = k^-g / zeta(g, from).
 *
 * Given `from`, g maximizes the likelihood of the degrees k_1 .. k_n that are not below it:
 *   -n log zeta(g, from) - g (log k_1 + ... + log k_n)
 * Of all degrees that at least 50 people reach, `from` is the one where the fitted and the observed shares of people
 * with degree <= k differ least, at the degree where they differ most. Clauset, Shalizi and Newman 2009,
 * doi:10.1137/070710111, equations 3.5 and 3.9. This is KONECT's "tail power law exponent".
 *
 *   zeta(g, q) = q^-g + (q + 1)^-g + ...   (Hurwitz), by Euler and Maclaurin's formula
 */
import { log, pow } from '../random/math.ts';

export interface Tail {
  readonly exponent: number;
  /** The least degree that belongs to the tail. */
  readonly from: number;
  /** People in the tail. */
  readonly people: number;
}

const FEWEST_PEOPLE = 50;
const LEAST_EXPONENT = 1.05;
const GREATEST_EXPONENT = 12;

/** Null when fewer than 50 people have ties, or all in every tail have as many. */
export function fitTail(peopleByDegree: ArrayLike<number>): Tail | null {
  const degrees = [];
  const counts = [];
  for (let k = 1; k < peopleByDegree.length; k++) {
    if (peopleByDegree[k] === 0) continue;
    degrees.push(k);
    counts.push(peopleByDegree[k]);
  }
  let best: Tail | null = null;
  let least = Number.POSITIVE_INFINITY;
  const starts = countStarts(counts);
  for (let start = 0; start < starts; start++) {
    const tail = fitFrom(degrees.slice(start), counts.slice(start));
    if (tail.difference >= least) continue;
    least = tail.difference;
    best = { exponent: tail.exponent, from: degrees[start], people: tail.people };
  }
  return best;
}

/** How many of the degrees a tail can start from: at least 50 people and two degrees remain. */
function countStarts(counts: readonly number[]): number {
  let left = counts.reduce((sum, count) => sum + count, 0);
  let starts = 0;
  while (starts < counts.length - 1 && left >= FEWEST_PEOPLE) left -= counts[starts++];
  return starts;
}

function fitFrom(degrees: readonly number[], counts: readonly number[]) {
  const from = degrees[0];
  let people = 0;
  let logs = 0;
  for (let i = 0; i < degrees.length; i++) {
    people += counts[i];
    logs += counts[i] * log(degrees[i]);
  }
  const exponent = greatest(
    (g) => -people * log(zeta(g, from)) - g * logs,
    LEAST_EXPONENT,
    GREATEST_EXPONENT,
  );
  return { exponent, people, difference: difference(degrees, counts, people, exponent) };
}

/** The greatest difference between the observed and the fitted share of people with degree <= k (Kolmogorov, Smirnov). */
function difference(
  degrees: readonly number[],
  counts: readonly number[],
  people: number,
  exponent: number,
): number {
  const whole = zeta(exponent, degrees[0]);
  let most = 0;
  let observed = 0;
  for (let i = 0; i < degrees.length; i++) {
    observed += counts[i] / people;
    most = Math.max(most, Math.abs(observed - (1 - zeta(exponent, degrees[i] + 1) / whole)));
  }
  return most;
}

/** Where a function with one peak is greatest between two places, by golden section. */
function greatest(f: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = from;
  let high = to;
  let a = high - golden * (high - low);
  let b = low + golden * (high - low);
  let atA = f(a);
  let atB = f(b);
  while (high - low > 1e-6) {
    if (atA > atB) {
      high = b;
      b = a;
      atB = atA;
      a = high - golden * (high - low);
      atA = f(a);
    } else {
      low = a;
      a = b;
      atA = atB;
      b = low + golden * (high - low);
      atB = f(b);
    }
  }
  return (low + high) / 2;
}

/** Terms summed one by one; the rest by the formula, with an error far below 1e-10. */
const DIRECT_TERMS = 8;

export function zeta(g: number, q: number): number {
  let sum = 0;
  const terms = q < 20 ? DIRECT_TERMS : 0;
  for (let i = 0; i < terms; i++) sum += pow(q + i, -g);
  const x = q + terms;
  const term = pow(x, -g);
  const d1 = (g * term) / x;
  const d3 = (d1 * (g + 1) * (g + 2)) / (x * x);
  const d5 = (d3 * (g + 3) * (g + 4)) / (x * x);
  return sum + (term * x) / (g - 1) + term / 2 + d1 / 12 - d3 / 720 + d5 / 30240;
}
