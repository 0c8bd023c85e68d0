import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, drawEvent, drawPair, mix, threshold, toUniform } from '../../src/random/draw.ts';

fc.configureGlobal({ seed: 1 });
const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const LARGEST = 2 ** 32 - 1;

/** lowbias32 as printed, in whole numbers without limit. */
function printedMix(x: bigint): bigint {
  let h = x;
  h ^= h >> 16n;
  h = (h * 0x7feb352dn) & 0xffffffffn;
  h ^= h >> 15n;
  h = (h * 0x846ca68bn) & 0xffffffffn;
  return h ^ (h >> 16n);
}

/** Its inverse as printed beside it: with the inverses of both factors modulo 2^32. */
function unmix(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x43021123);
  h = Math.imul(h ^ (h >>> 15) ^ (h >>> 30), 0x1d69e2a5);
  return h ^ (h >>> 16);
}

test('one round is the printed hash, and can be undone: no two words meet', () => {
  fc.assert(
    fc.property(word, (x) => {
      expect(mix(x) >>> 0).toBe(Number(printedMix(BigInt(x >>> 0))));
      expect(unmix(mix(x))).toBe(x);
    }),
  );
});

test('a draw is two rounds, each after its own word', () => {
  fc.assert(
    fc.property(word, word, word, (a, b, p) => {
      const once = printedMix(BigInt((p ^ a) >>> 0));
      expect(draw(a, b, p)).toBe(Number(printedMix(once ^ BigInt(b >>> 0))));
    }),
  );
});

test('every kind of draw is a whole number from 0 to 2^32 - 1', () => {
  fc.assert(
    fc.property(word, word, word, word, (a, b, p, q) => {
      for (const drawn of [draw(a, b, p), drawEvent(a, b, p, q), drawPair(a, b, p, q)]) {
        expect(Number.isInteger(drawn)).toBe(true);
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThanOrEqual(LARGEST);
      }
    }),
  );
});

test('a pair has one draw, whoever is named first', () => {
  fc.assert(
    fc.property(word, word, fc.nat(), fc.nat(), (a, b, p, q) => {
      expect(drawPair(a, b, p, q)).toBe(drawPair(a, b, q, p));
    }),
  );
});

test('the kinds of draw, the events of a person and the pairs of a person are apart', () => {
  const seen = new Set<number>();
  for (let p = 0; p < 40; p++) {
    seen.add(draw(5, 6, p));
    for (let q = 0; q < 40; q++) {
      seen.add(drawEvent(5, 6, p, q));
      if (q > p) seen.add(drawPair(5, 6, p, q));
    }
  }
  expect(seen.size).toBe(40 + 1600 + 780);
});

test('uniforms are the middles of 2^32 equal parts: never 0, never 1, and 1 - u is exact', () => {
  expect([0, 2 ** 31, LARGEST].map(toUniform)).toEqual([2 ** -33, 0.5 + 2 ** -33, 1 - 2 ** -33]);
  expect(1 - toUniform(LARGEST)).toBe(toUniform(0));
});

test('a chance of zero never happens, of one always, of one half for half of all draws', () => {
  expect([0, LARGEST].map((drawn) => drawn < threshold(0))).toEqual([false, false]);
  expect([0, LARGEST].map((drawn) => drawn < threshold(1))).toEqual([true, true]);
  expect([2 ** 31 - 1, 2 ** 31].map((drawn) => drawn < threshold(0.5))).toEqual([true, false]);
});

test('the share of draws below a threshold is its chance, rounded up to a multiple of 2^-32', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
      const below = Math.ceil(chance * 2 ** 32);
      expect(below - 1 < threshold(chance) || below === 0).toBe(true);
      expect(below < threshold(chance)).toBe(false);
    }),
  );
});

test('something of chance 0.03 happens to 3 % of a million people, within 4.5 standard errors', () => {
  let happened = 0;
  for (let p = 0; p < 1e6; p++) if (draw(-11, 22, p) < threshold(0.03)) happened++;
  expect(Math.abs(happened - 30000)).toBeLessThan(4.5 * Math.sqrt(1e6 * 0.03 * 0.97));
});
