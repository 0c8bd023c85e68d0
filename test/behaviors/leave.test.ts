import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leave } from '../../src/behaviors/leave.ts';
import type { Model } from '../../src/engine/model.ts';
import { NEVER, Status } from '../../src/population/people.ts';
import {
  befriend,
  type Changes,
  constantExit,
  count,
  handmade,
  mean,
  modelOf,
  outcome,
  played,
  shareError,
  sum,
} from '../engine/isolated.ts';

/** Settings of `leave` under which everybody falls silent on the first day. */
const surely: Changes = { alpha: 1e6, beta: 0.001, period: '1 day', atOnce: '100%' };
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const silentOf = ({ people }: Model, day: number): number[] =>
  [...people.key.keys()].filter((p) => people.silentOn[p] === day && people.status[p] !== Status.member);

/** Uniforms of people in a stream. */
function luck({ stream, people }: Model, name: string, day: number): number[] {
  const today = stream(name).on(day);
  return Array.from(people.key, (key) => today.uniform(key));
}

describe('leave', () => {
  it('keeps everyone when the rate of leaving is zero', () => {
    const model = played({ horizon: '100 days', community: { members: 500 } });
    expect(model.record.daily.members[99]).toBe(500);
    expect(sum(model.record.daily.silences)).toBe(0);
  });

  it('loses everyone when it is enormous', () => {
    const model = played({ horizon: '1 day', community: { members: 500 }, leave: surely });
    expect(outcome(model, 'members')).toBe(0);
    expect(outcome(model, 'leaves')).toBe(500);
  });

  it('adds up the log-odds as it says', () => {
    const changes: Changes = {
      community: { members: 3000 },
      leave: {
        ...constantExit(0.2),
        enough: 5,
        perTie: 0.25,
        perActive: 0.3,
        satisfaction: 1.5,
        unanswered: 0.4824,
      },
      engage: { forgets: '30 days' },
      adResponse: { slope: 0.02, instant: 0.25, shorter: '18%', fewer: '41%' },
    };
    const model = modelOf(changes);
    const { people } = model;
    const day = 50;
    model.today.adsSeen = true;
    for (let p = 0; p < people.count; p++) {
      people.friends[p] = p % 13;
      people.activeToday[p] = (p % 13) % 4;
      people.satisfaction[p] = (p % 5) / 4;
      people.unansweredOn[p] = p % 3 === 0 ? day - (p % 40) : NEVER;
      people.faced[p] = p % 2 === 0 ? 8 : 0;
      people.annoyed[p] = p % 7;
      people.peakLoss[p] = p % 4 === 0 ? 0.09 : 0.01;
    }
    const peaks = Float32Array.from(people.peakLoss);
    const losses = Array.from(
      people.key,
      (_, p) => 0.02 * (0.25 * people.faced[p] + 0.75 * people.annoyed[p]),
    );
    const chances = Array.from(people.key, (_, p) => {
      const n = people.friends[p];
      const asked = day - people.unansweredOn[p];
      const logit =
        people.exitLogit[p] +
        0.25 * Math.max(0, 5 - n) -
        (n > 5 ? (0.3 * (n - 5) * people.activeToday[p]) / n : 0) -
        1.5 * (people.satisfaction[p] - 0.5) +
        (asked < 30 ? 0.4824 * (1 - asked / 30) : 0);
      return 1 - (1 - logistic(logit)) * Math.exp(-0.41 * Math.max(0, losses[p] - peaks[p]));
    });
    const uniforms = luck(model, 'leave', day);
    leave(model, day);
    const silent = new Set(silentOf(model, day));
    const wrong = uniforms.filter(
      (u, p) => Math.abs(u / chances[p] - 1) > 2e-4 && u < chances[p] !== silent.has(p),
    );
    expect(wrong).toEqual([]);
    expect(silent.size).toBeGreaterThan(500);
    for (let p = 0; p < people.count; p++)
      expect(people.peakLoss[p]).toBeCloseTo(Math.max(losses[p], peaks[p]), 6);
  });

  it('exposes a newcomer for the rest of the first day only', () => {
    const model = modelOf({ community: { members: 2000 }, leave: constantExit(0.7) });
    model.people.joinedOn.fill(4);
    const uniforms = luck(model, 'leave', 4);
    const moments = luck(model, 'join:moment', 4);
    leave(model, 4);
    const expected = uniforms.flatMap((u, p) => (u < 1 - Math.exp(-0.7 * (1 - moments[p])) ? [p] : []));
    // The chance of a day is drawn for each person from a narrow beta: all but a few decide as at its mean.
    const found = new Set(silentOf(model, 4));
    expect(expected.filter((p) => !found.has(p)).length).toBeLessThan(5);
    expect(Math.abs(found.size - expected.length)).toBeLessThan(5);
  });

  it('never leaves less for having fewer friends or less joy, or for being left without an answer or more annoyed', () => {
    const model = modelOf({
      community: { members: 400 },
      leave: { ...constantExit(0.3), perTie: 0.25, perActive: 0.25, satisfaction: 1.5, unanswered: 0.5 },
    });
    model.today.adsSeen = true;
    type State = { friends: number; joy: number; answered: number; calm: number };
    const leaveIn = (s: State, day: number): number[] => {
      const { people } = model;
      people.status.fill(Status.member);
      people.friends.fill(Math.floor(s.friends * 20));
      people.activeToday.fill(Math.floor(s.friends * 20)); // all of them came
      people.satisfaction.fill(s.joy);
      people.unansweredOn.fill(day - Math.floor(s.answered * 40));
      people.annoyed.fill(20 * (1 - s.calm));
      people.peakLoss.fill(0);
      leave(model, day);
      return silentOf(model, day);
    };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const state = fc.record({ friends: share, joy: share, answered: share, calm: share });
    let day = 100;
    fc.assert(
      fc.property(state, share, fc.constantFrom('friends', 'joy', 'answered', 'calm'), (s, other, what) => {
        day++;
        const key = what as keyof State;
        const few = leaveIn({ ...s, [key]: Math.max(s[key], other) }, day);
        const many = new Set(leaveIn({ ...s, [key]: Math.min(s[key], other) }, day));
        expect(few.filter((p) => !many.has(p))).toEqual([]);
      }),
      { seed: 6, numRuns: 80 },
    );
  });

  describe('lets friends notice', () => {
    const path = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const;

    it('and takes all ties with those who fall silent to sleep', () => {
      const { model, place } = handmade({ members: 4 }, path);
      for (const [p, q] of path) befriend(model, place[p], place[q]);
      model.people.exitLogit[place[1]] = 1000;
      model.people.complaintsSeen[place[1]] = 3;
      leave(model, 0);
      const { friends, departuresSeen, status, complaintsSeen } = model.people;
      expect(place.map((p) => friends[p])).toEqual([0, 0, 1, 1]);
      expect(place.map((p) => departuresSeen[p])).toEqual([1, 0, 1, 0]);
      expect(status[place[1]]).not.toBe(Status.member);
      expect(complaintsSeen[place[1]]).toBe(0);
    });

    it('only those who are still there', () => {
      const { model, place } = handmade({ members: 4 }, path);
      for (const [p, q] of path) befriend(model, place[p], place[q]);
      model.people.exitLogit[place[1]] = 1000;
      model.people.exitLogit[place[2]] = 1000;
      leave(model, 0);
      expect(place.map((p) => model.people.departuresSeen[p])).toEqual([1, 0, 0, 1]);
      expect(place.map((p) => model.people.friends[p])).toEqual([0, 0, 0, 0]);
    });
  });

  describe('tells dormant from gone', () => {
    it('all are gone at once, or none', () => {
      for (const [atOnce, status] of [
        ['100%', Status.left],
        ['0%', Status.dormant],
      ] as const) {
        const model = modelOf({ community: { members: 50 }, leave: { ...surely, atOnce } });
        leave(model, 0);
        expect(count(model.people.status, (s) => s === status)).toBe(50);
        expect([model.tally.silences, model.tally.leaves]).toEqual([50, status === Status.left ? 50 : 0]);
      }
    });

    it('at the stated share', () => {
      const model = modelOf({ community: { members: 8000 }, leave: { ...surely, atOnce: '30%' } });
      leave(model, 0);
      expect(Math.abs(model.tally.leaves / 8000 - 0.3)).toBeLessThan(4 * shareError(0.3, 8000));
    });

    it('and moves the dormant at their two rates, which compete', () => {
      const model = played({
        horizon: '41 days',
        community: { members: 10_000 },
        leave: { ...surely, atOnce: '0%', forGood: 0.03, back: 0 },
      });
      const { dormant } = model.record.daily;
      // All fall silent on day 0; from day 1 on the dormant leave at .03 a day.
      expect(dormant[0]).toBe(10_000);
      const share = Math.exp(-0.03 * 40);
      expect(Math.abs(dormant[40] / 10_000 - share)).toBeLessThan(4 * shareError(share, 10_000));

      const both = modelOf({ community: { members: 20_000 }, leave: { forGood: 0.3, back: 0.1 } });
      both.people.status.fill(Status.dormant);
      leave(both, 0);
      const moved = 1 - Math.exp(-0.4);
      expect(Math.abs(both.tally.returns / 20_000 - moved / 4)).toBeLessThan(
        4 * shareError(moved / 4, 20_000),
      );
      expect(Math.abs(both.tally.leaves / 20_000 - (3 * moved) / 4)).toBeLessThan(
        4 * shareError((3 * moved) / 4, 20_000),
      );
    });

    it('and never moves those who fell silent only today', () => {
      const model = modelOf({
        community: { members: 100 },
        leave: { ...surely, atOnce: '0%', back: 50, forGood: 50 },
      });
      leave(model, 0);
      expect(count(model.people.status, (s) => s === Status.dormant)).toBe(100);
      leave(model, 1);
      expect(count(model.people.status, (s) => s === Status.dormant)).toBe(0);
    });
  });

  it('lets those who came back come and be counted like others', () => {
    const model = played({
      horizon: '60 days',
      community: { members: 2000 },
      people: { visits: '50%' },
      leave: { ...constantExit(0.2), atOnce: '0%', back: 0.3 },
    });
    const { daily } = model.record;
    // Members stay at rate .2 out, .3 in: 60 % of people are members in the long run.
    expect(Math.abs(mean(daily.members.subarray(30)) / 2000 - 0.6)).toBeLessThan(0.03);
    expect(sum(daily.returns)).toBeGreaterThan(5000);
    for (let day = 0; day < 60; day++) {
      expect(daily.members[day] + daily.dormant[day]).toBe(2000);
      expect(daily.activeMembers[day]).toBeLessThanOrEqual(daily.members[day]);
    }
  });
});

describe('ads drive out', () => {
  /** Share who leave in all among those who face this load without end. */
  const gone = (loads: readonly number[]): number => {
    const model = modelOf({
      community: { members: 20_000 },
      adResponse: { slope: 0.1, instant: 1, shorter: '18%', fewer: '41%' },
      leave: { atOnce: '100%' },
    });
    model.today.adsSeen = true;
    for (const [day, load] of loads.entries()) {
      model.people.faced.fill(load);
      leave(model, day);
    }
    return model.tally.leaves / 20_000;
  };

  it('a part that follows the loss, whatever the course there', () => {
    // exit = 41 % of X = .1 x 10: gone are 1 - exp(-.41).
    const share = 1 - Math.exp(-0.41);
    for (const course of [[10], [2, 4, 6, 8, 10], [10, 10, 10, 0, 10, 3]])
      expect(Math.abs(gone(course) - share)).toBeLessThan(4 * shareError(share, 20_000));
  });

  it('nobody more when the load falls', () => {
    const share = 1 - Math.exp(-0.41 * 0.5);
    expect(Math.abs(gone([5, 1, 0, 5, 4]) - share)).toBeLessThan(4 * shareError(share, 20_000));
  });
});

describe('a rate that is the same for all', () => {
  it.each([0.01, 0.35])('of %f a day leaves exp(-rate t), whatever else holds or loosens people', (rate) => {
    const model = played({
      horizon: '20 days',
      community: { members: 20_000 },
      leave: { rate, atOnce: '100%', satisfaction: 1, perTie: 0.3 },
    });
    for (const day of [0, 6, 19]) {
      const share = Math.exp(-rate * (day + 1));
      const found = model.record.daily.members[day] / 20_000;
      expect(Math.abs(found - share), `day ${day}`).toBeLessThan(4 * shareError(share, 20_000));
    }
  });

  it('comes beside the chance that differs: the product of both', () => {
    const { members } = played({
      horizon: '30 days',
      community: { members: 20_000 },
      leave: { rate: 0.02, alpha: 1, beta: 3, period: '15 days', atOnce: '100%' },
    }).record.daily;
    for (const [day, share] of [
      [14, (3 / 4) * Math.exp(-0.3)],
      [29, (3 / 5) * Math.exp(-0.6)],
    ])
      expect(Math.abs(members[day] / 20_000 - share)).toBeLessThan(4 * shareError(share, 20_000));
  });
});
