import { describe, expect, it } from 'vitest';
import { guardrail, guardrailsOf, guardrailWarnings } from '../../src/analysis/guardrails.ts';
import { tabulate } from '../../src/analysis/worlds.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import { resultsOf } from './synthetic.ts';

const change = (metric: string, limit: number, arm: number[], baseline: number[]) =>
  guardrail({ metric, kind: 'change', limit }, 'b', arm, baseline);

describe('a guardrail by change', () => {
  it('counts points for shares: of 0.50, 0.47 falls by more than 2 points, 0.48 does not, 0.60 rises', () => {
    const found = change('retention90', 0.02, [0.47, 0.48, 0.6, 0.5], [0.5, 0.5, 0.5, 0.5]);
    expect(found.chanceWorse).toBe(0.25);
    expect(found.median).toBeCloseTo(-0.01, 12);
    expect(found.p05).toBeCloseTo(-0.03, 12);
    expect(found.p95).toBeCloseTo(0.1, 12);
  });

  it('counts parts of the baseline in the same world for other metrics', () => {
    // Down 4 %, 6 %, exactly 5 %, 10 %: two beyond 5 %.
    const found = change('members', 0.05, [96, 188, 95, 45], [100, 200, 100, 50]);
    expect(found.chanceWorse).toBe(0.5);
    expect(found.median).toBeCloseTo(-0.055, 12);
  });

  it('takes a rise as bad where less is better', () => {
    expect(change('leaves', 0.05, [106, 94, 94, 94], Array(4).fill(100)).chanceWorse).toBe(0.25);
    expect(change('annoyance', 0.02, [0.13, 0.07, 0.07, 0.07], Array(4).fill(0.1)).chanceWorse).toBe(0.25);
  });

  it('takes parts of the absolute value where the baseline is below 0', () => {
    expect(change('netRevenue', 0.1, [-105, -120], [-100, -100]).chanceWorse).toBe(0.5);
    expect(change('netRevenue', 0.1, [-120], [-100]).median).toBeCloseTo(-0.2, 12);
  });

  it('has any worsening of a baseline of 0 beyond every limit, and no change within', () => {
    const found = change('leaves', 0.5, [1, 0], [0, 0]);
    expect(found.chanceWorse).toBe(0.5);
    expect(found.median).toBe(0);
    expect(change('members', 0.5, [3], [0]).chanceWorse).toBe(0);
  });

  it('takes a change that meets the limit but for rounding as within', () => {
    expect(0.5 - 0.48).toBeGreaterThan(0.02);
    expect(change('retention90', 0.02, [0.48], [0.5]).chanceWorse).toBe(0);
    expect(1 - 0.95).toBeGreaterThan(0.05);
    expect(change('members', 0.05, [0.95], [1]).chanceWorse).toBe(0);
  });

  it('leaves out worlds without a number on either side', () => {
    expect(change('members', 0.05, [Number.NaN, 50, 100], [100, 100, Number.NaN]).chanceWorse).toBe(1);
  });

  it('cannot hold a metric with no good direction', () => {
    expect(change('sales', 0.05, [100], [100])).toMatchObject({ chanceWorse: null, held: false });
  });
});

describe('a floor or ceiling', () => {
  it("looks at the arm's own value only; the limit itself is within", () => {
    const arm = [0.39, 0.4, 0.41, 0.5];
    const baseline = [Number.NaN, 0, 1, 1];
    const floor = guardrail({ metric: 'trust', kind: 'atLeast', limit: 0.4 }, 'b', arm, baseline);
    expect(floor).toEqual({
      arm: 'b',
      metric: 'trust',
      kind: 'atLeast',
      limit: 0.4,
      chanceWorse: 0.25,
      held: false,
      median: 0.405,
      p05: 0.39,
      p95: 0.5,
    });
    const ceiling = guardrail({ metric: 'trust', kind: 'atMost', limit: 0.4 }, 'b', arm, baseline);
    expect(ceiling.chanceWorse).toBe(0.5);
  });
});

describe('held', () => {
  const beyondIn = (worlds: number) =>
    change(
      'members',
      0.05,
      Array.from({ length: 200 }, (_, world) => (world < worlds ? 90 : 100)),
      Array(200).fill(100),
    );

  it('is at most 10 % of worlds beyond: 20 of 200 hold, 21 do not', () => {
    expect(beyondIn(20).held).toBe(true);
    expect(beyondIn(21).held).toBe(false);
  });

  it('is not without a number in any world, and a warning says so', () => {
    const found = change('members', 0.05, [Number.NaN], [100]);
    expect(found).toMatchObject({ chanceWorse: null, held: false, median: null });
    expect(guardrailWarnings([beyondIn(0), found])).toEqual([
      'Guardrail members could not be checked for arm b: no world gives a number, so it is not held.',
    ]);
  });
});

describe('guardrailsOf', () => {
  it('checks the arm at its place against the first', () => {
    const members = [100, 98, 80];
    const worlds = tabulate(
      resultsOf(2, 3, (_, arm) => ({ members: members[arm] })),
      3,
      metrics.length,
    );
    const rails = [{ metric: 'members', kind: 'change', limit: 0.05 }] as const;
    expect(guardrailsOf(worlds, 1, 'b', rails)[0]).toMatchObject({ arm: 'b', chanceWorse: 0 });
    expect(guardrailsOf(worlds, 2, 'c', rails)[0]).toMatchObject({ arm: 'c', chanceWorse: 1 });
  });
});
