/**
 * How people differ in buying, from what each of them has bought. While a customer is there, orders come as a Poisson process at
 * a rate of their own, drawn from a gamma of shape r and scale 1 / alpha; after each order they are gone for good with a chance of
 * their own, drawn from Beta(a, b) (BG/NBD). For x repeat purchases, the last at time tx, watched until T:
 *
 *   L = Gamma(r + x) alpha^r / Gamma(r) x B(a, b + x) / B(a, b)
 *       x [ (alpha + T)^-(r + x) + (x > 0) a / (b + x - 1) (alpha + tx)^-(r + x) ]
 *
 * Fader, Hardie and Lee 2005, Counting your customers the easy way, Marketing Science 24(2):275-284. Times in weeks, as there.
 */
import { minimize } from './minimize.ts';

/** What one customer has bought, or several alike. */
export interface Purchases {
  /** Purchases after the first one. */
  readonly repeats: number;
  /** From the first purchase to the last; 0 without repeats. [weeks] */
  readonly last: number;
  /** From the first purchase to the end of watching. [weeks] */
  readonly watched: number;
  /** Customers alike. */
  readonly customers: number;
}

export interface PurchaseFit {
  readonly r: number;
  /** [weeks] */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeats: number;
}

/** Numbers beyond this, either way, are not told apart. */
const END = Math.log(1e5);

/** Somebody must have bought again. */
export function fitPurchases(rows: readonly Purchases[]): PurchaseFit {
  const alike = together(rows);
  const loss = (at: readonly number[]): number =>
    at.some((x) => Math.abs(x) > END) ? Number.POSITIVE_INFINITY : -logLikelihood(alike, at.map(Math.exp));
  const { at, value } = minimize(loss, [0, 0, 0, 0]);
  const [r, alpha, a, b] = at.map(Math.exp);
  return { r, alpha, a, b, logLikelihood: -value, ...totals(rows) };
}

function totals(rows: readonly Purchases[]): { customers: number; repeats: number } {
  let customers = 0;
  let repeats = 0;
  for (const row of rows) {
    customers += row.customers;
    repeats += row.customers * row.repeats;
  }
  return { customers, repeats };
}

/** Customers of the same history in one row. */
function together(rows: readonly Purchases[]): Purchases[] {
  const found = new Map<string, Purchases>();
  for (const row of rows) {
    const name = `${row.repeats} ${row.last} ${row.watched}`;
    const known = found.get(name);
    found.set(name, known ? { ...known, customers: known.customers + row.customers } : row);
  }
  return [...found.values()];
}

/** ln L of everybody together. */
export function logLikelihood(rows: readonly Purchases[], parameters: readonly number[]): number {
  const [r, alpha, a, b] = parameters;
  const most = rows.reduce((found, { repeats }) => Math.max(found, repeats), 0);
  const ratios = ratiosOf(r, a, b, most);
  let sum = 0;
  for (const { repeats: x, last, watched, customers } of rows) {
    const still = -(r + x) * Math.log(alpha + watched);
    let all = still;
    if (x > 0) {
      const gone = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + last);
      all = Math.max(still, gone) + Math.log1p(Math.exp(-Math.abs(still - gone)));
    }
    sum += customers * (r * Math.log(alpha) + ratios[x] + all);
  }
  return sum;
}

/** ln of Gamma(r + x) / Gamma(r) x B(a, b + x) / B(a, b) for x from 0 to the most, one factor after the other. */
function ratiosOf(r: number, a: number, b: number, most: number): Float64Array {
  const ratios = new Float64Array(most + 1);
  for (let x = 0; x < most; x++) {
    ratios[x + 1] = ratios[x] + Math.log(((r + x) * (b + x)) / (a + b + x));
  }
  return ratios;
}
