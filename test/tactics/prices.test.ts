import { describe, expect, it } from 'vitest';
import { giveCoupon } from '../../src/behaviors/coupon-response.ts';
import type { Model } from '../../src/engine/model.ts';
import { type Changes, merged, modelOf, played, runDays, sum } from '../engine/isolated.ts';
import { shop } from './shop.ts';

const list = (level: number, more: Changes = {}): Changes => ({ tactics: { prices: { level, ...more } } });
const bought = (changes: Changes = {}): Model => played(merged(shop, changes));
const orders = ({ record }: Model, from = 0, until = 60): number =>
  sum(record.daily.orders.subarray(from, until));

describe('a price list', () => {
  it('of the usual prices changes nothing', () => {
    expect(bought(list(1)).record.daily).toEqual(bought().record.daily);
  });

  // Each need that is met comes to floor(r + u) orders, whose variance is at most 1/4: the standard error of the ratio is sqrt(1 / 4 n).
  it.each([
    [1.1, 2.62, 0.77902],
    [0.9, 2.62, 1.31791],
    [1.25, 1, 0.8],
    [0.5, 2, 4],
  ])(
    'at %d times the usual prices and an elasticity of %d sells %d times as much',
    (level, elasticity, units) => {
      const usual = orders(bought());
      const ratio = orders(bought(list(level, { elasticity }))) / usual;
      expect(Math.abs(ratio - units)).toBeLessThan(4 * Math.sqrt(0.25 / usual));
    },
  );

  it('is paid in full, while the cost of goods stays', () => {
    const { record } = bought(list(1.2));
    const { sales, goodsCost, discountCost, orders: daily } = record.daily;
    for (let day = 0; day < 60; day++) {
      expect(sales[day]).toBe(120 * daily[day]);
      expect(goodsCost[day]).toBe(60 * daily[day]);
      expect(discountCost[day]).toBe(0);
    }
  });

  it('holds on its days alone, and for its people alone', () => {
    const none = bought();
    const late = bought(list(1.3, { from: '20 days', until: '40 days' }));
    expect(orders(late, 0, 20)).toBe(orders(none, 0, 20));
    expect(orders(late, 20, 40)).toBeLessThan(0.7 * orders(none, 20, 40));
    expect(orders(late, 40, 60)).toBe(orders(none, 40, 60));
    const half = orders(bought(list(1.3, { to: { share: '50%' } })));
    const all = orders(bought(list(1.3)));
    expect(half).toBeGreaterThan(all);
    expect(half).toBeLessThan(orders(none));
  });

  it('of several for one person is their product', () => {
    const tactics = { prices: { level: 1.2 }, tax: { tactic: 'prices', level: 1.1, from: '5 days' } };
    const { sales, orders: daily } = bought({ tactics }).record.daily;
    expect(sales[4]).toBe(120 * daily[4]);
    expect(sales[5]).toBe(132 * daily[5]);
  });

  it('is what price cuts are taken from', () => {
    const { record } = bought({ tactics: { prices: { level: 1.5 }, sale: { depth: '20%' } } });
    expect(sum(record.daily.sales)).toBe(150 * sum(record.daily.orders));
    expect(sum(record.daily.discountCost)).toBeCloseTo(0.2 * sum(record.daily.sales), 6);
  });

  it('leaves coupons of needs that are not met in hand', () => {
    const model = modelOf(merged(merged(shop, { buy: { chance: '100%' } }), list(2, { elasticity: 20 })));
    for (let p = 0; p < 1500; p++) giveCoupon(model.people, p, 0, 0.4, 30);
    runDays(model, 30);
    // One in a million needs is met at such prices.
    expect(sum(model.record.daily.couponsRedeemed)).toBe(0);
    expect(orders(model, 0, 30)).toBe(0);
  });

  it('is minded at first more than later, and leaves a habit behind', () => {
    const habit = (changes: Changes): Changes =>
      merged({ buy: { reference: 2, referenceOrders: 1 }, horizon: '300 days' }, changes);
    const days = { from: '50 days', until: '250 days', elasticity: 0 };
    const none = bought(habit({}));
    const dear = bought(habit(list(1.3, days)));
    const part = (model: Model, from: number, until: number) =>
      orders(model, from, until) / orders(none, from, until);
    expect(part(dear, 50, 60)).toBeLessThan(0.9);
    expect(part(dear, 200, 250)).toBeGreaterThan(0.97);
    const cheap = bought(habit(list(0.7, days)));
    expect(part(cheap, 50, 60)).toBeGreaterThan(0.97);
    expect(part(cheap, 250, 260)).toBeLessThan(0.9);
  });
});
