/**
 * Runs worlds in worker threads of Node. Threads stay while jobs of many plans flow through them; a plan is handed to a
 * thread once, before the first of its worlds there. A thread that dies takes nothing with it: its world is handed to a
 * fresh one once; if that dies too, the run ends with an error that names the world.
 */
import { Worker } from 'node:worker_threads';
import type { Executor, FinishedWorld } from './executor.ts';
import { WorldFailed } from './executor.ts';
import type { Plan } from './plan.ts';
import type { Answer, Order } from './worker.ts';

export interface ThreadOptions {
  readonly threads: number;
  /** The built `worker.js`. */
  readonly script: URL;
}

/** One world of one plan, with all arms of that plan. */
export interface Job {
  readonly plan: Plan;
  readonly world: number;
  /** What the plan is one of, in an error: `point 17`. */
  readonly of?: string;
}

export interface FinishedJob<J extends Job> {
  readonly job: J;
  readonly results: FinishedWorld;
}

/** Threads for any number of runs, one after the other. */
export interface ThreadPool {
  /** Works through jobs, asking for the next when a thread is free; finished ones come in any order. Ends early after an abort. */
  run<J extends Job>(jobs: Iterable<J>, signal: AbortSignal): AsyncGenerator<FinishedJob<J>>;
  close(): Promise<void>;
}

export const threadPool = (options: ThreadOptions): ThreadPool => new Pool(options);

export function threadExecutor(options: ThreadOptions): Executor {
  return {
    async *run(plan: Plan, worlds: readonly number[], signal: AbortSignal): AsyncGenerator<FinishedWorld> {
      const pool = threadPool(options);
      const jobs = worlds.map((world) => ({ plan, world }));
      try {
        for await (const { results } of pool.run(jobs, signal)) yield results;
      } finally {
        await pool.close();
      }
    },
  };
}

interface Thread {
  readonly worker: Worker;
  /** The plan that it has, and what it is working on. */
  plan?: Plan;
  job?: Job | undefined;
}

/** The jobs of one run. */
class Work {
  readonly again: Job[] = [];
  readonly died = new Set<Job>();
  readonly finished: { job: Job; results: FinishedWorld }[] = [];
  failure: Error | undefined;
  private readonly source: Iterator<Job>;

  constructor(jobs: Iterable<Job>) {
    this.source = jobs[Symbol.iterator]();
  }

  /** The next job; undefined when there is none, or no use in it. */
  next(): Job | undefined {
    if (this.failure !== undefined) return undefined;
    const again = this.again.pop();
    if (again !== undefined) return again;
    const { value, done } = this.source.next();
    return done === true ? undefined : value;
  }

  fail({ plan, world, of }: Job, why: string, cause: unknown): void {
    this.failure ??= new WorldFailed(world, plan.scenario.seed, why, cause, of);
  }
}

class Pool implements ThreadPool {
  private readonly options: ThreadOptions;
  private readonly threads = new Set<Thread>();
  private work: Work = new Work([]);
  /** Ends the wait for something to happen. */
  private wake: () => void = () => {};

  constructor(options: ThreadOptions) {
    this.options = options;
  }

  async *run<J extends Job>(jobs: Iterable<J>, signal: AbortSignal): AsyncGenerator<FinishedJob<J>> {
    const work = new Work(jobs);
    this.work = work;
    const stop = () => this.wake();
    signal.addEventListener('abort', stop);
    try {
      if (!signal.aborted) this.begin();
      for (;;) {
        if (signal.aborted) return;
        const done = work.finished.shift();
        if (done !== undefined) yield done as FinishedJob<J>;
        else if (work.failure !== undefined) throw work.failure;
        else if (this.busy().length === 0) return;
        else
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
      }
    } finally {
      signal.removeEventListener('abort', stop);
      this.work = new Work([]);
      await this.terminate(this.busy());
    }
  }

  close(): Promise<void> {
    return this.terminate([...this.threads]);
  }

  private busy(): Thread[] {
    return [...this.threads].filter(({ job }) => job !== undefined);
  }

  /** Gives every thread something to do, as many threads as there are jobs for. */
  private begin(): void {
    for (const thread of this.threads) this.handOut(thread, this.work.next());
    while (this.threads.size < this.options.threads) {
      const job = this.work.next();
      if (job === undefined) return;
      this.handOut(this.startThread(), job);
    }
  }

  private startThread(): Thread {
    const thread: Thread = { worker: new Worker(this.options.script) };
    let reason: unknown;
    this.threads.add(thread);
    thread.worker.on('message', (answer: Answer) => this.take(thread, answer));
    thread.worker.on('error', (error) => {
      reason = error;
    });
    thread.worker.on('exit', (code) => {
      if (this.threads.delete(thread) && thread.job !== undefined)
        this.replace(thread.job, reason ?? `its thread ended with code ${code}`);
    });
    return thread;
  }

  private take(thread: Thread, answer: Answer): void {
    const { job } = thread;
    if (job === undefined || !this.threads.has(thread)) return;
    if ('failure' in answer) this.work.fail(job, answer.failure, answer.stack);
    else this.work.finished.push({ job, results: answer.results });
    this.handOut(thread, this.work.next());
    this.wake();
  }

  private handOut(thread: Thread, job: Job | undefined): void {
    thread.job = job;
    if (job === undefined) return;
    const { plan, world } = job;
    thread.worker.postMessage(orderFor(thread, plan, world));
    thread.plan = plan;
  }

  private replace(job: Job, reason: unknown): void {
    const { work } = this;
    if (work.died.has(job)) {
      work.fail(job, `${reason instanceof Error ? reason.message : reason} (tried twice)`, reason);
    } else {
      work.died.add(job);
      this.handOut(this.startThread(), job);
    }
    this.wake();
  }

  private async terminate(threads: readonly Thread[]): Promise<void> {
    for (const thread of threads) this.threads.delete(thread);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

/** What a thread is sent: the plan where it has another one, without the networks that it has already. */
function orderFor(thread: Thread, plan: Plan, world: number): Order {
  if (thread.plan === plan) return { world };
  const { networks, ...rest } = plan;
  return { world, plan: rest, ...(thread.plan?.networks !== networks && { networks }) };
}
