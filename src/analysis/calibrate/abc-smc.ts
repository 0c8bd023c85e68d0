/**
 * Approximate Bayesian computation by a population that closes in on the targets.
 *
 *   generation 0   `particles` draws of the prior
 *   generation g   tolerance = median of the distances of the generation before, or the next smaller one; then, until as many are within it:
 *                  a particle by its weight, moved by a normal step of covariance 2 S, simulated, kept if within
 *   S              weighted covariance of the generation before
 *   weight         prior density / sum over the generation before of its weight x density of the step from there
 *
 * All in z (prior.ts), where the prior is standard normal. Ends when the tolerance asked for is reached, when simulations are
 * used up, or when fewer than one proposal in a hundred is kept. What is left is the posterior given that the distance is
 * within the last tolerance: wider than the exact one, and nearer to it the smaller the tolerance.
 *
 * Toni et al. 2009, doi:10.1098/rsif.2008.0172 (weights); Beaumont et al. 2009, doi:10.1093/biomet/asp052 (twice the
 * covariance); Del Moral, Doucet and Jasra 2012, doi:10.1007/s11222-011-9271-y (adaptive tolerance).
 *
 * Proposals are numbered and keyed, and kept in their order: the result does not depend on how many are simulated at a time.
 */

import { Stream, seedWords } from '../../random/keys.ts';
import { exp } from '../../random/math.ts';
import { normalQuantile } from '../../random/normal.ts';
import { quantile, sorted } from '../quantiles.ts';
import { distanceOf, type Summaries, scalesOf, type Target } from './distance.ts';
import { choleskyRoot, solveLower, times } from './matrix.ts';
import { type Particle, weightedCovariance } from './particles.ts';
import type { Prior } from './prior.ts';

export type Simulate = (parameters: readonly number[], index: number) => Summaries | Promise<Summaries>;

export interface AbcRequest {
  readonly priors: readonly Prior[];
  readonly targets: readonly Target[];
  /** `index` counts all simulations: whose luck it is. */
  readonly simulate: Simulate;
  readonly seed: string;
  readonly particles?: number;
  /** In units of the targets' errors. */
  readonly tolerance?: number;
  /** The most simulations. */
  readonly simulations?: number;
  /** How many may be simulated at a time. */
  readonly batch?: number;
  readonly signal?: AbortSignal;
  /** Is told how far the search has come. */
  readonly watch?: (progress: AbcProgress) => void;
}

export interface AbcProgress {
  readonly generation: number;
  /** Of the generation under way; infinite for draws of the prior. */
  readonly tolerance: number;
  readonly kept: number;
  readonly particles: number;
  readonly simulations: number;
}

export interface Generation {
  readonly tolerance: number;
  readonly proposals: number;
  readonly particles: readonly Particle[];
}

export interface AbcResult {
  readonly ended: 'tolerance' | 'simulations' | 'hardly any kept' | 'aborted';
  readonly simulations: number;
  /** The last one is the posterior. */
  readonly generations: readonly Generation[];
}

const FEWEST_KEPT = 0.01;
const NEXT_TOLERANCE = 0.5;

export async function abcSmc(request: AbcRequest): Promise<AbcResult> {
  const { particles: size = 500, tolerance: goal = 0, simulations: most = 100_000, targets } = request;
  const search = new Search(request);
  const first = await search.keep(0, size, size, () => true);
  const scales = scalesOf(
    targets,
    first.map(({ summaries }) => summaries),
  );
  const measured = (draft: Draft) => ({ ...draft, distance: distanceOf(draft.summaries, targets, scales) });
  const generations: Generation[] = [];
  const add = (drafts: readonly Draft[], tolerance: number, proposals: number) =>
    generations.push({ tolerance, proposals, particles: weighted(drafts.map(measured), generations.at(-1)) });
  add(first, Number.POSITIVE_INFINITY, size);
  const end = (ended: AbcResult['ended']) => ({ ended, simulations: search.simulations, generations });
  for (let g = 1; ; g++) {
    const last = generations[g - 1];
    const reached = Math.max(...last.particles.map(({ distance }) => distance));
    if (search.aborted) return end('aborted');
    if (reached <= goal) return end('tolerance');
    const tolerance = Math.max(goal, nextTolerance(last, reached));
    search.from(last.particles);
    const limit = Math.min(most - search.simulations, Math.floor(size / FEWEST_KEPT));
    const before = search.simulations;
    search.tolerance = tolerance;
    const kept = await search.keep(g, size, limit, (draft) => measured(draft).distance <= tolerance);
    if (kept.length < size)
      return end(search.aborted ? 'aborted' : search.simulations >= most ? 'simulations' : 'hardly any kept');
    add(kept, tolerance, search.simulations - before);
  }
}

/** The median distance; where half of all are as far as the farthest (counts often are), the next below that. */
function nextTolerance({ particles }: Generation, farthest: number): number {
  const distances = sorted(particles.map(({ distance }) => distance));
  const middle = quantile(distances, NEXT_TOLERANCE);
  if (middle < farthest) return middle;
  return distances.findLast((distance) => distance < farthest) ?? farthest / 2;
}

type Draft = Omit<Particle, 'weight' | 'distance'>;

/** Proposes and simulates, in the order of the proposals. */
class Search {
  simulations = 0;
  /** Of the generation under way, for who watches. */
  tolerance = Number.POSITIVE_INFINITY;
  private readonly request: AbcRequest;
  private readonly words: Uint32Array;
  private shares: number[] = [];
  private parents: readonly Particle[] = [];
  private root: number[][] = [];

  constructor(request: AbcRequest) {
    this.request = request;
    this.words = seedWords(request.seed);
  }

  get aborted(): boolean {
    return this.request.signal?.aborted === true;
  }

  from(parents: readonly Particle[]): void {
    this.parents = parents;
    let sum = 0;
    this.shares = parents.map(({ weight }) => {
      sum += weight;
      return sum;
    });
    this.root = stepRoot(parents);
  }

  /** The first `size` proposals that pass; fewer when `limit` simulations do not give them. */
  async keep(
    generation: number,
    size: number,
    limit: number,
    passes: (draft: Draft) => boolean,
  ): Promise<Draft[]> {
    const { priors, simulate, batch = 64 } = this.request;
    const stream = new Stream(this.words, generation, 'abc');
    const kept: Draft[] = [];
    for (let next = 0; next < limit && kept.length < size && !this.aborted; next += batch) {
      const base = this.simulations;
      const drafts = await Promise.all(
        Array.from({ length: Math.min(batch, limit - next) }, async (_, i) => {
          const z = this.propose(stream, next + i);
          const parameters = priors.map(({ at }, d) => at(z[d]));
          return { z, parameters, summaries: await simulate(parameters, base + i) };
        }),
      );
      for (const draft of drafts) {
        if (kept.length === size) break;
        this.simulations++;
        if (passes(draft)) kept.push(draft);
      }
      const { simulations, tolerance } = this;
      this.request.watch?.({ generation, tolerance, kept: kept.length, particles: size, simulations });
    }
    return kept;
  }

  private propose(stream: Stream, n: number): number[] {
    const step = this.request.priors.map((_, d) =>
      normalQuantile((stream.drawEvent(n, d + 1) + 0.5) / 4294967296),
    );
    if (this.parents.length === 0) return step;
    const share = stream.uniform(n) * this.shares[this.shares.length - 1];
    const parent = this.parents[firstAbove(this.shares, share)];
    return times(this.root, step).map((move, d) => parent.z[d] + move);
  }
}

/** Place of the first running sum above x, by halving. */
function firstAbove(sums: readonly number[], x: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > x) high = middle;
    else low = middle + 1;
  }
  return low;
}

const stepRoot = (parents: readonly Particle[]): number[][] =>
  choleskyRoot(weightedCovariance(parents).map((row) => row.map((c) => 2 * c)));

/** With weights that sum to 1. */
function weighted(drafts: readonly Omit<Particle, 'weight'>[], before: Generation | undefined): Particle[] {
  if (before === undefined) return drafts.map((draft) => ({ ...draft, weight: 1 / drafts.length }));
  const parents = before.particles;
  const root = stepRoot(parents);
  const own = drafts.map(({ z }) => {
    const density = parents.reduce((sum, parent) => {
      const away = solveLower(
        root,
        z.map((x, d) => x - parent.z[d]),
      );
      return sum + parent.weight * exp(-0.5 * away.reduce((squares, x) => squares + x * x, 0));
    }, 0);
    return exp(-0.5 * z.reduce((squares, x) => squares + x * x, 0)) / density;
  });
  const total = own.reduce((sum, weight) => sum + weight, 0);
  return drafts.map((draft, i) => ({ ...draft, weight: own[i] / total }));
}
