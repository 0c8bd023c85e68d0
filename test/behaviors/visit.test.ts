import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visit } from '../../src/behaviors/visit.ts';
import type { Model } from '../../src/engine/model.ts';
import { Status } from '../../src/population/people.ts';
import { findTie } from '../../src/population/ties.ts';
import {
  befriend,
  count,
  everybody,
  handmade,
  mean,
  modelOf,
  played,
  shareError,
} from '../engine/isolated.ts';

const visitorsOf = ({ today }: Model): number[] => [...today.visitors.subarray(0, today.visitorCount)];
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Uniforms that settle whether people come on a day. */
function luck({ stream, people }: Model, day: number): number[] {
  const today = stream('visit').on(day);
  return Array.from(people.key, (key) => today.uniform(key));
}

describe('visit', () => {
  it('brings everybody at chance 1 and nobody at chance 0', () => {
    for (const [visits, came] of [
      ['100%', 50],
      ['0%', 0],
    ] as const) {
      const model = modelOf({ community: { members: 50 }, people: { visits } });
      visit(model, 0);
      expect([model.today.visitorCount, model.tally.visits]).toEqual([came, came]);
      expect(count(model.people.lastVisitOn, (day) => day === 0)).toBe(came);
    }
  });

  it('brings members only', () => {
    const model = modelOf({
      community: { members: 3, prospects: 2, outsiders: 1 },
      people: { visits: '100%' },
    });
    model.people.status[1] = Status.dormant;
    model.people.status[2] = Status.left;
    visit(model, 0);
    expect(visitorsOf(model)).toEqual([0]);
  });

  it('brings newcomers on their first day, whatever their habits', () => {
    const model = modelOf({ community: { members: 3 }, people: { visits: '0%' } });
    model.people.joinedOn[1] = 7;
    visit(model, 7);
    expect(visitorsOf(model)).toEqual([1]);
    visit(model, 8);
    expect(visitorsOf(model)).toEqual([]);
  });

  it('comes with chance logistic(base + habit + satisfaction + friends) x exp(-fewer X)', () => {
    const model = modelOf({
      community: { members: 2000 },
      people: { visits: '30%', visitsSpread: 1 },
      visit: { habit: 1.2, satisfaction: 1, friends: 0.6 },
      leave: { enough: 5 },
      adResponse: { slope: 0.0213, instant: 0.21, fewer: 0.41 },
    });
    const { people } = model;
    for (let p = 0; p < people.count; p++) {
      people.satisfaction[p] = (p % 7) / 6;
      people.habit[p] = (p % 5) / 4;
      people.friends[p] = p % 11;
      people.activeToday[p] = (p % 11) >> 1;
      people.faced[p] = p % 3 === 0 ? 6 : 0;
      people.annoyed[p] = p % 13;
    }
    const chances = Array.from(people.key, (_, p) => {
      const friends = (0.6 * people.activeToday[p]) / Math.max(5, people.friends[p]);
      const logit =
        people.visitLogit[p] + 1.2 * people.habit[p] + 1 * (people.satisfaction[p] - 0.5) + friends;
      const loss = 0.0213 * (0.21 * people.faced[p] + 0.79 * people.annoyed[p]);
      return logistic(logit) * Math.exp(-0.41 * loss);
    });
    const uniforms = luck(model, 4);
    visit(model, 4);
    const came = new Set(visitorsOf(model));
    // The logistic is read off a table, off by at most 2 x 10^-4 of it: nobody so near to their chance may decide.
    const wrong = uniforms.filter(
      (u, p) => Math.abs(u / chances[p] - 1) > 2e-4 && u < chances[p] !== came.has(p),
    );
    expect(wrong).toEqual([]);
    expect(came.size).toBeGreaterThan(300);
  });

  it('moves habit a part of the way to what was done today', () => {
    const model = modelOf({
      community: { members: 200 },
      people: { visits: '50%' },
      visit: { habitDays: '10 days' },
    });
    model.people.habit.fill(0.5);
    visit(model, 0);
    const came = new Set(visitorsOf(model));
    for (const p of everybody(model)) expect(model.people.habit[p]).toBeCloseTo(came.has(p) ? 0.55 : 0.45, 6);
  });

  it('loses no habit on a day when annoyance alone keeps somebody away: the published loss has it in it', () => {
    const model = modelOf({
      community: { members: 400 },
      people: { visits: '50%' },
      visit: { habit: 1.2, habitDays: '10 days' },
      adResponse: { slope: 1, fewer: '41%' },
    });
    const { people } = model;
    people.habit.fill(0.5);
    const kept = luck(model, 0);
    visit(model, 0);
    const calm = new Set(visitorsOf(model));
    people.habit.fill(0.5);
    people.annoyed.fill(5);
    visit(model, 0);
    const annoyed = new Set(visitorsOf(model));
    expect(annoyed.size).toBeLessThan(0.5 * calm.size);
    expect(annoyed.size).toBeGreaterThan(0);
    for (const p of everybody(model)) {
      expect(people.habit[p], `${kept[p]}`).toBeCloseTo(calm.has(p) ? 0.55 : 0.45, 6);
      if (annoyed.has(p)) expect(calm).toContain(p);
    }
  });

  it('never comes less often for being happier, more used to it, less annoyed or among more active friends', () => {
    const model = modelOf({
      community: { members: 300 },
      people: { visits: '30%', visitsSpread: 1 },
      visit: { habit: 1.2, satisfaction: 1, friends: 0.6 },
    });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const state = fc.record({
      habit: share,
      satisfaction: share,
      calm: share,
      friends: fc.nat(40),
      active: share,
    });
    const come = (
      s: { habit: number; satisfaction: number; calm: number; friends: number; active: number },
      day: number,
    ) => {
      const { people } = model;
      people.habit.fill(s.habit);
      people.satisfaction.fill(s.satisfaction);
      people.annoyed.fill(20 * (1 - s.calm));
      people.friends.fill(s.friends);
      people.activeToday.fill(Math.floor(s.active * s.friends));
      visit(model, day);
      return visitorsOf(model);
    };
    let day = 0;
    fc.assert(
      fc.property(
        state,
        share,
        fc.constantFrom('habit', 'satisfaction', 'calm', 'active'),
        (s, more, what) => {
          day++;
          const worse = { ...s, [what]: Math.min(s[what as 'habit'], more) };
          const better = { ...s, [what]: Math.max(s[what as 'habit'], more) };
          const fewer = come(worse, day);
          const people = new Set(come(better, day));
          expect(fewer.filter((p) => !people.has(p))).toEqual([]);
        },
      ),
      { seed: 4, numRuns: 100 },
    );
  });

  it('comes as often as it says, day by day', () => {
    const model = played({ horizon: '40 days', community: { members: 2000 }, people: { visits: '22%' } });
    const share = mean(model.record.daily.visits) / 2000;
    expect(Math.abs(share - 0.22)).toBeLessThan(4 * shareError(0.22, 80_000));
  });

  it('keeps an ordinary person coming as often as ever: habit feeds on itself, and gains nothing', () => {
    // Everybody alike, satisfaction held at ordinary. Habit's noise makes the mean differ in second order only: 1 % of it.
    const model = played({
      horizon: '200 days',
      community: { members: 3000 },
      people: { visits: '22%' },
      visit: { habit: 1.2, habitDays: '21 days' },
    });
    expect(Math.abs(mean(model.record.daily.visits.subarray(100)) / 3000 / 0.22 - 1)).toBeLessThan(0.03);
  });
});

describe('friends', () => {
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
    [2, 3],
  ] as const;

  it('are seen by those who come, and their tie stays awake from the day on which both are here', () => {
    const { model, place } = handmade({ members: 4 }, pairs, { people: { visits: '0%' } });
    const { people, friendships } = model;
    for (const [p, q] of pairs.slice(0, 3)) befriend(model, place[p], place[q]);
    for (const p of [0, 1]) people.joinedOn[place[p]] = 6; // who joins today is here
    visit(model, 6);
    const met = (p: number, q: number) => friendships.metOn[findTie(friendships, place[p], place[q])];
    expect([met(0, 1), met(1, 0), met(0, 2), met(2, 1)]).toEqual([6, 6, -1, -1]);
    expect(place.map((p) => people.activeToday[p])).toEqual([1, 1, 2, 0]);
    visit(model, 7);
    expect(place.map((p) => people.activeFriends[p])).toEqual([1, 1, 2, 0]);
    expect(place.map((p) => people.activeToday[p])).toEqual([0, 0, 0, 0]);
  });
});
