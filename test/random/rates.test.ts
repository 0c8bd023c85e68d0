import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log, logistic } from '../../src/random/math.ts';
import { chanceFromLogit, chanceFromRate, logisticTable, rateFromChance } from '../../src/random/rates.ts';

fc.configureGlobal({ seed: 1 });
const SCALE = 2 ** 32;

describe('rates and chances', () => {
  test('a rate of ln 2 a day is a chance of one half, of three quarters over two days', () => {
    expect(chanceFromRate(log(2))).toBeCloseTo(0.5, 15);
    expect(chanceFromRate(log(2), 2)).toBeCloseTo(0.75, 15);
    expect(rateFromChance(0.75, 2)).toBeCloseTo(log(2), 15);
  });

  test('tiny rates keep all their digits', () => {
    // 1 - e^-x = x - x^2/2 + ...
    expect(chanceFromRate(1e-12)).toBe(9.999999999995e-13);
    expect(chanceFromRate(1e-300)).toBe(1e-300);
    expect(rateFromChance(1e-300)).toBe(1e-300);
  });

  test('nothing comes of no rate, certainty of an endless one', () => {
    expect([chanceFromRate(0), chanceFromRate(5, 0), rateFromChance(0)]).toEqual([0, 0, 0]);
    expect([chanceFromRate(Infinity), chanceFromRate(1e6), rateFromChance(1)]).toEqual([1, 1, Infinity]);
  });

  test('undo each other', () => {
    const rate = fc.double({ min: 1e-15, max: 5, noNaN: true });
    fc.assert(
      fc.property(rate, fc.double({ min: 0.1, max: 7, noNaN: true }), (r, days) => {
        const back = rateFromChance(chanceFromRate(r, days), days);
        // A chance near one holds e^(r days) fewer digits of what is left to it.
        expect(Math.abs(back / r - 1)).toBeLessThan(1e-15 * exp(r * days));
      }),
    );
  });

  test('days multiply what is left', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: 1, max: 9 }), (r, days) => {
        let left = 1;
        for (let d = 0; d < days; d++) left *= 1 - chanceFromRate(r);
        expect(1 - chanceFromRate(r, days)).toBeCloseTo(left, 13);
      }),
    );
  });
});

describe('the fast logistic', () => {
  test('is off by less than 2e-4 of the chance everywhere from -32 to 32', () => {
    let worst = 0;
    for (let i = 0; i <= 64 * 997; i++) {
      const x = i / 997 - 32;
      worst = Math.max(worst, Math.abs(chanceFromLogit(x) / (SCALE * logistic(x)) - 1));
    }
    expect(worst).toBeLessThan(2e-4);
    // Linear interpolation of e^x at steps of 1/32 misses by (1/32)^2 / 8: were it far less, this test would see nothing.
    expect(worst).toBeGreaterThan(1e-4);
  });

  test('is exact at its entries, never below -32 and always above 32', () => {
    expect(logisticTable).toHaveLength(2049);
    for (let i = 0; i < 2048; i++) expect(chanceFromLogit(i / 32 - 32)).toBe(SCALE * logistic(i / 32 - 32));
    expect([-32.000001, -1e300, -Infinity].map(chanceFromLogit)).toEqual([0, 0, 0]);
    expect([32.000001, 1e300, Infinity].map(chanceFromLogit)).toEqual([SCALE, SCALE, SCALE]);
    expect(chanceFromLogit(Number.NaN)).toBe(0);
  });

  test('never falls when the log-odds grow', () => {
    const logOdds = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(logOdds, logOdds, (x, y) => {
        expect(chanceFromLogit(Math.min(x, y))).toBeLessThanOrEqual(chanceFromLogit(Math.max(x, y)));
      }),
    );
  });

  test('at zero is one half of all draws', () => {
    expect(chanceFromLogit(0)).toBe(2 ** 31);
  });
});
