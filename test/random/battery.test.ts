import { describe, expect, test } from 'vitest';
import { draw, drawEvent, drawPair, mix } from '../../src/random/draw.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { avalancheScores, battery, type Deal, LIMIT } from './battery.ts';

const seed = seedWords('battery');

/** A deal whose draws need the stream only once a day. */
function byDay(draw: (a: number, b: number, person: number) => number): Deal {
  return (world, name) => {
    const stream = new Stream(seed, world, name).on(0);
    let today = 0;
    return (day, person) => {
      if (day !== today) stream.on(day);
      today = day;
      return draw(stream.a, stream.b, person);
    };
  };
}

const keyed = byDay(draw);
const events: Deal = (world, name) => {
  const { a, b } = new Stream(seed, world, name).on(5);
  return (event, person) => drawEvent(a, b, person, event);
};
const pairs: Deal = (world, name) => {
  const { a, b } = new Stream(seed, world, name).on(5);
  // Every pair once: the second person of each lies above all of the first ones.
  return (second, person) => drawPair(a, b, person, second + 70000);
};

/** One good round with all inputs in one word by XOR. */
const xorKeyed: Deal = (world, name) => {
  const key =
    seed[0] ^ Math.imul(world, 0x9e3779b1) ^ mix(name.length * 256 + name.charCodeAt(name.length - 1));
  return (day, person) => mix(person ^ day ^ key) >>> 0;
};
/** One good round with one well-derived word per day: every single day of it is flawless. */
const oneWord = byDay((a, _, person) => mix(person ^ a) >>> 0);
/** Well-derived words, but a multiplication instead of a hash. */
const multiplied = byDay((a, _, person) => Math.imul(person ^ a, 0x9e3779b1) >>> 0);

describe('the battery', () => {
  test('passes draws by person, day, stream and world', () => {
    expect(battery(keyed)).toEqual([]);
  });

  test('passes draws by event number', () => {
    expect(battery(events)).toEqual([]);
  });

  test('passes draws by pair', () => {
    expect(battery(pairs)).toEqual([]);
  });

  test('rejects one round keyed by XOR: days and persons trade places', () => {
    expect(battery(xorKeyed).join()).toMatch(/person: repeats.*day: repeats.*shared days/);
  });

  test('rejects one round with one word, solely because whole days repeat', () => {
    const found = battery(oneWord);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^shared days/);
  });

  test('rejects a mere multiplication for its order, bits and pairs of bits', () => {
    expect(battery(multiplied).join()).toMatch(/person: serial.*person: bit pairs/);
  });
});

/** Worst score over the bits of a 32-bit input, with as many fresh samples for each. */
function worstFlip(drawOf: (input: number, i: number) => number, count: number): number {
  const inputs = new Stream(seed, 0, 'avalanche').on(0);
  let worst = 0;
  for (let bit = 0; bit < 32; bit++) {
    const pair = (i: number) => {
      const input = inputs.drawEvent(i, bit) | 0;
      return [drawOf(input, i), drawOf(input ^ (1 << bit), i)] as const;
    };
    for (const score of avalancheScores(pair, count)) worst = Math.max(worst, Math.abs(score));
  }
  return worst;
}

describe('flipping one bit flips every bit of the draw half of the time', () => {
  const stream = new Stream(seed, 1, 'join').on(9);
  const words = Uint32Array.from(seed);
  const cases: Record<string, (input: number, i: number) => number> = {
    person: (input) => stream.on(9).draw(input),
    'person of an event': (input, i) => stream.on(9).drawEvent(input, i),
    event: (input, i) => stream.on(9).drawEvent(i, input),
    'one person of a pair': (input, i) => stream.on(9).drawPair(i, input),
    'first word of a draw': (input, i) => draw(input, 77, i),
    'second word of a draw': (input, i) => draw(77, input, i),
    'first word of an event': (input, i) => drawEvent(input, 77, i, 3),
    'second word of an event': (input, i) => drawEvent(77, input, i, 3),
    'first word of a pair': (input, i) => drawPair(input, 77, i, i + 3),
    'second word of a pair': (input, i) => drawPair(77, input, i, i + 3),
    day: (input, i) => stream.on(input).draw(i),
    world: (input, i) => new Stream(seed, input, 'join').on(9).draw(i),
    'two letters of the name': (input, i) =>
      new Stream(seed, 1, String.fromCharCode(input & 0xffff, input >>> 16)).on(9).draw(i),
    ...Object.fromEntries(
      [0, 1, 2, 3].map((word) => [
        `word ${word} of the seed`,
        (input: number, i: number) => {
          words.set(seed);
          words[word] = input;
          return new Stream(words, 1, 'join').on(9).draw(i);
        },
      ]),
    ),
  };
  test.each(Object.entries(cases))('in the %s', (_, drawOf) => {
    expect(worstFlip(drawOf, 1 << 14)).toBeLessThan(LIMIT);
  });

  test('and the second word alone is as good as the first', () => {
    expect(worstFlip((input, i) => stream.on(input).b ^ i, 1 << 14)).toBeLessThan(LIMIT);
    expect(worstFlip((input, i) => stream.on(input).a ^ i, 1 << 14)).toBeLessThan(LIMIT);
  });

  test('which half a hash does not do', () => {
    const half = (input: number) => Math.imul(input ^ (input >>> 16), 0x7feb352d);
    expect(worstFlip(half, 1 << 14)).toBeGreaterThan(LIMIT);
  });
});
