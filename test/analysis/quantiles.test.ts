import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, sorted, spread } from '../../src/analysis/quantiles.ts';
import { normals } from './synthetic.ts';

describe('quantile', () => {
  it('lies at p (n + 1): the first of 19 is the 5th percentile, the last the 95th', () => {
    const numbers = Array.from({ length: 19 }, (_, i) => i + 1);
    expect(quantile(numbers, 0.05)).toBe(1);
    expect(quantile(numbers, 0.5)).toBe(10);
    expect(quantile(numbers, 0.95)).toBe(19);
  });

  it('goes straight between two numbers: place 2.75 of 10, 20, 40, ... is 35', () => {
    expect(quantile([10, 20, 40, 50, 60, 70, 80, 90, 91, 92], 0.25)).toBe(20 + 0.75 * 20);
  });

  it('agrees with numpy.quantile(method="weibull") on 21 numbers', () => {
    const numbers = sorted([3, 1, 4, 1, 5, 9, 2, 6, 5, 35, 8, 97, 93, 23, 84, 62, 64, 33, 83, 27, 95]);
    const found = [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(numbers, p));
    const printed = [1, 4.5, 23, 73.5, 96.8];
    found.forEach((value, i) => {
      expect(value).toBeCloseTo(printed[i], 12);
    });
  });

  it('ends at the ends when there are few numbers', () => {
    expect(quantile([7], 0.05)).toBe(7);
    expect(quantile([7], 0.95)).toBe(7);
    expect(quantile([7, 9], 0.05)).toBe(7);
    expect(quantile([7, 9], 0.95)).toBe(9);
  });

  it('rises with p and stays within the numbers', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(numbers, chance, chance, (values, p, q) => {
        const rising = sorted(values);
        const [low, high] = [Math.min(p, q), Math.max(p, q)].map((at) => quantile(rising, at));
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(rising[0]);
        expect(high).toBeLessThanOrEqual(rising[rising.length - 1]);
      }),
    );
  });

  // Each of 5,000 samples (fixed seed) covers its new world or not: a coin of chance 0.9, 4 standard errors.
  it.each([19, 100])('covers a new world nine times in ten with n = %i', (n) => {
    const normal = normals(`coverage ${n}`);
    const samples = 5000;
    let covered = 0;
    for (let sample = 0; sample < samples; sample++) {
      const rising = sorted(Array.from({ length: n }, (_, k) => normal('seen', sample, k)));
      const unseen = normal('unseen', sample);
      if (unseen >= quantile(rising, 0.05) && unseen <= quantile(rising, 0.95)) covered++;
    }
    expect(Math.abs(covered / samples - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / samples));
  });
});

/**
 * Twins whose worlds are the same: n worlds are n / 2 numbers, each twice. The r-th smallest of m = n / 2 leaves r / (m + 1)
 * below itself on average, so the place p (n + 1) among pairs leaves, worked by hand for p05 (p95 is its mirror):
 * n = 20: place 1.05, the first pair, 1 / 11. 40: 2.05, first and second pair, 1.05 / 21. 100: 5.05, the third, 3 / 51.
 * 200: 10.05, the fifth and the sixth, 5.05 / 101.
 */
describe('quantiles of twins that always agree', () => {
  it.each([
    [20, 1 - 2 / 11],
    [40, 0.9],
    [100, 1 - 6 / 51],
    [200, 0.9],
  ])('of %i worlds hold a new world with chance %f', (n, expected) => {
    const places = sorted(Array.from({ length: n }, (_, world) => Math.floor(world / 2) + 1));
    // Numbers that are their own places: a quantile, over m + 1, is the part of the distribution below it on average.
    const below = (p: number) => quantile(places, p) / (n / 2 + 1);
    expect(below(0.95) - below(0.05)).toBeCloseTo(expected, 12);
  });
});

describe('spread', () => {
  it('gives median, mean and quantiles', () => {
    expect(spread([4, 1, 3, 2, 10])).toEqual({ median: 3, mean: 4, p05: 1, p25: 1.5, p75: 7, p95: 10 });
  });

  it('leaves out worlds without a number', () => {
    expect(spread([4, Number.NaN, 1, 3, 2, 10])).toEqual(spread([4, 1, 3, 2, 10]));
  });

  it('is null where no world has a number', () => {
    const nothing = { median: null, mean: null, p05: null, p25: null, p75: null, p95: null };
    expect(spread([])).toEqual(nothing);
    expect(spread([Number.NaN, Number.NaN])).toEqual(nothing);
  });
});
