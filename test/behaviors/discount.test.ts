import { describe, expect, it } from 'vitest';
import { recordOf } from '../../src/engine/simulate.ts';
import { type Changes, merged, outcome, played } from '../engine/isolated.ts';

/** A hundred people who come every day and need something often. */
const shop = (tactics: Changes, more: Changes = {}): Changes =>
  merged(
    {
      horizon: '60 days',
      community: { members: 100 },
      people: { visits: '100%', needs: 3 },
      buy: { chance: '60%', shape: 50, scale: '100 days', basketSpread: 0, basket: 100, margin: '40%' },
      tactics,
    },
    more,
  );

describe('a discount', () => {
  it('of a price cut counts against its budget, and ends it on the next morning', () => {
    const model = played(shop({ sale: { depth: '20%', budget: '2000 CNY' } }));
    const byDay = model.record.daily.discountCost;
    const given = Array.from(byDay).reduce((sum, day) => sum + day, 0);
    // What is cut from 100 is 20: the day that passes 2,000 is the last one.
    const last = byDay.findLastIndex((day) => day > 0);
    expect(given).toBeGreaterThanOrEqual(2000);
    expect(given - byDay[last]).toBeLessThan(2000);
    expect(model.tactics[0].schedule.spent).toBe(given * 1e8);
    expect(recordOf(model).remarks).toContain('the budget of tactics.sale came to its end');
  });

  it('of a coupon counts against the budget of whoever gave it; what is out is honored', () => {
    const model = played(
      shop({
        coupons: { rate: '3 per month', depth: '30%', cost: 0, budget: '1500 CNY' },
        gifts: { tactic: 'coupons', rate: '3 per month', depth: '10%', cost: 0, budget: '100000 CNY' },
      }),
    );
    const [coupons, gifts] = model.tactics.map(({ schedule }) => schedule);
    expect(coupons.spent).toBeGreaterThanOrEqual(1500e8);
    expect(coupons).toMatchObject({ isOver: true, isSpent: true });
    expect(gifts.isOver).toBe(false);
    // To the cent: each discount is one of theirs.
    expect((coupons.spent + gifts.spent) / 1e8).toBeCloseTo(outcome(model, 'discountCost'), 6);
  });

  it("is nobody's where there is no budget", () => {
    const model = played(shop({ coupons: { rate: '3 per month', depth: '30%', cost: 0 } }));
    expect(outcome(model, 'discountCost')).toBeGreaterThan(1500);
    expect(model.couponsOf.size).toBe(0);
    expect(model.tactics[0].schedule.isOver).toBe(false);
  });

  it('of a membership counts against its own', () => {
    const model = played(
      shop(
        { membership: { fee: 1, discount: '20%', cost: 0, budget: '300 CNY' } },
        { membershipResponse: { subscribe: '20%' } },
      ),
    );
    expect(model.tactics[0].schedule.spent / 1e8).toBeCloseTo(outcome(model, 'discountCost'), 6);
    expect(model.tactics[0].schedule.isSpent).toBe(true);
  });
});
