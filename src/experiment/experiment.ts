/**
 * An experiment: the worlds of a plan, run by some executor, each taken once, put in canonical order.
 */
import { inCanonicalOrder, totalDigest } from './digest.ts';
import type { Executor, FinishedWorld } from './executor.ts';
import type { Plan } from './plan.ts';
import type { WorldResult } from './results.ts';

export interface ExperimentOptions {
  readonly executor: Executor;
  readonly signal?: AbortSignal;
  /** Worlds that are there already, from a store. */
  readonly finished?: readonly FinishedWorld[];
  /** Called once for each world that this run finishes. */
  readonly onWorld?: (results: FinishedWorld) => void;
}

export interface ExperimentResult {
  /** World after world, in each the arms in their order. */
  readonly results: readonly WorldResult[];
  readonly digest: string;
  /** How many worlds are in `results`: fewer than planned after an abort. */
  readonly worlds: number;
}

/** Run the worlds 0 .. scenario.worlds - 1 that are not finished yet. */
export async function runExperiment(plan: Plan, options: ExperimentOptions): Promise<ExperimentResult> {
  const { executor, signal = new AbortController().signal, onWorld } = options;
  const total = plan.scenario.worlds;
  const byWorld = new Map<number, FinishedWorld>();
  for (const world of options.finished ?? []) if (world[0].world < total) takeOnce(byWorld, world);
  const open = Array.from({ length: total }, (_, world) => world).filter((world) => !byWorld.has(world));
  if (open.length > 0 && !signal.aborted) {
    for await (const world of executor.run(plan, open, signal)) {
      if (takeOnce(byWorld, world)) onWorld?.(world);
    }
  }
  const missing = open.find((world) => !byWorld.has(world));
  if (missing !== undefined && !signal.aborted) throw new Error(`World ${missing} was never finished.`);
  return gather([...byWorld.values()].flat());
}

/**
 * The longest stretch of worlds from 0 on without a gap, in whole twins: what can be shown of an interrupted experiment
 * without favoring worlds that happen to finish fast.
 */
export function withoutGaps({ results }: ExperimentResult): ExperimentResult {
  let worlds = 0;
  for (const { world } of results) if (world === worlds) worlds++;
  worlds -= worlds % 2;
  return gather(results.filter(({ world }) => world < worlds));
}

/** The worlds before number `worlds`: what an experiment of that many would give. */
export function firstWorlds({ results }: ExperimentResult, worlds: number): ExperimentResult {
  return gather(results.filter(({ world }) => world < worlds));
}

/** True when the world is new. A second answer must be the first one again: anything else is a bug or a bad machine. */
function takeOnce(byWorld: Map<number, FinishedWorld>, results: FinishedWorld): boolean {
  const { world } = results[0];
  const earlier = byWorld.get(world);
  byWorld.set(world, earlier ?? results);
  if (earlier?.some(({ digest }, arm) => digest !== results[arm]?.digest)) {
    throw new Error(
      `World ${world} gave two different results from the same inputs; neither can be trusted.`,
    );
  }
  return earlier === undefined;
}

function gather(unordered: readonly WorldResult[]): ExperimentResult {
  const results = inCanonicalOrder(unordered);
  return { results, digest: totalDigest(results), worlds: new Set(results.map(({ world }) => world)).size };
}
