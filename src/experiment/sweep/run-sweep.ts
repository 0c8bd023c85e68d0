/** Runs what a sweep still lacks, through threads that stay, into a store. */
import type { ResultsStore } from '../shards/results-store.ts';
import type { Row } from '../shards/row.ts';
import type { ThreadPool } from '../threads.ts';
import type { SweepInput } from './inputs.ts';
import { jobsFrom, type Need, needs } from './jobs.ts';
import type { Point, Source } from './points.ts';

export interface Sweep {
  readonly source: Source;
  readonly inputs: readonly SweepInput[];
  readonly points: readonly Point[];
  readonly worlds: number;
}

/** Runs needs; gives the results of each as they finish. */
export async function* runNeeds(
  { source, inputs }: Sweep,
  needed: Iterable<Need>,
  pool: ThreadPool,
  signal: AbortSignal,
): AsyncGenerator<Row[]> {
  for await (const { job, results } of pool.run(jobsFrom(needed, source, inputs), signal)) {
    const { armKeys } = job.plan;
    yield results.map(({ world, arm, digest, outcomes }) => ({
      armKey: armKeys[arm],
      world,
      digest,
      outcomes,
    }));
  }
}

/** Runs all that is missing in a store. After an abort what was finished is kept. */
export async function runSweep(
  sweep: Sweep,
  store: ResultsStore,
  pool: ThreadPool,
  { signal, onResults }: { readonly signal: AbortSignal; readonly onResults: (count: number) => void },
): Promise<void> {
  const missing = needs(sweep.points, sweep.worlds, (armKey, world) => store.index.has(armKey, world));
  for await (const rows of runNeeds(sweep, missing, pool, signal)) {
    for (const row of rows) store.add(row);
    onResults(rows.length);
  }
  store.flush();
}
