/** Simulations of a calibration: each is known already, or runs in a thread and is kept as it finishes. */
import { planAt, type Question, summariesOf } from '../analysis/calibrate/question.ts';
import type { SimulationsFile } from '../experiment/simulations-file.ts';
import type { Job, ThreadPool } from '../experiment/threads.ts';

/** Ctrl-C came before all simulations that were asked for were there. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

interface Asked extends Job {
  readonly values: readonly number[];
  readonly resolve: (summaries: readonly number[]) => void;
  readonly reject: (error: unknown) => void;
}

export class Simulations {
  /** How many ran, not counting those that were known. */
  ran = 0;
  private readonly question: Question;
  private readonly pool: ThreadPool;
  private readonly file: SimulationsFile;
  private readonly signal: AbortSignal;
  private readonly onDone: () => void;
  private waiting: Asked[] = [];
  private running: Promise<void> | null = null;

  constructor(
    question: Question,
    pool: ThreadPool,
    file: SimulationsFile,
    signal: AbortSignal,
    onDone: () => void,
  ) {
    this.question = question;
    this.pool = pool;
    this.file = file;
    this.signal = signal;
    this.onDone = onDone;
  }

  /** One world; its number is `index`. All that is asked for at once runs together. */
  simulate(values: readonly number[], index: number): Promise<readonly number[]> {
    const known = this.file.find(index, values);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const job = { plan: planAt(this.question, values), world: index, of: `simulation ${index}` };
      this.waiting.push({ ...job, values, resolve, reject });
      this.running ??= Promise.resolve().then(() => this.run());
    });
  }

  /** Works until nothing waits. */
  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const jobs = this.waiting;
      this.waiting = [];
      const open = new Set(jobs);
      try {
        for await (const { job, results } of this.pool.run(jobs, this.signal)) {
          const summaries = summariesOf(this.question, results[0].daily);
          this.file.add(job.world, job.values, summaries);
          this.ran++;
          this.onDone();
          open.delete(job);
          job.resolve(summaries);
        }
        for (const job of open) job.reject(new Stopped());
      } catch (error) {
        for (const job of open) job.reject(error);
      }
    }
    this.running = null;
  }
}
