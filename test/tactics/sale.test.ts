import { describe, expect, it } from 'vitest';
import { giveCoupon } from '../../src/behaviors/coupon-response.ts';
import type { Model } from '../../src/engine/model.ts';
import { type Changes, merged, modelOf, played, runDays, sum } from '../engine/isolated.ts';
import { shop } from './shop.ts';

const cut = (settings: Changes = {}): Changes => ({
  tactics: { sale: { depth: '20%', from: '10 days', until: '30 days', ...settings } },
});
const bought = (changes: Changes = {}): Model => played(merged(shop, changes));
const orders = ({ record }: Model, from: number, until: number): number =>
  sum(record.daily.orders.subarray(from, until));

describe('a price cut', () => {
  it('of nothing changes nothing', () => {
    const none = bought();
    const idle = bought(cut({ depth: '0%' }));
    expect(idle.record.daily).toEqual(none.record.daily);
  });

  it('adds elasticity x depth to the orders of its days, and leaves all others as they were', () => {
    const none = bought();
    const model = bought(cut());
    expect(orders(model, 0, 10)).toBe(orders(none, 0, 10));
    expect(orders(model, 30, 60)).toBe(orders(none, 30, 60));
    const usual = orders(none, 10, 30);
    const lift = orders(model, 10, 30) - usual;
    // Each weighing of a need adds .3 x .726 in the mean, an order with that chance: binomial around .726 orders an order.
    expect(Math.abs(lift / usual - 0.726)).toBeLessThan(4 * Math.sqrt((0.726 + 0.726 ** 2) / usual));
  });

  it('is paid by everybody on its days, and booked as discount', () => {
    const { record } = bought(cut({ depth: '25%' }));
    for (let day = 0; day < 60; day++) {
      const off = day >= 10 && day < 30 ? 0.25 : 0;
      expect(record.daily.discountCost[day]).toBeCloseTo(off * record.daily.sales[day], 6);
      expect(record.daily.sales[day]).toBe(100 * record.daily.orders[day]);
    }
  });

  it('of several is the deepest', () => {
    const { record } = bought({
      tactics: { sale: { depth: '10%' }, spring: { tactic: 'sale', depth: '30%', from: '5 days' } },
    });
    expect(record.daily.discountCost[4]).toBeCloseTo(0.1 * record.daily.sales[4], 6);
    expect(record.daily.discountCost[5]).toBeCloseTo(0.3 * record.daily.sales[5], 6);
  });

  it('takes from later orders at full price, one for each that was put by', () => {
    const later = { horizon: '200 days', community: { members: 400 } };
    const all = (ahead: string, tactics: Changes): number =>
      sum(bought(merged({ ...later, buy: { ahead } }, tactics)).record.daily.orders);
    const none = all('100%', {});
    expect(all('100%', cut())).toBe(none); // all is used up long before the end
    expect(all('50%', cut())).toBeGreaterThan(1.02 * none);
  });

  it('leaves shallower coupons in hand, and gives way to deeper ones', () => {
    for (const [depth, used] of [
      [0.1, false],
      [0.2, false],
      [0.4, true],
    ] as const) {
      const model = modelOf(merged(shop, { buy: { chance: '100%' }, tactics: { sale: { depth: '20%' } } }));
      for (let p = 0; p < 1500; p++) giveCoupon(model.people, p, 0, depth, 30);
      runDays(model, 30);
      const daily = model.record.daily;
      expect(sum(daily.couponsRedeemed) > 0).toBe(used);
      if (!used) expect(sum(daily.discountCost)).toBeCloseTo(0.2 * sum(daily.sales), 6);
    }
  });
});
