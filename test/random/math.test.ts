// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: results stand against printed digits
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { exp, expm1, log, log1p, logistic, logit, pow } from '../../src/random/math.ts';
import {
  BITS,
  expFixed,
  expParts,
  fromDouble,
  lnDouble,
  lnRatio,
  nextDown,
  nextUp,
  parts,
  scale,
  ulpsOff,
} from './bigmath.ts';

fc.configureGlobal({ seed: 1 });

const ONE = 1n << BITS;
const stream = new Stream(seedWords('math tests'), 0, 'inputs');
/** `count` fixed numbers spread evenly over [low, high]. */
function spread(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + (high - low) * stream.uniform(i));
}
function worst(inputs: number[], off: (x: number) => number): number {
  return inputs.reduce((most, x) => Math.max(most, off(x)), 0);
}
/** Positive doubles of every exponent, subnormals among them. */
const allSizes = spread(-1074, 1023.99, 2000).map((e, i) =>
  scale(1 + stream.on(1).uniform(i), Math.floor(e)),
);

function expOff(x: number): number {
  const { mantissa, power } = expParts(fromDouble(x));
  return ulpsOff(exp(x), mantissa, power);
}

function logOff(x: number): number {
  return ulpsOff(log(x), lnDouble(x));
}

function logisticOff(x: number): number {
  const { mantissa, power } = expParts(fromDouble(-Math.abs(x)));
  const e = mantissa >> BigInt(-power);
  if (x >= 0) return ulpsOff(logistic(x), (ONE << BITS) / (ONE + e));
  return ulpsOff(logistic(x), (mantissa << BITS) / (ONE + e), power);
}

test('exp is within 0.51 ulp of the exact value over its whole range, subnormal results included', () => {
  expect(worst(spread(-1, 1, 2000), expOff)).toBeLessThan(0.51);
  expect(worst(spread(-708, 709.78, 2000), expOff)).toBeLessThan(0.51);
  expect(worst(spread(-745.13, -708, 1000), expOff)).toBeLessThan(0.51);
});

test('log is within 1 ulp of the exact value for every size of input', () => {
  expect(worst(allSizes, logOff)).toBeLessThan(1);
  expect(worst(spread(0.5, 2, 2000), logOff)).toBeLessThan(1);
  expect(worst(spread(1 - 1 / 64, 1 + 1 / 64, 2000), logOff)).toBeLessThan(1);
});

test('logistic is within 2 ulp of the exact value', () => {
  expect(worst(spread(-40, 40, 3000), logisticOff)).toBeLessThan(2);
  expect(worst(spread(-708, 0, 1000), logisticOff)).toBeLessThan(2);
});

test('expm1 is within 3 ulp and log1p within 2 ulp, for tiny arguments too', () => {
  const tiny = spread(-40, 3, 2000).map((e, i) => (i % 2 ? 1 : -1) * exp(e));
  expect(worst(tiny, (x) => ulpsOff(expm1(x), expFixed(fromDouble(x)) - ONE))).toBeLessThan(3);
  const above = tiny.filter((x) => x > -1);
  expect(worst(above, (x) => ulpsOff(log1p(x), lnRatio(ONE + fromDouble(x), ONE)))).toBeLessThan(2);
});

test('logit is within 4 ulp of the exact value, at one half too', () => {
  const chances = [...spread(0, 1, 2000), ...spread(0.49, 0.51, 500), ...spread(1e-9, 1e-3, 500)];
  expect(worst(chances, (p) => ulpsOff(logit(p), lnRatio(fromDouble(p), ONE - fromDouble(p))))).toBeLessThan(
    4,
  );
});

test('pow keeps to its stated error, and is exact where products of small whole numbers are', () => {
  const bases = spread(-10, 10, 1000).map((e) => exp(e));
  bases.forEach((a, i) => {
    const b = 20 * stream.on(2).uniform(i) - 10;
    const exact = (lnDouble(a) * fromDouble(b)) >> BITS;
    const { mantissa, power } = expParts(exact);
    const size = Number(exact >> (BITS - 53n)) / 2 ** 53;
    expect(ulpsOff(pow(a, b), mantissa, power)).toBeLessThan(2 * (1 + Math.abs(size)));
  });
  expect([pow(3, 5), pow(10, 15), pow(2, -3), pow(7, 0), pow(0, 0), pow(9, 0.5)]).toEqual([
    243, 1e15, 0.125, 1, 1, 3,
  ]);
  expect([pow(0, 1.5), pow(0, -1.5), pow(-2, 3), pow(-2, 0.3)]).toEqual([0, Infinity, -8, Number.NaN]);
});

test('exp ends where doubles end, rounding once among the subnormals', () => {
  expect([0, -0, 1, -1].map(exp)).toEqual([1, 1, 2.718281828459045, 0.36787944117144233]);
  expect([Infinity, -Infinity, Number.NaN].map(exp)).toEqual([Infinity, 0, Number.NaN]);
  const last = 709.782712893384;
  expect([exp(last), exp(nextUp(last))]).toEqual([1.7976931348622732e308, Infinity]);
  const least = -745.1332191019411;
  expect([exp(least), exp(nextDown(least)), exp(-1e9), exp(1e9)]).toEqual([5e-324, 0, 0, Infinity]);
  for (const edge of [709, -708, -708.3964185322641, last, 5e-324, -5e-324, 2.2250738585072014e-308])
    for (const x of [nextDown(edge), edge]) expect(expOff(x)).toBeLessThan(0.51);
  for (let k = -1074; k <= 1023; k++) expect(expOff(k * 0.6931471805599453)).toBeLessThan(0.51);
});

test('log is exact at powers of two to 1 ulp, and has the usual edges', () => {
  expect([0, -0, 1, Infinity].map(log)).toEqual([-Infinity, -Infinity, 0, Infinity]);
  expect([-1, -5e-324, -Infinity, Number.NaN].map(log)).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
  for (const x of [
    5e-324,
    2.2250738585072014e-308,
    nextDown(2.2250738585072014e-308),
    1.7976931348623157e308,
  ])
    expect(logOff(x)).toBeLessThan(1);
  for (const x of [nextDown(1), nextUp(1), 10, 0.1, 2 / 3]) expect(logOff(x)).toBeLessThan(1);
  for (let k = -1074; k <= 1023; k++) if (k) expect(logOff(scale(1, k))).toBeLessThan(1);
});

test('the others have the usual edges', () => {
  expect([0, Infinity, -Infinity, 800, -800, Number.NaN].map(logistic)).toEqual([
    0.5,
    1,
    0,
    1,
    0,
    Number.NaN,
  ]);
  expect([0, 0.5, 1, -0.1, 1.1].map(logit)).toEqual([-Infinity, 0, Infinity, Number.NaN, Number.NaN]);
  expect([0, -0, Infinity, -Infinity, 800, -50].map(expm1)).toEqual([0, -0, Infinity, -1, Infinity, -1]);
  expect([0, -0, -1, -2, Infinity, 1e300].map(log1p)).toEqual([
    0,
    -0,
    -Infinity,
    Number.NaN,
    Infinity,
    log(1e300),
  ]);
});

test('exp and log never fall from one double to the next', () => {
  for (const x of spread(-40, 40, 20000)) {
    const y = exp(x);
    expect(exp(nextUp(x)) >= y).toBe(true);
    expect(log(nextUp(y)) >= log(y)).toBe(true);
  }
});

test('log undoes exp, and logit undoes logistic', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
      expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(3e-16 * (1 + Math.abs(x)));
      // logistic rounds to a multiple of 2^-53, which near 1 is e^x / 2^53 in log-odds.
      expect(Math.abs(logit(logistic(x)) - x)).toBeLessThanOrEqual(4e-16 * (1 + exp(x) + Math.abs(x)));
    }),
  );
});

test('the reference itself gives the printed digits of e, ln 10 and 1/7', () => {
  // OEIS A001113 and A002392 to 16 digits; a seventh by division.
  expect(ulpsOff(2.718281828459045, expFixed(ONE))).toBeLessThan(0.5);
  expect(ulpsOff(2.302585092994046, lnDouble(10))).toBeLessThan(0.5);
  expect(ulpsOff(1 / 7, ONE / 7n)).toBeLessThan(0.5);
  expect(parts(0.75)).toEqual({ whole: 0x18000000000000n, power: -53 });
});
