import fc from 'fast-check';
import { mean, sampleVariance } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import {
  byMonth,
  chanceBetter,
  chanceBetterField,
  clusteredError,
  difference,
  luckShare,
  pairedDifferences,
  relativeTo,
} from '../../src/analysis/differences.ts';
import { spread } from '../../src/analysis/quantiles.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import { normals } from './synthetic.ts';

const ids = (n: number) => Array.from({ length: n }, (_, world) => world);
const numbers = (...values: number[]) => Float64Array.from(values);
const metric = (name: string) => metrics[metricIndex[name]];
const names = { arm: 'b', baseline: 'a', metric: metric('netRevenue') };

describe('pairedDifferences', () => {
  it('needs a number on both sides', () => {
    const found = pairedDifferences(numbers(5, Number.NaN, 7), numbers(1, 1, Number.NaN));
    expect([...found]).toEqual([4, Number.NaN, Number.NaN]);
  });
});

describe('clusteredError', () => {
  it('takes a twin as one cluster: 1 and 3, 2 and 6, and 8 alone give sqrt(1.92)', () => {
    // Mean 4; sums over clusters -4, 0, 4; (3 / 2) x 32 / 25 = 1.92.
    expect(clusteredError([1, 3, 2, 6, 8], [0, 1, 2, 3, 5])).toBeCloseTo(Math.sqrt(1.92), 12);
  });

  it('is that of the twins means when all twins are whole', () => {
    const differences = [1, 3, 2, 6, 8, 10];
    const means = [2, 4, 9];
    const expected = Math.sqrt(sampleVariance(means) / 3);
    expect(clusteredError(differences, ids(6))).toBeCloseTo(expected, 12);
  });

  it('passes over worlds without a number', () => {
    expect(clusteredError([1, Number.NaN, 5], [0, 1, 2])).toBeCloseTo(2, 12);
    expect(clusteredError([1, 3, Number.NaN], [0, 1, 2])).toBeNull();
  });

  it('is null with a single twin or nothing', () => {
    expect(clusteredError([1, 3], [0, 1])).toBeNull();
    expect(clusteredError([], [])).toBeNull();
  });

  /**
   * Truth and luck each with variance 1, 25 twins: the mean of 50 worlds has variance (1 + 1 / 2) / 25 = 0.06. The mean
   * of SE^2 over samples meets it within 4 of its own standard errors. Taken world by world it would be 2 / 50 = 0.04.
   */
  it('is right on average where twins share half their variance, as one that ignores twins is not', () => {
    const normal = normals('standard errors');
    const samples = 2000;
    const clustered: number[] = [];
    const naive: number[] = [];
    for (let sample = 0; sample < samples; sample++) {
      const differences = ids(50).map(
        (world) => normal('truth', sample, Math.floor(world / 2)) + normal('luck', sample, world),
      );
      clustered.push((clusteredError(differences, ids(50)) ?? 0) ** 2);
      naive.push(sampleVariance(differences) / 50);
    }
    const errors = (squares: number[]) =>
      (mean(squares) - 0.06) / Math.sqrt(sampleVariance(squares) / samples);
    expect(Math.abs(errors(clustered))).toBeLessThan(4);
    expect(errors(naive)).toBeLessThan(-40);
  });
});

describe('chanceBetter', () => {
  it('counts ties half: better, worse, tie, better is 2.5 of 4', () => {
    expect(chanceBetter([1, -2, 0, 3], 'more')).toBe(0.625);
  });

  it('turns around where less is better', () => {
    expect(chanceBetter([1, -2, 0, -3], 'less')).toBe(0.625);
  });

  it('is null without a good direction or a number', () => {
    expect(chanceBetter([1, 2], null)).toBeNull();
    expect(chanceBetter([Number.NaN], 'more')).toBeNull();
  });
});

describe('chanceBetterField', () => {
  it('crosses the worlds of a twin: 6 beats 2, 3 loses to 5', () => {
    const arm = numbers(6, 3);
    const baseline = numbers(5, 2);
    expect(chanceBetterField(arm, baseline, [0, 1], 'more')).toBe(0.5);
    expect(chanceBetter(pairedDifferences(arm, baseline), 'more')).toBe(1);
  });

  it('counts ties half and turns around where less is better', () => {
    // Crossings: 4 against 4 (a tie) and 9 against 7.
    expect(chanceBetterField([4, 9], [7, 4], [2, 3], 'more')).toBe(0.75);
    expect(chanceBetterField([4, 9], [7, 4], [2, 3], 'less')).toBe(0.25);
  });

  it('uses only twins with all four numbers', () => {
    expect(chanceBetterField([6, 3, 1], [5, 2, 0], [0, 1, 2], 'more')).toBe(0.5);
    expect(chanceBetterField([6, Number.NaN], [5, 2], [0, 1], 'more')).toBeNull();
    expect(chanceBetterField([6, 3], [5, 2], [1, 2], 'more')).toBeNull();
    expect(chanceBetterField([6, 3], [5, 2], [0, 1], null)).toBeNull();
  });

  // Twin truth 0, luck of variance 1 in each community: field = Phi(1 / sqrt 2) = 0.7602 for a lead of 1, although in
  // the same world (same luck) the arm is always ahead. 4 standard errors of 2,000 twins whose crossings may agree.
  it('is what two communities with luck of their own show', () => {
    const normal = normals('field');
    const baseline = Float64Array.from(ids(4000), (world) => normal('luck', world));
    const arm = baseline.map((value) => value + 1);
    expect(chanceBetter(pairedDifferences(arm, baseline), 'more')).toBe(1);
    const field = chanceBetterField(arm, baseline, ids(4000), 'more') ?? 0;
    expect(Math.abs(field - 0.7602)).toBeLessThan(4 * Math.sqrt((0.76 * 0.24) / 2000));
  });
});

describe('luckShare', () => {
  /** Twins at +10 and -10 in turn, their worlds 1 above and below: half squares 2, variance 10100 / 99. */
  const steady = (twins: number) =>
    ids(2 * twins).map((world) => (Math.floor(world / 2) % 2 === 0 ? 10 : -10) + (world % 2 === 0 ? 1 : -1));

  it('is luck within twins over all variance: 2 / (10100 / 99)', () => {
    expect(luckShare(steady(50), ids(100))).toBeCloseTo((2 * 99) / 10100, 12);
  });

  it('is null under 50 whole twins', () => {
    expect(luckShare(steady(49), ids(98))).toBeNull();
    const torn = steady(50);
    torn[3] = Number.NaN;
    expect(luckShare(torn, ids(100))).toBeNull();
  });

  it('is at most 1, and null where nothing varies', () => {
    const opposed = ids(100).map((world) => (world % 2 === 0 ? 1 : -1));
    expect(luckShare(opposed, ids(100))).toBe(1);
    expect(luckShare(new Float64Array(100), ids(100))).toBeNull();
  });
});

describe('relativeTo', () => {
  it('is a part of the absolute median', () => {
    expect(relativeTo(spread([90, 100, 110]))?.(20)).toBeCloseTo(0.2, 12);
    expect(relativeTo(spread([-90, -100, -110]))?.(20)).toBeCloseTo(0.2, 12);
  });

  it('is nothing where p05 to p95 includes or touches 0, or there are no numbers', () => {
    expect(relativeTo(spread([-1, 100, 110]))).toBeNull();
    expect(relativeTo(spread([0, 100, 110]))).toBeNull();
    expect(relativeTo(spread([-5, -4, 0]))).toBeNull();
    expect(relativeTo(spread([]))).toBeNull();
  });
});

describe('byMonth', () => {
  it('shares a sum of money out over the months of the file, else over the months of files, 30.4375 days', () => {
    const year = { horizonDays: 360, horizonMonths: 12 };
    expect(byMonth(metric('netRevenue'), year)?.(1200)).toBe(100);
    const days = { horizonDays: 487, horizonMonths: null };
    expect(byMonth(metric('netRevenue'), days)?.(1600)).toBe(100);
  });

  it('is nothing for other metrics and under a month', () => {
    const year = { horizonDays: 365, horizonMonths: 12 };
    expect(byMonth(metric('members'), year)).toBeNull();
    expect(byMonth({ ...metric('netRevenue'), summary: 'last' }, year)).toBeNull();
    expect(byMonth(metric('retention90'), year)).toBeNull();
    expect(byMonth(metric('netRevenue'), { horizonDays: 30, horizonMonths: null })).toBeNull();
  });
});

describe('difference', () => {
  it('gives every figure of a small case worked by hand', () => {
    // d = 2, -1, 0, 3; in order -1, 0, 2, 3. Clusters 1 and 3, mean 1: sums of deviations -1 and 1; 2 x 2 / 16.
    // Crossings: 12 > 11, 10 > 10 no (tie), 20 > 20 no (tie), 23 > 20.
    const arm = numbers(12, 10, 20, 23);
    const baseline = numbers(10, 11, 20, 20);
    const found = difference(names, arm, baseline, spread(baseline), ids(4));
    expect(found).toEqual({
      arm: 'b',
      baseline: 'a',
      metric: 'netRevenue',
      mean: 1,
      median: 1,
      p05: -1,
      p95: 3,
      relativeMedian: 1 / 15.5,
      standardError: 0.5,
      chanceBetter: 0.625,
      chanceBetterField: (1 + 0.5 + 0.5 + 1) / 4,
    });
  });

  it('is null where no world has both numbers', () => {
    const found = difference(names, numbers(1, Number.NaN), numbers(Number.NaN, 2), spread([2]), ids(2));
    expect(Object.values(found).slice(3)).toEqual(Array(8).fill(null));
  });

  const worlds = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
    minLength: 1,
    maxLength: 30,
  });

  it('is exactly 0 and a coin toss for an arm against itself', () => {
    const any = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 4,
      maxLength: 40,
    });
    fc.assert(
      fc.property(any, (values) => {
        const arm = Float64Array.from(values);
        const found = difference(names, arm, arm.slice(), spread(arm), ids(arm.length));
        expect([found.mean, found.median, found.p05, found.p95, found.standardError]).toEqual(
          Array(5).fill(0),
        );
        expect([found.chanceBetter, found.chanceBetterField]).toEqual([0.5, 0.5]);
        expect(found.relativeMedian ?? 0).toBe(0);
      }),
    );
  });

  it('changes sign when arm and baseline change places', () => {
    fc.assert(
      fc.property(worlds, (pairs) => {
        const [a, b] = [0, 1].map((side) => Float64Array.from(pairs, (pair) => pair[side]));
        const there = difference(names, a, b, spread(b), ids(a.length));
        const back = difference(names, b, a, spread(a), ids(a.length));
        const sums = [
          ...(['mean', 'median'] as const).map((figure) => (there[figure] ?? 0) + (back[figure] ?? 0)),
          (there.p05 ?? 0) + (back.p95 ?? 0),
          (there.p95 ?? 0) + (back.p05 ?? 0),
          (there.chanceBetter ?? 0) + (back.chanceBetter ?? 0) - 1,
          (there.chanceBetterField ?? 0.5) + (back.chanceBetterField ?? 0.5) - 1,
          (there.standardError ?? 0) - (back.standardError ?? 0),
        ];
        for (const sum of sums) expect(sum).toBeCloseTo(0, 9);
      }),
    );
  });
});
