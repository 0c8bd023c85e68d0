/**
 * A Web Worker that simulates: gets a plan, then worlds one at a time with the arms that are wanted, and answers each
 * with its results. The same engine as everywhere; no SharedArrayBuffer, since static hosts do not isolate pages.
 */
import { toResult } from '../../src/experiment/executor.ts';
import type { Plan } from '../../src/experiment/plan.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { simulator } from '../../src/experiment/simulator.ts';

export type Order = { readonly plan: Plan } | { readonly world: number; readonly arms: readonly number[] };

export type Answer =
  | { readonly ready: true }
  | { readonly world: number; readonly results: readonly WorldResult[] }
  | { readonly world: number; readonly failure: string };

let plan: Plan | undefined;
let runArm: ReturnType<typeof simulator> | undefined;

const answer = (message: Answer) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if ('plan' in data) {
    plan = data.plan;
    runArm = undefined;
    return;
  }
  const { world, arms } = data;
  try {
    if (plan === undefined) throw new Error('a world was asked for before there was a plan');
    runArm ??= simulator(plan);
    const results: WorldResult[] = [];
    for (const arm of arms) results.push(toResult(plan, world, arm, runArm(world, arm)));
    answer({ world, results });
  } catch (error) {
    answer({ world, failure: error instanceof Error ? error.message : String(error) });
  }
});

answer({ ready: true });
