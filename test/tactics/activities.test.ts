import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { awakeTies } from '../../src/population/friendships.ts';
import { Fact } from '../../src/population/people.ts';
import {
  type Changes,
  count,
  differences,
  handmade,
  inErrors,
  merged,
  outcome,
  played,
  runDays,
  shareError,
} from '../engine/isolated.ts';

/** Everybody comes on the one day; activities that do nothing but what a test says. */
const day: Changes = { horizon: '1 day', community: { members: 2000 }, people: { visits: '100%' } };
const bare = { seats: 1e6, cost: 0, seatCost: 0, reminder: 0, fresh: '0 days', friends: 0, loyalty: 0 };

const programme = (values: Changes, more: Changes = {}): Changes =>
  merged(merged(day, more), { tactics: { activities: { ...bare, ...values } } });

/** A chance of 1 that a file can give. */
const SURE = '100%';

describe('activities', () => {
  it('without seats change nothing at all', () => {
    const lively = { horizon: '20 days', people: { visits: '50%' }, ties: { chat: '20%' } };
    const idle = played(programme({ seats: 0, cost: 500, reminder: 1, friends: 1, loyalty: 1 }, lively));
    const without = played(merged(day, lively));
    expect(idle.record.daily).toEqual(without.record.daily);
    expect(idle.people).toEqual(without.people);
  });

  it('are wanted by 30 % x 60 / (60 + 40) = 18 % of visitors at a ticket of 40, each by a draw of the day', () => {
    const model = played(programme({ interest: '30%', usual: 60, ticket: 40 }));
    const luck = model.stream('activity:activities').on(0);
    const expected = count(model.people.key.subarray(0, 2000), (key) => luck.uniform(key) < 0.18);
    expect(outcome(model, 'attendances')).toBe(expected);
    expect(Math.abs(expected / 2000 - 0.18)).toBeLessThan(4 * shareError(0.18, 2000));
  });

  it('seat no more than there are seats, and count the others as refused', () => {
    const model = played(programme({ interest: SURE, seats: 40 }));
    expect([outcome(model, 'attendances'), outcome(model, 'refused')]).toEqual([40, 1960]);
  });

  it('cost 500 and 10 a seat, and earn 25 a seat', () => {
    const model = played(
      programme({ interest: SURE, seats: 40, cost: 500, seatCost: 10, ticket: 25, usual: 1e6 }),
    );
    expect(outcome(model, 'attendances')).toBe(40);
    expect(outcome(model, 'activityCost')).toBe(900);
    expect(outcome(model, 'ticketRevenue')).toBe(1000);
    expect(outcome(model, 'netRevenue')).toBe(100);
    expect(count(model.people.facts, (facts) => (facts & Fact.paid) !== 0)).toBe(40);
    const free = played(programme({ interest: SURE, seats: 40 }));
    expect(count(free.people.facts, (facts) => (facts & Fact.paid) !== 0)).toBe(0);
  });

  it('take place on the days of their schedule, as far as the budget reaches', () => {
    // Two activities of 40 x 10 + 500 fit into 2,000; a third has no room for its fixed cost.
    const values = { interest: SURE, seats: 40, cost: 500, seatCost: 10, every: '2 weeks' };
    const found = played(programme({ ...values, budget: 2000 }, { horizon: '60 days' }));
    const held = [...found.record.daily.attendances].flatMap((n, on) => (n > 0 ? [`${on}: ${n}`] : []));
    expect(held).toEqual(['0: 40', '14: 40']);
    const short = played(programme({ ...values, budget: 705 }));
    expect([outcome(short, 'attendances'), outcome(short, 'activityCost')]).toEqual([20, 700]);
  });

  it('are for their audience', () => {
    expect(outcome(played(programme({ interest: SURE, to: { share: '0%' } })), 'attendances')).toBe(0);
  });

  it('bind each who came, once', () => {
    const model = played(
      programme({ interest: SURE, seats: 500, loyalty: 0.25 }, { leave: { bondDays: '3650 days' } }),
    );
    expect(count(model.people.bond, (bond) => Math.abs(bond - 0.25) < 0.001)).toBe(500);
    expect(count(model.people.bond, (bond) => bond === 0)).toBe(1500);
  });

  it('bring people: at a reminder of ln 2 even odds become two to one', () => {
    const model = played(
      programme(
        { reminder: Math.LN2 },
        { community: { members: 20_000 }, people: { visits: '50%' }, horizon: '2 days' },
      ),
    );
    // Newcomers of day 0 have all come; on day 1 the odds count.
    expect(Math.abs(model.record.daily.visits[1] / 20_000 - 2 / 3)).toBeLessThan(
      4 * shareError(2 / 3, 20_000),
    );
  });

  it('bring fewer where few can have a seat: a tenth of the pull at a seat for one in ten who want one', () => {
    // 10,000 came yesterday and half of them want a seat.
    const crowd = { community: { members: 20_000 }, people: { visits: '50%' }, horizon: '3 days' };
    const model = played(
      programme({ reminder: 2, interest: '50%', usual: 1e6, seats: 500, from: '1 day' }, crowd),
    );
    const seen = played(programme({ reminder: 0.2, from: '1 day' }, crowd));
    const [one, other] = [model, seen].map(({ record }) => record.daily.visits[1] / 20_000);
    expect(Math.abs(one - other)).toBeLessThan(4 * shareError(0.5, 20_000));
    expect(one).toBeGreaterThan(0.53);
  });

  it('pull as before after long: half of it is back after `fresh` days, a fifth after half of them', () => {
    const crowd = { community: { members: 40_000 }, people: { visits: '50%' }, horizon: '5 days' };
    const { visits } = played(programme({ reminder: 2, fresh: '2 days', from: '1 day' }, crowd)).record.daily;
    const near = (share: number, logOdds: number): void => {
      const expected = 1 / (1 + Math.exp(-logOdds));
      expect(Math.abs(share / 40_000 - expected)).toBeLessThan(4 * shareError(expected, 40_000));
    };
    near(visits[1], 2);
    near(visits[2], 2 / 5); // 1 / (1 + 4) of it
    const rare = played(programme({ reminder: 2, fresh: '2 days', from: '1 day', every: '2 days' }, crowd));
    near(rare.record.daily.visits[3], 1); // 4 / (4 + 4)
  });

  it('are wanted half as often by who was there `fresh` days ago, whatever their names', () => {
    const crowd = { community: { members: 20_000 }, horizon: '3 days' };
    const values = { ...bare, interest: SURE, usual: 1e6, fresh: '2 days' };
    const one = played(programme({ ...values, every: '2 days' }, crowd)).record.daily.attendances;
    expect(one[0]).toBe(20_000);
    expect(Math.abs(one[2] / 20_000 - 1 / 2)).toBeLessThan(4 * shareError(1 / 2, 20_000));
    const split = played(
      merged(programme({ ...values, until: '1 day' }, crowd), {
        tactics: { others: { tactic: 'activities', ...values, from: '2 days' } },
      }),
    ).record.daily.attendances;
    expect(Math.abs(split[2] / 20_000 - 1 / 2)).toBeLessThan(4 * shareError(1 / 2, 20_000));
  });

  describe('make friends', () => {
    const friendsMade = (model: Model): number => awakeTies(model.friendships).friends.length;

    it('of attendees who could know each other: all of them, where there are too few', () => {
      // 0 - 1 - 2 - 3 in a row: three pairs for four people are 1.5 friends each.
      const pairs = [
        [0, 1],
        [1, 2],
        [2, 3],
      ] as const;
      const { model } = handmade({ members: 4 }, pairs, programme({ interest: SURE, friends: 3 }));
      runDays(model);
      expect(friendsMade(model)).toBe(6);
    });

    it('on average as many for each as they say', () => {
      const model = played(
        programme({ interest: SURE, friends: 2 }, { community: { network: { kind: 'regular', ties: 10 } } }),
      );
      // 10,000 pairs, of which each becomes friends with chance 2 x 2,000 / 20,000 = .2.
      expect(Math.abs(friendsMade(model) / 2 / 10_000 - 0.2)).toBeLessThan(4 * shareError(0.2, 10_000));
    });

    it('only of those who have a seat', () => {
      const model = played(
        programme(
          { interest: SURE, seats: 600, friends: 1000 },
          { community: { network: { kind: 'regular', ties: 10 } } },
        ),
      );
      expect(count(model.people.friends, (n) => n > 0)).toBeLessThanOrEqual(600);
      expect(friendsMade(model)).toBeGreaterThan(600);
    });
  });

  it('hold members in paired worlds, and a ticket keeps some away', () => {
    const group: Changes = {
      horizon: '120 days',
      community: { members: 600 },
      people: { visits: '40%', visitsSpread: 1 },
      leave: { alpha: 2, beta: 8, period: '30 days' },
    };
    const some = { ...bare, seats: 200, loyalty: 0.5, interest: '40%', every: '1 week' };
    const compared = (name: string, one: Changes, other: Changes): number[] =>
      differences(group, [{ tactics: { activities: one } }, { tactics: { activities: other } }], (model) =>
        outcome(model, name),
      );
    expect(inErrors(compared('members', some, { ...some, seats: 0 }))).toBeGreaterThan(4);
    const dear = compared('attendances', { ...some, ticket: 60, usual: 60 }, some);
    expect(inErrors(dear)).toBeLessThan(-4);
  });
});
