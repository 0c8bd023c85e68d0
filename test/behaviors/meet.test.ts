import { describe, expect, it } from 'vitest';
import { meet } from '../../src/behaviors/meet.ts';
import type { Model } from '../../src/engine/model.ts';
import { ASLEEP, EARLIEST } from '../../src/population/friendships.ts';
import { Status } from '../../src/population/people.ts';
import { findTie } from '../../src/population/ties.ts';
import { befriend, type Changes, come, handmade, runDays, shareError } from '../engine/isolated.ts';

const metOn = ({ friendships }: Model, p: number, q: number): number =>
  friendships.metOn[findTie(friendships, p, q)];
const awake = (model: Model, p: number, q: number): boolean => metOn(model, p, q) >= EARLIEST;

/** A thousand couples who could know each other and nobody else. */
const couples = (changes: Changes) =>
  handmade(
    { members: 2000 },
    Array.from({ length: 1000 }, (_, i) => [2 * i, 2 * i + 1] as const),
    changes,
  );

describe('meet', () => {
  it('makes friends of two visitors who look each other up', () => {
    const { model, place } = handmade({ members: 2 }, [[0, 1]], { ties: { chat: '100%', wake: '100%' } });
    come(model, 3, place);
    meet(model, 3);
    expect([metOn(model, place[0], place[1]), metOn(model, place[1], place[0])]).toEqual([3, 3]);
    expect(place.map((p) => model.people.friends[p])).toEqual([1, 1]);
  });

  it('needs both to be here, and members', () => {
    const { model, place } = handmade(
      { members: 4 },
      [
        [0, 1],
        [2, 3],
      ],
      { ties: { chat: '100%', wake: '100%' } },
    );
    model.people.status[place[3]] = Status.dormant;
    model.people.lastVisitOn[place[3]] = 3;
    come(model, 3, [place[0], place[2]]);
    meet(model, 3);
    expect(place.map((p) => model.people.friends[p])).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['chat', { chat: '0%', wake: '100%' }],
    ['wake', { chat: '100%', wake: '0%' }],
  ])('never happens at chance 0 of %s', (_, ties) => {
    const { model, place } = couples({ ties });
    come(model, 0, place);
    meet(model, 0);
    expect(model.people.friends.reduce((all, n) => all + n, 0)).toBe(0);
  });

  it('happens at the stated chances', () => {
    const { model, place } = couples({ ties: { chat: '50%', wake: '20%' } });
    come(model, 0, place);
    meet(model, 0);
    let met = 0;
    for (let i = 0; i < 1000; i++) if (awake(model, place[2 * i], place[2 * i + 1])) met++;
    // Each of the two looks the other up with chance .5 and wakes the tie with chance .2.
    const chance = 1 - (1 - 0.1) ** 2;
    expect(Math.abs(met / 1000 - chance)).toBeLessThan(4 * shareError(chance, 1000));
  });

  it('looks up each of the people somebody could know alike', () => {
    const pairs: [number, number][] = [];
    for (let i = 0; i < 400; i++) for (let j = 1; j <= 4; j++) pairs.push([5 * i, 5 * i + j]);
    const { model, place } = handmade({ members: 2000 }, pairs, { ties: { chat: '100%', wake: '100%' } });
    const hubs = place.filter((_, i) => i % 5 === 0);
    const all = new Set(hubs);
    // Only hubs chat; the others are here.
    come(model, 0, place);
    model.today.visitors.set(hubs);
    model.today.visitorCount = hubs.length;
    meet(model, 0);
    const met = [0, 0, 0, 0];
    for (const p of all) {
      const row = model.friendships.offsets[p];
      for (let k = 0; k < 4; k++) if (model.friendships.metOn[row + k] >= EARLIEST) met[k]++;
    }
    expect(met.reduce((sum, n) => sum + n)).toBe(400);
    for (const n of met) expect(Math.abs(n / 400 - 0.25)).toBeLessThan(4 * shareError(0.25, 400));
  });

  describe('closes triangles', () => {
    const wedge = [
      [0, 1],
      [1, 2],
    ] as const;
    const closing = { ties: { chat: '100%', wake: '0%', closure: '100%' } };

    it('with a friend of the friend, whom one could know', () => {
      const { model, place } = handmade({ members: 3 }, [...wedge, [0, 2]], closing);
      befriend(model, place[0], place[1]);
      // Who looks up whom changes by day: within a month it happens.
      for (let day = 0; day < 30; day++) {
        come(model, day, [place[0], place[1]]);
        meet(model, day);
      }
      expect(awake(model, place[0], place[2])).toBe(true);
      expect(awake(model, place[1], place[2])).toBe(true); // and the other way about: 0's friend 2 for 1
    });

    it('with nobody whom one could not know, nobody outside, and oneself least of all', () => {
      const { model, place } = handmade({ members: 3 }, wedge, closing);
      befriend(model, place[0], place[1]);
      const other = handmade({ members: 3 }, [...wedge, [0, 2]], closing);
      befriend(other.model, other.place[0], other.place[1]);
      other.model.people.status[other.place[2]] = Status.left;
      for (const { model: some, place: at } of [{ model, place }, other])
        for (let day = 0; day < 30; day++) {
          come(some, day, [at[0], at[1]]);
          meet(some, day);
        }
      expect(place.map((p) => model.people.friends[p])).toEqual([1, 1, 0]);
      expect(other.place.map((p) => other.model.people.friends[p])).toEqual([1, 1, 0]);
    });
  });

  describe('lets ties sleep', () => {
    it('after the days without contact that it says, at most 31 days late, and both ends at once', () => {
      const sleep = 41;
      const { model, place } = couples({ horizon: '120 days', ties: { sleep: `${sleep} days` } });
      for (let i = 0; i < 1000; i++) befriend(model, place[2 * i], place[2 * i + 1], -1);
      const { key } = model.people;
      const sleptOn = new Map<number, number>();
      for (let day = 0; day < 120; day++) {
        runDays(model, day + 1, day);
        for (let i = 0; i < 1000; i++)
          if (!sleptOn.has(i) && !awake(model, place[2 * i], place[2 * i + 1])) sleptOn.set(i, day);
      }
      const days = [...sleptOn.values()];
      expect(days).toHaveLength(1000);
      // Last contact on day -1: on day 40 they have not met for 41 days.
      expect(Math.min(...days)).toBeGreaterThanOrEqual(sleep - 1);
      expect(Math.max(...days)).toBeLessThanOrEqual(sleep + 31);
      // Each on a day of its own, by the lower of its two places.
      for (const [i, day] of sleptOn)
        expect((key[Math.min(place[2 * i], place[2 * i + 1])] ^ day) & 31).toBe(0);
      expect(model.people.friends.reduce((all, n) => all + n, 0)).toBe(0);
    });

    it('but never those of people who see each other', () => {
      const { model } = couples({
        horizon: '200 days',
        people: { visits: '100%' },
        ties: { sleep: '5 days' },
        community: { awake: '100%' },
      });
      runDays(model);
      expect(model.people.friends.reduce((all, n) => all + n, 0)).toBe(2000);
      expect(model.friendships.metOn.includes(ASLEEP)).toBe(false);
    });
  });
});
