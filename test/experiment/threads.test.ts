import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/experiment.ts';
import { localExecutor } from '../../src/experiment/local.ts';
import { planExperiment } from '../../src/experiment/plan.ts';
import { threadExecutor, threadPool } from '../../src/experiment/threads.ts';
import { tiesFromPairs } from '../../src/population/ties.ts';
import { planFrom, scenarioFrom } from './fake.ts';

const fake = new URL('./fake-worker.js', import.meta.url);
const built = pathToFileURL('dist/worker.js');
let folder: string;
let log: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seedbed-threads-'));
  log = join(folder, 'log');
  writeFileSync(log, '');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A plan whose fake worker fails as told, and how often it began each world. */
const planThat = (orders: object) => planFrom({ summary: { en: JSON.stringify({ log, ...orders }) } });
const begun = () => readFileSync(log, 'utf8').trim().split('\n').map(Number);

describe('worker threads', () => {
  it('share the worlds out, each once', async () => {
    const result = await runExperiment(planThat({}), {
      executor: threadExecutor({ threads: 3, script: fake }),
    });
    expect(result.worlds).toBe(20);
    expect(begun().sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, world) => world));
  });

  it('try the world of a thread that died once more, in a new one', async () => {
    const plan = planThat({ die: 6, times: 1 });
    const result = await runExperiment(plan, { executor: threadExecutor({ threads: 2, script: fake }) });
    expect(result.worlds).toBe(20);
    expect(begun().filter((world) => world === 6)).toHaveLength(2);
  });

  it('name the world and the seed when it dies twice', async () => {
    const plan = planThat({ die: 6, times: 2 });
    const failure = runExperiment(plan, { executor: threadExecutor({ threads: 2, script: fake }) });
    await expect(failure).rejects.toThrow(
      'World 6 of seed "seedbed" could not be simulated: its thread ended with code 7 (tried twice)',
    );
  });

  it('do not try a world again that failed by its own inputs', async () => {
    const plan = planThat({ fail: 3 });
    const failure = runExperiment(plan, { executor: threadExecutor({ threads: 2, script: fake }) });
    await expect(failure).rejects.toThrow(
      'World 3 of seed "seedbed" could not be simulated: it does not add up',
    );
    expect(begun().filter((world) => world === 3)).toHaveLength(1);
  });

  it('say so when the worker cannot even start', async () => {
    const script = pathToFileURL(join(folder, 'missing.js'));
    const failure = runExperiment(planThat({}), { executor: threadExecutor({ threads: 1, script }) });
    await expect(failure).rejects.toThrow(/World 0 .*missing\.js.*tried twice/);
  });

  it('stop in the middle of a world, within 300 ms', async () => {
    const stopping = new AbortController();
    const plan = planThat({ slow: 60_000 });
    const stopped = runExperiment(plan, {
      executor: threadExecutor({ threads: 2, script: fake }),
      signal: stopping.signal,
    });
    while (begun().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    const from = performance.now();
    stopping.abort();
    expect((await stopped).worlds).toBe(0);
    expect(performance.now() - from).toBeLessThan(300);
  });
});

describe('a pool of threads', () => {
  const never = new AbortController().signal;
  const jobsOf = (titles: readonly string[], worlds: number, orders: object = {}) => {
    const threads = join(folder, 'threads');
    return titles.flatMap((title) => {
      const plan = planFrom({
        title: { en: title },
        summary: { en: JSON.stringify({ log, threads, ...orders }) },
      });
      return Array.from({ length: worlds }, (_, world) => ({ plan, world, of: title }));
    });
  };
  const orders = () =>
    readFileSync(join(folder, 'threads'), 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' '));

  it('passes jobs of many plans through the same threads, each plan once to a thread', async () => {
    const pool = threadPool({ threads: 2, script: fake });
    const titles = ['a', 'b', 'c', 'd', 'e'];
    const seen: string[] = [];
    for (const half of [titles.slice(0, 3), titles.slice(3)])
      for await (const { job } of pool.run(jobsOf(half, 8), never)) seen.push(`${job.of}${job.world}`);
    await pool.close();
    expect(new Set(seen).size).toBe(40);
    // One thread may be through with all before the other has begun.
    expect(new Set(orders().map(([thread]) => thread)).size).toBeLessThanOrEqual(2);
    const plans = orders().filter(([, title]) => title !== '');
    expect(plans.length).toBeLessThanOrEqual(10);
    expect(new Set(plans.map((order) => order.join(' '))).size).toBe(plans.length);
  });

  it('asks for jobs only as threads are free for them', async () => {
    const pool = threadPool({ threads: 2, script: fake });
    let asked = 0;
    function* jobs() {
      for (const job of jobsOf(['a'], 10)) {
        asked++;
        yield job;
      }
    }
    let finished = 0;
    for await (const _ of pool.run(jobs(), never)) {
      finished++;
      expect(asked).toBeLessThanOrEqual(finished + 10);
      if (finished === 1) expect(asked).toBeLessThanOrEqual(5);
    }
    await pool.close();
    expect(finished).toBe(10);
  });

  it('names the point of a world that fails', async () => {
    const pool = threadPool({ threads: 2, script: fake });
    const run = async () => {
      for await (const _ of pool.run(jobsOf(['point 4'], 6, { fail: 3 }), never));
    };
    await expect(run()).rejects.toThrow('World 3 of point 4 of seed "seedbed" could not be simulated');
    await pool.close();
  });

  it('goes on with other jobs after a run was stopped', async () => {
    const pool = threadPool({ threads: 2, script: fake });
    const stopping = new AbortController();
    for await (const _ of pool.run(jobsOf(['a'], 10), stopping.signal)) stopping.abort();
    const seen = [];
    for await (const { job } of pool.run(jobsOf(['b'], 3), never)) seen.push(job.world);
    await pool.close();
    expect(seen.sort()).toEqual([0, 1, 2]);
  });
});

describe('the built worker', () => {
  it('comes to the same digest as this thread, with any number of threads', async () => {
    const plan = planFrom({ worlds: 6 });
    const { digest, results } = await runExperiment(plan, { executor: localExecutor() });
    for (const threads of [1, 2, 3]) {
      const result = await runExperiment(plan, { executor: threadExecutor({ threads, script: built }) });
      expect(result.digest).toBe(digest);
      expect(result.results).toEqual(results);
    }
  });

  it('is handed the ties of network files', async () => {
    const ring = tiesFromPairs(
      40,
      Uint32Array.from({ length: 40 }, (_, p) => p),
      Uint32Array.from({ length: 40 }, (_, p) => (p + 1) % 40),
    );
    const scenario = { ...scenarioFrom(undefined, ['community.network=ring.txt']), worlds: 4 };
    const plan = planExperiment(scenario, new Map([['ring.txt', ring]]));
    const { digest } = await runExperiment(plan, { executor: localExecutor() });
    const result = await runExperiment(plan, { executor: threadExecutor({ threads: 2, script: built }) });
    expect(result.digest).toBe(digest);
    expect(digest).not.toBe(
      (await runExperiment(planFrom({ worlds: 4 }), { executor: localExecutor() })).digest,
    );
  });
});
