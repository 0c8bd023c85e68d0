import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/experiment.ts';
import { localExecutor } from '../../src/experiment/local.ts';
import { planExperiment } from '../../src/experiment/plan.ts';
import { threadExecutor } from '../../src/experiment/threads.ts';
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
