/** The small form of coverage.long.test.ts. */
import { expect, it } from 'vitest';
import { allowance, coverage, covers } from './coverage.ts';
import { smallScenario } from './experiments.ts';

// 60 truths: 90 % give or take 15 points. A range that is 20 % too narrow would hold 81 %, so here it keeps four tenths: 49 %.
it('holds the truth nine times in ten, and a range of four tenths of the width does not', () => {
  const fixed = { assumptions: 'fixed', horizon: '21 days', community: { members: 30, prospects: 10 } };
  const { printed, narrow } = coverage(
    {
      scenario: smallScenario(fixed),
      truth: smallScenario({ ...fixed, seed: 'truth' }),
      metrics: ['netRevenue', 'hours'],
      truths: 60,
      worlds: 20,
    },
    0.4,
  );
  for (const found of printed) expect(covers(found), JSON.stringify(found)).toBe(true);
  for (const found of narrow) {
    expect(covers(found), JSON.stringify(found)).toBe(false);
    expect(found.upToEnds).toBeLessThan(0.9 - allowance(60));
  }
});
