import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysRange, FIRST_LOOK } from '../../../src/analysis/sequential/always.ts';
import { fixedSize, look, nextLook } from '../../../src/analysis/sequential/rule.ts';
import { type Kind, kinds, tally } from './studies.ts';

/** The small form of rule.long.test.ts: 5 %, and 4 standard errors of a share of 400. */
const NOMINAL = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / 400);

describe.each(Object.keys(kinds) as Kind[])('400 studies of %s differences', (kind) => {
  it('are decided wrongly at most as often as said, with no difference and at the border', () => {
    for (const [mean, matters] of [
      [0, 0],
      [-0.3, 0.3],
    ])
      expect(tally({ kind, mean, matters, studies: 400, most: 120 }).wrong).toBeLessThan(NOMINAL);
  });

  // .4 standard deviations from the border: a test that looks once needs (1.96 + 1.28)^2 / .16 = 66 twins.
  it('are mostly decided where there is something to decide', () => {
    for (const [mean, matters] of [
      [0.6, 0.2],
      [0, 0.5],
    ]) {
      const { wrong, decided, meanTwins } = tally({ kind, mean, matters, studies: 200, most: 300 });
      expect(wrong).toBeLessThan(NOMINAL);
      expect(decided).toBeGreaterThan(0.9);
      expect(meanTwins).toBeLessThan(190);
    }
  });
});

describe('the range', () => {
  // Worked by hand for error .05: q = (5.99146 + ln 5.99146 + 1) / 100 = .0878181; n = 100: n q + 1 = 9.78181,
  // r = sqrt(2 x 9.78181 / 878.181 x ln(sqrt(9.78181) / .05)) = .303544. Mean 0, s = sqrt(100 / 99).
  it('is worked by hand', () => {
    const numbers = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const { mean, low, high } = alwaysRange(numbers, 0.05);
    expect(mean).toBe(0);
    expect(high).toBeCloseTo(0.303544 * Math.sqrt(100 / 99), 5);
    expect(low).toBeCloseTo(-high, 12);
  });

  it('leans away from a long tail, and never is narrower than without', () => {
    const numbers = Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? 9 : -1));
    const { mean, low, high } = alwaysRange(numbers, 0.05);
    const plain = 0.303544 * Math.sqrt(900 / 99);
    expect(mean).toBeCloseTo(0, 12);
    expect(high).toBeGreaterThan(plain * 1.3);
    expect(low).toBeCloseTo(-plain, 4);
  });

  it('moves and grows with the numbers', () => {
    const list = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 40, maxLength: 60 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 9 }), (numbers, scale) => {
        const own = alwaysRange(numbers, 0.05);
        const other = alwaysRange(
          numbers.map((x) => 10 - scale * x),
          0.05,
        );
        const size = scale * (1 + own.high - own.low);
        expect(Math.abs(other.low - (10 - scale * own.high))).toBeLessThan(1e-6 * size);
        expect(Math.abs(other.high - (10 - scale * own.low))).toBeLessThan(1e-6 * size);
      }),
      { seed: 3 },
    );
  });
});

describe('the rule', () => {
  const around = (mean: number, n: number) => Array.from({ length: n }, (_, i) => mean + (i % 2 ? 1 : -1));

  it('says nothing before forty twins', () => {
    expect(look(around(9, FIRST_LOOK - 1), 0, 0.05)).toBeNull();
    expect(look(around(9, FIRST_LOOK), 0, 0.05)?.decided).toBe('more');
  });

  it('tells more, less, the same and undecided apart', () => {
    expect(look(around(-9, 50), 1, 0.05)?.decided).toBe('less');
    expect(look(around(0.1, 400), 0.5, 0.05)?.decided).toBe('same');
    expect(look(around(0.5, 400), 0.5, 0.05)?.decided).toBeNull();
    expect(look(around(0, 400), 0, 0.05)?.decided).toBeNull();
  });

  it('waits for a hundred twins where no twin differs from another', () => {
    const flat = (value: number, n: number) => look(new Array<number>(n).fill(value), 0, 0.05)?.decided;
    expect(flat(0, 99)).toBeNull();
    expect(flat(0, 100)).toBe('same');
    expect(flat(3, 99)).toBeNull();
    expect(flat(3, 100)).toBe('more');
  });

  it('looks at every twin up to a hundred, then at every hundredth part more', () => {
    expect([40, 99, 100, 101, 250].map(nextLook)).toEqual([41, 100, 101, 103, 253]);
  });
});

describe('the unpaired study of fixed size', () => {
  // (1.959964 + 1.281552)^2 x 2 / .5^2 = 84.06; R's power.t.test gives 85.03 with the t distribution.
  it('has the usual size, for what was seen and for the smallest that matters', () => {
    expect(fixedSize({ mean: 0.5, matters: 0, decided: 'more' }, 2, 0.05)).toEqual({
      asSeen: 85,
      forSmallest: null,
    });
    expect(fixedSize({ mean: -1, matters: 0.5, decided: 'less' }, 2, 0.05)).toEqual({
      asSeen: 85,
      forSmallest: 85,
    });
  });

  // (1.644854 + 1.644854)^2 x 2 / .5^2 = 86.58.
  it('has the size of a test for the same', () => {
    const { asSeen, forSmallest } = fixedSize({ mean: 0.1, matters: 0.5, decided: 'same' }, 2, 0.05);
    expect(forSmallest).toBe(87);
    expect(asSeen).toBe(136);
  });

  it('is not given where nothing is decided, or nothing could', () => {
    const none = { asSeen: null, forSmallest: null };
    expect(fixedSize({ mean: 0.5, matters: 0, decided: null }, 2, 0.05)).toEqual(none);
    expect(fixedSize({ mean: 0, matters: 0, decided: 'same' }, 0, 0.05)).toEqual(none);
  });
});
