import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buy, buyChance, placeOrder } from '../../src/behaviors/buy.ts';
import { giveCoupon } from '../../src/behaviors/coupon-response.ts';
import type { MembershipPlan } from '../../src/behaviors/subscribe.ts';
import { hold } from '../../src/behaviors/subscribe.ts';
import type { Model } from '../../src/engine/model.ts';
import { type Account, AccountIndex, closeDay } from '../../src/metrics/ledger.ts';
import { Fact, NEVER } from '../../src/population/people.ts';
import { openSchedule } from '../../src/tactics/schedule.ts';
import {
  acting,
  befriend,
  type Changes,
  come,
  count,
  everybody,
  handmade,
  mean,
  merged,
  modelOf,
  played,
  shareError,
  sum,
} from '../engine/isolated.ts';

const settings: Changes = {
  community: { members: 400 },
  trust: { usual: '60%' },
  buy: {
    chance: '15%',
    patience: '14 days',
    basket: '129 CNY',
    basketSpread: 0,
    margin: '40%',
    trust: 2,
    friendPaid: 1.6,
    friction: 0.7,
    elasticity: 3.63,
    borrowed: '33%',
    reference: 1.2,
    referenceOrders: 3,
    delivered: '5%',
  },
  couponResponse: { redeem: '0%' },
};
const crowd = (changes: Changes = {}): Model => modelOf(merged(settings, changes));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

/** A membership with a discount. */
const plan = (discount: number): MembershipPlan => ({
  name: 'membership',
  ...acting(),
  ...{ fee: 30, feeMicros: 3e9, benefits: 0, period: 30, trial: 0, discount, adFree: false },
});

const LONG = 1e9;
/** Nobody needs anything, but those whose need opened at a moment. */
function needs(model: Model, moments: Readonly<Record<number, number>>): void {
  model.people.needOn.fill(LONG);
  for (const [p, moment] of Object.entries(moments)) model.people.needOn[Number(p)] = moment;
}

/** Uniforms that settle the first order of people on a day. */
function luck({ stream, people }: Model, day: number): number[] {
  const today = stream('buy').on(day);
  return Array.from(people.key, (key) => today.uniform(key));
}

/** Whole cents of an account. */
const cents = ({ ledger }: Model, account: Account): number => ledger.booked[AccountIndex[account]];

describe('buy', () => {
  it('is done by nobody without a need, and nobody who stays away', () => {
    const model = crowd({ buy: { chance: '100%' } });
    needs(model, { 0: 2.9, 1: 3 });
    come(model, 2, [1, 2, 3]);
    buy(model, 2);
    expect(model.tally.orders).toBe(0);
    come(model, 3, [1, 2, 3]);
    buy(model, 3);
    expect(model.tally.orders).toBe(1);
    expect(model.people.lastOrderOn[1]).toBe(3);
  });

  it('books an order to the cent', () => {
    const model = crowd({ buy: { basket: 9.99, margin: '40%' } });
    placeOrder(model, 0, 4, 0);
    placeOrder(model, 0, 4, 0.15);
    closeDay(model.ledger, 4);
    // 9.99 each; goods 60 % of it: 5.994, so 5.99 each; 15 % off the second: 1.4985, so 1.50.
    expect(cents(model, 'sales')).toBe(1998);
    expect(cents(model, 'goodsCost')).toBe(1198);
    expect(cents(model, 'discountCost')).toBe(150);
    expect(model.ledger.cash).toBe(1998 - 1198 - 150);
    expect(model.tally.orders).toBe(2);
  });

  it('changes its buyer: trust, the price that they are used to, their count', () => {
    const model = crowd();
    const { people } = model;
    placeOrder(model, 0, 4, 0.3);
    expect(people.trust[0]).toBeCloseTo(0.6 + 0.05 * 0.4, 6);
    expect(people.usedTo[0]).toBeCloseTo(0.9, 6);
    placeOrder(model, 0, 9, 0);
    expect(people.usedTo[0]).toBeCloseTo(0.9 + 0.1 / 3, 6);
    expect([people.orders[0], people.lastOrderOn[0], people.lastOrderOn[1]]).toEqual([2, 9, NEVER]);
  });

  describe('buyChance', () => {
    it('is as stated for a practiced buyer of ordinary trust', () => {
      const model = crowd();
      model.people.orders[0] = 1;
      expect(buyChance(model, 0)).toBeCloseTo(0.15, 7);
    });

    it('follows its formula', () => {
      const model = crowd();
      const { people } = model;
      people.trust[0] = 0.8;
      people.usedTo[0] = 0.7;
      people.facts[0] |= Fact.friendPaid;
      const odds = logit(0.15) + 2 * 0.2 + Math.log(1.6) - 0.7 - 1.2 * 0.3;
      expect(buyChance(model, 0)).toBeCloseTo(logistic(odds), 6);
      people.orders[0] = 5;
      expect(buyChance(model, 0)).toBeCloseTo(logistic(odds + 0.7), 6);
    });

    it('has no friction after any paid step', () => {
      const model = crowd();
      expect(buyChance(model, 0)).toBeCloseTo(logistic(logit(0.15) - 0.7), 6);
      model.people.facts[0] |= Fact.paid;
      expect(buyChance(model, 0)).toBeCloseTo(0.15, 7);
    });

    it('rises by what is left of commitment to a paid membership', () => {
      const model = crowd({ membershipResponse: { commitment: 0.45 } });
      model.people.orders[0] = 1;
      for (const [isPaid, committed, odds] of [
        [true, 1, 0.45],
        [true, 0.6, 0.27],
        [false, 1, 0],
      ] as const) {
        hold(model, 0, { plan: plan(0), isPaid, until: 30, usedOn: 0, committed });
        expect(buyChance(model, 0)).toBeCloseTo(logistic(logit(0.15) + odds), 6);
      }
    });

    it('is 1 and 0 where the scenario says so', () => {
      expect(buyChance(crowd({ buy: { chance: '100%' } }), 0)).toBe(1);
      expect(buyChance(crowd({ buy: { chance: '0%' } }), 0)).toBe(0);
    });
  });

  it('at a member’s discount is as much likelier as with a coupon, and every order has it, however many', () => {
    const model = crowd({ community: { members: 4000 }, buy: { friction: 0, reference: 0, basket: 100 } });
    needs(model, Object.fromEntries(everybody(model).map((p) => [p, 2.5])));
    for (const p of everybody(model))
      hold(model, p, { plan: plan(0.1), isPaid: true, until: 30, usedOn: 0, committed: 0 });
    const uniforms = luck(model, 3);
    come(model, 3, everybody(model));
    buy(model, 3);
    closeDay(model.ledger, 3);
    const likelier = 0.15 * (1 + 3.63 * 0.1);
    expect(count(model.people.orders, (orders) => orders > 0)).toBe(count(uniforms, (u) => u < likelier));
    expect(cents(model, 'discountCost')).toBe(cents(model, 'sales') / 10);
  });

  it('with a coupon takes the deeper of coupon and membership, and leaves the other coupon in hand', () => {
    for (const depth of [0.05, 0.3]) {
      const model = crowd({ buy: { chance: '100%', basket: 100 } });
      needs(model, { 0: 2.5 });
      hold(model, 0, { plan: plan(0.1), isPaid: true, until: 30, usedOn: 0, committed: 0 });
      giveCoupon(model.people, 0, 3, depth, 10);
      come(model, 3, [0]);
      buy(model, 3);
      closeDay(model.ledger, 3);
      expect(cents(model, 'discountCost') / cents(model, 'sales')).toBeCloseTo(Math.max(depth, 0.1), 9);
      expect(model.tally.couponsRedeemed).toBe(depth > 0.1 ? 1 : 0);
    }
  });

  it('happens to exactly those whose uniform is below their chance', () => {
    const model = crowd();
    needs(model, Object.fromEntries(everybody(model).map((p) => [p, 2.5])));
    const uniforms = luck(model, 3);
    const expected = uniforms.flatMap((u, p) => (u < buyChance(model, p) ? [p] : []));
    come(model, 3, everybody(model));
    buy(model, 3);
    expect([...model.people.orders.keys()].filter((p) => model.people.orders[p] > 0)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(15);
  });

  describe('with a coupon', () => {
    const holders = (depth: number, changes: Changes = {}): Model => {
      const model = crowd(merged({ community: { members: 2000 } }, changes));
      needs(model, Object.fromEntries(everybody(model).map((p) => [p, 2.5])));
      for (const p of everybody(model)) giveCoupon(model.people, p, 3, depth, 7);
      return model;
    };

    it('splits by one uniform: who would have bought anyway, and whom the coupon caused to', () => {
      const model = holders(0.2);
      const uniforms = luck(model, 3);
      const base = buyChance(model, 0);
      const withCoupon = base * (1 + 3.63 * 0.2);
      come(model, 3, everybody(model));
      buy(model, 3);
      expect(model.tally.couponsRedeemed).toBe(count(uniforms, (u) => u < withCoupon));
      expect(model.tally.couponOrdersCaused).toBe(count(uniforms, (u) => u >= base && u < withCoupon));
      expect(model.tally.orders).toBe(model.tally.couponsRedeemed);
      closeDay(model.ledger, 3);
      expect(cents(model, 'discountCost')).toBe(model.tally.orders * 2580);
      expect(cents(model, 'sales')).toBe(model.tally.orders * 12_900);
    });

    it('pays those too who would certainly have bought', () => {
      const model = holders(0.2, { buy: { chance: '100%' } });
      come(model, 3, everybody(model));
      buy(model, 3);
      expect(model.tally.couponsRedeemed).toBe(2000);
      expect(model.tally.couponOrdersCaused).toBe(0);
    });

    it('is used on one order', () => {
      const model = holders(0.2);
      come(model, 3, everybody(model));
      buy(model, 3);
      const { couponUntil, orders } = model.people;
      expect(count(couponUntil, (until, p) => until >= 3 === orders[p] > 0)).toBe(0);
    });

    it('takes off what the coupon says, to a hundredth of a percent', () => {
      const model = holders(0.125, { buy: { chance: '100%' } });
      come(model, 3, [0]);
      buy(model, 3);
      closeDay(model.ledger, 3);
      expect(cents(model, 'discountCost')).toBe(1613); // 12.5 % of 129: 16.125
    });

    it('is worth nothing from the day after its last', () => {
      const model = holders(0.2, { buy: { patience: '300 days' } });
      come(model, 10, everybody(model));
      buy(model, 10);
      expect(model.tally.orders).toBeGreaterThan(50);
      expect(model.tally.couponsRedeemed).toBe(0);
    });

    it('still works on its last', () => {
      const model = holders(0.2, { buy: { patience: '300 days' } });
      come(model, 9, everybody(model));
      buy(model, 9);
      expect(model.tally.couponsRedeemed).toBe(model.tally.orders);
    });

    it('can cause an order without a need, and a third of those use up the next', () => {
      const model = crowd({ community: { members: 4000 }, couponResponse: { redeem: '99%', rush: 0 } });
      needs(model, {});
      model.people.needRate.fill(0.00786); // the mean: appetite 1
      for (const p of everybody(model)) {
        giveCoupon(model.people, p, 3, 0.2, 7);
        model.people.needOn[p] = 500;
      }
      come(model, 3, everybody(model));
      buy(model, 3);
      const { couponsRedeemed, couponOrdersCaused, orders } = model.tally;
      expect(orders).toBeGreaterThan(3900);
      expect([couponsRedeemed, couponOrdersCaused]).toEqual([orders, orders]);
      const borrowed = count(model.people.needOn, (on) => on > 500) / orders;
      expect(Math.abs(borrowed - 0.33)).toBeLessThan(4 * shareError(0.33, orders));
    });
  });

  describe('needs', () => {
    it('that waited longer than patience were met elsewhere', () => {
      const model = crowd({ buy: { chance: '100%', patience: '14 days' } });
      model.people.needRate.fill(1e-6);
      needs(model, { 0: 5.5, 1: 6.5 });
      come(model, 20, [0, 1]);
      buy(model, 20);
      expect([model.people.orders[0], model.people.orders[1]]).toEqual([0, 1]);
    });

    it.each([
      ['was met', '100%', 19.5, 20],
      ['lapsed', '0%', 1.5, 15.5],
    ])('open the next an exponential time after the last %s', (_, chance, opened, from) => {
      const model = crowd({ community: { members: 4000 }, buy: { chance, patience: '14 days' } });
      model.people.needRate.fill(0.02);
      needs(model, Object.fromEntries(everybody(model).map((p) => [p, opened])));
      come(model, 20, everybody(model));
      buy(model, 20);
      const waited = Array.from(model.people.needOn, (on) => on - from);
      expect(Math.min(...waited)).toBeGreaterThan(0);
      // Exponential of mean 50: half wait longer than the median. One in fifty was met once more on day 20.
      const longer = count(waited, (w) => w > 50 * Math.LN2) / 4000;
      expect(Math.abs(longer - 0.5)).toBeLessThan(0.01 + 4 * shareError(0.5, 4000));
    });

    it('of one day can be several, each an order', () => {
      const model = played({
        horizon: '20 days',
        community: { members: 1000 },
        people: { visits: '100%' },
        buy: { chance: '100%', shape: 10_000, scale: '5000 days' }, // everybody two a day
      });
      // Poisson of mean 2 a day, by 1,000 people on 20 days.
      expect(Math.abs(sum(model.record.daily.orders) / 20_000 - 2)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
      expect(Math.max(...model.record.daily.orders)).toBeLessThan(2300);
    });

    it('end for good with those who quit', () => {
      const model = played({
        horizon: '100 days',
        community: { members: 500 },
        people: { visits: '100%' },
        buy: {
          chance: '100%',
          shape: 10_000,
          scale: '50000 days',
          quits: true,
          quitAlpha: 10_000,
          quitBeta: 0.01,
        },
      });
      expect(count(model.people.orders, (n) => n !== 1)).toBe(0);
    });
  });

  describe('baskets', () => {
    it('are lognormal around the typical order, times the segment’s size', () => {
      const model = crowd({
        community: { members: 4000, segments: { big: { share: 1, people: { basket: 2 } } } },
        buy: { basketSpread: 0.5 },
      });
      const prices = everybody(model).map((p) => {
        const before = model.ledger.open[AccountIndex.sales];
        placeOrder(model, p, 0, 0);
        return (model.ledger.open[AccountIndex.sales] - before) / 1e8;
      });
      const logs = prices.map((price) => Math.log(price / 258));
      expect(Math.abs(mean(logs))).toBeLessThan((4 * 0.5) / Math.sqrt(4000));
      const variance = mean(logs.map((x) => x * x));
      expect(Math.abs(variance - 0.25)).toBeLessThan(4 * 0.25 * Math.sqrt(2 / 4000));
    });
  });

  describe('a friend who paid', () => {
    const star = [
      [0, 1],
      [0, 2],
      [0, 3],
    ] as const;

    it('is noticed by friends, not by people whom they could merely know', () => {
      const { model, place } = handmade({ members: 4 }, star, merged(settings, { buy: { chance: '100%' } }));
      befriend(model, place[0], place[1]);
      befriend(model, place[0], place[2]);
      needs(model, { [place[0]]: 0.5 });
      come(model, 1, place);
      buy(model, 1);
      expect(place.map((p) => model.people.facts[p] & Fact.friendPaid)).toEqual([0, 2, 2, 0]);
    });

    it('counts from the next day on: the order of visitors makes no difference', () => {
      const pairs = Array.from({ length: 200 }, (_, i) => [i, (i + 1) % 200] as const);
      const bought = [false, true].map((backwards) => {
        const { model, place } = handmade(
          { members: 200 },
          pairs,
          merged(settings, { buy: { friendPaid: 100 } }),
        );
        for (const [p, q] of pairs) befriend(model, place[p], place[q]);
        needs(model, Object.fromEntries(place.map((p) => [p, 0.5])));
        come(model, 1, backwards ? [...place].reverse() : place);
        buy(model, 1);
        return [...model.people.orders];
      });
      expect(sum(bought[0])).toBeGreaterThan(5);
      expect(bought[0]).toEqual(bought[1]);
    });
  });

  // Anderson and Simester 2004: deep discounts help later buying of newcomers and hurt that of established customers.
  it('later at full price falls for those whom deep discounts have spoiled, and rises for those who first came by one', () => {
    const model = crowd({ buy: { reference: 1.2, friction: 0.7 } });
    const { people } = model;
    for (let order = 0; order < 5; order++) {
      placeOrder(model, 0, order, 0);
      placeOrder(model, 1, order, 0);
    }
    placeOrder(model, 0, 9, 0.4);
    placeOrder(model, 1, 9, 0);
    placeOrder(model, 2, 9, 0.4); // a first order
    people.trust.fill(0.6);
    expect(buyChance(model, 0)).toBeLessThan(buyChance(model, 1));
    expect(buyChance(model, 2)).toBeGreaterThan(buyChance(model, 3));
  });

  it('never breaks its books: redeemed are orders, caused are redeemed, discounts below sales', () => {
    fc.assert(
      fc.property(
        fc.record({
          depth: fc.double({ min: 0, max: 1, noNaN: true }),
          chance: fc.double({ min: 0, max: 1, noNaN: true }),
          redeem: fc.double({ min: 0, max: 1, noNaN: true }),
          rate: fc.double({ min: 0, max: 2, noNaN: true }),
        }),
        ({ depth, chance, redeem, rate }) => {
          const model = crowd({ community: { members: 60 }, buy: { chance }, couponResponse: { redeem } });
          model.people.needRate.fill(rate);
          for (let day = 0; day < 12; day++) {
            for (const p of everybody(model))
              if (p % 3 === day % 3) giveCoupon(model.people, p, day, depth, 4);
            come(model, day, everybody(model));
            buy(model, day);
            closeDay(model.ledger, day);
          }
          const { orders, couponsRedeemed, couponOrdersCaused } = model.tally;
          expect(couponOrdersCaused).toBeLessThanOrEqual(couponsRedeemed);
          expect(couponsRedeemed).toBeLessThanOrEqual(orders);
          expect(sum(model.people.orders)).toBe(orders);
          expect(cents(model, 'discountCost')).toBe(
            couponsRedeemed * Math.round(12_900 * (Math.round(depth * 1e4) / 1e4)),
          );
          expect(cents(model, 'sales')).toBe(12_900 * orders);
        },
      ),
      { seed: 11, numRuns: 40 },
    );
  });
});

describe('a price cut', () => {
  /** Everybody has a need on day 3, buys for sure, and finds a fifth off. */
  function cut(elasticity: number, ahead: string): Model {
    const model = crowd({ people: { needs: 1e-6 }, buy: { chance: '100%', elasticity, ahead } });
    needs(model, Object.fromEntries([...model.people.key.keys()].map((p) => [p, 3])));
    come(model, 3, everybody(model));
    const always = { fromDay: 0, untilDay: 10, starts: null, stops: null, segments: null };
    model.offers.cuts.push({ name: 'sale', schedule: openSchedule({}, always), depth: 0.2, audience: null });
    buy(model, 3);
    return model;
  }

  it('adds chance x elasticity x depth orders in the mean to each need: the whole part, and one more by a draw', () => {
    const model = cut(3.63, '0%');
    const draws = model.stream('cut').on(3);
    // 1 x 3.63 x .2 = .726: one more order where the draw is .274 or above.
    const more = [...model.people.key].map((key) => (draws.drawEvent(key, 0) / 2 ** 32 >= 1 - 0.726 ? 1 : 0));
    expect([...model.people.orders]).toEqual(more.map((n) => 1 + n));
    expect(Math.abs(mean(more) - 0.726)).toBeLessThan(4 * shareError(0.726, 400));
    // 1 x 8 x .2 = 1.6
    const twice = cut(8, '0%');
    expect([...twice.people.orders]).toEqual(
      [...twice.people.key].map((key) => 2 + (draws.drawEvent(key, 0) / 2 ** 32 >= 0.4 ? 1 : 0)),
    );
  });

  it('puts by its part of what it added, each by a draw, to meet a later need', () => {
    const model = cut(10, '40%'); // two more each
    const draws = model.stream('cut:ahead').on(3);
    const kept = [...model.people.key].map(
      (key) => [0, 1].filter((i) => draws.drawEvent(key, i) / 2 ** 32 < 0.4).length,
    );
    expect([...model.people.key.keys()].map((p) => model.stock.get(p))).toEqual(
      kept.map((left) => ({ added: 2, left })),
    );
    model.offers.cuts.length = 0;
    const before = sum(model.people.orders);
    needs(model, Object.fromEntries([...model.people.key.keys()].map((p) => [p, 9])));
    come(model, 9, everybody(model));
    buy(model, 9);
    expect(sum(model.people.orders) - before).toBe(count(kept, (left) => left === 0));
  });
});
