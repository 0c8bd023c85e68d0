import { describe, expect, it } from 'vitest';
import { buyChance } from '../../src/behaviors/buy.ts';
import { subscribe } from '../../src/behaviors/subscribe.ts';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import { Fact } from '../../src/population/people.ts';
import {
  type Changes,
  constantExit,
  count,
  differences,
  everybody,
  inErrors,
  mean,
  merged,
  modelOf,
  outcome,
  played,
  runDays,
  scenarioOf,
  shareError,
  sum,
} from '../engine/isolated.ts';

/** Everybody here every day, whatever they feel, and sure to take a membership and to renew it. */
const club: Changes = {
  horizon: '100 days',
  community: { members: 100 },
  people: { visits: '100%' },
  membershipResponse: { subscribe: '100%', usual: 60, pull: 0, renews: '100%', converts: '100%', unused: 0 },
};
const offered = (settings: Changes = {}, more: Changes = {}): Changes =>
  merged(merged(club, more), {
    tactics: {
      membership: { fee: 30, period: '30 days', cost: 8, discount: '0%', adFree: 'off', ...settings },
    },
  });

describe('a membership', () => {
  it('offered to nobody, or at a fee that nobody pays, changes nothing at all', () => {
    const lively: Changes = {
      engage: { settle: 20, asks: '10%' },
      buy: { chance: '20%', friction: 0.5 },
      membershipResponse: { subscribe: '5%' },
    };
    const none = played(merged(club, lively));
    for (const idle of [{ to: { share: '0%' } }, { fee: 1e6 }]) {
      const model = played(offered(idle, lively));
      expect(model.record.daily).toEqual(none.record.daily);
      expect(model.people).toEqual(none.people);
    }
  });

  it('is paid for on its first day and again on the day on which each period ends', () => {
    const model = played(offered());
    const { membershipRevenue, membershipCost, payingMembers } = model.record.daily;
    for (let day = 0; day < 100; day++) {
      expect(membershipRevenue[day], `${day}`).toBe(day % 30 === 0 ? 3000 : 0);
      expect(membershipCost[day], `${day}`).toBe(day % 30 === 0 ? 800 : 0);
      expect(payingMembers[day]).toBe(100);
    }
    expect(outcome(model, 'renewals')).toBe(300);
    expect(outcome(model, 'payingShare')).toBe(1);
    expect(outcome(model, 'netRevenue')).toBe(4 * (3000 - 800));
    expect(count(model.people.facts, (facts) => (facts & Fact.paid) !== 0)).toBe(100);
  });

  it('is taken by 5 % x exp(1 - 60 / 30) = 1.84 % of visitors at twice the usual fee, each by a draw of the day', () => {
    const model = modelOf(
      offered(
        { fee: 60 },
        { community: { members: 20_000 }, membershipResponse: { subscribe: '5%', usual: 30 } },
      ),
    );
    runDays(model, 1);
    const chance = 0.05 * Math.exp(1 - (60 / 30) * (365.25 / 12 / 30)); // a period is a little less than a month
    const luck = model.stream('subscribe:membership').on(0);
    const expected = everybody(model).filter((p) => luck.uniform(model.people.key[p]) < chance);
    expect([...model.memberships.keys()]).toEqual(expected);
    expect(Math.abs(expected.length / 20_000 - chance)).toBeLessThan(4 * shareError(chance, 20_000));
  });

  it('is taken more by the satisfied and the trusting: log-odds rise by pull times each', () => {
    const model = modelOf(
      offered(
        {},
        { community: { members: 20_000 }, membershipResponse: { subscribe: '10%', usual: 30, pull: 2 } },
      ),
    );
    const { people } = model;
    people.satisfaction.fill(0.7, 0, 10_000);
    people.trust.fill(0.8, 0, 10_000);
    runDays(model, 1);
    const odds = (1 / 9) * Math.exp(2 * (0.2 + 0.8 - model.parameters.trust.usual));
    const price = Math.exp(1 - 365.25 / 12 / 30);
    const chance = (odds / (1 + odds)) * price;
    const taken = count(everybody(model).slice(0, 10_000), (p) => model.memberships.has(p)) / 10_000;
    expect(Math.abs(taken - chance)).toBeLessThan(4 * shareError(chance, 10_000));
  });

  it('lapses with chance 1 - renews at the end of each period, and is then gone', () => {
    const model = played(
      offered(
        { until: '31 days', period: '30 days' },
        { community: { members: 5000 }, membershipResponse: { renews: '80%' } },
      ),
    );
    const { payingMembers, membershipRevenue } = model.record.daily;
    expect([payingMembers[29], payingMembers[59], payingMembers[60]]).toEqual([
      5000,
      payingMembers[30],
      0, // the offer has ended
    ]);
    expect(Math.abs(payingMembers[30] / 5000 - 0.8)).toBeLessThan(4 * shareError(0.8, 5000));
    expect(sum(membershipRevenue)).toBe(30 * (5000 + payingMembers[30]));
  });

  it('on trial is free, then paid for by those who stay, and is on trial once only', () => {
    const more = {
      community: { members: 5000 },
      membershipResponse: { converts: '40%', subscribe: '0.1%', trials: 1000 },
    };
    const model = played(offered({ trial: '14 days' }, more));
    const { membershipRevenue, payingMembers } = model.record.daily;
    expect(model.memberships.size).toBe(5000);
    expect(sum(membershipRevenue.subarray(0, 14)) + sum(payingMembers.subarray(0, 14))).toBe(0);
    expect(membershipRevenue[14]).toBe(30 * payingMembers[14]);
    expect(Math.abs(payingMembers[14] / 5000 - 0.4)).toBeLessThan(4 * shareError(0.4, 5000));
    // From now on the others take one as rarely as anybody: .1 % x exp(1 - 1 / 2).
    expect(membershipRevenue[15] / 30).toBeLessThan(3000 * 0.00165 + 4 * Math.sqrt(3000 * 0.00165));
    expect(outcome(model, 'renewals')).toBeGreaterThan(2 * payingMembers[14] - 1);
  });

  it('of those who have fallen silent is neither renewed nor paid back', () => {
    const model = played(offered({}, { leave: { ...constantExit(0.02), atOnce: '0%' } }));
    const { membershipRevenue, members } = model.record.daily;
    for (const day of [30, 60, 90]) expect(membershipRevenue[day]).toBe(30 * members[day - 1]);
    expect(sum(membershipRevenue)).toBe(
      membershipRevenue[0] + 30 * (members[29] + members[59] + members[89]),
    );
  });

  it('unused is renewed less: log-odds fall by unused (1 - exp(-days away / fade))', () => {
    const model = modelOf(
      offered(
        {},
        { community: { members: 8000 }, membershipResponse: { renews: '80%', unused: 2, fade: '14 days' } },
      ),
    );
    runDays(model, 1);
    model.people.lastVisitOn.fill(20); // ten days away on day 30
    model.today.visitorCount = 0;
    subscribe(model, 30);
    const odds = 4 * Math.exp(-2 * (1 - Math.exp(-10 / 14)));
    const expected = odds / (1 + odds);
    const renewed = [...model.memberships.values()].filter(({ isPaid }) => isPaid).length;
    expect(Math.abs(renewed / 8000 - expected)).toBeLessThan(4 * shareError(expected, 8000));
  });

  it('is refused beyond the budget of its benefits', () => {
    const model = played(offered({ budget: 400, cost: 8 }));
    expect(outcome(model, 'membershipCost')).toBe(400);
    expect(outcome(model, 'membershipRevenue')).toBe(50 * 30);
    expect(model.record.daily.payingMembers[5]).toBe(50);
  });

  it('is for its audience, and may be renewed by whoever holds one until it ends', () => {
    const model = played(offered({ to: { maxTenure: '3 days' } }, { community: { tenure: '3 days' } }));
    expect(model.record.daily.payingMembers[0]).toBe(100);
    expect(outcome(model, 'renewals')).toBe(300);
    expect(
      outcome(
        played(offered({ to: { maxTenure: '2 days' } }, { community: { tenure: '3 days' } })),
        'renewals',
      ),
    ).toBe(0);
  });

  it('meets the need for perks and turns ads off', () => {
    const ads = { ads: { load: 6, price: 10 } };
    const settings: Changes = { engage: { settle: 1 }, tactics: ads, leave: { satisfaction: 0 } };
    const bare: Changes = { people: { content: 0, perks: 1, answers: 0, circle: 0, identity: 1 } };
    const without = played(merged(merged(club, settings), bare));
    const members = played(offered({ adFree: 'on' }, merged(settings, bare)));
    expect(outcome(members, 'adsShown')).toBe(0);
    expect(outcome(without, 'adsShown')).toBeGreaterThan(1000);
    expect(outcome(members, 'satisfaction') - outcome(without, 'satisfaction')).toBeCloseTo(0.5, 4);
  });

  describe('changes buying', () => {
    const shop: Changes = {
      buy: {
        chance: '15%',
        trust: 0,
        friction: 0.7,
        elasticity: 3.63,
        reference: 0,
        delivered: '0%',
        basket: 100,
      },
      membershipResponse: { commitment: 0.45, fade: '14 days' },
    };

    it('by commitment, which fades on days without a visit', () => {
      const model = modelOf(offered({}, shop));
      runDays(model, 1);
      const chance = (left: number): number => 1 / (1 + (0.85 / 0.15) * Math.exp(-0.45 * left));
      expect(buyChance(model, 0)).toBeCloseTo(chance(1), 6);
      for (const [day, unvisited] of [
        [1, 0],
        [9, 7],
      ]) {
        model.today.visitors.set([0]);
        model.today.visitorCount = 1;
        subscribe(model, day);
        expect(buyChance(model, 0)).toBeCloseTo(chance(Math.exp(-unvisited / 14)), 6);
      }
    });

    it('without commitment where no fee was paid', () => {
      const model = runDays(modelOf(offered({ fee: 0 }, shop)), 1);
      expect(buyChance(model, 0)).toBeCloseTo(1 / (1 + (0.85 / 0.15) * Math.exp(0.7)), 6);
    });

    it('by its discount, which all orders of members have and which raises their chance by elasticity x discount', () => {
      const needy: Changes = {
        community: { members: 4000 },
        horizon: '1 day',
        membershipResponse: { commitment: 0 },
      };
      const settings = merged(shop, merged(needy, { buy: { patience: 36_500 } }));
      const model = modelOf(offered({ discount: '10%' }, settings));
      model.people.needOn.fill(0);
      model.people.needRate.fill(1e-9);
      runDays(model);
      const chance = 0.15 * (1 + 3.63 * 0.1);
      expect(Math.abs(outcome(model, 'orders') / 4000 - chance)).toBeLessThan(4 * shareError(chance, 4000));
      expect(outcome(model, 'discountCost')).toBeCloseTo(0.1 * outcome(model, 'sales'), 2);
    });
  });

  it('adds to buying one third by price and two thirds otherwise, at the defaults', () => {
    const many = { subscribe: '0.4%' }; // so that the ratio stands out of the noise
    const arm = (name: string, discount: string, commitment?: number) => ({
      name,
      tactics: { membership: { discount, adFree: 'off' } },
      membershipResponse: commitment === undefined ? many : { ...many, commitment },
      buy: commitment === undefined ? {} : { friction: 0.7 },
    });
    const arms = [
      { name: 'none' },
      arm('both', '10%'),
      arm('only other', '0%'),
      arm('only price', '10%', 0),
      arm('empty', '0%', 0),
    ];
    const prepared = prepare(
      scenarioOf({
        seedbed: 1,
        title: 'Split',
        horizon: '300 days',
        assumptions: 'fixed',
        seed: 'split',
        arms,
      }),
    );
    const parts = Array.from({ length: 6 }, (_, world) => {
      const [none, both, other, price, empty] = arms.map((_, arm) =>
        outcome(runDays(compileModel(prepared, world, arm)), 'orders'),
      );
      return { all: both - none, price: (both - other + price - empty) / 2 };
    });
    const share = mean(parts.map(({ price }) => price)) / mean(parts.map(({ all }) => all));
    const residuals = parts.map(({ all, price }) => price - all / 3);
    expect(Math.abs(inErrors(residuals))).toBeLessThan(4);
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.42);
  });

  it('brings in money and orders in paired worlds, and fewer memberships the dearer it is', () => {
    const shop: Changes = {
      horizon: '180 days',
      community: { members: 800 },
      people: { visits: '40%' },
      buy: { chance: '15%', patience: '14 days' },
      membershipResponse: { subscribe: '2%', renews: '80%' },
    };
    const compared = (metric: string, one: Changes, other: Changes): number =>
      inErrors(
        differences(shop, [{ tactics: { membership: one } }, { tactics: { membership: other } }], (model) =>
          outcome(model, metric),
        ),
      );
    const nobody = { to: { share: '0%' } };
    expect(compared('orders', {}, nobody)).toBeGreaterThan(4);
    expect(compared('netRevenue', {}, nobody)).toBeGreaterThan(4);
    expect(compared('payingMembers', { fee: 60 }, { fee: 30 })).toBeLessThan(-4);
  });
});
