import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { homophily } from '../../src/population/describe.ts';
import { generateNetwork, type NetworkPeople, type NetworkSpec } from '../../src/population/networks.ts';
import { entryOrder } from '../../src/population/networks-order.ts';
import { findTie, type Ties } from '../../src/population/ties.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';

const seed = seedWords('networks');
const kinds = ['random', 'small world', 'preferential', 'clustered', 'blocks', 'none', 'regular'] as const;
type Kind = (typeof kinds)[number];

/** Segments in turn; keys that are no person numbers. */
function crowd(count: number, segments = 4): NetworkPeople {
  return {
    count,
    keys: Uint32Array.from({ length: count }, (_, p) => 900_000 + 7 * p),
    segment: Uint8Array.from({ length: count }, (_, p) => p % segments),
    segments,
  };
}

function spec(kind: Kind, more: Partial<NetworkSpec> = {}): NetworkSpec {
  return { kind, ties: 8, rewire: 0.1, closure: 0.5, homophily: 0.3, ...more };
}

function draw(kind: Kind, people: NetworkPeople, more: Partial<NetworkSpec> = {}, world = 0): Ties {
  return generateNetwork(spec(kind, more), people, seed, world);
}

const meanTies = ({ friends, people }: Ties) => friends.length / people;

/** Every tie as the keys of its people, smaller first. */
function keyPairs({ people, offsets, friends }: Ties, keys: Uint32Array): string[] {
  const pairs: string[] = [];
  for (let p = 0; p < people; p++) {
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      if (keys[p] < keys[friends[t]]) pairs.push(`${keys[p]} ${keys[friends[t]]}`);
    }
  }
  return pairs.sort();
}

describe('every generated network', () => {
  test('ties nobody when it is none, or has no ties', () => {
    expect(draw('none', crowd(50)).friends).toHaveLength(0);
    for (const kind of kinds) expect(draw(kind, crowd(50), { ties: 0 }).friends).toHaveLength(0);
  });

  test('gives sorted rows without oneself or doubles, both ends alike, for any size and any mean', () => {
    const anyCase = fc.record({
      kind: fc.constantFrom(...kinds),
      count: fc.nat(40),
      ties: fc.double({ min: 0, max: 45, noNaN: true }),
      rewire: fc.double({ min: 0, max: 1, noNaN: true }),
      closure: fc.double({ min: 0, max: 1, noNaN: true }),
      homophily: fc.double({ min: 0, max: 1, noNaN: true }),
      segments: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(anyCase, ({ kind, count, segments, ...more }) => {
        const { people, offsets, friends } = draw(kind, crowd(count, segments), more);
        expect(people).toBe(count);
        expect(offsets).toHaveLength(count + 1);
        const ends = new Set<number>();
        for (let p = 0; p < count; p++) {
          for (let t = offsets[p]; t < offsets[p + 1]; t++) {
            expect(friends[t]).not.toBe(p);
            if (t > offsets[p]) expect(friends[t]).toBeGreaterThan(friends[t - 1]);
            ends.add(p * 100 + friends[t]);
          }
        }
        for (const end of ends) expect(ends.has((end % 100) * 100 + Math.floor(end / 100))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('ties everyone to everyone when the mean is all others', () => {
    for (const kind of ['random', 'preferential', 'clustered', 'regular'] as const) {
      expect(draw(kind, crowd(9), { ties: 8 }).friends).toHaveLength(72);
      expect(draw(kind, crowd(9), { ties: 1000 }).friends).toHaveLength(72);
    }
    expect(draw('blocks', crowd(9), { ties: 8, homophily: 0 }).friends).toHaveLength(72);
    expect(draw('small world', crowd(9), { ties: 8 }).friends).toHaveLength(72);
  });

  test('has the mean number of ties asked for, whole or broken', () => {
    const people = crowd(20_000);
    for (const kind of ['random', 'small world', 'preferential', 'clustered', 'blocks', 'regular'] as const) {
      for (const ties of [0.6, 5, 8]) {
        // Ties in all vary at most as a Poisson count: 4 standard errors of the mean are 8 sqrt(n ties / 2) / n.
        const error = (8 * Math.sqrt((20_000 * ties) / 2)) / 20_000;
        expect(Math.abs(meanTies(draw(kind, people, { ties })) - ties), `${kind} ${ties}`).toBeLessThan(
          error,
        );
      }
    }
  });

  test('keeps that mean in a small community, where the first to enter find few others', () => {
    for (const kind of ['preferential', 'clustered'] as const) {
      let sum = 0;
      for (let world = 0; world < 200; world++) sum += meanTies(draw(kind, crowd(20), { ties: 8 }, world));
      // 80 ties a world, of which only the broken part of m is by chance: below .1 a person and world.
      expect(sum / 200, kind).toBeCloseTo(8, 1);
    }
  });

  test('is the same for the same seed and world and another for others', () => {
    const people = crowd(300);
    for (const kind of ['random', 'small world', 'preferential', 'clustered', 'blocks', 'regular'] as const) {
      const one = draw(kind, people);
      expect(draw(kind, people)).toEqual(one);
      expect(draw(kind, people, {}, 1)).not.toEqual(one);
      expect(generateNetwork(spec(kind), people, seedWords('other'), 0)).not.toEqual(one);
    }
  });

  test('ties the same people when they stand in another order', () => {
    const people = crowd(500);
    // 131 and 500 have no common divisor: this is a permutation.
    const moved = Array.from({ length: 500 }, (_, p) => (p * 131 + 7) % 500);
    const shuffled: NetworkPeople = {
      ...people,
      keys: Uint32Array.from(moved, (p) => people.keys[p]),
      segment: Uint8Array.from(moved, (p) => people.segment[p]),
    };
    for (const kind of ['random', 'small world', 'preferential', 'clustered', 'blocks', 'regular'] as const) {
      expect(keyPairs(draw(kind, shuffled), shuffled.keys)).toEqual(
        keyPairs(draw(kind, people), people.keys),
      );
    }
  });

  test('does not put its hubs at the front of the columns', () => {
    const front = (kind: Kind) => {
      let ends = 0;
      for (let world = 0; world < 40; world++) ends += draw(kind, crowd(1000), {}, world).offsets[100];
      return ends / 40 / 100;
    };
    // A person's ties vary by about 12, so the mean of 4,000 people by .2; 4 standard errors are .8.
    for (const kind of ['preferential', 'clustered'] as const)
      expect(Math.abs(front(kind) - 8)).toBeLessThan(0.8);
  });
});

describe('a person more', () => {
  afterEach(() => void vi.restoreAllMocks());

  /** Every draw made: which, of whom, and what it gave. */
  function drawsOf(kind: Kind, people: NetworkPeople): Map<string, number> {
    const made = new Map<string, number>();
    const { draw: one, drawEvent } = Stream.prototype;
    vi.spyOn(Stream.prototype, 'draw').mockImplementation(function (this: Stream, person) {
      const value = one.call(this, person);
      made.set(`${this.a} ${person}`, value);
      return value;
    });
    vi.spyOn(Stream.prototype, 'drawEvent').mockImplementation(function (this: Stream, person, event) {
      const value = drawEvent.call(this, person, event);
      made.set(`${this.a} ${person} ${event}`, value);
      return value;
    });
    draw(kind, people);
    vi.restoreAllMocks();
    return made;
  }

  test('changes no draw of anyone else, wherever they stand', () => {
    const people = crowd(200);
    const more: NetworkPeople = {
      ...people,
      count: 201,
      keys: Uint32Array.from([5, ...people.keys]),
      segment: Uint8Array.from([0, ...people.segment]),
    };
    const keys = new Set(people.keys);
    for (const kind of ['random', 'small world', 'preferential', 'clustered', 'blocks'] as const) {
      const before = drawsOf(kind, people);
      const after = drawsOf(kind, more);
      let common = 0;
      for (const [name, value] of before) {
        expect(keys.has(Number(name.split(' ')[1])), `${kind}: a draw is asked for by key`).toBe(true);
        if (!after.has(name)) continue;
        common++;
        expect(after.get(name), name).toBe(value);
      }
      expect(common, kind).toBeGreaterThan(0.9 * before.size);
    }
  });
});

describe('homophily', () => {
  /** Of 60, 30 and 10 % of the people. */
  function unequal(count: number): NetworkPeople {
    return {
      ...crowd(count),
      segment: Uint8Array.from({ length: count }, (_, p) => (p % 10 < 6 ? 0 : p % 10 < 9 ? 1 : 2)),
      segments: 3,
    };
  }

  test('is the share of ties kept within a segment beyond chance, in each generator that knows it', () => {
    const people = unequal(20_000);
    for (const kind of ['preferential', 'clustered', 'blocks'] as const) {
      for (const wanted of [0, 0.3, 0.7, 1]) {
        const measured = homophily(draw(kind, people, { homophily: wanted }), people.segment);
        // 80,000 ties, each within a segment with chance w: standard error of w at most .0018, of (w - c) / (1 - c) at
        // most .0033. In a growing network the first to enter weigh more than their number: allow as much again.
        expect(measured, `${kind} ${wanted}`).toBeGreaterThan(wanted - 0.03);
        expect(measured, `${kind} ${wanted}`).toBeLessThan(wanted + 0.03);
      }
    }
  });

  test('does not enter a random network or a small world', () => {
    const people = unequal(20_000);
    for (const kind of ['random', 'small world'] as const) {
      expect(draw(kind, people, { homophily: 0.9 })).toEqual(draw(kind, people, { homophily: 0 }));
    }
  });

  test('asks among all when there is nobody of the own segment', () => {
    const alone = { ...crowd(30), segment: Uint8Array.from({ length: 30 }, (_, p) => (p === 0 ? 1 : 0)) };
    for (const kind of ['preferential', 'clustered'] as const) {
      expect(draw(kind, alone, { homophily: 1, ties: 6 }).offsets[1]).toBeGreaterThan(0);
    }
  });

  test('asks among all when too few of the own segment are free, not just the first who came', () => {
    const pair = { ...crowd(30), segment: Uint8Array.from({ length: 30 }, (_, p) => (p < 2 ? 1 : 0)) };
    let tiedToFirst = 0;
    let asked = 0;
    for (let world = 0; world < 200; world++) {
      const order = entryOrder(pair, new Stream(seed, world, 'network order'));
      const second = Math.max(order.indexOf(0), order.indexOf(1));
      if (second < 15) continue;
      asked++;
      if (findTie(draw('preferential', pair, { homophily: 1, ties: 6 }, world), order[second], order[0]) >= 0)
        tiedToFirst++;
    }
    expect(asked).toBeGreaterThan(100);
    expect(tiedToFirst).toBeLessThan(0.7 * asked);
  });
});
