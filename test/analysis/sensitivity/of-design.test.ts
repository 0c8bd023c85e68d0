import { describe, expect, it } from 'vitest';
import { sensitivityOf } from '../../../src/analysis/sensitivity/of-design.ts';
import { type DesignName, designs } from '../../../src/experiment/designs/index.ts';
import { coordinatesOf } from '../../../src/experiment/sweep/coordinates.ts';
import type { Study } from '../../../src/experiment/sweep/study.ts';
import { ishigami } from './functions.ts';

/** Ishigami in three worlds that differ by what each adds. */
const tried = (design: DesignName, count: number) => {
  const points = designs[design].points({ dimensions: 3, points: count, seed: 'of design' });
  return {
    design,
    points,
    outcomes: points.map((u) => [0, 5, -2].map((luck) => ishigami(u) + luck)),
    seed: 'x',
  };
};

describe('the indices that a design supports', () => {
  it('are Sobol indices of Saltelli’s blocks: the printed ones of Ishigami', () => {
    const { indices, unit, count, steps } = sensitivityOf(tried('saltelli', 5 * 4096)) ?? {};
    expect([unit, count]).toEqual(['blocks', 4096]);
    const first = [0.3139, 0.4424, 0];
    const total = [0.5576, 0.4424, 0.2437];
    for (const [i, printed] of first.entries()) expect(indices?.first?.[i].value).toBeCloseTo(printed, 1);
    for (const [i, printed] of total.entries()) expect(indices?.total?.[i].value).toBeCloseTo(printed, 1);
    expect([...new Set(steps?.map((step) => step.count))]).toEqual([64, 128, 256, 512, 1024, 2048, 4096]);
  });

  it('are mu* and sigma of Morris paths, rank correlations and PAWN of what fills the ranges, none of a grid', () => {
    expect(Object.keys(sensitivityOf(tried('morris', 400))?.indices ?? {})).toEqual([
      'muStar',
      'mu',
      'sigma',
    ]);
    for (const design of ['random', 'sobol', 'latin-hypercube'] as const) {
      const found = sensitivityOf(tried(design, 256));
      expect(Object.keys(found?.indices ?? {})).toEqual(['rank', 'rankWithoutLuck', 'pawn']);
      expect(found?.steps.length === 0).toBe(design === 'latin-hypercube');
    }
    expect(sensitivityOf(tried('grid', 27))).toBeNull();
    expect(sensitivityOf(tried('one-at-a-time', 9))).toBeNull();
  });
});

describe('coordinates of a study', () => {
  it('are where values stand between the ends of their inputs', () => {
    const ends = [
      { scale: 'linear', low: 2, high: 12, options: [] },
      { scale: 'log', low: 1, high: 1000, options: [] },
      { scale: 'whole', low: 1, high: 5, options: [] },
      { scale: 'choice', low: 0, high: 2, options: ['all', 'some', 'none'] },
    ];
    const points = [
      { values: [2, 1, 1, 0], written: ['2', '1', '1', 'all'], armKeys: [] },
      { values: [7, 10, 2, 2], written: ['7', '10', '2', 'none'], armKeys: [] },
      { values: [12, 1000, 5, 1], written: ['12', '1000', '5', 'some'], armKeys: [] },
    ];
    const found = coordinatesOf({ inputs: ends, points } as unknown as Study);
    const expected = [
      [0, 0, 0, 0],
      [0.5, 1 / 3, 0.25, 1],
      [1, 1, 1, 0.5],
    ];
    for (const [p, row] of expected.entries())
      for (const [i, u] of row.entries()) expect(found[p][i]).toBeCloseTo(u, 12);
  });
});
