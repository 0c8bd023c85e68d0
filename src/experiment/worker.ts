/**
 * A worker thread: gets worlds one at a time, and a plan before the first of its worlds; answers each with its results, or
 * with why there are none. An entry of its own in the Node build.
 */
import { parentPort } from 'node:worker_threads';
import { toResult } from './executor.ts';
import type { Networks, Plan } from './plan.ts';
import type { WorldResult } from './results.ts';
import { simulator } from './simulator.ts';

/** A world to run; with a plan where it is not that of the world before, with networks where they are others. */
export interface Order {
  readonly world: number;
  readonly plan?: Omit<Plan, 'networks'>;
  readonly networks?: Networks;
}

export type Answer =
  | { readonly results: readonly WorldResult[] }
  | { readonly failure: string; readonly stack: string | undefined };

let plan: Plan;
let runArm: ReturnType<typeof simulator> | undefined;

parentPort?.on('message', (order: Order) => {
  try {
    if (order.plan !== undefined) {
      plan = { ...order.plan, networks: order.networks ?? plan.networks };
      runArm = undefined;
    }
    const { world } = order;
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
