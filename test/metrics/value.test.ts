import { describe, expect, it } from 'vitest';
import { AccountIndex, accounts, earns } from '../../src/metrics/ledger.ts';
import { paybackOf } from '../../src/metrics/value.ts';
import { Channel } from '../../src/population/people.ts';
import { type Changes, constantExit, merged, outcome, played, sum } from '../engine/isolated.ts';

/** Members who never move, one thing a day that costs: a help desk of 1 CNY a day, or what is said. */
const costly = (more: Changes = {}): Changes =>
  merged(
    {
      horizon: '100 days',
      community: { members: 10 },
      tactics: { helpdesk: { staff: 1, opens: 0, hours: 1, cost: 1 } },
    },
    more,
  );

describe('the present value', () => {
  it('is the sum of a geometric series for the same cost every day', () => {
    const model = played(costly({ value: { discount: '1% per day' } }));
    // 1 + e^-.01 + ... + e^-.99 = (1 - e^-1) / (1 - e^-.01)
    expect(outcome(model, 'presentValue')).toBeCloseTo(-(1 - Math.exp(-1)) / (1 - Math.exp(-0.01)), 2);
    expect(outcome(model, 'netRevenue')).toBe(-100);
  });

  it('is net revenue where money keeps its worth', () => {
    expect(outcome(played(costly({ value: { discount: 0 } })), 'presentValue')).toBe(-100);
  });
});

describe('the payback day', () => {
  it.each([
    ['never below', [0, 1, 2], Number.NaN],
    ['never above', [-1, 0, 0], Number.NaN],
    ['at once', [-1, 1, 5], 2],
    ['after a relapse', [-2, 3, -2, 0, 1, 4], 5],
  ] as const)('%s', (_, cents, day) => expect(paybackOf(cents)).toBe(day));

  it('counts only what concerns newcomers', () => {
    // Ten founders buy, nobody joins.
    const model = played({
      horizon: '60 days',
      community: { members: 50 },
      people: { visits: '100%', needs: 30 },
      buy: { chance: '100%' },
    });
    expect(outcome(model, 'netRevenue')).toBeGreaterThan(0);
    expect(sum(model.ledger.newcomers)).toBe(0);
    expect(outcome(model, 'payback')).toBeNaN();
  });
});

describe('the worth of newcomers', () => {
  const bought = played({
    horizon: '200 days',
    community: { members: 100, prospects: 2000 },
    people: { visits: '100%', needs: 10 },
    join: { innovation: '0.1 per year', brings: '0.002 per day' },
    buy: { chance: '100%' },
    leave: constantExit(0.01),
    tactics: { acquisition: { arrivals: 2, cost: 20 }, coupons: { rate: '1 per month', cost: 0.3 } },
  });
  const { ledger, people, record } = bought;

  it('is what the ledger has of each channel, and all channels make up the net revenue', () => {
    expect(Math.abs(sum(ledger.channels.booked) / 100 - outcome(bought, 'netRevenue'))).toBeLessThan(0.2);
    const came = (channel: number) =>
      [...record.joined.subarray(0, record.joinedCount)].filter((p) => people.channel[p] === channel).length;
    for (const [name, channel] of [
      ['worthOrganic', Channel.organic],
      ['worthInvited', Channel.invited],
      ['worthPaid', Channel.paid],
    ] as const)
      expect(outcome(bought, name) * came(channel)).toBeCloseTo(ledger.channels.booked[channel] / 100, 6);
  });

  it('is what newcomers brought day by day', () => {
    const newcomers = sum(ledger.channels.booked.subarray(1));
    expect(sum(ledger.newcomers)).toBe(newcomers);
  });

  it('counts the price of those who were bought, which is what one costs', () => {
    expect(outcome(bought, 'priceOfPaid')).toBe(20);
    expect(outcome(bought, 'worthPaid')).toBeLessThan(outcome(bought, 'worthInvited') - 10);
  });

  it('leaves revenue less costs', () => {
    const net = outcome(bought, 'netRevenue');
    expect(outcome(bought, 'revenue') - outcome(bought, 'costs')).toBeCloseTo(net, 6);
    const spent = sum(
      (['couponCost', 'discountCost', 'acquisitionCost'] as const).map((name) =>
        sum(ledger.byDay[AccountIndex[name]]),
      ),
    );
    expect(outcome(bought, 'spending')).toBeCloseTo(spent / 100, 9);
    // It is a comparison's: one arm alone brings nothing beyond itself.
    expect(outcome(bought, 'returnOnSpending')).toBeNaN();
    expect(accounts.filter((_, i) => earns[i])).toEqual(expect.arrayContaining(['adRevenue', 'sales']));
    const mean = sum(record.daily.members) / 200;
    expect(outcome(bought, 'netPerMember')).toBeCloseTo(net / mean, 9);
  });
});
