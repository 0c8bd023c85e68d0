import type { WorldRecord } from '../engine/simulate.ts';
import { digestOf } from './digest.ts';
import type { Plan } from './plan.ts';
import { resultOf, type WorldResult } from './results.ts';

/**
 * Works through worlds: in this thread, in several, on other machines.
 *
 * One job is one world with all its arms, since arms share their people. Finished jobs come in any order, perhaps more
 * than once (the receiver takes each once). After an abort the sequence ends early, without an error; work that was
 * under way is dropped.
 */
export interface Executor {
  run(plan: Plan, worlds: readonly number[], signal: AbortSignal): AsyncIterable<FinishedWorld>;
}

/** What all arms of one world did, in the order of the arms. */
export type FinishedWorld = readonly WorldResult[];

/** Makes ready what all worlds of a plan share, and gives the function that runs one arm of one world. */
export type Simulator = (plan: Plan) => (world: number, arm: number) => WorldRecord;

/** A world could not be finished: the simulation failed on it, twice if its thread died. */
export class WorldFailed extends Error {
  override readonly name = 'WorldFailed';
  readonly world: number;

  /** `of`: what the world is one of, where a run has several plans: `point 17`. */
  constructor(world: number, seed: string, why: string, cause: unknown, of?: string) {
    const place = of === undefined ? '' : ` of ${of}`;
    super(`World ${world}${place} of seed ${JSON.stringify(seed)} could not be simulated: ${why}`, { cause });
    this.world = world;
  }
}

/** A record as it is kept, with its digest. */
export const toResult = (plan: Plan, world: number, arm: number, record: WorldRecord): WorldResult =>
  resultOf(plan, world, arm, record, digestOf(record.outcomes, record.daily));
