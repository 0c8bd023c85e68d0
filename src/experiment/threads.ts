/**
 * Runs worlds in worker threads of Node. A thread that dies takes nothing with it: its world is handed to a fresh one
 * once; if that dies too, the experiment ends with an error that names the world.
 */
import { Worker } from 'node:worker_threads';
import type { Executor, FinishedWorld } from './executor.ts';
import { WorldFailed } from './executor.ts';
import type { Plan } from './plan.ts';
import type { Answer } from './worker.ts';

export interface ThreadOptions {
  readonly threads: number;
  /** The built `worker.js`. */
  readonly script: URL;
}

export function threadExecutor({ threads, script }: ThreadOptions): Executor {
  return {
    async *run(plan: Plan, worlds: readonly number[], signal: AbortSignal): AsyncGenerator<FinishedWorld> {
      const pool = new Pool(plan, worlds, script);
      const stop = () => pool.wake();
      signal.addEventListener('abort', stop);
      try {
        for (let i = 0; i < Math.min(threads, worlds.length); i++) pool.startThread();
        for (let left = worlds.length; left > 0; left--) {
          const finished = await pool.next(signal);
          if (finished === undefined) return;
          yield finished;
        }
      } finally {
        signal.removeEventListener('abort', stop);
        await pool.close();
      }
    },
  };
}

class Pool {
  private readonly plan: Plan;
  private readonly script: URL;
  private readonly waiting: number[];
  private readonly died = new Set<number>();
  private readonly threads = new Set<Worker>();
  private readonly finished: FinishedWorld[] = [];
  private failure: Error | undefined;
  private closing = false;
  /** Ends the wait of `next`. */
  wake: () => void = () => {};

  constructor(plan: Plan, worlds: readonly number[], script: URL) {
    this.plan = plan;
    this.script = script;
    this.waiting = [...worlds].reverse();
  }

  startThread(): void {
    const thread = new Worker(this.script, { workerData: this.plan });
    let world = this.handOut(thread);
    let reason: unknown;
    this.threads.add(thread);
    thread.on('message', (answer: Answer) => {
      if ('failure' in answer) this.fail(world, answer.failure, answer.stack);
      else this.finished.push(answer.results);
      world = this.handOut(thread);
      this.wake();
    });
    thread.on('error', (error) => {
      reason = error;
    });
    thread.on('exit', (code) => {
      this.threads.delete(thread);
      if (!this.closing && world !== undefined)
        this.replace(world, reason ?? `its thread ended with code ${code}`);
    });
  }

  /** The next finished world, in the order of finishing; undefined after an abort. Throws when a world failed. */
  async next(signal: AbortSignal): Promise<FinishedWorld | undefined> {
    for (;;) {
      if (signal.aborted) return undefined;
      const world = this.finished.shift();
      if (world !== undefined) return world;
      if (this.failure !== undefined) throw this.failure;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private handOut(thread: Worker): number | undefined {
    const world = this.failure === undefined ? this.waiting.pop() : undefined;
    if (world !== undefined) thread.postMessage(world);
    return world;
  }

  private replace(world: number, reason: unknown): void {
    if (this.died.has(world)) {
      this.fail(world, `${reason instanceof Error ? reason.message : reason} (tried twice)`, reason);
    } else {
      this.died.add(world);
      this.waiting.push(world);
      this.startThread();
    }
    this.wake();
  }

  private fail(world: number | undefined, why: string, cause: unknown): void {
    this.failure ??= new WorldFailed(world ?? -1, this.plan.scenario.seed, why, cause);
  }
}
