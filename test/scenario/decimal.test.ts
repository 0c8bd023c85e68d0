import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDecimal, readDecimal, splitNumber } from '../../src/scenario/decimal.ts';

describe('readDecimal', () => {
  it('moves the point without arithmetic: 7 % is exactly .07', () => {
    expect(readDecimal('7', -2)).toBe(0.07);
    expect(readDecimal('0.29', 2)).toBe(29);
    expect(readDecimal('-.5e1')).toBe(-5);
  });

  it('is NaN for what is no number', () => {
    for (const text of ['', '.', 'e5', '1.2.3', '1,5', '0x10', 'Infinity', '--1', '1e99999'])
      expect(readDecimal(text)).toBeNaN();
  });
});

describe('printDecimal', () => {
  it('prints as people write', () => {
    expect(printDecimal(0.07, 2)).toBe('7');
    expect(printDecimal(0.29, 2)).toBe('29');
    expect(printDecimal(0.5)).toBe('0.5');
    expect(printDecimal(1500)).toBe('1500');
    expect(printDecimal(-0.0125)).toBe('-0.0125');
    expect(printDecimal(0)).toBe('0');
  });

  it('is read back as the same number, with the point moved or not', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 2), (x, places) => {
        expect(readDecimal(printDecimal(x, places), -places)).toBe(x === 0 ? 0 : x);
      }),
    );
  });
});

describe('splitNumber', () => {
  it('parts the number from its words', () => {
    expect(splitNumber('  4%  per  month ')).toEqual({ number: '4', words: '% per month' });
    expect(splitNumber('1e3 people')).toEqual({ number: '1e3', words: 'people' });
    expect(splitNumber('5 euros')).toEqual({ number: '5', words: 'euros' });
    expect(splitNumber('five')).toBeNull();
  });
});
