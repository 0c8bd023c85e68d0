/** Price cuts and coupons, in a community where all else goes on. */
import { describe, it } from 'vitest';
import { type Changes, outcome, sum } from '../engine/isolated.ts';
import { byWorld, expectAbove } from './paired.ts';

const sale = (depth: string, from: number, until: number): Changes => ({
  tactics: { sale: { depth, from: `${from} days`, until: `${until} days` } },
});
const coupons = (depth: string, from: number, until: number): Changes => ({
  tactics: {
    coupons: {
      depth,
      rate: '10 per month',
      validity: '7 days',
      from: `${from} days`,
      until: `${until} days`,
    },
  },
});

describe('a price cut of 20 % open to everybody', () => {
  // Ailawadi et al. 2006: over half of promotions lose money although they sell more.
  it('raises sales and lowers profit', () => {
    const found = byWorld({ horizon: '150 days' }, [{}, sale('20%', 60, 74)], 12, (model) => [
      outcome(model, 'sales'),
      outcome(model, 'netRevenue'),
    ]);
    expectAbove(
      found.map(([none, cut]) => cut[0] - none[0]),
      'sales',
    );
    expectAbove(
      found.map(([none, cut]) => none[1] - cut[1]),
      'profit',
    );
  });
});

describe('coupons', () => {
  it('are redeemed in more orders than they add', () => {
    const found = byWorld({}, [{}, coupons('20%', 0, 60)], 12, (model) => [
      outcome(model, 'couponsRedeemed'),
      outcome(model, 'orders'),
    ]);
    expectAbove(
      found.map(([none, given]) => given[0] - (given[1] - none[1])),
      'gross less incremental',
    );
    expectAbove(
      found.map(([none, given]) => given[1] - none[1]),
      'incremental',
    );
  });

  // Anderson and Simester 2004: a deeper discount, more later buying of first-timers and less of established customers.
  it('that are deep help the later buying of those who are new to buying and hurt that of established customers', () => {
    const later = (from: number, needs: number, members: number): number[] =>
      byWorld(
        { horizon: `${from + 120} days`, community: { members }, people: { needs } },
        [coupons('10%', from, from + 21), coupons('40%', from, from + 21)],
        5,
        ({ record }) => sum(record.daily.orders.subarray(from + 30)),
      ).map(([slight, deep]) => deep - slight);
    expectAbove(later(0, 3, 6000), 'new to buying');
    expectAbove(
      later(150, 10, 2500).map((change) => -change),
      'established',
    );
  });
});
