/** Fits by likelihood under simulation-based calibration: truths from a prior, people simulated one by one, the posterior on a grid. */

import { rankOf } from '../../../src/analysis/calibrate/ranks.ts';
import { logLikelihood as ofPurchases, type Purchases } from '../../../src/analysis/fit-purchases.ts';
import { logLikelihood as ofRetention } from '../../../src/analysis/fit-retention.ts';
import { Stream, seedWords } from '../../../src/random/keys.ts';
import { normalQuantile } from '../../../src/random/normal.ts';

export const MOST = 19;
/** Deviation of the prior's logarithms. */
const SPREAD = 0.5;
const CELLS = 36;
const REACH = 3.2;

/** Chance of its own, number after number. */
export class Luck {
  private n = 0;
  private readonly stream: Stream;

  constructor(seed: string) {
    this.stream = new Stream(seedWords(seed), 0, 'likelihood ranks');
  }

  uniform(): number {
    return (this.stream.drawEvent(this.n++, 0) + 0.5) / 4294967296;
  }

  normal(): number {
    return normalQuantile(this.uniform());
  }

  exponential(): number {
    return -Math.log(this.uniform());
  }

  /** Marsaglia and Tsang 2000, doi:10.1145/358407.358414; below 1 by one more uniform. */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = this.normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(this.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  beta(a: number, b: number): number {
    const x = this.gamma(a);
    return x / (x + this.gamma(b));
  }
}

/** Ranks of two truths among draws of their posterior on a grid of z. */
function ranksOn(
  luck: Luck,
  centers: readonly [number, number],
  truth: readonly [number, number],
  likelihood: (at: readonly [number, number]) => number,
): [number, number] {
  const step = (2 * REACH) / CELLS;
  const zs = Array.from({ length: CELLS }, (_, i) => -REACH + (i + 0.5) * step);
  const at = (z: number, d: 0 | 1) => centers[d] * Math.exp(SPREAD * z);
  const cells = zs.flatMap((x) => zs.map((y) => ({ x, y })));
  const logs = cells.map(({ x, y }) => likelihood([at(x, 0), at(y, 1)]) - (x * x + y * y) / 2);
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const draws = Array.from({ length: MOST }, () => {
    let rest = luck.uniform() * all;
    const place = weights.findIndex((weight) => {
      rest -= weight;
      return rest < 0;
    });
    const { x, y } = cells[place < 0 ? cells.length - 1 : place];
    // Anywhere in the cell.
    return [x + (luck.uniform() - 0.5) * step, y + (luck.uniform() - 0.5) * step];
  });
  return [0, 1].map((d) =>
    rankOf(
      truth[d],
      draws.map((draw) => draw[d]),
    ),
  ) as [number, number];
}

/** `planted`: what a wrong likelihood would see in place of the table. */
export function retentionRanks(
  studies: number,
  seed: string,
  planted = (alive: number[]) => alive,
): number[][] {
  const centers = [0.7, 3] as const;
  const luck = new Luck(seed);
  const found: number[][] = [[], []];
  for (let study = 0; study < studies; study++) {
    const z: [number, number] = [luck.normal(), luck.normal()];
    const [a, b] = z.map((x, d) => centers[d] * Math.exp(SPREAD * x));
    const alive = [150, 0, 0, 0, 0, 0, 0];
    for (let person = 0; person < 150; person++) {
      const chance = luck.beta(a, b);
      for (let t = 1; t < alive.length && luck.uniform() >= chance; t++) alive[t]++;
    }
    const seen = planted(alive);
    const ranks = ranksOn(luck, centers, z, ([x, y]) => ofRetention(seen, x, y));
    for (const d of [0, 1]) found[d].push(ranks[d]);
  }
  return found;
}

/** Either who buys how often (r, alpha) with leaving known, or who leaves (a, b) with buying known. */
export function purchaseRanks(studies: number, seed: string, which: 'buying' | 'leaving'): number[][] {
  const known = [0.8, 6, 0.8, 2.5];
  const first = which === 'buying' ? 0 : 2;
  const centers = [known[first], known[first + 1]] as const;
  const luck = new Luck(`${seed} ${which}`);
  const found: number[][] = [[], []];
  for (let study = 0; study < studies; study++) {
    const z: [number, number] = [luck.normal(), luck.normal()];
    const truth = [...known];
    for (const d of [0, 1]) truth[first + d] = centers[d] * Math.exp(SPREAD * z[d]);
    const rows = Array.from({ length: 100 }, () => customer(luck, truth));
    const ranks = ranksOn(luck, centers, z, (pair) => {
      const at = [...truth];
      for (const d of [0, 1]) at[first + d] = pair[d];
      return ofPurchases(rows, at);
    });
    for (const d of [0, 1]) found[d].push(ranks[d]);
  }
  return found;
}

/** One customer of the BG/NBD law: after each order, gone for good with a chance of their own. [weeks] */
function customer(luck: Luck, [r, alpha, a, b]: readonly number[]): Purchases {
  const rate = luck.gamma(r) / alpha;
  const chance = luck.beta(a, b);
  const watched = 20 + 20 * luck.uniform();
  let [time, last, repeats] = [0, 0, 0];
  for (;;) {
    time += luck.exponential() / rate;
    if (time > watched) return { repeats, last, watched, customers: 1 };
    [last, repeats] = [time, repeats + 1];
    if (luck.uniform() < chance) return { repeats, last, watched, customers: 1 };
  }
}
