/** Runs what a sweep still lacks, point after point, with the executor that a page compares with. */
import type { Executor } from '../../../src/experiment/executor.ts';
import type { Row } from '../../../src/experiment/shards/row.ts';
import { type Need, needs } from '../../../src/experiment/sweep/jobs.ts';
import { planOf } from '../../../src/experiment/sweep/points.ts';
import type { Sweep } from '../../../src/experiment/sweep/run-sweep.ts';

/** Worlds of one point that lack the same arms. */
interface Batch extends Omit<Need, 'world'> {
  readonly worlds: number[];
}

/** Results as they finish; after an abort the sequence ends. `branches`: of a scenario whose arms part on a later day. */
export async function* runMissing(
  { source, inputs, points, worlds }: Sweep,
  isThere: (armKey: string, world: number) => boolean,
  executor: Executor,
  signal: AbortSignal,
  branches = false,
): AsyncGenerator<Row[]> {
  for (const { point, worlds: own, arms } of batches(needs(points, worlds, isThere))) {
    if (signal.aborted) return;
    // Arms that branch have their past from the baseline, which must be in the plan with them.
    const plan = planOf(source, inputs, point.values, branches ? undefined : arms);
    for await (const results of executor.run(plan, own, signal))
      yield results.map(({ arm, world, digest, outcomes }) => ({
        armKey: plan.armKeys[arm],
        world,
        digest,
        outcomes,
      }));
  }
}

function* batches(needed: Iterable<Need>): Generator<Batch> {
  let batch: Batch | undefined;
  for (const { point, world, arms } of needed) {
    if (batch?.point === point && batch.arms.join() === arms.join()) batch.worlds.push(world);
    else {
      if (batch !== undefined) yield batch;
      batch = { point, arms, worlds: [world] };
    }
  }
  if (batch !== undefined) yield batch;
}
