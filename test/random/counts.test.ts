import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binomialQuantile,
  geometricQuantile,
  negativeBinomialQuantile,
  poissonQuantile,
} from '../../src/random/counts.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { exp, pow } from '../../src/random/math.ts';
import { binomialRows, negativeBinomialRows, poissonRows } from './scipy-quantiles.ts';

fc.configureGlobal({ seed: 1 });

const uniform = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((draw) => (draw + 0.5) / 2 ** 32);
const mean = fc.oneof(
  fc.double({ min: 0, max: 60, noNaN: true }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);
const dispersion = fc.double({ min: 0.01, max: 100, noNaN: true });
const stream = new Stream(seedWords('counts'), 0, 'count').on(0);

describe('counts equal scipy', () => {
  test('Poisson, means to a million', () => {
    for (const [u, m, k] of poissonRows) expect([u, m, poissonQuantile(u, m)]).toEqual([u, m, k]);
  });
  test('negative binomial, dispersions from 0.01 to 10,000', () => {
    for (const [u, m, d, k] of negativeBinomialRows)
      expect([u, m, d, negativeBinomialQuantile(u, m, d)]).toEqual([u, m, d, k]);
  });
  test('binomial, up to a million tries', () => {
    for (const [u, n, p, k] of binomialRows)
      expect([u, n, p, binomialQuantile(u, n, p)]).toEqual([u, n, p, k]);
  });
});

test('where scipy 1.10 rounds, counts follow exact tails', () => {
  // mpmath 1.2.1 with 40 digits: gammainc, hyp2f1 and log; scipy gives 862812, 42812 and 4095619.
  expect(poissonQuantile(0.7357448941329494, 862227.3449754679)).toBe(862813);
  expect(negativeBinomialQuantile(0.9999999996973334, 80.5122340949023, 0.0294985557402012)).toBe(42813);
  expect(geometricQuantile(0.9999999996682577, 187642.47961761465)).toBe(4095620);
});

test('a Poisson of mean 1 is cut at e^-1, 2 e^-1 and 2.5 e^-1', () => {
  const e = 0.36787944117144233;
  const cuts = [e, 2 * e, 2.5 * e];
  expect(cuts.map((u) => poissonQuantile(u - 1e-12, 1))).toEqual([0, 1, 2]);
  expect(cuts.map((u) => poissonQuantile(u + 1e-12, 1))).toEqual([1, 2, 3]);
});

test('three tries of chance 1/2 are cut at 1/8, 4/8 and 7/8', () => {
  expect([0.1249, 0.1251, 0.4999, 0.5001, 0.8749, 0.8751].map((u) => binomialQuantile(u, 3, 0.5))).toEqual([
    0, 1, 1, 2, 2, 3,
  ]);
});

test('a geometric of mean 1 is cut at 1/2, 3/4, 7/8', () => {
  expect([0.49, 0.51, 0.74, 0.76, 0.87, 0.88].map((u) => geometricQuantile(u, 1))).toEqual([
    0, 1, 1, 2, 2, 3,
  ]);
});

test('a chance that all but rounds to one still leaves the last few', () => {
  // P(X <= 499) = 1 - (1 - 2^-50)^500 is below 10^-12.
  expect([1e-9, 0.5, 0.9998, 1 - 2 ** -33].map((u) => binomialQuantile(u, 500, 1 - 2 ** -50))).toEqual([
    500, 500, 500, 500,
  ]);
});

test('a mean of zero, a chance of zero and a chance of one leave nothing to luck', () => {
  for (const u of [2 ** -33, 0.5, 1 - 2 ** -33]) {
    const none = [poissonQuantile(u, 0), negativeBinomialQuantile(u, 0, 0.5), geometricQuantile(u, 0)];
    expect(none).toEqual([0, 0, 0]);
    expect([binomialQuantile(u, 9, 0), binomialQuantile(u, 0, 0.3), binomialQuantile(u, 9, 1)]).toEqual([
      0, 0, 9,
    ]);
  }
});

test('counts never fall when u or the mean grows', () => {
  fc.assert(
    fc.property(uniform, uniform, mean, mean, dispersion, (u, v, m, n, d) => {
      const [low, high] = u < v ? [u, v] : [v, u];
      const [few, many] = m < n ? [m, n] : [n, m];
      expect(poissonQuantile(low, m)).toBeLessThanOrEqual(poissonQuantile(high, m));
      expect(poissonQuantile(u, few)).toBeLessThanOrEqual(poissonQuantile(u, many));
      expect(geometricQuantile(low, few)).toBeLessThanOrEqual(geometricQuantile(high, many));
      expect(negativeBinomialQuantile(low, m, d)).toBeLessThanOrEqual(negativeBinomialQuantile(high, m, d));
      expect(negativeBinomialQuantile(u, few, d)).toBeLessThanOrEqual(negativeBinomialQuantile(u, many, d));
      expect(binomialQuantile(low, 500, few / 1e6)).toBeLessThanOrEqual(
        binomialQuantile(high, 500, many / 1e6),
      );
    }),
    { numRuns: 300 },
  );
});

test('a guessed count is the one that counting from zero finds', () => {
  /** Smallest k with P(X <= k) >= u, by adding all chances from that of zero on. */
  const counted = (u: number, zero: number, ratio: (k: number) => number) => {
    let k = 0;
    for (let chance = zero, sum = zero; sum < u; sum += chance) chance *= ratio(++k);
    return k;
  };
  for (let i = 0; i < 3000; i++) {
    const u = stream.uniform(i);
    const m = 33 + i / 30;
    expect(poissonQuantile(u, m)).toBe(counted(u, exp(-m), (k) => m / k));
    // 120 tries of odds 1/2 to 2; a negative binomial of dispersion 2 has the chance (2 / (2 + m))^2 of zero.
    const odds = 0.5 + i / 2000;
    const none = pow(1 / (1 + odds), 60);
    const successes = counted(u, none * none, (k) => ((121 - k) / k) * odds);
    expect(binomialQuantile(u, 120, odds / (1 + odds))).toBe(successes);
    const many = counted(u, pow(2 / (2 + m), 2), (k) => ((k + 1) / k) * (m / (2 + m)));
    expect(negativeBinomialQuantile(u, m, 2)).toBe(many);
  }
});

test('nothing jumps where counting from zero gives way to guessing', () => {
  for (let i = 0; i < 5000; i++) {
    const u = stream.uniform(i);
    expect(poissonQuantile(u, 32)).toBe(poissonQuantile(u, 32.00000000000001));
    expect(negativeBinomialQuantile(u, 16, 0.5)).toBe(negativeBinomialQuantile(u, 16.00000000000001, 0.5));
    expect(binomialQuantile(u, 64, 1 / 3)).toBe(binomialQuantile(u, 64, 0.3333333333333334));
  }
});

test('a negative binomial of dispersion one is the geometric, and of a large one the Poisson', () => {
  fc.assert(
    fc.property(uniform, fc.double({ min: 0, max: 1000, noNaN: true }), (u, m) => {
      expect(negativeBinomialQuantile(u, m, 1)).toBe(geometricQuantile(u, m));
      expect(
        Math.abs(negativeBinomialQuantile(u, m / 100, 1e9) - poissonQuantile(u, m / 100)),
      ).toBeLessThanOrEqual(1);
    }),
  );
});

describe('the mean of 20,000 counts is that of the distribution, within 4.5 standard errors', () => {
  const count = 20000;
  test.each([
    ['Poisson 0.3', (u: number) => poissonQuantile(u, 0.3), 0.3, 0.3],
    ['Poisson 250', (u: number) => poissonQuantile(u, 250), 250, 250],
    ['negative binomial 4, 0.5', (u: number) => negativeBinomialQuantile(u, 4, 0.5), 4, 36],
    ['negative binomial 90, 3', (u: number) => negativeBinomialQuantile(u, 90, 3), 90, 2790],
    ['binomial 20, 0.1', (u: number) => binomialQuantile(u, 20, 0.1), 2, 1.8],
    ['geometric 5', (u: number) => geometricQuantile(u, 5), 5, 30],
  ])('%s', (_, quantile, mean, variance) => {
    let sum = 0;
    for (let p = 0; p < count; p++) sum += quantile(stream.uniform(p));
    expect(Math.abs(sum / count - mean)).toBeLessThan(4.5 * Math.sqrt(variance / count));
  });
});
