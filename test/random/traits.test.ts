import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { log } from '../../src/random/math.ts';
import {
  betaQuantile,
  categoricalQuantile,
  exponentialQuantile,
  gammaQuantile,
} from '../../src/random/traits.ts';
import { betaRows, gammaRows } from './scipy-quantiles.ts';

fc.configureGlobal({ seed: 1 });

/** As drawn: multiples of 2^-33, of which 1 - u is exact. */
const uniform = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((draw) => (draw + 0.5) / 2 ** 32);
const shape = fc.double({ min: 0.01, max: 1e4, noNaN: true });
const stream = new Stream(seedWords('traits'), 0, 'trait').on(0);

describe('gamma', () => {
  test('quantiles equal scipy to 1e-11 for shapes from 0.01 to 10,000', () => {
    for (const [u, a, x] of gammaRows)
      expect(Math.abs(gammaQuantile(u, a, 1) - x)).toBeLessThanOrEqual(1e-11 * x);
  });

  test('of shape one is the exponential', () => {
    fc.assert(
      fc.property(uniform, (u) => {
        const x = exponentialQuantile(u, 3);
        expect(Math.abs(gammaQuantile(u, 1, 3) - x)).toBeLessThanOrEqual(1e-13 * x);
      }),
    );
  });

  test('never falls when u, the shape or the scale grows', () => {
    fc.assert(
      fc.property(uniform, uniform, shape, shape, (u, v, a, b) => {
        const slack = 1 + 1e-12;
        const [low, high] = u < v ? [u, v] : [v, u];
        expect(gammaQuantile(low, a, 2)).toBeLessThanOrEqual(gammaQuantile(high, a, 2) * slack);
        expect(gammaQuantile(u, Math.min(a, b), 2)).toBeLessThanOrEqual(
          gammaQuantile(u, Math.max(a, b), 2) * slack,
        );
        expect(gammaQuantile(u, a, 2)).toBeLessThanOrEqual(gammaQuantile(u, a, 2.5));
      }),
    );
  });

  test('is zero, not lost, where it lies below the smallest number', () => {
    expect(gammaQuantile(1e-9, 0.01, 1)).toBe(0);
    expect(gammaQuantile(2 ** -33, 0.04, 1)).toBeGreaterThan(0);
  });
});

describe('beta', () => {
  test('quantiles equal scipy to 1e-11 for parameters from 0.01 to 10,000', () => {
    for (const [u, a, b, x] of betaRows)
      expect(Math.abs(betaQuantile(u, a, b) - x)).toBeLessThanOrEqual(1e-11 * x);
  });

  test('has the closed forms of one parameter one, and mirrors around one half', () => {
    fc.assert(
      fc.property(uniform, fc.double({ min: 0.1, max: 50, noNaN: true }), shape, (u, a, b) => {
        expect(a * log(betaQuantile(u, a, 1)) - log(u)).toBeCloseTo(0, 11);
        expect(betaQuantile(u, 1, 1)).toBeCloseTo(u, 13);
        expect(betaQuantile(u, a, b) + betaQuantile(1 - u, b, a)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('stays between zero and one, and never falls when u grows', () => {
    fc.assert(
      fc.property(uniform, uniform, shape, shape, (u, v, a, b) => {
        const low = betaQuantile(Math.min(u, v), a, b);
        const high = betaQuantile(Math.max(u, v), a, b);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-12));
      }),
    );
  });
});

describe('exponential', () => {
  test('has its median at ln 2 means, and keeps tiny values', () => {
    expect(exponentialQuantile(0.5, 10)).toBeCloseTo(10 * log(2), 14);
    expect(exponentialQuantile(1e-20, 1)).toBe(1e-20);
    expect(exponentialQuantile(0.3, 0)).toBe(0);
  });
});

describe('means and variances of 20,000 drawn values are those of the distribution, within 4.5 standard errors', () => {
  const count = 20000;
  test.each([
    ['gamma 2.5, scale 2', (u: number) => gammaQuantile(u, 2.5, 2), 5, 10, 3 + 6 / 2.5],
    ['gamma 0.4, scale 1', (u: number) => gammaQuantile(u, 0.4, 1), 0.4, 0.4, 3 + 6 / 0.4],
    ['beta 2, 5', (u: number) => betaQuantile(u, 2, 5), 2 / 7, 10 / 392, 2.88],
    ['exponential 3', (u: number) => exponentialQuantile(u, 3), 3, 9, 9],
  ])('%s', (_, quantile, mean, variance, kurtosis) => {
    const values = Array.from({ length: count }, (_, p) => quantile(stream.uniform(p)));
    const average = values.reduce((sum, x) => sum + x, 0) / count;
    const spread = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count;
    expect(Math.abs(average - mean)).toBeLessThan(4.5 * Math.sqrt(variance / count));
    expect(Math.abs(spread - variance)).toBeLessThan(4.5 * variance * Math.sqrt((kurtosis - 1) / count));
  });
});

describe('categories', () => {
  test('cut (0, 1) in proportion to their shares, in their order', () => {
    const shares = [1, 0, 2, 1];
    expect([0.01, 0.2499, 0.25, 0.7499, 0.75, 0.99].map((u) => categoricalQuantile(u, shares))).toEqual([
      0, 0, 2, 2, 3, 3,
    ]);
    expect(categoricalQuantile(0.6, Float64Array.of(0.5, 0.5))).toBe(1);
  });

  test('never yield a category without a share, even where u is rounded to one', () => {
    fc.assert(
      fc.property(uniform, fc.array(fc.constantFrom(0, 0.1, 0.2, 1e-17), { minLength: 1 }), (u, shares) => {
        fc.pre(shares.some((share) => share > 0));
        expect(shares[categoricalQuantile(u, shares)]).toBeGreaterThan(0);
        expect(shares[categoricalQuantile(1, shares)]).toBeGreaterThan(0);
      }),
    );
  });

  test('end with the last category that has a share, even if u or a product rounds up to one', () => {
    expect(categoricalQuantile(1, [0.1, 0.2, 0])).toBe(1);
    expect(categoricalQuantile(0.9, [5e-324, 0])).toBe(0);
  });

  test('are -1 where there is none', () => {
    expect(categoricalQuantile(0.5, [])).toBe(-1);
    expect(categoricalQuantile(0.5, [0, 0])).toBe(-1);
  });
});
