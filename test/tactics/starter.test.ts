import { describe, expect, it } from 'vitest';
import { Fact } from '../../src/population/people.ts';
import { type Changes, count, differences, inErrors, merged, outcome, played } from '../engine/isolated.ts';

/** Everybody here every day; needs open now and then. */
const shop: Changes = {
  horizon: '120 days',
  community: { members: 500 },
  people: { visits: '100%', needs: 1 },
  buy: { chance: '15%', friction: 0.7, patience: '14 days', basket: 100 },
};
const sold = (settings: Changes = {}, more: Changes = {}): Changes =>
  merged(merged(shop, more), {
    tactics: { starter: { price: 10, cost: 8, take: '100%', cheap: '100%', ...settings } },
  });

describe('a starter', () => {
  it('for nobody, or too dear for anybody, changes nothing at all', () => {
    const none = played(shop);
    for (const idle of [{ to: { share: '0%' } }, { price: 1e6 }]) {
      const model = played(sold(idle));
      expect(model.record.daily).toEqual(none.record.daily);
      expect(model.people).toEqual(none.people);
    }
  });

  it('is sold at its price, at its cost, once to each who never ordered', () => {
    const model = played(sold());
    const starters = outcome(model, 'starters');
    expect(starters).toBeGreaterThan(450);
    expect(outcome(model, 'starterRevenue')).toBe(10 * starters);
    expect(outcome(model, 'starterCost')).toBe(8 * starters);
    expect(count(model.people.facts, (facts) => (facts & Fact.paid) !== 0)).toBe(starters);
  });

  it('is sold on its days, to its audience, as far as its budget reaches', () => {
    expect(
      outcome(played(sold({ from: '10 days', until: '11 days', to: { minTenure: '12 days' } })), 'starters'),
    ).toBe(0);
    const model = played(sold({ from: '10 days', until: '12 days', budget: 800 }));
    expect(model.record.daily.starters.findIndex((n) => n > 0)).toBe(10);
    expect(outcome(model, 'starterCost')).toBe(800);
    expect(outcome(model, 'starters')).toBe(100);
  });

  it('opens the way to a first order where there is friction, and hardly does where there is none', () => {
    const orders = (friction: number): number[] =>
      differences(
        merged(shop, { buy: { friction, delivered: '0%' } }),
        [{ tactics: sold().tactics }, {}],
        (model) => outcome(model, 'orders'),
      );
    expect(inErrors(orders(1))).toBeGreaterThan(4);
    expect(orders(0)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
