import { describe, expect, it } from 'vitest';
import { bestArm, choose } from '../../src/analysis/choose.ts';
import { tabulate } from '../../src/analysis/worlds.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import type { Judge } from '../../src/scenario/scenario.ts';
import { normals, type Outcome, resultsOf } from './synthetic.ts';

const judgedBy = (metric: string, guardrails: Judge['guardrails'] = []): Judge => ({
  metric,
  matters: { relative: 0.02 },
  guardrails,
  show: [],
});
const metric = (name: string) => metrics[metricIndex[name]];
const worldsOf = (worlds: number, arms: number, outcome: (world: number, arm: number) => Outcome) =>
  tabulate(resultsOf(worlds, arms, outcome), arms, metrics.length);
const isEvenTwin = (world: number) => Math.floor(world / 2) % 2 === 0;

describe('bestArm', () => {
  const net = (...byArm: number[]) => worldsOf(4, byArm.length, (_, arm) => ({ netRevenue: byArm[arm] }));

  it('has the best median among the alternatives; the baseline is none', () => {
    expect(bestArm(net(99, 1, 3, 2), judgedBy('netRevenue'), metric('netRevenue'))).toBe(2);
  });

  it('has the least where less is better', () => {
    const worlds = worldsOf(4, 3, (_, arm) => ({ leaves: [0, 5, 3][arm] }));
    expect(bestArm(worlds, judgedBy('leaves'), metric('leaves'))).toBe(2);
  });

  it('is the first of equals', () => {
    expect(bestArm(net(0, 7, 7), judgedBy('netRevenue'), metric('netRevenue'))).toBe(1);
  });

  const rails = [{ metric: 'trust', kind: 'atLeast', limit: 0.5 }] as const;
  const trusted = (...trust: number[]) =>
    worldsOf(4, 3, (_, arm) => ({ netRevenue: [0, 9, 8][arm], trust: trust[arm] }));

  it('passes over one whose guardrails do not hold', () => {
    expect(bestArm(trusted(1, 0.4, 0.6), judgedBy('netRevenue', rails), metric('netRevenue'))).toBe(2);
  });

  it('is the best of all when no guardrails hold', () => {
    expect(bestArm(trusted(1, 0.4, 0.3), judgedBy('netRevenue', rails), metric('netRevenue'))).toBe(1);
  });

  it('is nobody without a median', () => {
    expect(
      bestArm(
        worldsOf(2, 3, () => ({})),
        judgedBy('netRevenue'),
        metric('netRevenue'),
      ),
    ).toBeNull();
  });
});

describe('choose', () => {
  it('takes a single alternative as it is', () => {
    const worlds = worldsOf(4, 2, (world, arm) => ({ netRevenue: 10 * arm + world }));
    const found = choose(worlds, judgedBy('netRevenue'), metric('netRevenue'));
    expect(found).toMatchObject({ arm: 1, halves: null });
    expect([...found.reported]).toEqual([10, 11, 12, 13]);
  });

  it('reports in each half what the other half chose', () => {
    // Even twins (worlds 0, 1, 4, 5) like arm 1, odd ones (2, 3, 6, 7) arm 2; each then sees the arm it did not choose.
    const worlds = worldsOf(8, 3, (world, arm) => ({
      netRevenue: arm * 100 + world + (arm === 0 || isEvenTwin(world) === (arm === 1) ? 1000 : 0),
    }));
    const found = choose(worlds, judgedBy('netRevenue'), metric('netRevenue'));
    expect(found.halves).toEqual({ even: 1, odd: 2 });
    expect([...found.reported]).toEqual([200, 201, 102, 103, 204, 205, 106, 107]);
    expect(found.arm).toBe(2); // Over all worlds: medians 603.5 and 703.5.
  });

  it('takes the best of all worlds where the halves disagree, whichever half chose it', () => {
    const worlds = worldsOf(8, 3, (world, arm) => ({
      netRevenue: (3 - arm) * 100 + world + (arm === 0 || isEvenTwin(world) === (arm === 1) ? 1000 : 0),
    }));
    const found = choose(worlds, judgedBy('netRevenue'), metric('netRevenue'));
    expect(found).toMatchObject({ arm: 1, halves: { even: 1, odd: 2 } });
  });

  it('stays with what both halves chose', () => {
    const worlds = worldsOf(8, 3, (world, arm) => ({ netRevenue: world - arm }));
    const found = choose(worlds, judgedBy('netRevenue'), metric('netRevenue'));
    expect(found).toMatchObject({ arm: 1, halves: { even: 1, odd: 1 } });
    expect([...found.reported]).toEqual([-1, 0, 1, 2, 3, 4, 5, 6]);
  });

  it('does not split what has only one twin', () => {
    const worlds = worldsOf(2, 3, (world, arm) => ({ netRevenue: world + arm }));
    expect(choose(worlds, judgedBy('netRevenue'), metric('netRevenue'))).toMatchObject({
      arm: 2,
      halves: null,
    });
  });

  /**
   * Five alternatives that equal the baseline but for luck. Reported over all worlds the best of them leads, by luck
   * alone; cross-fitted it does not. Mean of 300 samples of 20 worlds, 4 standard errors.
   */
  it('does not flatter the lucky one', () => {
    const normal = normals('curse');
    const net = metricIndex.netRevenue;
    const flattered: number[] = [];
    const honest: number[] = [];
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
    for (let sample = 0; sample < 300; sample++) {
      const worlds = worldsOf(20, 6, (world, arm) => ({ netRevenue: normal(`arm ${arm}`, sample, world) }));
      const best = bestArm(worlds, judgedBy('netRevenue'), metric('netRevenue')) ?? 1;
      flattered.push(mean(worlds.columns[best][net]));
      honest.push(mean(choose(worlds, judgedBy('netRevenue'), metric('netRevenue')).reported));
    }
    const error = 1 / Math.sqrt(20 * 300);
    expect(mean(flattered)).toBeGreaterThan(10 * error);
    expect(Math.abs(mean(honest))).toBeLessThan(4 * error);
  });
});
