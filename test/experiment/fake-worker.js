// A worker that answers like the real one, with made-up numbers. The scenario's summary (JSON) tells it where to fail.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parentPort, threadId } from 'node:worker_threads';

let scenario;
let kept;

parentPort.on('message', ({ world, plan }) => {
  if (plan !== undefined) ({ scenario, kept } = plan);
  const { die, times, log, fail, slow, threads } = JSON.parse(scenario.summary.en);
  appendFileSync(log, `${world}\n`);
  if (threads !== undefined) appendFileSync(threads, `${threadId} ${plan === undefined ? '' : scenario.title.en}\n`);
  const tries = existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line === String(world)).length
    : 0;
  if (world === die && tries <= times) process.exit(7);
  if (world === fail) return parentPort.postMessage({ failure: 'it does not add up', stack: 'at fake' });
  const until = performance.now() + (slow ?? 0);
  while (performance.now() < until);
  const results = scenario.arms.map((_, arm) => ({
    world,
    arm,
    outcomes: Float64Array.of(world, arm),
    daily: Object.fromEntries(kept.map((name) => [name, Float64Array.of(world + arm)])),
    digest: `${world}${arm}`.padStart(64, '0'),
    remarks: [],
  }));
  return parentPort.postMessage({ results });
});
