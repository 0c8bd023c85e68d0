/**
 * What the money of a run comes to: its present value, what newcomers were worth, and when they had paid for themselves.
 *
 *   present value      sum over days of net revenue x exp(-discount x days since day 0)
 *   worth of a channel revenue less all costs that concern those who came by it so far, each of them counted alike
 *   payback            the first evening from which on what newcomers brought, less all that they cost, is never below 0 again
 *   spending           all costs but those of goods, which follow from selling: what the operator decides on, discounts included
 */
import type { Model } from '../engine/model.ts';
import { Channel } from '../population/people.ts';
import { exp } from '../random/math.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import { YEAR_DAYS } from './calendar.ts';
import { accounts, earns } from './ledger.ts';

export const valueParameters = {
  discount: {
    label: { en: 'Discount rate', 'zh-CN': '折现率' },
    kind: 'rate',
    unit: 'per day',
    default: 0.08 / YEAR_DAYS,
    range: [0.03 / YEAR_DAYS, 0.15 / YEAR_DAYS],
    min: 0,
    max: 10,
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the scenario: what money could earn elsewhere; 8 % a year is a usual hurdle.',
      'zh-CN': '由情景设定：资金在别处可得的回报；每年 8% 是常用门槛。',
    },
    about: {
      en: 'Rate at which later money counts for less in the net present value.',
      'zh-CN': '计算净现值时，较晚的钱按此速率折减。',
    },
  },
} as const satisfies Section;
export type ValueValues = Values<typeof valueParameters>;

/** A part of a whole; NaN where there is no whole. */
export const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN);

/** The metrics of money that are read off at the end of a run. [currency, days, times] */
export function worthOf({ ledger, parameters, people, record, days }: Model): Record<string, number> {
  const { segments, booked } = ledger;
  const total = (keeps: (name: string, i: number) => boolean): number => {
    let cents = 0;
    for (const [i, name] of accounts.entries())
      if (keeps(name, i)) for (let s = 0; s < segments; s++) cents += booked[i * segments + s];
    return cents / 100;
  };
  const revenue = total((_, i) => earns[i]);
  const costs = total((_, i) => !earns[i]);
  const came = new Float64Array(ledger.channels.booked.length);
  for (let i = 0; i < record.joinedCount; i++) came[people.channel[record.joined[i]]]++;
  const worth = (channel: number): number => ratio(ledger.channels.booked[channel] / 100, came[channel]);
  let present = 0;
  let memberDays = 0;
  for (let day = 0; day < days; day++) {
    present += record.daily.netRevenue[day] * exp(-parameters.value.discount * day);
    memberDays += record.daily.members[day];
  }
  return {
    revenue,
    costs,
    spending: total((name, i) => !earns[i] && name !== 'goodsCost'),
    presentValue: Math.round(present * 100) / 100,
    netPerMember: ratio(revenue - costs, memberDays / days),
    priceOfPaid: ratio(
      total((name) => name === 'acquisitionCost'),
      came[Channel.paid],
    ),
    worthOrganic: worth(Channel.organic),
    worthInvited: worth(Channel.invited),
    worthPaid: worth(Channel.paid),
    payback: paybackOf(ledger.newcomers),
  };
}

/** The number of the first evening, from 1, from which on the running sum is never below 0; NaN where it never was below or still is. */
export function paybackOf(cents: ArrayLike<number>): number {
  let sum = 0;
  let lastBelow = -1;
  for (let day = 0; day < cents.length; day++) {
    sum += cents[day];
    if (sum < 0) lastBelow = day;
  }
  return lastBelow < 0 || lastBelow === cents.length - 1 ? Number.NaN : lastBelow + 2;
}
