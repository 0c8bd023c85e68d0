import { describe, expect, it } from 'vitest';
import { compareArms } from '../../src/analysis/compare.ts';
import { shownBeside } from '../../src/analysis/shown.ts';
import type { Judge } from '../../src/scenario/scenario.ts';
import { type Outcome, resultsOf, scenarioWith } from './synthetic.ts';

const judge = (changes: Partial<Judge>): Judge => ({
  metric: 'netRevenue',
  matters: { relative: 0.02 },
  guardrails: [],
  show: [],
  ...changes,
});

/** Names shown for an arm that differs by so much in each metric, give or take 1 in every other twin. */
function shown(leads: Outcome, changes: Partial<Judge> = {}, worlds = 40): readonly string[] {
  const scenario = scenarioWith(2, { judge: judge(changes), worlds });
  const swing = (world: number) => (world % 4 < 2 ? 1 : -1);
  const results = resultsOf(worlds, 2, (world, arm) =>
    Object.fromEntries(
      Object.entries(leads).map(([name, lead]) => [name, arm === 0 ? 100 : 100 + lead + swing(world)]),
    ),
  );
  const found = compareArms({
    scenario,
    file: '',
    hash: '',
    version: '',
    digest: '',
    results,
    remarks: [],
    draws: { paths: [], values: [] } as never,
    words: () => ({ en: '', 'zh-CN': '' }),
  });
  return shownBeside(found, scenario).map(({ name }) => name);
}

describe('what is shown beside the judged metric', () => {
  it('is what the scenario names, in its order, without the judged metric again', () => {
    const show = ['visitsCaused', 'netRevenue', 'envelopeCost'];
    expect(shown({ joins: 50 }, { show })).toEqual(['visitsCaused', 'envelopeCost']);
  });

  it('is else active members and the four that differ most in their own standard errors', () => {
    // All have the same error: the largest differences lead, up or down, and are shown in the order of the list.
    const leads = { sales: 40, trust: -50, joins: 30, leaves: 10, visits: 60, posts: 5 };
    expect(shown(leads)).toEqual(['activeMembers', 'sales', 'joins', 'visits', 'trust']);
  });

  it('prefers a small difference that is sure to a large one that is not', () => {
    const sure = { sales: 1, orders: 1, joins: 1, leaves: 1 };
    const scenario = scenarioWith(2, { judge: judge({}), worlds: 4 });
    const difference = (metric: string, mean: number, standardError: number | null) =>
      ({ arm: 'b', metric, mean, standardError }) as never;
    const differences = [
      difference('trust', 100, 200),
      ...Object.keys(sure).map((name) => difference(name, 1, 0.5)),
    ];
    expect(shownBeside({ differences }, scenario).map(({ name }) => name)).toEqual([
      'activeMembers',
      ...['sales', 'orders', 'joins', 'leaves'],
    ]);
  });

  it('never has the handing out of coupons without their discounts', () => {
    expect(shown({ couponCost: 500, discountCost: 90, sales: 10 })).toEqual([
      'activeMembers',
      'discountCost',
      'sales',
    ]);
  });

  it('leaves out what guardrails show anyway, and what differs in no world', () => {
    const guardrails = [{ metric: 'trust', kind: 'change', limit: 0.02 }] as const;
    expect(shown({ trust: 50, sales: 3 }, { guardrails })).toEqual(['activeMembers', 'sales']);
    expect(shown({})).toEqual(['activeMembers']);
  });

  it('chooses where one twin gives no error yet', () => {
    expect(shown({ sales: 3 }, {}, 2)).toEqual(['activeMembers', 'sales']);
  });
});
