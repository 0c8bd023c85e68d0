import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, log } from '../../src/random/math.ts';
import { lognormalQuantile, normalQuantile } from '../../src/random/normal.ts';
import { normalRows } from './scipy-quantiles.ts';

fc.configureGlobal({ seed: 1 });

const uniform = fc.double({ min: 2 ** -33, max: 1 - 2 ** -33, noNaN: true });

test('normal quantiles equal scipy to 2e-15', () => {
  for (const [u, z] of normalRows)
    expect(Math.abs(normalQuantile(u) - z)).toBeLessThanOrEqual(2e-15 * Math.abs(z));
});

test('the middle is zero and the ends are infinite', () => {
  expect([0, 0.5, 1, -0.1, 1.1].map(normalQuantile)).toEqual([
    -Infinity,
    0,
    Infinity,
    Number.NaN,
    Number.NaN,
  ]);
});

test('normal quantiles are odd around one half and never fall, also where the formulas meet', () => {
  fc.assert(
    fc.property(uniform, uniform, (u, v) => {
      expect(normalQuantile(1 - u)).toBeCloseTo(-normalQuantile(1 - (1 - u)), 13);
      if (u < v) expect(normalQuantile(u)).toBeLessThanOrEqual(normalQuantile(v));
    }),
  );
  // exp(-25) and 0.075 are where one formula hands over to another; steps of the draws' own grid.
  for (const u of [0.075, 0.925, exp(-25)])
    expect(normalQuantile(u + 2 ** -40)).toBeGreaterThan(normalQuantile(u - 2 ** -40));
});

test('a lognormal is e to the power of a normal, with the median e^mu', () => {
  expect(lognormalQuantile(0.5, log(3), 2)).toBeCloseTo(3, 14);
  // scipy.stats.lognorm.ppf(0.9, 0.7, scale=2)
  expect(lognormalQuantile(0.9, log(2), 0.7)).toBeCloseTo(4.904892990861222, 12);
  expect(lognormalQuantile(0.9, 1.5, 0)).toBe(exp(1.5));
});
