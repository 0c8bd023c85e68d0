import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { AccountIndex } from '../../src/metrics/ledger.ts';
import { Status } from '../../src/population/people.ts';
import { coupons } from '../../src/tactics/coupons.ts';
import {
  type Changes,
  count,
  differences,
  inErrors,
  merged,
  modelOf,
  outcome,
  played,
  runDays,
  shareError,
  sum,
} from '../engine/isolated.ts';

const crowd = (settings: Changes, more: Changes = {}): Model =>
  modelOf(merged({ community: { members: 2000 }, tactics: { coupons: settings } }, more));

/** Hands out today's coupons. */
function give(model: Model, day: number): Model {
  for (const tactic of model.tactics) coupons.acts.offer?.(model, tactic as never, day);
  return model;
}

const holders = ({ people }: Model, day: number): number[] =>
  [...people.key.keys()].filter((p) => people.couponOn[p] === day);

describe('coupons', () => {
  it('go to nobody at rate 0, to everybody at an enormous rate', () => {
    expect(give(crowd({ rate: 0 }), 0).tally.couponsGiven).toBe(0);
    expect(
      give(crowd({ rate: 10, depth: '20%' }, { community: { members: 50 } }), 0).tally.couponsGiven,
    ).toBe(50);
  });

  it('go to each with chance 1 - exp(-rate) a day, at a cost each', () => {
    const model = give(crowd({ rate: '15 per month', cost: 0.05 }), 7);
    const stream = model.stream('coupons:coupons').on(7);
    const chance = 1 - Math.exp(-15 / 30.4375);
    const expected = [...model.people.key].flatMap((key, p) => (stream.uniform(key) < chance ? [p] : []));
    expect(holders(model, 7)).toEqual(expected);
    expect(model.tally.couponsGiven).toBe(expected.length);
    expect(model.ledger.open[AccountIndex.couponCost]).toBe(expected.length * 5_000_000);
    expect(Math.abs(expected.length / 2000 - chance)).toBeLessThan(4 * shareError(chance, 2000));
  });

  it('are of the depth and for the days that they say', () => {
    const model = give(crowd({ rate: 10, depth: '12.5%', validity: '14 days' }), 5);
    const [p] = holders(model, 5);
    expect([model.people.couponDepth[p], model.people.couponUntil[p]]).toEqual([1250, 18]);
    const weeks = give(crowd({ rate: 10, validity: '2 weeks' }), 5);
    expect(weeks.people.couponUntil[holders(weeks, 5)[0]]).toBe(18);
  });

  describe('are for', () => {
    /** On day 100: 0 newcomer, 1 active, 2 writer, 3 buyer, 4 dormant, 5 gone, 6 long silent, 7 outside. */
    const cast = (whom: string): number[] => {
      const model = crowd(
        { rate: 10, whom },
        { community: { members: 7, prospects: 1, tenure: '200 days' } },
      );
      const { people } = model;
      people.joinedOn[0] = 71;
      people.lastVisitOn[1] = 94;
      people.lastVisitOn[6] = 93;
      people.lastPostOn[2] = 71;
      people.lastOrderOn[3] = 71;
      people.lastPostOn[6] = 70;
      people.lastOrderOn[6] = 70;
      people.status[4] = Status.dormant;
      people.status[5] = Status.left;
      return holders(give(model, 100), 100);
    };

    it.each([
      ['all', [0, 1, 2, 3, 6]],
      ['active', [1]],
      ['lurkers', [0, 1, 6]],
      ['dormant', [4]],
      ['newcomers', [0]],
    ])('%s', (whom, places) => {
      expect(cast(whom)).toEqual(places);
    });

    it('newcomers no longer than 30 days', () => {
      const model = crowd({ rate: 10, whom: 'newcomers' }, { community: { members: 2, tenure: '200 days' } });
      model.people.joinedOn.set([70, 71]);
      expect(holders(give(model, 100), 100)).toEqual([1]);
    });
  });

  it('are used on each of their days and on no other', () => {
    // Everybody comes daily, and always uses what they hold: needs are far away.
    const used = (days: number): number[] => {
      const model = crowd(
        { rate: 10, depth: '50%', validity: `${days} days`, until: '1 day' },
        {
          horizon: '12 days',
          people: { visits: '100%', needs: 1e-9 },
          couponResponse: { redeem: '20%', fade: '3650 days', rush: 0, face: 0, dealProne: 0 },
        },
      );
      return [...runDays(model).record.daily.couponsRedeemed];
    };
    for (const days of [1, 3, 7]) {
      const found = used(days);
      for (let day = 0; day < 12; day++) expect(found[day] > 0, `${days}: ${day}`).toBe(day < days);
    }
  });

  it('redeemed are never more than given, nor caused more than redeemed, on any day so far', () => {
    const { daily } = played({
      horizon: '200 days',
      community: { members: 1500 },
      people: { visits: '40%' },
      buy: { chance: '20%', patience: '14 days' },
      couponResponse: { redeem: '10%' },
      tactics: { coupons: { rate: '200% per month', depth: '30%', validity: '10 days' } },
    }).record;
    const sums = { given: 0, redeemed: 0, caused: 0, orders: 0 };
    for (let day = 0; day < 200; day++) {
      sums.given += daily.couponsGiven[day];
      sums.redeemed += daily.couponsRedeemed[day];
      sums.caused += daily.couponOrdersCaused[day];
      sums.orders += daily.orders[day];
      expect(sums.redeemed).toBeLessThanOrEqual(sums.given);
      expect(sums.caused).toBeLessThanOrEqual(sums.redeemed);
      expect(sums.redeemed).toBeLessThanOrEqual(sums.orders);
    }
    expect(sums.caused).toBeGreaterThan(100);
  });

  it('of two tactics are drawn apart, and the later takes the place of the earlier', () => {
    const model = crowd(
      { rate: 10, depth: '10%' },
      {
        community: { members: 20 },
        tactics: { deep: { tactic: 'coupons', rate: 10, depth: '40%', from: '3 days' } },
      },
    );
    give(model, 0);
    expect(model.tally.couponsGiven).toBe(40);
    expect(count(model.people.couponDepth, (depth) => depth === 4000)).toBe(20);
  });

  describe('in paired worlds', () => {
    const shop: Changes = {
      horizon: '240 days',
      community: { members: 800 },
      people: { visits: '40%', visitsSpread: 1 },
      buy: { chance: '15%', patience: '14 days' },
    };
    const compared = (read: (model: Model) => number, one: Changes, other: Changes, changes: Changes = {}) =>
      differences(
        merged(shop, changes),
        [{ tactics: { coupons: one } }, { tactics: { coupons: other } }],
        read,
      );
    const metric = (name: string) => (model: Model) => outcome(model, name);

    it('more of them bring more orders', () => {
      expect(inErrors(compared(metric('orders'), { rate: '100% per month' }, { rate: 0 }))).toBeGreaterThan(
        4,
      );
    });

    it('sell more and earn less where margins are thin', () => {
      const deep = { rate: '100% per month', depth: '30%' };
      const thin = { buy: { margin: '10%' } };
      expect(inErrors(compared(metric('sales'), deep, { rate: 0 }, thin))).toBeGreaterThan(4);
      expect(inErrors(compared(metric('netRevenue'), deep, { rate: 0 }, thin))).toBeLessThan(-4);
    });

    it('deep ones spoil later buying at full price: fewer orders after they end', () => {
      const later = (reference: number): number[] =>
        compared(
          (model) => sum(model.record.daily.orders.subarray(140)),
          { rate: 10, depth: '50%', until: '120 days' },
          { rate: 10, depth: '5%', until: '120 days' },
          {
            people: { needs: 8 }, // established buyers
            buy: { reference, elasticity: 0, friction: 0, trust: 0, borrowed: '0%', delivered: '0%' },
            couponResponse: { redeem: '0%' },
          },
        );
      expect(inErrors(later(3))).toBeLessThan(-4);
      expect(later(0)).toEqual([0, 0, 0, 0, 0, 0]);
    });
  });
});
