/**
 * Web Workers as an executor. Results of an arm are remembered by what the arm is (its key), so that after an edit only
 * the arms that it touches run again. Stopping ends the workers at once, whatever they are doing.
 */
import { bytesDigest } from '../../src/experiment/digest.ts';
import type { Executor, FinishedWorld } from '../../src/experiment/executor.ts';
import { WorldFailed } from '../../src/experiment/executor.ts';
import type { Plan } from '../../src/experiment/plan.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { startWorker } from './start-worker.ts';
import type { Answer, Order, Undigested } from './worker.ts';

/** Arms whose results are remembered: those of a few edits back. */
const REMEMBERED_ARMS = 12;

/** What is known of arms, by key of the arm and the days kept of it. */
export interface Memory {
  find(plan: Plan, arm: number, world: number): WorldResult | undefined;
  keep(plan: Plan, result: WorldResult): void;
}

export function armMemory(most = REMEMBERED_ARMS): Memory {
  const arms = new Map<string, Map<number, WorldResult>>();
  const keyOf = (plan: Plan, arm: number) => `${plan.armKeys[arm]} ${plan.kept.join(' ')}`;
  return {
    find(plan, arm, world) {
      const key = keyOf(plan, arm);
      const worlds = arms.get(key);
      if (worlds === undefined) return undefined;
      arms.delete(key);
      arms.set(key, worlds);
      const found = worlds.get(world);
      return found && { ...found, arm };
    },
    keep(plan, result) {
      const key = keyOf(plan, result.arm);
      let worlds = arms.get(key);
      if (worlds === undefined) {
        worlds = new Map();
        arms.set(key, worlds);
        for (const oldest of [...arms.keys()].slice(0, Math.max(0, arms.size - most))) arms.delete(oldest);
      }
      worlds.set(result.world, result);
    },
  };
}

/** Workers could not be started here: blocked by the page's host, or there are none. */
export class NoWorkers extends Error {
  override readonly name = 'NoWorkers';
}

export interface PoolOptions {
  readonly workers: number;
  readonly memory: Memory;
  /** Makes a worker; tests give their own. */
  readonly start?: () => Worker;
}

/** As many as there are cores, one left for the page where there are more than two. */
export const usualWorkers = (): number => {
  const cores = navigator.hardwareConcurrency || 2;
  return Math.max(1, Math.min(8, cores <= 2 ? cores : cores - 1));
};

/** Runs worlds in Web Workers that stay between runs. Throws `NoWorkers` where none starts. */
export function workerExecutor({ workers, memory, start = startWorker }: PoolOptions): Executor {
  const idle: Worker[] = [];
  return {
    async *run(plan, worlds, signal): AsyncGenerator<FinishedWorld> {
      const crew = new Crew(plan, worlds, memory);
      yield* crew.remembered();
      if (crew.isDone || signal.aborted) return;
      const stop = () => crew.stop();
      signal.addEventListener('abort', stop);
      try {
        for (let i = 0; i < Math.min(workers, crew.open); i++) crew.hire(idle.pop() ?? started(start));
        for (let left = crew.open; left > 0; left--) {
          const finished = await crew.next();
          if (finished === undefined) return;
          yield finished;
        }
      } finally {
        signal.removeEventListener('abort', stop);
        idle.push(...crew.dismiss());
      }
    },
  };
}

/** A page may refuse a worker at once, too. */
function started(start: () => Worker): Worker {
  try {
    return start();
  } catch (error) {
    throw new NoWorkers(error instanceof Error ? error.message : String(error));
  }
}

/** A result with its digest, made here where the worker could not. */
const digested = (result: Undigested): WorldResult => ({
  ...result,
  digest: typeof result.digest === 'string' ? result.digest : bytesDigest(result.digest),
});

/** The workers of one run and what they have yet to do. */
class Crew {
  private readonly plan: Plan;
  private readonly memory: Memory;
  private readonly waiting: number[] = [];
  private readonly known: number[] = [];
  private readonly finished: FinishedWorld[] = [];
  private readonly staff = new Map<Worker, number | null>();
  private failure: Error | undefined;
  private stopped = false;
  private wake: () => void = () => {};
  readonly open: number;

  constructor(plan: Plan, worlds: readonly number[], memory: Memory) {
    this.plan = plan;
    this.memory = memory;
    for (const world of worlds) (this.missing(world).length === 0 ? this.known : this.waiting).push(world);
    this.waiting.reverse();
    this.open = this.waiting.length;
  }

  get isDone(): boolean {
    return this.open === 0;
  }

  *remembered(): Generator<FinishedWorld> {
    for (const world of this.known) yield this.whole(world);
  }

  hire(worker: Worker): void {
    let isReady = false;
    this.staff.set(worker, null);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      isReady = true;
      this.hear(worker, data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const why = event.message || 'the worker could not be started';
      this.fail(
        isReady
          ? new WorldFailed(this.staff.get(worker) ?? -1, this.plan.scenario.seed, why, event)
          : new NoWorkers(why),
      );
    };
    this.tell(worker, { plan: this.plan });
    this.handOut(worker);
  }

  async next(): Promise<FinishedWorld | undefined> {
    for (;;) {
      if (this.stopped) return undefined;
      const world = this.finished.shift();
      if (world !== undefined) return world;
      if (this.failure !== undefined) throw this.failure;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  /** Ends workers that are busy; gives back those that can be used again. */
  dismiss(): Worker[] {
    const free: Worker[] = [];
    for (const [worker, world] of this.staff) {
      worker.onmessage = null;
      worker.onerror = null;
      if (world === null && this.failure === undefined) free.push(worker);
      else worker.terminate();
    }
    this.staff.clear();
    return free;
  }

  private hear(worker: Worker, data: Answer): void {
    if ('ready' in data) return;
    if ('failure' in data) {
      this.fail(new WorldFailed(data.world, this.plan.scenario.seed, data.failure, undefined));
      return;
    }
    const results = data.results.map(digested);
    for (const result of results) this.memory.keep(this.plan, result);
    this.finished.push(this.whole(data.world, results));
    this.handOut(worker);
    this.wake();
  }

  private handOut(worker: Worker): void {
    const world = this.stopped ? undefined : this.waiting.pop();
    this.staff.set(worker, world ?? null);
    if (world !== undefined) this.tell(worker, { world, arms: this.missing(world) });
  }

  private tell(worker: Worker, order: Order): void {
    worker.postMessage(order);
  }

  private missing(world: number): number[] {
    return this.plan.armKeys.map((_, arm) => arm).filter((arm) => !this.memory.find(this.plan, arm, world));
  }

  private whole(world: number, fresh: readonly WorldResult[] = []): FinishedWorld {
    return this.plan.armKeys.map((_, arm) => {
      const result = fresh.find((each) => each.arm === arm) ?? this.memory.find(this.plan, arm, world);
      if (result === undefined) throw new Error(`world ${world} lacks arm ${arm}`);
      return result;
    });
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }
}
