import { describe, expect, it } from 'vitest';
import { WorldFailed } from '../../src/experiment/executor.ts';
import { runExperiment, withoutGaps } from '../../src/experiment/experiment.ts';
import { localExecutor } from '../../src/experiment/local.ts';
import { fakeSimulator, fakeWorld, planFrom, shufflingExecutor } from './fake.ts';

const plan = planFrom();
const executor = localExecutor(fakeSimulator);
const whole = await runExperiment(plan, { executor });

describe('an experiment', () => {
  it('gives every world and arm once, in canonical order', () => {
    expect(whole.worlds).toBe(20);
    expect(whole.results.map(({ world, arm }) => world * 2 + arm)).toEqual(
      Array.from({ length: 40 }, (_, i) => i),
    );
  });

  it('has the same digest for shuffled orders, pauses and worlds that come twice', async () => {
    for (let seed = 0; seed < 20; seed++) {
      const seen: number[] = [];
      const shuffled = await runExperiment(plan, {
        executor: shufflingExecutor(seed),
        onWorld: ([{ world }]) => seen.push(world),
      });
      expect(shuffled.digest).toBe(whole.digest);
      expect(shuffled.results).toEqual(whole.results);
      expect(seen).toHaveLength(20);
      expect(seen).not.toEqual([...seen].sort((a, b) => a - b));
    }
  });

  it('runs only worlds that are not finished yet, and comes to the same', async () => {
    const finished = [3, 4, 19].map((world) => fakeWorld(plan, world));
    const ran: number[] = [];
    const resumed = await runExperiment(plan, {
      executor,
      finished,
      onWorld: ([{ world }]) => ran.push(world),
    });
    expect(resumed.digest).toBe(whole.digest);
    expect(ran).toHaveLength(17);
    expect(ran).not.toContain(4);
  });

  it('leaves worlds beyond the number that is asked for', async () => {
    const few = { ...plan, scenario: { ...plan.scenario, worlds: 4 } };
    const finished = [2, 3, 4, 19].map((world) => fakeWorld(plan, world));
    const { worlds, digest } = await runExperiment(few, { executor, finished });
    expect(worlds).toBe(4);
    expect(digest).toBe((await runExperiment(few, { executor })).digest);
  });

  it('keeps what is finished when it is stopped', async () => {
    const stopping = new AbortController();
    let count = 0;
    const { worlds } = await runExperiment(plan, {
      executor,
      signal: stopping.signal,
      onWorld: () => {
        if (++count === 7) stopping.abort();
      },
    });
    expect(worlds).toBe(7);
  });

  it('stops loudly when a world gives two different results', async () => {
    const faulty = {
      async *run() {
        yield fakeWorld(plan, 0);
        yield fakeWorld(plan, 0).map((result) => ({ ...result, digest: '0'.repeat(64) }));
      },
    };
    await expect(runExperiment(plan, { executor: faulty })).rejects.toThrow('two different results');
  });

  it('does not pass over a world that never comes', async () => {
    const forgetful = {
      async *run() {
        yield fakeWorld(plan, 0);
      },
    };
    await expect(runExperiment(plan, { executor: forgetful })).rejects.toThrow('World 1 was never finished');
  });
});

describe('an interrupted experiment', () => {
  it('is shown up to its first gap, in whole twins', async () => {
    const some = [0, 1, 2, 3, 4, 6, 7, 8].flatMap((world) => fakeWorld(plan, world));
    const shown = withoutGaps({ results: some, digest: '', worlds: 8 });
    expect(shown.worlds).toBe(4);
    expect(shown.results.map(({ world }) => world)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('shows nothing where the first world is missing', () => {
    expect(withoutGaps({ results: fakeWorld(plan, 1), digest: '', worlds: 1 }).worlds).toBe(0);
  });
});

describe('the executor in this thread', () => {
  it('lets the event loop go round between arms', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await runExperiment(plan, { executor });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  it('names the world, the seed and the reason when a simulation fails', async () => {
    const failing = localExecutor((p) => (world, arm) => {
      if (world === 5) throw new Error('the ledger does not balance');
      return fakeSimulator(p)(world, arm);
    });
    const failure = runExperiment(plan, { executor: failing });
    await expect(failure).rejects.toThrow(WorldFailed);
    await expect(failure).rejects.toThrow('World 5 of seed "seedbed" could not be simulated: the ledger');
  });

  it('keeps its own copy of what a simulator may write over', async () => {
    const shared = new Map<string, Float64Array>();
    const reusing = localExecutor((p) => (world, arm) => {
      const record = fakeSimulator(p)(world, arm);
      const { outcomes } = record;
      const buffer = shared.get('outcomes') ?? new Float64Array(outcomes.length);
      shared.set('outcomes', buffer);
      buffer.set(outcomes);
      return { ...record, outcomes: buffer };
    });
    expect((await runExperiment(plan, { executor: reusing })).results).toEqual(whole.results);
  });
});
