/** A scenario, and a simulator whose numbers come from a hash: fast, and as unlike from world to world as can be. */
import type { WorldRecord } from '../../src/engine/simulate.ts';
import { textDigest } from '../../src/experiment/digest.ts';
import { allDailyMetrics } from '../../src/experiment/digest-bytes.ts';
import type { Executor, FinishedWorld, Simulator } from '../../src/experiment/executor.ts';
import { toResult } from '../../src/experiment/executor.ts';
import { type Plan, planExperiment } from '../../src/experiment/plan.ts';
import { monthsBegun } from '../../src/metrics/calendar.ts';
import { type Cohorts, funnelSteps } from '../../src/metrics/cohorts.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { segmentMetrics } from '../../src/metrics/segments.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const text = `
seedbed: 1
title: Two ways
horizon: 6 days
worlds: 20
community: {members: 30, prospects: 10}
arms:
  - name: plain
  - name: with ads
    tactics: {ads: {load: 4}}
`;

export function scenarioFrom(yaml = text, set: readonly string[] = []): Scenario {
  const { scenario, problems } = parseScenario(yaml, 'fake.yaml', { set });
  if (scenario === null) throw new Error(JSON.stringify(problems));
  return scenario;
}

export const planFrom = (changes: Partial<Scenario> = {}): Plan =>
  planExperiment({ ...scenarioFrom(), ...changes }, new Map());

/** Numbers in [-1, 1) from a text; every seventh is NaN. */
export function numbersFrom(key: string, count: number): Float64Array {
  const bytes = Buffer.concat(
    Array.from({ length: Math.ceil(count / 8) }, (_, i) => Buffer.from(textDigest(`${key} ${i}`), 'hex')),
  );
  return Float64Array.from({ length: count }, (_, i) =>
    i % 7 === 6 ? Number.NaN : bytes.readInt32LE(i * 4) / 2 ** 31,
  );
}

export function fakeRecord(plan: Plan, world: number, arm: number): WorldRecord {
  const key = `${plan.armKeys[arm]} ${world}`;
  const days = plan.scenario.horizonDays;
  return {
    outcomes: numbersFrom(key, metrics.length),
    daily: Object.fromEntries(allDailyMetrics.map((name) => [name, numbersFrom(`${key} ${name}`, days)])),
    segments: Object.fromEntries(
      [...segmentMetrics, 'people'].map((name) => [name, numbersFrom(`${key} ${name} by segment`, 2)]),
    ),
    cohorts: fakeCohorts(key, days),
    remarks: world % 5 === 0 ? [`remark of ${world}`] : [],
  };
}

function fakeCohorts(key: string, days: number): Cohorts {
  const months = monthsBegun(days);
  const table = (name: string) => numbersFrom(`${key} ${name} by age`, (months + 1) * months);
  return {
    months,
    size: numbersFrom(`${key} size`, months + 1),
    seen: table('seen'),
    members: table('members'),
    came: table('came'),
    contribution: table('contribution'),
    carried: 0.25,
    funnel: numbersFrom(`${key} funnel`, funnelSteps.length),
    each: numbersFrom(`${key} each`, funnelSteps.length),
  };
}

export const fakeSimulator: Simulator = (plan) => (world, arm) => fakeRecord(plan, world, arm);

export function fakeWorld(plan: Plan, world: number): FinishedWorld {
  return plan.scenario.arms.map((_, arm) => toResult(plan, world, arm, fakeRecord(plan, world, arm)));
}

/** Hands out finished worlds in an order drawn from the seed, with pauses, and some of them twice. */
export function shufflingExecutor(seed: number, finish = fakeWorld): Executor {
  let state = seed >>> 0;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return {
    async *run(plan, worlds, signal) {
      const jobs = [...worlds, ...worlds.filter(() => draw(4) === 0)];
      while (jobs.length > 0) {
        if (draw(5) === 0) await new Promise((resolve) => setTimeout(resolve, draw(3)));
        if (signal.aborted) return;
        const [world] = jobs.splice(draw(jobs.length), 1);
        yield finish(plan, world);
      }
    },
  };
}
