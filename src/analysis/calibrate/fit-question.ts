/**
 * Fits a question by one of two ways.
 *
 *   abc      draws of the prior whose worlds come near the targets (abc-smc.ts): a posterior
 *   cma-es   the one best point, by least  m distance^2 + |z|^2  of m targets, which is the most likely one were errors normal
 *            and worlds without luck (cma-es.ts); then worlds there, for what it foretells. It has no posterior: one row.
 *
 * Both begin with draws of the prior, which give scales to targets without errors.
 */
import { Stream, seedWords } from '../../random/keys.ts';
import { normalQuantile } from '../../random/normal.ts';
import { abcSmc } from './abc-smc.ts';
import { CmaEs } from './cma-es.ts';
import { distanceOf, type Summaries, scalesOf } from './distance.ts';
import type { Particle } from './particles.ts';
import type { Question } from './question.ts';

export type Method = 'abc' | 'cma-es';
export type Ended = 'tolerance' | 'simulations' | 'hardly any kept' | 'aborted' | 'converged';

export interface FitProgress {
  readonly simulations: number;
  readonly tolerance: number;
  readonly kept: number;
  readonly particles: number;
}

export interface FitRequest {
  readonly question: Question;
  readonly method: Method;
  readonly particles: number;
  readonly simulations: number;
  /** In units of errors. */
  readonly tolerance: number;
  readonly seed: string;
  /** One world: `index` is its number. */
  readonly simulate: (values: readonly number[], index: number) => Promise<Summaries>;
  readonly signal?: AbortSignal;
  readonly watch?: (progress: FitProgress) => void;
}

export interface Fit {
  readonly method: Method;
  readonly ended: Ended;
  readonly simulations: number;
  /** Distance of the farthest particle; of CMA-ES of the best point. */
  readonly tolerance: number;
  readonly generations: readonly { readonly tolerance: number; readonly proposals: number }[];
  /** Draws of the prior. */
  readonly prior: readonly Particle[];
  readonly posterior: readonly Particle[];
  /** Of the targets to fit. */
  readonly scales: readonly number[];
}

export function fitQuestion(request: FitRequest): Promise<Fit> {
  return request.method === 'abc' ? byAbc(request) : byCmaEs(request);
}

/** Proposals that are simulated at a time: enough for any number of threads, few enough to see how far it has come. */
const BATCH = 32;

async function byAbc({ question, method, watch, signal, ...more }: FitRequest): Promise<Fit> {
  const targets = question.targets.slice(0, question.fitted);
  const priors = question.inputs.map(({ prior }) => prior);
  const { ended, simulations, generations } = await abcSmc({
    ...more,
    ...(signal && { signal }),
    ...(watch && { watch }),
    priors,
    targets,
    batch: BATCH,
  });
  const prior = generations[0].particles;
  const posterior = generations[generations.length - 1].particles;
  return {
    method,
    ended,
    simulations,
    tolerance: Math.max(...posterior.map(({ distance }) => distance)),
    generations: generations.map(({ tolerance, proposals }) => ({ tolerance, proposals })),
    prior,
    posterior,
    scales: scalesOf(
      targets,
      prior.map(({ summaries }) => summaries),
    ),
  };
}

/** Standard normal numbers, `count` times as many as there are inputs. */
export function priorDraws(inputs: number, count: number, seed: string): number[][] {
  const stream = new Stream(seedWords(seed), 0, 'prior draws');
  return Array.from({ length: count }, (_, n) =>
    Array.from({ length: inputs }, (__, d) => normalQuantile((stream.drawEvent(n, d) + 0.5) / 4294967296)),
  );
}

/** Step at which the search ends, as a part of a prior's deviation: inputs are not known better than that. */
const SMALLEST = 0.02;
/** Worlds at the best point. */
const AT_BEST = 50;

async function byCmaEs(request: FitRequest): Promise<Fit> {
  const { question, particles, simulations: most, seed, simulate, watch, signal } = request;
  const targets = question.targets.slice(0, question.fitted);
  let simulations = 0;
  const world = async (z: readonly number[]) => {
    const values = question.inputs.map(({ prior }, d) => prior.at(z[d]));
    return { z, parameters: values, summaries: await simulate(values, simulations++) };
  };
  const drawn = await Promise.all(priorDraws(question.inputs.length, particles, seed).map(world));
  const scales = scalesOf(
    targets,
    drawn.map(({ summaries }) => summaries),
  );
  const measured = (draft: (typeof drawn)[number], weight: number): Particle => ({
    ...draft,
    distance: distanceOf(draft.summaries, targets, scales),
    weight,
  });
  const value = ({ z, distance }: Particle) =>
    targets.length * distance * distance + z.reduce((sum, x) => sum + x * x, 0);
  const prior = drawn.map((draft) => measured(draft, 1 / drawn.length));
  const start = prior.reduce((best, one) => (value(one) < value(best) ? one : best));
  const search = new CmaEs(start.z, 0.5, seed, SMALLEST);
  const reserve = Math.min(AT_BEST, Math.ceil(most / 4));
  while (!search.ended && signal?.aborted !== true) {
    const asked = search.ask();
    if (simulations + asked.length > most - reserve) break;
    const tried = (await Promise.all(asked.map(world))).map((draft) => measured(draft, 1));
    search.tell(tried.map(value));
    const best = Math.sqrt(search.best.value / targets.length);
    watch?.({ simulations, tolerance: best, kept: 0, particles });
  }
  const best = search.best.value < value(start) ? search.best.at : start.z;
  const at = await Promise.all(Array.from({ length: reserve }, () => world(best)));
  const posterior = at.map((draft) => measured(draft, 1 / at.length));
  return {
    method: 'cma-es',
    ended: signal?.aborted ? 'aborted' : search.ended ? 'converged' : 'simulations',
    simulations,
    tolerance: posterior.reduce((sum, { distance }) => sum + distance / at.length, 0),
    generations: [],
    prior,
    posterior,
    scales,
  };
}
