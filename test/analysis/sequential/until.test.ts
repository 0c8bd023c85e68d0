import { mean, sampleVariance } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { UntilDecided } from '../../../src/analysis/sequential/until.ts';
import type { FinishedWorld } from '../../../src/experiment/executor.ts';
import type { WorldResult } from '../../../src/experiment/results.ts';
import { findMetric, type Metric, metricIndex, metrics } from '../../../src/metrics/definitions.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { normals } from '../sensitivity/functions.ts';

const text = `seedbed: 1
title: {en: Two ways}
arms: [{name: as is}, {name: one}, {name: two}]
judge: {metric: net revenue, matters: 20 CNY}
`;
const { scenario } = parseScenario(text, 'two.yaml');
if (scenario === null) throw new Error('the scenario of this test is wrong');
const revenue = findMetric('netRevenue') as Metric;
const members = findMetric('members') as Metric;

/** A world of three arms: luck of 100 that they share, and what each adds. */
function world(w: number, one: number, two: number): FinishedWorld {
  const luck = normals('worlds');
  const shared = 1000 + 100 * luck(Math.floor(w / 2), 0);
  return [shared, shared + one + 30 * luck(w, 1), shared + two + 30 * luck(w, 2)].map((value, arm) => {
    const outcomes = new Float64Array(metrics.length);
    outcomes[metricIndex.netRevenue] = value;
    outcomes[metricIndex.members] = arm === 1 && w % 4 === 0 ? Number.NaN : 100 + arm;
    return { world: w, arm, outcomes } as unknown as WorldResult;
  });
}
const worlds = (count: number, one = 60, two = 60) =>
  Array.from({ length: count }, (_, w) => world(w, one, two));

describe('running until decided', () => {
  it('stops at the same world whatever the order in which worlds finish', () => {
    const claims = [{ metric: revenue, arm: 1 }];
    const inOrder = new UntilDecided(scenario, claims);
    const all = worlds(600, 30);
    for (const one of all) if (inOrder.see(one)) break;
    expect(inOrder.stoppedAt).toBeGreaterThan(80);
    expect(inOrder.stoppedAt).toBeLessThan(600);
    const mixed = new UntilDecided(scenario, claims);
    // Even worlds first, then the odd ones backward: fast worlds do not count before their turn.
    const odd = all.filter((_, w) => w % 2 === 1).reverse();
    for (const one of [...all.filter((_, w) => w % 2 === 0), ...odd]) mixed.see(one);
    expect(mixed.stoppedAt).toBe(inOrder.stoppedAt);
    expect(mixed.results()).toEqual(inOrder.results());
  });

  it('waits for the gap to close', () => {
    const until = new UntilDecided(scenario, [{ metric: revenue, arm: 1 }]);
    const all = worlds(200);
    for (const one of all.slice(1)) expect(until.see(one)).toBe(false);
    expect(until.see(all[0])).toBe(true);
    expect(until.stoppedAt).toBe(80);
  });

  it('waits for every claim, which share the chance of error', () => {
    const alone = new UntilDecided(scenario, [{ metric: revenue, arm: 1 }]);
    const both = new UntilDecided(scenario, [
      { metric: revenue, arm: 1 },
      { metric: revenue, arm: 2 },
    ]);
    // The second arm differs by exactly what matters: that is never decided.
    for (const one of worlds(300, 60, 20)) {
      alone.see(one);
      both.see(one);
    }
    expect(alone.stoppedAt).toBe(80);
    expect(both.stoppedAt).toBeNull();
    const [first, second] = both.results();
    expect(first).toMatchObject({ metric: 'netRevenue', arm: 'one', decided: 'more', matters: 20 });
    expect(second).toMatchObject({ arm: 'two', decided: null, unpairedWorlds: { asSeen: null } });
    const onlySecond = new UntilDecided(scenario, [{ metric: revenue, arm: 2 }]);
    for (const one of worlds(300, 60, 20)) onlySecond.see(one);
    expect(second.low).toBeLessThan(onlySecond.results()[0].low ?? 0);
    const [own] = alone.results();
    // Unpaired, in twins that share their luck of 100: a twin says no more than one world, so a world counts for half.
    const twins = Array.from({ length: 40 }, (_, k) => [2 * k, 2 * k + 1].map((w) => world(w, 60, 20)));
    const variances = [0, 1].map((arm) =>
      sampleVariance(
        twins.map((twin) => mean(twin.map((arms) => arms[arm].outcomes[metricIndex.netRevenue]))),
      ),
    );
    const distance = (own.mean ?? 0) - 20;
    // 1.959964 and 1.281552: the normal distribution's quantiles of .975 and .9.
    const size = ((1.959964 + 1.281552) ** 2 * 2 * (variances[0] + variances[1])) / distance ** 2;
    expect(own.unpairedWorlds.asSeen).toBe(Math.ceil(size));
    expect(own.unpairedWorlds.asSeen).toBeGreaterThan(160);
    expect(own.unpairedWorlds.forSmallest).toBeGreaterThan(3 * (own.unpairedWorlds.asSeen ?? 0));
  });

  it('takes of a twin the number that there is, and for other metrics than the judged one any difference', () => {
    const until = new UntilDecided(scenario, [{ metric: members, arm: 1 }]);
    for (const one of worlds(220)) until.see(one);
    expect(until.stoppedAt).toBe(200);
    expect(until.results()[0]).toMatchObject({ decided: 'more', mean: 1, low: 1, high: 1, matters: 0 });
  });

  it('has nothing to say before the first look', () => {
    const until = new UntilDecided(scenario, [{ metric: revenue, arm: 1 }]);
    for (const one of worlds(79)) expect(until.see(one)).toBe(false);
    expect(until.results()[0]).toMatchObject({ decided: null, mean: null, low: null, high: null });
  });
});
