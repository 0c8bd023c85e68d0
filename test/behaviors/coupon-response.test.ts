import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveCoupon, redeemChance } from '../../src/behaviors/coupon-response.ts';
import { Fact } from '../../src/population/people.ts';
import { type Changes, mean, merged, modelOf } from '../engine/isolated.ts';

const settings: Changes = {
  community: { members: 400 },
  people: { dealProne: '0%' },
  couponResponse: { redeem: '1.2%', face: 4, dealProne: 1.2, fade: '7 days', rush: 0.8, learns: 0.2 },
  buy: { shape: 0.243, scale: '30.898 days' },
};
const crowd = (changes: Changes = {}) => modelOf(merged(settings, changes));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));
/** Mean need rate of the settings. */
const USUAL = 0.243 / 30.898;

describe('giveCoupon', () => {
  it('is good from today for its days, today included', () => {
    const { people } = crowd();
    giveCoupon(people, 3, 10, 0.2, 14);
    expect([people.couponOn[3], people.couponUntil[3]]).toEqual([10, 23]);
    giveCoupon(people, 3, 12, 0.2, 1);
    expect([people.couponOn[3], people.couponUntil[3]]).toEqual([12, 12]);
  });

  it('teaches deal-seeking, the more the deeper, in about three lessons', () => {
    const { people } = crowd();
    for (const [p, depth, lesson] of [
      [0, 0.1, 1 / 3],
      [1, 0.3, 1],
      [2, 0.6, 1],
    ]) {
      giveCoupon(people, p, 0, depth, 7);
      expect(people.learned[p] / 255).toBeCloseTo(lesson / 3, 2); // kept in 255ths
      giveCoupon(people, p, 9, depth, 7);
      expect(people.learned[p] / 255).toBeCloseTo(lesson * (1 - (2 / 3) ** 2), 2);
    }
  });

  it('touches nobody else', () => {
    const { people } = crowd();
    giveCoupon(people, 3, 10, 0.2, 14);
    expect(people.couponUntil[2]).toBe(-32768);
    expect(people.learned[4]).toBe(0);
  });
});

describe('redeemChance', () => {
  it('is as stated for an ordinary holder of a fresh coupon of 20 %', () => {
    const model = crowd();
    model.people.needRate[0] = USUAL;
    giveCoupon(model.people, 0, 5, 0.2, 100);
    model.people.learned[0] = 0;
    expect(redeemChance(model, 0, 5)).toBeCloseTo(0.012, 9);
  });

  it('follows its formula', () => {
    const model = crowd();
    model.people.facts[0] |= Fact.dealProne;
    model.people.needRate[0] = 2 * USUAL;
    giveCoupon(model.people, 0, 5, 0.5, 14);
    model.people.learned[0] = 153;
    const odds = logit(0.012) + 4 * 0.3 + 1.2 + 0.2 * 0.6;
    const profile = Math.exp(-9 / 7) + 0.8 * Math.exp(-4); // used on day 14, good until day 18
    expect(redeemChance(model, 0, 14)).toBeCloseTo(logistic(odds) * profile * (0.3 + 0.7 * 2), 7);
  });

  // Inman and McAlister 1994: a decline, and a second peak just before expiry.
  it('falls day by day, and rises again before the last', () => {
    const model = crowd();
    giveCoupon(model.people, 0, 0, 0.2, 21);
    const course = Array.from({ length: 21 }, (_, day) => redeemChance(model, 0, day));
    const lowest = course.indexOf(Math.min(...course));
    expect(lowest).toBeGreaterThan(10);
    expect(lowest).toBeLessThan(20);
    for (let day = 1; day <= lowest; day++) expect(course[day]).toBeLessThan(course[day - 1]);
    for (let day = lowest + 1; day < 21; day++) expect(course[day]).toBeGreaterThan(course[day - 1]);
  });

  it('is never above one or below none, and deeper coupons are never less used', () => {
    const model = crowd({ couponResponse: { face: 20, rush: 5 } });
    const depth = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(399), depth, depth, fc.nat(13), (p, x, y, day) => {
        const chances = [Math.min(x, y), Math.max(x, y)].map((d) => {
          giveCoupon(model.people, p, 0, d, 14);
          model.people.learned[p] = 0;
          return redeemChance(model, p, day);
        });
        expect(chances[0]).toBeGreaterThanOrEqual(0);
        expect(chances[0]).toBeLessThanOrEqual(chances[1]);
        expect(chances[1]).toBeLessThanOrEqual(1);
      }),
      { seed: 10, numRuns: 200 },
    );
  });

  it('is none where nobody redeems without a need', () => {
    const model = crowd({ couponResponse: { redeem: '0%' } });
    giveCoupon(model.people, 0, 0, 0.9, 14);
    expect(redeemChance(model, 0, 0)).toBe(0);
  });

  it('is small for people who need nothing, and never certain', () => {
    const model = crowd({ people: { needs: 0 } });
    giveCoupon(model.people, 0, 0, 0.2, 14);
    model.people.learned[0] = 0;
    expect(redeemChance(model, 0, 0)).toBeCloseTo(0.3 * 0.012 * (1 + 0.8 * Math.exp(-13)), 9);
  });

  it('is on average as stated, however unequal needs are', () => {
    const model = crowd({ community: { members: 20_000 }, couponResponse: { rush: 0 } });
    const chances = Array.from(model.people.key, (_, p) => {
      giveCoupon(model.people, p, 0, 0.2, 14);
      model.people.learned[p] = 0;
      return redeemChance(model, p, 0);
    });
    // Appetite .3 + .7 x gamma of mean 1 and variance 1 / .243.
    expect(Math.abs(mean(chances) / 0.012 - 1)).toBeLessThan(4 * 0.7 * Math.sqrt(1 / 0.243 / 20_000));
  });
});
