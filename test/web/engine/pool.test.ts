import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordBytes } from '../../../src/experiment/digest-bytes.ts';
import { toResult, WorldFailed } from '../../../src/experiment/executor.ts';
import { runExperiment } from '../../../src/experiment/experiment.ts';
import { localExecutor } from '../../../src/experiment/local.ts';
import { type Plan, planExperiment } from '../../../src/experiment/plan.ts';
import { resultOf } from '../../../src/experiment/results.ts';
import { simulator } from '../../../src/experiment/simulator.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { armMemory, NoWorkers, workerExecutor } from '../../../web/engine/pool.ts';
import { slicedExecutor } from '../../../web/engine/sliced.ts';
import type { Order } from '../../../web/engine/worker.ts';

/** A worker without a thread: answers each order in a later turn, as the real one does. */
class FakeWorker {
  static orders: { world: number; arms: readonly number[] }[] = [];
  static alive = 0;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  private plan: Plan | undefined;
  private readonly mood: 'well' | 'failing' | 'blocked' | 'stuck' | 'unsafe';

  constructor(mood: FakeWorker['mood'] = 'well') {
    this.mood = mood;
    FakeWorker.alive++;
    if (mood === 'blocked')
      setTimeout(() => this.onerror?.({ message: 'blocked', preventDefault: () => {} }), 0);
  }

  postMessage(order: Order): void {
    if ('plan' in order) {
      this.plan = order.plan;
      return;
    }
    const { world, arms } = order;
    FakeWorker.orders.push({ world, arms });
    if (this.mood === 'blocked' || this.mood === 'stuck') return;
    setTimeout(() => this.onmessage?.({ data: this.answer(world, arms) }), 0);
  }

  terminate(): void {
    FakeWorker.alive--;
    this.onmessage = null;
  }

  private answer(world: number, arms: readonly number[]) {
    if (this.mood === 'failing') return { world, failure: 'a planted fault' };
    const plan = this.plan as Plan;
    const run = simulator(plan);
    const results = arms.map((arm) => {
      const record = run(world, arm);
      if (this.mood !== 'unsafe') return toResult(plan, world, arm, record);
      // What the real one answers where the browser hashes nothing.
      return resultOf(plan, world, arm, record, recordBytes(record.outcomes, record.daily));
    });
    return { world, results };
  }
}

const small = (changes: readonly string[] = []): Plan => {
  const text = readFileSync('scenarios/growth-or-retention.yaml', 'utf8');
  const set = ['community.members=60', 'community.prospects=40', 'horizon=40 days', 'worlds=4', ...changes];
  const { scenario, problems } = parseScenario(text, 'growth-or-retention.yaml', { set });
  if (!scenario) throw new Error(problems.map(({ message }) => message).join());
  return planExperiment(scenario, new Map());
};

const start = (mood: ConstructorParameters<typeof FakeWorker>[0]) => () =>
  new FakeWorker(mood) as unknown as Worker;

const run = async (plan: Plan, executor: ReturnType<typeof workerExecutor>) =>
  (await runExperiment(plan, { executor })).digest;

describe('a pool of workers', () => {
  it('gives the digest of the command line, with any number of workers', async () => {
    const expected = await run(small(), localExecutor());
    for (const workers of [1, 2, 5]) {
      const executor = workerExecutor({ workers, memory: armMemory(), start: start('well') });
      expect(await run(small(), executor)).toBe(expected);
    }
  });

  it('hashes what workers send where they cannot', async () => {
    const executor = workerExecutor({ workers: 2, memory: armMemory(), start: start('unsafe') });
    expect(await run(small(), executor)).toBe(await run(small(), localExecutor()));
  });

  it('runs only the arms that an edit touches', async () => {
    const executor = workerExecutor({ workers: 2, memory: armMemory(), start: start('well') });
    await run(small(), executor);
    FakeWorker.orders = [];
    const edited = small(['arms[1].tactics.acquisition.arrivals=1 per day']);
    const digest = await run(edited, executor);
    expect(FakeWorker.orders.map(({ arms }) => arms)).toEqual([[1], [1], [1], [1]]);
    expect(digest).toBe(await run(edited, localExecutor()));
  });

  it('runs nothing again that it remembers', async () => {
    const executor = workerExecutor({ workers: 2, memory: armMemory(), start: start('well') });
    const first = await run(small(), executor);
    FakeWorker.orders = [];
    expect(await run(small(), executor)).toBe(first);
    expect(FakeWorker.orders).toEqual([]);
  });

  it('ends at once when it is stopped, and ends the workers that are busy', async () => {
    const executor = workerExecutor({ workers: 2, memory: armMemory(), start: start('stuck') });
    const controller = new AbortController();
    FakeWorker.alive = 0;
    const running = runExperiment(small(), { executor, signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect((await running).worlds).toBe(0);
    expect(FakeWorker.alive).toBe(0);
  });

  it('names the world that failed', async () => {
    const executor = workerExecutor({ workers: 1, memory: armMemory(), start: start('failing') });
    await expect(run(small(), executor)).rejects.toThrow(WorldFailed);
    await expect(run(small(), executor)).rejects.toThrow(/World 0 .*a planted fault/);
  });

  it('says so when no worker starts', async () => {
    const executor = workerExecutor({ workers: 2, memory: armMemory(), start: start('blocked') });
    await expect(run(small(), executor)).rejects.toThrow(NoWorkers);
  });
});

describe('the page itself as an executor', () => {
  it('gives the same digest in slices', async () => {
    expect(await run(small(), slicedExecutor(armMemory()))).toBe(await run(small(), localExecutor()));
  });
});

describe('the memory of arms', () => {
  it('forgets the arms that were not asked for longest', async () => {
    const memory = armMemory(2);
    const plans = ['1 per day', '2 per day', '3 per day'].map((rate) =>
      small([`arms[1].tactics.acquisition.arrivals=${rate}`]),
    );
    const result = toResult(plans[0], 0, 1, simulator(plans[0])(0, 1));
    for (const plan of plans) memory.keep(plan, result);
    expect(plans.map((plan) => memory.find(plan, 1, 0) !== undefined)).toEqual([false, true, true]);
  });
});
