import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, drawEvent, drawPair } from '../../src/random/draw.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { bitPairScores, bitScores, LIMIT, repeatScore, serialScore } from './battery.ts';

fc.configureGlobal({ seed: 1 });
const seed = seedWords('keys');

describe('the words of a seed', () => {
  test('are four, the same every time, for any text', () => {
    for (const text of ['', 'a', 'Samen 種子 🌱', 'x'.repeat(10000)]) {
      expect(seedWords(text)).toHaveLength(4);
      expect(seedWords(text)).toEqual(seedWords(text));
    }
    expect(Array.from(seedWords('seedbed'))).toEqual([3256688023, 1140885667, 3098547142, 2512706277]);
  });

  test('all differ between texts that differ in one letter', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => `seed ${i}`);
    for (const word of [0, 1, 2, 3]) {
      const words = Uint32Array.from(texts, (text) => seedWords(text)[word]);
      expect(new Set(words).size).toBe(2000);
      expect(Math.max(...bitScores(words).map(Math.abs))).toBeLessThan(LIMIT);
    }
  });
});

describe('a stream', () => {
  test('deals by seed, world, name and day alone: not by what was asked before', () => {
    const asked = new Stream(seed, 4, 'leave');
    for (const day of [7, -1, 0, 365]) asked.on(day).draw(1);
    new Stream(seed, 5, 'join').on(3);
    expect(asked.on(12).draw(33)).toBe(new Stream(seedWords('keys'), 4, 'leave').on(12).draw(33));
  });

  test('keeps its key when another stream turns to another day', () => {
    const first = new Stream(seed, 0, 'join').on(1);
    const key = [first.a, first.b];
    new Stream(seed, 0, 'join').on(2);
    expect([first.a, first.b]).toEqual(key);
  });

  test('is not changed by later changes to the words it was made from', () => {
    const words = Uint32Array.from(seed);
    const stream = new Stream(words, 0, 'join');
    words.fill(0);
    expect(stream.on(1).draw(2)).toBe(new Stream(seed, 0, 'join').on(1).draw(2));
  });

  test('gives the draws of the pure functions, as a whole number and in the open interval (0, 1)', () => {
    const stream = new Stream(seed, 2, 'see').on(40);
    const { a, b } = stream;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (p, q) => {
        expect(stream.draw(p)).toBe(draw(a, b, p));
        expect(stream.drawEvent(p, q)).toBe(drawEvent(a, b, p, q));
        expect(stream.drawPair(p, q)).toBe(drawPair(a, b, p, q));
        expect(stream.uniform(p)).toBe((draw(a, b, p) + 0.5) / 2 ** 32);
      }),
    );
  });

  test('tells apart seed, world, name and day wherever the same values trade places', () => {
    const key = (words: number[], world: number, name: string, day: number) => {
      const { a, b } = new Stream(Uint32Array.from(words), world, name).on(day);
      return `${a} ${b}`;
    };
    const keys = [
      key([1, 2, 3, 4], 1, 'a', 2),
      key([1, 2, 3, 4], 2, 'a', 1),
      key([2, 1, 3, 4], 1, 'a', 2),
      key([1, 2, 4, 3], 1, 'a', 2),
      key([0, 2, 3, 4], 0, 'a', 2),
      key([1, 2, 3, 4], 1, 'a\u0002', 0),
      key([1, 2, 3, 4], 1, '', 97),
      key([1, 2, 3, 4], 1, 'ab', 2),
      key([1, 2, 3, 4], 1, 'ba', 2),
      key([1, 2, 3, 4], 1, 'A', 2),
      key([1, 2, 3, 4], 1, 'š', 2),
      key([1, 2, 3, 4], 1, 'a', -2),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('takes any whole day of 32 bits, before the first one too', () => {
    const days = [-(2 ** 31), -365, -1, 0, 1, 2 ** 31 - 1];
    const stream = new Stream(seed, 0, 'join');
    expect(new Set(days.map((day) => stream.on(day).draw(0))).size).toBe(days.length);
  });
});

test('the two words of half a million keys are as chance has it: each alone, together and against each other', () => {
  const names = ['join', 'leave', 'see', 'seen'];
  const a: number[] = [];
  const b: number[] = [];
  for (let world = 0; world < 350; world++) {
    for (const name of names) {
      const stream = new Stream(seed, world, name);
      for (let day = -1; day < 364; day++) {
        stream.on(day);
        a.push(stream.a);
        b.push(stream.b);
      }
    }
  }
  const first = Uint32Array.from(a);
  const second = Uint32Array.from(b);
  for (const words of [first, second]) {
    expect(Math.abs(repeatScore(words))).toBeLessThan(LIMIT);
    expect(Math.max(...bitScores(words).map(Math.abs))).toBeLessThan(LIMIT);
    for (const lag of [1, 2, 365, 4 * 365]) expect(Math.abs(serialScore(words, lag))).toBeLessThan(LIMIT);
  }
  const interleaved = Uint32Array.from({ length: 1 << 15 }, (_, i) =>
    i & 1 ? second[i] : first[i - (i & 1)],
  );
  expect(Math.max(...bitPairScores(interleaved).map(Math.abs))).toBeLessThan(LIMIT);
  expect(new Set(a.map((word, i) => `${word} ${b[i]}`)).size).toBe(a.length);
});
