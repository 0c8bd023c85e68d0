import type { Executor, FinishedWorld, Simulator } from './executor.ts';
import { toResult, WorldFailed } from './executor.ts';
import type { Plan } from './plan.ts';
import type { WorldResult } from './results.ts';
import { simulator } from './simulator.ts';

/** Works in this thread, an arm at a time; between arms the event loop goes round, so that a page stays alive. */
export function localExecutor(simulate: Simulator = simulator): Executor {
  return {
    async *run(plan: Plan, worlds: readonly number[], signal: AbortSignal): AsyncGenerator<FinishedWorld> {
      const runArm = simulate(plan);
      for (const world of worlds) {
        const results: WorldResult[] = [];
        for (let arm = 0; arm < plan.scenario.arms.length; arm++) {
          await turnOfTheEventLoop();
          if (signal.aborted) return;
          results.push(
            toResult(
              plan,
              world,
              arm,
              attempt(plan, world, () => runArm(world, arm)),
            ),
          );
        }
        yield results;
      }
    },
  };
}

function attempt<T>(plan: Plan, world: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WorldFailed(world, plan.scenario.seed, why, error);
  }
}

const turnOfTheEventLoop = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
