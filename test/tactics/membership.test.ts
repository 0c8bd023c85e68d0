import { describe, expect, it } from 'vitest';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import { Fact } from '../../src/population/people.ts';
import {
  type Changes,
  constantExit,
  count,
  differences,
  inErrors,
  mean,
  merged,
  outcome,
  played,
  runDays,
  scenarioOf,
  sum,
} from '../engine/isolated.ts';
import { club, offered } from './club.ts';

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

  it('of those who have fallen silent is neither renewed nor paid back', () => {
    const model = played(offered({}, { leave: { ...constantExit(0.02), atOnce: '0%' } }));
    const { membershipRevenue, members } = model.record.daily;
    for (const day of [30, 60, 90]) expect(membershipRevenue[day]).toBe(30 * members[day - 1]);
    expect(sum(membershipRevenue)).toBe(
      membershipRevenue[0] + 30 * (members[29] + members[59] + members[89]),
    );
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
