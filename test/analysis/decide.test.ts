import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/analysis/comparison.ts';
import { decide } from '../../src/analysis/decide.ts';
import { tabulate } from '../../src/analysis/worlds.ts';
import { metrics } from '../../src/metrics/definitions.ts';
import type { Judge, Scenario } from '../../src/scenario/scenario.ts';
import { type Outcome, resultsOf, scenarioWith } from './synthetic.ts';

const noDraws = { paths: [], uniform: () => 0.5 };
const decideOn = (scenario: Scenario, worlds: number, outcome: (world: number, arm: number) => Outcome) =>
  decide(
    tabulate(resultsOf(worlds, scenario.arms.length, outcome), scenario.arms.length, metrics.length),
    scenario,
    noDraws,
  );
const rails = [{ metric: 'trust', kind: 'atLeast', limit: 0.5 }] as const;
const judge = (changes: Partial<Judge> = {}): Judge => ({
  metric: 'netRevenue',
  matters: { absolute: 10 },
  guardrails: rails,
  show: [],
  ...changes,
});

/**
 * An alternative against a baseline of 1000: ahead by `lead` in the first `ahead` worlds, behind by 50 in the others;
 * trust breaks its floor in the last `broken`.
 */
function case2(
  what: { worlds?: number; ahead?: number; lead?: number; broken?: number },
  changes: Partial<Scenario> = {},
): Decision {
  const { worlds = 200, lead = 100, broken = 0 } = what;
  const { ahead = worlds } = what;
  const scenario = scenarioWith(2, { judge: judge(), ...changes });
  return decideOn(scenario, worlds, (world, arm) => ({
    netRevenue: 1000 + (arm === 0 ? 0 : world < ahead ? lead : -50),
    trust: arm === 1 && world >= worlds - broken ? 0.4 : 0.6,
  })).decision;
}

describe('the rules, in order', () => {
  it('1: do not, when a guardrail is broken in half the worlds, however much is earned', () => {
    expect(case2({ broken: 100 })).toMatchObject({ status: 'dont', blocks: ['guardrail'] });
    expect(case2({ broken: 99 })).toMatchObject({ status: 'talk-it-over', blocks: ['guardrail'] });
    expect(case2({ worlds: 10, broken: 5, lead: 1 }).status).toBe('dont');
  });

  it('2: practically the same, when nine worlds in ten differ by less than what matters', () => {
    expect(case2({ ahead: 180, lead: 9 }).status).toBe('practically-the-same');
    expect(case2({ ahead: 179, lead: 9 }).status).not.toBe('practically-the-same');
    expect(case2({ ahead: 200, lead: 10 }).status).not.toBe('practically-the-same');
    expect(case2({ worlds: 10, lead: 9 }).status).toBe('practically-the-same');
  });

  it('3: early, under 200 worlds', () => {
    expect(case2({ worlds: 199 })).toMatchObject({ status: 'early', blocks: [], worlds: 199 });
    expect(case2({ worlds: 199, ahead: 0 }).status).toBe('early');
    expect(case2({ worlds: 200 }).status).toBe('recommend');
  });

  it('4: do not, when it is ahead in at most 5 % of worlds', () => {
    expect(case2({ ahead: 10 })).toMatchObject({ status: 'dont', blocks: ['chance'] });
    expect(case2({ ahead: 11 })).toMatchObject({ status: 'talk-it-over', blocks: ['chance', 'size'] });
  });

  it('5: recommend, when ahead in at least 95 %, with guardrails held and a median that matters', () => {
    expect(case2({ ahead: 190, broken: 20 })).toMatchObject({ status: 'recommend', blocks: [] });
  });

  it('6: else talk it over, naming each thing that blocks', () => {
    expect(case2({ ahead: 189 }).blocks).toEqual(['chance']);
    expect(case2({ broken: 21 }).blocks).toEqual(['guardrail']);
    expect(case2({ lead: 10 }).blocks).toEqual(['size']);
    expect(case2({ ahead: 150, lead: 10, broken: 40 }).blocks).toEqual(['chance', 'guardrail', 'size']);
    for (const blocked of [{ ahead: 189 }, { broken: 21 }, { lead: 10 }])
      expect(case2(blocked).status).toBe('talk-it-over');
  });

  it('counts worlds with a difference only', () => {
    const { decision } = decideOn(scenarioWith(2, { judge: judge() }), 250, (world, arm) => ({
      netRevenue: world < 60 && arm === 1 ? Number.NaN : 1000 + 100 * arm,
      trust: 0.6,
    }));
    expect(decision).toMatchObject({ status: 'early', worlds: 190 });
  });
});

describe('identical arms', () => {
  const same = (changes: Partial<Judge> = {}) =>
    decideOn(scenarioWith(2, { judge: judge(changes) }), 40, (world) => ({
      netRevenue: 7 * world,
      trust: 0.6,
    })).decision;

  it('end in practically the same with every figure 0 and a coin toss', () => {
    expect(same()).toMatchObject({
      status: 'practically-the-same',
      chanceBetter: 0.5,
      chanceBetterField: 0.5,
      chanceSame: 1,
      worldsBetter: 0,
      worldsWorse: 0,
      median: 0,
      p05: 0,
      p95: 0,
      ifWrong: null,
    });
  });

  it('do so even where any difference matters, and where they measure nothing but 0', () => {
    expect(same({ matters: { absolute: 0 } }).status).toBe('practically-the-same');
    const nothing = decideOn(scenarioWith(2), 40, () => ({ netRevenue: 0 })).decision;
    expect(nothing.status).toBe('practically-the-same');
  });

  it('do so with three arms: both halves take the first', () => {
    const { decision } = decideOn(scenarioWith(3), 40, (world) => ({ netRevenue: world + 1 }));
    expect(decision).toMatchObject({
      status: 'practically-the-same',
      arm: 'tailored',
      crossFit: { even: 'tailored', odd: 'tailored' },
    });
  });
});

describe('the smallest difference that matters', () => {
  it('is a part of the absolute median of the baseline', () => {
    expect(case2({}, { judge: judge({ matters: { relative: 0.02 } }) })).toMatchObject({
      matters: 20,
      mattersRelative: 0.02,
    });
    const losing = decideOn(scenarioWith(2), 4, (_, arm) => ({ netRevenue: -1000 + 100 * arm }));
    expect(losing.decision).toMatchObject({ matters: 20, mattersRelative: 0.02 });
    expect(losing.decision.relative?.median).toBeCloseTo(0.1, 12);
    expect(losing.warnings).toEqual([]);
  });

  it('is an amount as given', () => {
    expect(case2({})).toMatchObject({ matters: 10, mattersRelative: null });
  });

  it('asks for an amount where the baseline may be 0', () => {
    const scenario = scenarioWith(2);
    const { decision, warnings } = decideOn(scenario, 40, (world, arm) => ({
      netRevenue: (world % 10) - 2 + 100 * arm,
    }));
    expect(decision).toMatchObject({ relative: null, mattersRelative: null });
    expect(decision.matters).toBeCloseTo(0.02 * 2.5, 12);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('give the smallest difference that matters in CNY');
    expect(warnings[0]).toContain('2% of the baseline');
  });

  it('asks for nothing where an amount is given', () => {
    const given = scenarioWith(2, { judge: judge({ matters: { absolute: 5 } }) });
    expect(decideOn(given, 4, (world, arm) => ({ netRevenue: world - 1 + 100 * arm })).warnings).toEqual([]);
  });
});

describe('figures', () => {
  it('come by month and as parts of the baseline', () => {
    const found = case2({ ahead: 150 });
    expect(found).toMatchObject({ median: 100, p05: -50, p95: 100, worldsBetter: 150, worldsWorse: 50 });
    expect(found.relative).toEqual({ median: 0.1, p05: -0.05, p95: 0.1 });
    expect(found.perMonth?.median).toBeCloseTo(100 / 12, 12);
    expect(found.chanceBetter).toBe(0.75);
    expect(found.chanceBetterRange?.low).toBeGreaterThan(0.64);
    expect(found.chanceBetterRange?.high).toBeLessThan(0.84);
  });

  it('have no month where the metric is no sum of money', () => {
    const scenario = scenarioWith(2, { judge: judge({ metric: 'leaves', guardrails: [] }) });
    const { decision } = decideOn(scenario, 4, (_, arm) => ({ leaves: 100 + 20 * arm }));
    expect(decision.perMonth).toBeNull();
  });
});

describe('less is better', () => {
  const leaves = (worlds: number, ahead: number) =>
    decideOn(
      scenarioWith(2, { judge: judge({ metric: 'leaves', guardrails: [] }) }),
      worlds,
      (world, arm) => ({ leaves: 1000 + (arm === 0 ? 0 : world < ahead ? -100 : 50) }),
    ).decision;

  it('recommends fewer and not more', () => {
    expect(leaves(200, 200)).toMatchObject({ status: 'recommend', median: -100, chanceBetter: 1 });
    expect(leaves(200, 0)).toMatchObject({ status: 'dont', median: 50, chanceBetter: 0 });
  });

  it('counts the cost of being wrong upwards', () => {
    expect(leaves(200, 170).ifWrong).toEqual({ kind: 'loses', worlds: 30, amount: 50, perMonth: null });
  });
});

describe('a metric with no good direction', () => {
  it('is talked over, or early', () => {
    const sales = (worlds: number) =>
      decideOn(scenarioWith(2, { judge: judge({ metric: 'sales', guardrails: [] }) }), worlds, (_, arm) => ({
        sales: 100 + 50 * arm,
      })).decision;
    expect(sales(200)).toMatchObject({
      status: 'talk-it-over',
      chanceBetter: null,
      blocks: ['chance', 'size'],
      ifWrong: null,
    });
    expect(sales(10).status).toBe('early');
  });
});

describe('what it costs to be wrong', () => {
  it('is the mean loss of the losing worlds, from 20 of them on', () => {
    expect(case2({ ahead: 180 }).ifWrong).toEqual({
      kind: 'loses',
      worlds: 20,
      amount: 50,
      perMonth: 50 / 12,
    });
    expect(case2({ ahead: 181 }).ifWrong).toBeNull();
  });

  it('is the gain missed where the advice is not to', () => {
    expect(case2({ worlds: 500, ahead: 25 }).ifWrong).toEqual({
      kind: 'misses',
      worlds: 25,
      amount: 100,
      perMonth: 100 / 12,
    });
  });

  it('is not said where a guardrail decides, or nothing matters', () => {
    expect(case2({ ahead: 150, broken: 100 }).ifWrong).toBeNull();
    expect(case2({ ahead: 180, lead: 1 }).ifWrong).toBeNull();
  });
});

describe('with several alternatives', () => {
  const isEvenTwin = (world: number) => Math.floor(world / 2) % 2 === 0;
  /** Both alternatives lead, each by `more` in its half of the twins and by `less` in the other. */
  const apart = (worlds: number, more: number, less: number, trust = 0.6) =>
    decideOn(scenarioWith(3, { judge: judge() }), worlds, (world, arm) => ({
      netRevenue: 1000 + (arm === 0 ? 0 : isEvenTwin(world) === (arm === 1) ? more : less),
      trust: arm === 0 ? 0.6 : trust,
    })).decision;

  it('is talked over where the halves choose differently, with the figures of what the other half chose', () => {
    expect(apart(200, 300, 100)).toMatchObject({
      status: 'talk-it-over',
      blocks: ['halves'],
      crossFit: { even: 'tailored', odd: 'none' },
      median: 100,
      p05: 100,
      p95: 100,
      chanceBetter: 1,
    });
  });

  it('is talked over even where the choice of the other half always loses', () => {
    expect(apart(200, 300, -100)).toMatchObject({ status: 'talk-it-over', chanceBetter: 0 });
  });

  it('still ends earlier where the choice does not matter', () => {
    expect(apart(198, 300, 100).status).toBe('early');
    expect(apart(200, 3, 1).status).toBe('practically-the-same');
    expect(apart(200, 300, 100, 0.4).status).toBe('dont');
  });

  it('speaks of the best arm whose guardrails hold, and checks its guardrails', () => {
    const { decision } = decideOn(scenarioWith(3, { judge: judge() }), 200, (_, arm) => ({
      netRevenue: [1000, 1300, 1100][arm],
      trust: [0.6, 0.4, 0.6][arm],
    }));
    expect(decision).toMatchObject({ status: 'recommend', arm: 'none', median: 100 });
  });

  it('says not to take the best where no guardrails hold', () => {
    const { decision } = decideOn(scenarioWith(3, { judge: judge() }), 200, (_, arm) => ({
      netRevenue: [1000, 1300, 1100][arm],
      trust: [0.6, 0.4, 0.4][arm],
    }));
    expect(decision).toMatchObject({ status: 'dont', arm: 'tailored', blocks: ['guardrail'] });
  });
});

describe('without any number', () => {
  it('is early, with every figure null', () => {
    const { decision } = decideOn(scenarioWith(3, { judge: judge() }), 0, () => ({}));
    expect(decision).toMatchObject({
      status: 'early',
      arm: 'tailored',
      worlds: 0,
      median: null,
      chanceBetter: null,
      relative: null,
      perMonth: null,
      crossFit: null,
      weakestAssumption: null,
    });
  });
});
