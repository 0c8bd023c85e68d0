/**
 * The least of a function of a few numbers that may be rough and noisy: evolution of a normal distribution whose covariance
 * adapts to the function (CMA-ES).
 *
 *   L = 4 + floor(3 ln n) points x = m + s y, y ~ N(0, C), the better half of them by rank with weights ln((L + 1) / 2) - ln i
 *   m moves to their weighted mean; C takes in the path of m (rank one) and the steps of all (rank mu, the worse half
 *   with negative weights); s grows where steps of m point the same way, and shrinks where they cancel
 *
 * Only the order of values matters, so any rising function of them gives the same search. Hansen 2016, "The CMA evolution
 * strategy: a tutorial", arXiv:1604.00772, figure 6 with the default parameters of table 1 (active CMA).
 *
 *   const search = new CmaEs(start, size, seed);
 *   while (!search.ended) search.tell(search.ask().map(value))
 */

import { Stream, seedWords } from '../../random/keys.ts';
import { exp, log } from '../../random/math.ts';
import { normalQuantile } from '../../random/normal.ts';
import { eigen, identity, times } from './matrix.ts';

const square = (x: readonly number[]) => x.reduce((sum, own) => sum + own * own, 0);

export class CmaEs {
  /** The best point seen. */
  best: { readonly at: readonly number[]; readonly value: number };
  evaluations = 0;
  private readonly stream: Stream;
  private readonly settings: Settings;
  private generation = 0;
  private mean: number[];
  private size: number;
  private covariance: number[][];
  private pathOfSize: number[];
  private pathOfShape: number[];
  private axes: { values: number[]; vectors: number[][] };
  private steps: number[][] = [];
  private readonly smallest: number;

  /** `size`: how far from the start the least may well be; `smallest`: where to stop, as a part of that. */
  constructor(start: readonly number[], size: number, seed: string, smallest = 1e-9) {
    this.mean = [...start];
    this.size = size;
    this.smallest = smallest * size;
    this.best = { at: [...start], value: Number.POSITIVE_INFINITY };
    this.stream = new Stream(seedWords(seed), 0, 'cma-es');
    this.settings = settingsOf(start.length);
    this.covariance = identity(start.length);
    this.axes = eigen(this.covariance);
    this.pathOfSize = start.map(() => 0);
    this.pathOfShape = start.map(() => 0);
  }

  /** Steps have become smaller than what was asked for, or numbers can no longer tell them apart. */
  get ended(): boolean {
    const longest = this.size * Math.sqrt(Math.max(...this.axes.values));
    return !(longest > this.smallest) || this.axes.values.some((value) => !(value > 0));
  }

  /** The points to try next. */
  ask(): number[][] {
    this.stream.on(this.generation);
    this.steps = Array.from({ length: this.settings.points }, (_, p) => {
      const z = this.mean.map((__, d) => normalQuantile((this.stream.drawEvent(p, d) + 0.5) / 4294967296));
      const scaled = z.map((own, d) => own * Math.sqrt(this.axes.values[d]));
      return times(this.axes.vectors, scaled);
    });
    return this.steps.map((step) => this.mean.map((m, d) => m + this.size * step[d]));
  }

  /** Their values, in the same order; what is no number counts as the worst. */
  tell(values: readonly number[]): void {
    const { weights } = this.settings;
    const ordered = values
      .map((value, p) => ({
        step: this.steps[p],
        value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value,
      }))
      .sort((a, b) => a.value - b.value);
    this.evaluations += values.length;
    const [first] = ordered;
    if (first.value < this.best.value)
      this.best = { at: this.mean.map((m, d) => m + this.size * first.step[d]), value: first.value };
    this.generation++;
    this.adapt(
      ordered.map(({ step }) => step),
      weights,
    );
  }

  private adapt(steps: readonly number[][], weights: readonly number[]): void {
    const { n, cs, ds, cc, c1, cmu, muEff, length } = this.settings;
    const move = this.mean.map((_, d) =>
      steps.reduce((sum, step, i) => sum + Math.max(0, weights[i]) * step[d], 0),
    );
    this.mean = this.mean.map((m, d) => m + this.size * move[d]);
    const white = this.whitened(move);
    this.pathOfSize = this.pathOfSize.map(
      (p, d) => (1 - cs) * p + Math.sqrt(cs * (2 - cs) * muEff) * white[d],
    );
    const long = Math.sqrt(square(this.pathOfSize));
    const expected = Math.sqrt(1 - exp(2 * this.generation * log(1 - cs)));
    const steady = long / expected < (1.4 + 2 / (n + 1)) * length ? 1 : 0;
    this.pathOfShape = this.pathOfShape.map(
      (p, d) => (1 - cc) * p + steady * Math.sqrt(cc * (2 - cc) * muEff) * move[d],
    );
    const own = weights.map((w, i) => (w >= 0 ? w : (w * n) / (square(this.whitened(steps[i])) + 1e-300)));
    const keep = 1 + c1 * (1 - steady) * cc * (2 - cc) - c1 - cmu * weights.reduce((sum, w) => sum + w, 0);
    this.covariance = this.covariance.map((row, i) =>
      row.map((c, j) => {
        const steps2 = steps.reduce((sum, step, k) => sum + own[k] * step[i] * step[j], 0);
        return keep * c + c1 * this.pathOfShape[i] * this.pathOfShape[j] + cmu * steps2;
      }),
    );
    this.size *= exp((cs / ds) * (long / length - 1));
    this.axes = eigen(this.covariance);
  }

  /** C^(-1/2) x. */
  private whitened(x: readonly number[]): number[] {
    const { values, vectors } = this.axes;
    const along = values.map(
      (value, k) => vectors.reduce((sum, row, d) => sum + row[k] * x[d], 0) / Math.sqrt(value),
    );
    return times(vectors, along);
  }
}

type Settings = ReturnType<typeof settingsOf>;

/** Table 1 of the tutorial. */
function settingsOf(n: number) {
  const points = 4 + Math.floor(3 * log(n));
  const half = Math.floor(points / 2);
  const raw = Array.from({ length: points }, (_, i) => log((points + 1) / 2) - log(i + 1));
  const effective = (own: readonly number[]) => own.reduce((sum, w) => sum + w, 0) ** 2 / square(own);
  const muEff = effective(raw.slice(0, half));
  const muEffBelow = effective(raw.slice(half));
  const cc = (4 + muEff / n) / (n + 4 + (2 * muEff) / n);
  const cs = (muEff + 2) / (n + muEff + 5);
  const c1 = 2 / ((n + 1.3) ** 2 + muEff);
  const cmu = Math.min(1 - c1, (2 * (0.25 + muEff + 1 / muEff - 2)) / ((n + 2) ** 2 + muEff));
  const ds = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cs;
  const above = raw.filter((w) => w > 0).reduce((sum, w) => sum + w, 0);
  const below = raw.filter((w) => w < 0).reduce((sum, w) => sum - w, 0);
  const least = Math.min(1 + c1 / cmu, 1 + (2 * muEffBelow) / (muEff + 2), (1 - c1 - cmu) / (n * cmu));
  const weights = raw.map((w) => (w >= 0 ? w / above : (least * w) / below));
  const length = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
  return { n, points, weights, muEff, cc, cs, c1, cmu, ds, length };
}
