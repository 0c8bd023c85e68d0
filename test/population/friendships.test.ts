import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASLEEP,
  EARLIEST,
  type Friendships,
  INVITED,
  putToSleep,
  strangers,
  wake,
  wakeFounders,
} from '../../src/population/friendships.ts';
import { emptyPeople, Fact, type People, Status } from '../../src/population/people.ts';
import { findTie, tiesFromPairs } from '../../src/population/ties.ts';
import { threshold } from '../../src/random/draw.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';

/** Members with these ties, all asleep. */
function members(count: number, pairs: readonly (readonly [number, number])[]) {
  const people = emptyPeople(count, count);
  people.status.fill(Status.member);
  for (let p = 0; p < count; p++) people.key[p] = 7 * p;
  const from = Uint32Array.from(pairs, ([p]) => p);
  const to = Uint32Array.from(pairs, ([, q]) => q);
  return { people, friendships: strangers(tiesFromPairs(count, from, to)) };
}

const at = (friendships: Friendships, p: number, q: number): number =>
  friendships.metOn[findTie(friendships, p, q)];

/** All ties among `count` people. */
const everybody = (count: number): [number, number][] =>
  Array.from({ length: count * count }, (_, i): [number, number] => [
    i % count,
    Math.floor(i / count),
  ]).filter(([p, q]) => p < q);

/** What is wrong with the two ends of ties and with the counts of friends. */
function faults({ friends: counts, count }: People, ties: Friendships): string[] {
  const found: string[] = [];
  for (let p = 0; p < count; p++) {
    let awake = 0;
    for (let t = ties.offsets[p]; t < ties.offsets[p + 1]; t++) {
      const here = ties.metOn[t];
      const there = at(ties, ties.friends[t], p);
      if (here >= EARLIEST) awake++;
      if (here >= EARLIEST !== there >= EARLIEST) found.push(`${p}-${ties.friends[t]}: ${here}, ${there}`);
    }
    if (awake !== counts[p]) found.push(`${p}: ${awake} ties awake, ${counts[p]} counted`);
  }
  return found;
}

describe('wake and putToSleep', () => {
  it('begin with strangers', () => {
    const { people, friendships } = members(3, everybody(3));
    expect([...friendships.metOn]).toEqual(Array(6).fill(ASLEEP));
    expect([...people.friends]).toEqual([0, 0, 0]);
  });

  it('change both ends and both counts', () => {
    const { people, friendships } = members(3, everybody(3));
    expect(wake(friendships, people, 2, findTie(friendships, 2, 0), 9)).toBe(true);
    expect([at(friendships, 0, 2), at(friendships, 2, 0), at(friendships, 0, 1)]).toEqual([9, 9, ASLEEP]);
    expect([...people.friends]).toEqual([1, 0, 1]);
    putToSleep(friendships, people, 0, findTie(friendships, 0, 2));
    expect([at(friendships, 0, 2), at(friendships, 2, 0)]).toEqual([ASLEEP, ASLEEP]);
    expect([...people.friends]).toEqual([0, 0, 0]);
  });

  it('wake a tie once: the day on which it woke stands', () => {
    const { people, friendships } = members(2, [[0, 1]]);
    wake(friendships, people, 0, 0, -1);
    expect(wake(friendships, people, 1, findTie(friendships, 1, 0), 5)).toBe(false);
    expect(at(friendships, 0, 1)).toBe(-1);
    expect([...people.friends]).toEqual([1, 1]);
  });

  it('wake a tie along which an invitation went', () => {
    const { people, friendships } = members(2, [[0, 1]]);
    friendships.metOn[0] = INVITED;
    expect(wake(friendships, people, 1, 1, 3)).toBe(true);
    expect([...friendships.metOn]).toEqual([3, 3]);
  });

  it('tell each of two who meet whether the other has bought before', () => {
    const { people, friendships } = members(3, everybody(3));
    people.orders[1] = 2;
    wake(friendships, people, 0, findTie(friendships, 0, 1), 0);
    wake(friendships, people, 1, findTie(friendships, 1, 2), 0);
    wake(friendships, people, 0, findTie(friendships, 0, 2), 0);
    const friendPaid = people.facts.map((facts) => facts & Fact.friendPaid);
    expect([...friendPaid]).toEqual([Fact.friendPaid, 0, Fact.friendPaid]);
    for (const facts of people.facts) expect(facts & Fact.befriended).toBe(Fact.befriended);
  });

  it('keep both ends and the counts in step, whatever happens', () => {
    const step = fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: -1, max: 3653 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { people, friendships } = members(8, everybody(8));
        for (const [p, q, day, waking] of steps) {
          if (p === q) continue;
          const t = findTie(friendships, p, q);
          if (waking) wake(friendships, people, p, t, day);
          else if (friendships.metOn[t] >= EARLIEST) putToSleep(friendships, people, p, t);
        }
        expect(faults(people, friendships)).toEqual([]);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

describe('wakeFounders', () => {
  const stream = new Stream(seedWords('founders'), 0, 'pairs').on(-1);
  const byPair = (p: number, q: number) => stream.drawPair(p, q);

  it('wakes ties among members only', () => {
    const { people, friendships } = members(4, everybody(4));
    people.status[3] = Status.outside;
    wakeFounders(friendships, people, byPair, threshold(1));
    expect([...people.friends]).toEqual([2, 2, 2, 0]);
    expect(faults(people, friendships)).toEqual([]);
  });

  it('wakes none at chance 0', () => {
    const { people, friendships } = members(4, everybody(4));
    wakeFounders(friendships, people, byPair, threshold(0));
    expect([...people.friends]).toEqual([0, 0, 0, 0]);
  });

  it('asks each pair once, by their keys: others make no difference', () => {
    const all = members(30, everybody(30));
    wakeFounders(all.friendships, all.people, byPair, threshold(0.4));
    const few = members(30, [
      [3, 11],
      [11, 25],
      [4, 5],
    ]);
    wakeFounders(few.friendships, few.people, byPair, threshold(0.4));
    for (const [p, q] of [
      [3, 11],
      [11, 25],
      [4, 5],
    ] as const)
      expect(at(few.friendships, p, q)).toBe(at(all.friendships, p, q));
  });

  it('wakes ties at the chance given', () => {
    const { people, friendships } = members(300, everybody(300));
    wakeFounders(friendships, people, byPair, threshold(0.4));
    const ties = (300 * 299) / 2;
    const awake = people.friends.reduce((sum, n) => sum + n, 0) / 2;
    // 44,850 independent pairs: 4 standard errors of a share of .4.
    expect(Math.abs(awake / ties - 0.4)).toBeLessThan(4 * Math.sqrt((0.4 * 0.6) / ties));
  });
});
