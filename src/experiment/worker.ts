/**
 * A worker thread: gets a plan when it starts, then worlds one at a time; answers each with its results, or with why
 * there are none. An entry of its own in the Node build.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { toResult } from './executor.ts';
import type { Plan } from './plan.ts';
import type { WorldResult } from './results.ts';
import { simulator } from './simulator.ts';

export type Answer =
  | { readonly results: readonly WorldResult[] }
  | { readonly failure: string; readonly stack: string | undefined };

const plan = workerData as Plan;
let runArm: ReturnType<typeof simulator> | undefined;

parentPort?.on('message', (world: number) => {
  try {
    runArm ??= simulator(plan);
    const results: WorldResult[] = [];
    for (let arm = 0; arm < plan.scenario.arms.length; arm++) {
      results.push(toResult(plan, world, arm, runArm(world, arm)));
    }
    const arrays = results.flatMap(({ outcomes, daily }) => [outcomes, ...Object.values(daily)]);
    const buffers = arrays.map(({ buffer }) => buffer as ArrayBuffer);
    parentPort?.postMessage({ results } satisfies Answer, buffers);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ failure: message, stack } satisfies Answer);
  }
});
