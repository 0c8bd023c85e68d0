import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthMarks, pointsOf, roundTicks, spanOf, spread } from '../../../web/pages/sandbox/line-layout.ts';

describe('the lines of the stage', () => {
  it('have round ticks within their span', () => {
    expect(roundTicks(0, 97, 4)).toEqual([0, 25, 50, 75]);
    expect(roundTicks(-30, 60, 4)).toEqual([-25, 0, 25, 50]);
    expect(roundTicks(5, 5, 4)).toEqual([5]);
  });

  it('start at zero where that costs little, and never have an empty span', () => {
    expect(spanOf([[10, 100]])).toEqual([0, 100]);
    expect(spanOf([[1300, 1400]])).toEqual([1300, 1400]);
    expect(spanOf([[0, 0]])).toEqual([0, 1]);
    expect(spanOf([[Number.NaN]])).toEqual([0, 1]);
    expect(spanOf([])).toEqual([0, 1]);
  });

  it('have a point for every day, at its evening, and none where there is no number', () => {
    const points = pointsOf(
      [5, Number.NaN, 7],
      3,
      (day) => day * 10,
      (value) => value,
    );
    expect(points).toBe('10.0,5.0 30.0,7.0');
  });

  it('have hundreds of points for years, and always the last day', () => {
    const days = 3653;
    const points = pointsOf(
      new Float64Array(days),
      days,
      (day) => day,
      (value) => value,
    ).split(' ');
    expect(points.length).toBeLessThan(500);
    expect(points.at(-1)).toBe('3653.0,0.0');
  });

  it('have labels that do not lie over each other and stay inside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 }), (wanted) => {
        const placed = spread(wanted, 15, [0, 200]).sort((a, b) => a - b);
        for (let i = 1; i < placed.length; i++) expect(placed[i] - placed[i - 1]).toBeGreaterThanOrEqual(15);
        expect(placed[0]).toBeGreaterThanOrEqual(0);
        expect(placed[placed.length - 1]).toBeLessThanOrEqual(200);
      }),
    );
    expect(spread([50, 120], 15, [0, 200])).toEqual([50, 120]);
  });

  it('mark months, a handful of them', () => {
    expect(monthMarks(365, 30.4375)).toEqual([0, 2, 4, 6, 8, 10, 12]);
    expect(monthMarks(365, 30.4375, 3)).toEqual([0, 6, 12]);
    expect(monthMarks(30, 30.4375).at(-1)).toBe(1);
  });
});
