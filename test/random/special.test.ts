// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: results stand against printed digits
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log } from '../../src/random/math.ts';
import {
  deviance,
  logBetaPeak,
  logBetaShare,
  logGamma,
  logGammaShare,
  logPoissonPeak,
  stirlingRemainder,
} from '../../src/random/special.ts';

fc.configureGlobal({ seed: 1 });

function gammaShare(a: number, x: number, upper: boolean): number {
  return logGammaShare(a, x, logPoissonPeak(a) - deviance(a, x), upper);
}

function betaShare(a: number, b: number, x: number, upper: boolean): number {
  const term = logBetaPeak(a, b) - deviance(a, (a + b) * x) - deviance(b, (a + b) * (1 - x));
  return logBetaShare(a, b, x, 1 - x, term, upper);
}

const positive = fc.double({ min: 0.01, max: 1e4, noNaN: true });
const size = (x: number) => Math.max(1, Math.abs(x));

describe('printed values (mpmath 1.2.1, 40 digits: loggamma, gammainc, betainc)', () => {
  test.each([
    [1e-300, 690.7755278982137],
    [1e-10, 23.025850929882736],
    [0.01, 4.599479878042022],
    [0.5, 0.5723649429247001],
    [0.99, 0.005854806764709781],
    [1.5, -0.12078223763524522],
    [1.4616321449683622, -0.12148629053584961],
    [2.0000001, 4.227843666532498e-8],
    [3.7, 1.428072326665388],
    [11.99, 17.477885575426185],
    [12.01, 17.526738806509965],
    [100.5, 361.4355404677776],
    [10000, 82099.71749644238],
    [1e6, 12815504.569147611],
    [1e300, 6.897755278982137e302],
  ])('ln Gamma(%f) = %f', (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-14 * size(value));
  });

  test.each([
    [0.01, 1e-30, false, -0.6850852199521441],
    [0.01, 5, true, -11.351357837733177],
    [2.5, 0.3, false, -4.423118898554755],
    [2.5, 40, true, -34.714103456537934],
    [100, 60, false, -13.4224368183038],
    [100, 160, true, -15.75204904319091],
    [10000, 10000, true, -0.69581034030382],
    [10000, 9000, false, -56.83548616875225],
  ])('log share of gamma(%f) at %f (upper: %s) = %f', (a, x, upper, value) => {
    expect(Math.abs(gammaShare(a, x, upper) - value)).toBeLessThan(2e-14 * size(value));
  });

  test.each([
    [0.01, 0.01, 1e-30, false, -1.3837605818957899],
    [0.5, 0.5, 0.5, true, -0.6931471805599453],
    [2, 5, 0.3, false, -0.545028945107489],
    [2, 5, 0.99, true, -21.242459710382914],
    [900, 100, 0.85, false, -13.524176497384314],
    [900, 100, 0.95, true, -23.254001137581476],
    [0.05, 10000, 0.0001, true, -4.46335767974231],
  ])('log share of beta(%f, %f) at %f (upper: %s) = %f', (a, b, x, upper, value) => {
    expect(Math.abs(betaShare(a, b, x, upper) - value)).toBeLessThan(2e-14 * size(value));
  });
});

test('ln Gamma has no value below zero and a pole at zero', () => {
  expect([0, -0, -0.5, -1, Number.NaN, Infinity].map(logGamma)).toEqual([
    Infinity,
    Infinity,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Infinity,
  ]);
});

test('Gamma(x + 1) = x Gamma(x)', () => {
  fc.assert(
    fc.property(positive, (x) => {
      const both = [logGamma(x + 1), logGamma(x) + log(x)];
      expect(Math.abs(both[0] - both[1])).toBeLessThan(3e-14 * size(both[0]));
    }),
  );
});

test('the remainder of Stirling lies between its first two partial sums', () => {
  // The series 1/(12 x) - 1/(360 x^3) + ... encloses its limit: DLMF 5.11(ii).
  for (const x of [1, 2, 5, 11.999, 12, 40, 1e4]) {
    expect(stirlingRemainder(x)).toBeLessThan(1 / (12 * x) + 1e-15);
    expect(stirlingRemainder(x)).toBeGreaterThan(1 / (12 * x) - 1 / (360 * x * x * x) - 1e-15);
  }
});

test('the deviance is zero at its mean alone, and half the squared distance over the mean near it', () => {
  expect(deviance(7, 7)).toBe(0);
  expect(deviance(1000, 1000.001) / (1e-6 / 2000)).toBeCloseTo(1, 5);
  fc.assert(fc.property(positive, positive, (x, mean) => deviance(x, mean) >= 0));
});

test('both sides of a point have all of the share', () => {
  fc.assert(
    fc.property(positive, positive, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (a, b, x) => {
      expect(Math.abs(exp(gammaShare(a, b, false)) + exp(gammaShare(a, b, true)) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(exp(betaShare(a, b, x, false)) + exp(betaShare(a, b, x, true)) - 1)).toBeLessThan(
        1e-12,
      );
      expect(Math.abs(exp(betaShare(a, b, x, false)) - exp(betaShare(b, a, 1 - x, true)))).toBeLessThan(1e-9);
    }),
  );
});
