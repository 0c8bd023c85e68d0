import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTie, Pairs, tiesFromPairs } from '../../src/population/ties.ts';

const column = (...values: number[]) => Uint32Array.from(values);

describe('tiesFromPairs', () => {
  test('writes the friends of everyone in order, at both ends of a tie', () => {
    const ties = tiesFromPairs(4, column(2, 3, 0), column(0, 0, 1));
    expect([...ties.offsets]).toEqual([0, 3, 4, 5, 6]);
    expect([...ties.friends]).toEqual([1, 2, 3, 0, 0, 0]);
  });

  test('drops self ties, and doubles in either direction', () => {
    const ties = tiesFromPairs(3, column(0, 1, 0, 2, 0), column(1, 0, 1, 2, 2));
    expect([...ties.offsets]).toEqual([0, 2, 3, 4]);
    expect([...ties.friends]).toEqual([1, 2, 0, 0]);
  });

  test('reads no more pairs than it is told to', () => {
    expect([...tiesFromPairs(3, column(0, 1), column(1, 2), 1).friends]).toEqual([1, 0]);
  });

  test('knows nobody where there is nobody', () => {
    expect(tiesFromPairs(0, column(), column())).toEqual({
      people: 0,
      offsets: column(0),
      friends: column(),
    });
  });

  test('refuses a person who does not exist', () => {
    expect(() => tiesFromPairs(3, column(0, 1), column(1, 3))).toThrow(
      'pair 1 ties 1 and 3, but there are 3 people, numbered from 0',
    );
  });

  test('holds exactly the unordered pairs of two different people', () => {
    const anyPairs = fc.integer({ min: 1, max: 12 }).chain((people) => {
      const person = fc.nat(people - 1);
      return fc.tuple(fc.constant(people), fc.array(fc.tuple(person, person), { maxLength: 60 }));
    });
    fc.assert(
      fc.property(anyPairs, ([people, pairs]) => {
        const expected = Array.from({ length: people }, () => new Set<number>());
        for (const [p, q] of pairs) {
          if (p === q) continue;
          expected[p].add(q);
          expected[q].add(p);
        }
        const from = Uint32Array.from(pairs, ([p]) => p);
        const ties = tiesFromPairs(
          people,
          from,
          Uint32Array.from(pairs, ([, q]) => q),
        );
        expect(ties.friends).toHaveLength(ties.offsets[people]);
        for (let p = 0; p < people; p++) {
          const friends = [...ties.friends.subarray(ties.offsets[p], ties.offsets[p + 1])];
          expect(friends).toEqual([...expected[p]].sort((a, b) => a - b));
          for (let q = 0; q < people; q++) {
            const place = findTie(ties, p, q);
            expect(place >= 0).toBe(expected[p].has(q));
            if (place >= 0) {
              expect(ties.friends[place]).toBe(q);
              expect(place >= ties.offsets[p] && place < ties.offsets[p + 1]).toBe(true);
            }
          }
        }
      }),
    );
  });
});

describe('Pairs', () => {
  test('makes room for any number of pairs', () => {
    const pairs = new Pairs(0);
    for (let p = 1; p <= 1000; p++) pairs.add(0, p);
    const ties = pairs.toTies(1001);
    expect(pairs.count).toBe(1000);
    expect(ties.offsets[1]).toBe(1000);
    expect(ties.friends[999]).toBe(1000);
  });

  test('calls people by other names', () => {
    const pairs = new Pairs(2);
    pairs.add(0, 1);
    pairs.rename(column(2, 0, 1));
    expect([...pairs.toTies(3).friends]).toEqual([2, 0]);
  });
});
