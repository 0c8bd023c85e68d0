/** Runs candidates in worlds, those results that a store still lacks, each once. */
import type { Scenario } from '../../scenario/scenario.ts';
import { type Networks, type Plan, planExperiment } from '../plan.ts';
import type { ResultsStore } from '../shards/results-store.ts';
import type { Job, ThreadPool } from '../threads.ts';
import type { Candidate } from './candidates.ts';
import type { Outcomes } from './outcomes.ts';

export interface Ground {
  readonly scenario: Scenario;
  readonly networks: Networks;
  readonly store: ResultsStore;
  readonly pool: ThreadPool;
  readonly outcomes: Outcomes;
}

/** Arms of a job: they share the drawing of people, and few enough are lost when somebody presses Ctrl-C. */
const ARMS_AT_ONCE = 6;

/** Runs what is missing of these candidates in these worlds. After an abort what was finished is kept. */
export async function runMissing(
  { scenario, networks, store, pool, outcomes }: Ground,
  candidates: readonly Candidate[],
  worlds: readonly number[],
  { signal, onResults }: { readonly signal: AbortSignal; readonly onResults: (count: number) => void },
): Promise<void> {
  const jobs = jobsOf(scenario, networks, candidates, worlds, store);
  for await (const { job, results } of pool.run(jobs, signal)) {
    for (const { world, arm, digest, outcomes: numbers } of results) {
      const row = { armKey: job.plan.armKeys[arm], world, digest, outcomes: numbers };
      store.add(row);
      outcomes.take(row);
    }
    onResults(results.length);
  }
}

/** Groups of candidates one after the other, since a thread makes each group ready anew. */
function* jobsOf(
  scenario: Scenario,
  networks: Networks,
  candidates: readonly Candidate[],
  worlds: readonly number[],
  store: ResultsStore,
): Generator<Job> {
  for (let from = 0; from < candidates.length; from += ARMS_AT_ONCE) {
    const group = candidates.slice(from, from + ARMS_AT_ONCE);
    const plans = new Map<string, Plan>();
    for (const world of worlds) {
      const missing = group.filter(({ armKey }) => !store.index.has(armKey, world));
      if (missing.length === 0) continue;
      const names = JSON.stringify(missing.map(({ name }) => name));
      const arms = missing.map(({ arm }) => arm);
      const plan = plans.get(names) ?? planExperiment({ ...scenario, arms }, networks, []);
      plans.set(names, plan);
      yield { plan, world, of: missing.map(({ name }) => name).join(', ') };
    }
  }
}

/** How many of these results a store lacks. */
export function missingOf(
  candidates: readonly Candidate[],
  worlds: readonly number[],
  { index }: Pick<ResultsStore, 'index'>,
): number {
  let count = 0;
  for (const { armKey } of candidates) for (const world of worlds) if (!index.has(armKey, world)) count++;
  return count;
}
