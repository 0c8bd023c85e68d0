import { describe, expect, it } from 'vitest';
import { looksUpTo } from '../../../src/analysis/optimise/looks.ts';
import { meanRange, studentAbove, surelyAbove } from '../../../src/analysis/optimise/sure.ts';

describe("Student's t", () => {
  // Printed tables (Fisher and Yates 1963, table III), three decimals.
  it.each([
    [0.025, 9, 2.262],
    [0.0005, 9, 4.781],
    [0.025, 1, 12.706],
    [0.005, 30, 2.75],
    [0.0005, 120, 3.373],
  ])('exceeds with chance %f at %i degrees of freedom what tables say', (chance, df, expected) => {
    expect(studentAbove(chance, df)).toBeCloseTo(expected, 3);
  });
});

describe('the range of a mean', () => {
  it('is mean and t times s over root n, for numbers without skewness', () => {
    // 1 .. 9: mean 5, s = sqrt(7.5), t(.025, 8) = 2.306 (the same tables).
    const { low, mean, high } = meanRange([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.05);
    expect(mean).toBe(5);
    expect(high - 5).toBeCloseTo((2.306 * Math.sqrt(7.5)) / 3, 3);
    expect(5 - low).toBeCloseTo(high - 5, 12);
  });

  it('reaches further to the side of the long tail', () => {
    const { low, mean, high } = meanRange([0, 0, 0, 0, 1, 1, 1, 2, 3, 9], 0.05);
    expect(high - mean).toBeGreaterThan(1.2 * (mean - low));
  });

  it('is a point where nothing varies', () => {
    expect(meanRange([3, 3, 3], 0.05)).toEqual({ low: 3, mean: 3, high: 3 });
  });
});

describe('a share that is surely above a limit', () => {
  it('needs n times the divergence above the logarithm of the error: 3 of 3 above a tenth', () => {
    // 3 ln 10 = 6.908 = -ln .001: at an error just above it is sure, just below it is not.
    expect(surelyAbove([1, 1, 1], 0.1, 0.00101)).toBe(true);
    expect(surelyAbove([1, 1, 1], 0.1, 0.00099)).toBe(false);
  });

  it('is never one below the limit, however many say so', () => {
    expect(surelyAbove(new Array(1000).fill(0), 0.1, 0.05)).toBe(false);
    expect(surelyAbove([], 0.1, 0.05)).toBe(false);
  });
});

describe('looks', () => {
  it('come after 10 twins, then half as many again, and at the end', () => {
    expect(looksUpTo(50)).toEqual([10, 15, 23, 35, 50]);
    expect(looksUpTo(10)).toEqual([10]);
    expect(looksUpTo(4)).toEqual([4]);
  });
});
