/**
 * Worlds in the page's own thread, for hosts that block workers: day by day, with a pause for the page every few
 * milliseconds. Slower than workers; the numbers are the same.
 */

import { startWorld } from '../../src/engine/live.ts';
import { prepare } from '../../src/engine/simulate.ts';
import { type Executor, type FinishedWorld, toResult } from '../../src/experiment/executor.ts';
import type { Plan } from '../../src/experiment/plan.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import type { Memory } from './pool.ts';

/** Milliseconds of work between two pauses. */
const SLICE = 8;

export function slicedExecutor(memory: Memory): Executor {
  return {
    async *run(plan, worlds, signal): AsyncGenerator<FinishedWorld> {
      const prepared = prepare(plan.scenario, plan.networks);
      for (const world of worlds) {
        const results: WorldResult[] = [];
        for (let arm = 0; arm < plan.armKeys.length; arm++) {
          const known = memory.find(plan, arm, world);
          const result = known ?? (await runSliced(plan, prepared, world, arm, signal));
          if (result === undefined) return;
          if (known === undefined) memory.keep(plan, result);
          results.push(result);
        }
        yield results;
      }
    },
  };
}

/** One arm of one world; undefined when it was stopped. */
async function runSliced(
  plan: Plan,
  prepared: ReturnType<typeof prepare>,
  world: number,
  arm: number,
  signal: AbortSignal,
): Promise<WorldResult | undefined> {
  const living = startWorld(prepared, world, arm);
  let since = performance.now();
  while (living.day < living.days) {
    living.step();
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) return undefined;
    since = performance.now();
  }
  return toResult(plan, world, arm, living.record());
}
