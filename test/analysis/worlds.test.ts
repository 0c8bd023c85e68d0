import { describe, expect, it } from 'vitest';
import { half, tabulate, twins } from '../../src/analysis/worlds.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import { result, resultsOf } from './synthetic.ts';

const place = metricIndex.netRevenue;
const tabulated = (results: Parameters<typeof tabulate>[0], arms: number) =>
  tabulate(results, arms, metrics.length);

describe('tabulate', () => {
  it('sorts worlds and arms that come in any order', () => {
    const results = [
      result(2, 1, { netRevenue: 21 }),
      result(0, 0, { netRevenue: 0 }),
      result(2, 0, { netRevenue: 20 }),
      result(0, 1, { netRevenue: 1 }),
    ];
    const worlds = tabulated(results, 2);
    expect(worlds.ids).toEqual([0, 2]);
    expect([...worlds.columns[0][place]]).toEqual([0, 20]);
    expect([...worlds.columns[1][place]]).toEqual([1, 21]);
  });

  it('leaves out a world that lacks an arm, the last or the first', () => {
    const lacking = [result(3, 0, {}), result(4, 1, {})];
    const whole = resultsOf(3, 2, () => ({ netRevenue: 1 }));
    expect(tabulated([...lacking, ...whole], 2).ids).toEqual([0, 1, 2]);
  });

  it('refuses an arm that there is not, and one given twice', () => {
    expect(() => tabulated([result(0, 2, {})], 2)).toThrow('there is no arm 2');
    expect(() => tabulated([result(7, 1, {}), result(7, 1, {})], 2)).toThrow(
      'arm 1 of world 7 is given twice',
    );
  });
});

describe('the return on spending', () => {
  const at = metricIndex.returnOnSpending;
  const returns = (arms: readonly (readonly [net: number, spent: number])[]) =>
    tabulated(
      resultsOf(1, arms.length, (_, arm) => ({ netRevenue: arms[arm][0], spending: arms[arm][1] })),
      arms.length,
    ).columns.map((columns) => columns[at][0]);

  it('is what an arm brought beyond the baseline by what it spent beyond it', () => {
    // 500 spent on top of 100: 1000 more net is 2 for each, 250 less is -0.5 for each, though there is much left of both.
    expect(
      returns([
        [3000, 100],
        [4000, 600],
        [2750, 600],
      ]),
    ).toEqual([Number.NaN, 2, -0.5]);
  });

  it('has no number where no more is spent', () => {
    expect(
      returns([
        [3000, 100],
        [4000, 100],
        [4000, 50],
      ]),
    ).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('half', () => {
  it('keeps twins together: 0, 1, 4, 5 on one side, 2, 3, 6 on the other', () => {
    const worlds = tabulated(
      resultsOf(7, 2, (world) => ({ netRevenue: world })),
      2,
    );
    expect(half(worlds, 0).ids).toEqual([0, 1, 4, 5]);
    expect(half(worlds, 1).ids).toEqual([2, 3, 6]);
    expect([...half(worlds, 1).columns[1][place]]).toEqual([2, 3, 6]);
  });
});

describe('twins', () => {
  it('pairs worlds 2j and 2j + 1 and leaves a lone world alone', () => {
    expect(twins([0, 1, 3, 4, 5, 8])).toEqual([[0, 1], [2], [3, 4], [5]]);
  });
});
