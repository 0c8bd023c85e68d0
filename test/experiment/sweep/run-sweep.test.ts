import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { designs } from '../../../src/experiment/designs/index.ts';
import { planExperiment } from '../../../src/experiment/plan.ts';
import { readOutcomes } from '../../../src/experiment/shards/outcomes.ts';
import { digestOfResults } from '../../../src/experiment/shards/result-index.ts';
import { simulator } from '../../../src/experiment/simulator.ts';
import { readInput } from '../../../src/experiment/sweep/inputs.ts';
import { layOut, type Source, setsOf } from '../../../src/experiment/sweep/points.ts';
import { runSweep, type Sweep } from '../../../src/experiment/sweep/run-sweep.ts';
import { threadPool } from '../../../src/experiment/threads.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { storePlace } from '../shards/rows.ts';

const { folder, open } = storePlace();
const script = pathToFileURL('dist/worker.js');
const text = `
seedbed: 1
title: Some arms
horizon: 6 days
community: {members: 30, prospects: 10}
arms:
  - name: plain
  - name: ads
    tactics: {ads: {load: 4}}
`;
const source: Source = { file: 'x.yaml', text, options: { worlds: 3 }, networks: new Map() };

function scenarioWith(set: readonly string[] = []) {
  const { scenario } = parseScenario(text, 'x.yaml', { worlds: 3, set });
  if (scenario === null) throw new Error('no scenario');
  return scenario;
}

const inputs = ['tactics.ads.load=2..12', 'leave.perTie=0.1..0.5'].map((vary) => {
  const read = readInput(vary, scenarioWith(), source);
  if ('problem' in read) throw new Error(read.problem);
  return read.input;
});

function sweepOf(count: number, worlds: number): Sweep {
  const found = layOut(source, inputs, designs.sobol.points({ dimensions: 2, points: count, seed: 's' }));
  if ('problems' in found) throw new Error(found.problems.join());
  return { source, inputs, points: found.points, worlds };
}

/** Runs sweeps one after the other into one store; gives what it has of the last, and how many results were run. */
async function run(
  where: string,
  threads: number,
  sweeps: readonly Sweep[],
  stopAfter = Number.POSITIVE_INFINITY,
) {
  const store = await open(where);
  const pool = threadPool({ threads, script });
  const stopping = new AbortController();
  let done = 0;
  const onResults = (count: number) => {
    done += count;
    if (done >= stopAfter) stopping.abort();
  };
  for (const sweep of sweeps) await runSweep(sweep, store, pool, { signal: stopping.signal, onResults });
  await pool.close();
  const { points, worlds } = sweeps[sweeps.length - 1];
  const digest = digestOfResults(
    store.index,
    points.flatMap(({ armKeys }) => armKeys),
    worlds,
  );
  store.close();
  return { digest, done };
}

it('a sweep comes to the same results with any number of threads, in any order, in one go or in several', async () => {
  const whole = sweepOf(6, 3);
  const { digest, done } = await run(folder(), 1, [whole]);
  expect(done).toBe(36);
  expect(await run(folder(), 3, [whole])).toEqual({ digest, done });
  expect(await run(folder(), 2, [sweepOf(2, 3), sweepOf(6, 1), whole])).toEqual({ digest, done });
  const backwards = { ...whole, points: [...whole.points].reverse() };
  expect(await run(folder(), 2, [backwards])).toEqual({ digest, done });
  const where = folder();
  const stopped = await run(where, 2, [whole], 10);
  expect(stopped.done).toBeLessThan(36);
  const rest = await run(where, 2, [whole]);
  expect(rest).toEqual({ digest, done: 36 - stopped.done });
});

it('what a sweep keeps is what the engine gives for the scenario of the point', async () => {
  const sweep = sweepOf(2, 3);
  const where = folder();
  await run(where, 2, [sweep]);
  const armKeys = new Set(sweep.points.flatMap((point) => point.armKeys));
  const names = metrics.map(({ name }) => name);
  const found = await readOutcomes(where, { engine: 'engine', armKeys, worlds: 3, metrics: names });
  for (const point of sweep.points) {
    const runArm = simulator(planExperiment(scenarioWith(setsOf(inputs, point.values)), new Map()));
    for (const [arm, armKey] of point.armKeys.entries())
      for (let world = 0; world < 3; world++)
        expect(found.get(armKey)?.map((values) => values[world])).toEqual([...runArm(world, arm).outcomes]);
  }
});
