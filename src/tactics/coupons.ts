import { giveCoupon } from '../behaviors/coupon-response.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import { AccountIndex, book, micros } from '../metrics/ledger.ts';
import { type People, Status } from '../population/people.ts';
import { draw, threshold } from '../random/draw.ts';
import { chanceFromRate } from '../random/rates.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const couponsParameters = {
  rate: {
    kind: 'rate',
    unit: 'per day',
    default: 0.1 / MONTH_DAYS,
    range: [0.05 / MONTH_DAYS, 0.4 / MONTH_DAYS],
    min: 0,
    max: 10,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: 'How often a member whom coupons are for gets one.',
  },
  depth: {
    kind: 'share',
    unit: 'share',
    default: 0.2,
    range: [0.05, 0.5],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: 'Part of the price that a coupon takes off.',
  },
  whom: {
    kind: 'choice',
    unit: 'people',
    default: 0,
    range: [0, 0],
    chosen: true,
    known: 'assumption',
    options: ['all', 'active', 'lurkers', 'dormant', 'newcomers'],
    source: 'Chosen by the operator.',
    about:
      'Whom coupons are for: all members; active (came in the last week); lurkers (members who have not for a month written or bought); dormant; newcomers (first 30 days).',
  },
  validity: {
    kind: 'days',
    unit: 'days',
    default: 14,
    range: [3, 60],
    min: 1,
    max: 3650,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: 'Days that a coupon can be used, the day it was given included.',
  },
  cost: {
    kind: 'money',
    unit: 'currency per coupon',
    default: 0.05,
    range: [0, 0.2],
    min: 0,
    max: 1e6,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator: a message sent.',
    about: 'Cost of handing out one coupon.',
  },
} as const satisfies Section;
export type CouponsValues = Values<typeof couponsParameters>;

/** Days without a post or an order after which a member counts as a lurker, and days that a newcomer is one. */
const QUIET_DAYS = 30;
const ACTIVE_DAYS = 7;

/** Whether coupons are for this person today. Places of `whom.options`. */
const isFor: readonly ((people: People, p: number, day: number) => boolean)[] = [
  ({ status }, p) => status[p] === Status.member,
  ({ status, lastVisitOn }, p, day) => status[p] === Status.member && lastVisitOn[p] > day - ACTIVE_DAYS,
  ({ status, lastPostOn, lastOrderOn }, p, day) =>
    status[p] === Status.member && lastPostOn[p] <= day - QUIET_DAYS && lastOrderOn[p] <= day - QUIET_DAYS,
  ({ status }, p) => status[p] === Status.dormant,
  ({ status, joinedOn }, p, day) => status[p] === Status.member && joinedOn[p] > day - QUIET_DAYS,
];

/**
 * Coupons: a part off the price of one order, handed out at a steady rate.
 *
 *   chance of getting one today = 1 - exp(-rate), for each of those whom they are for
 *
 * What people make of them: behaviors/coupon-response.ts and buy.ts.
 */
export const coupons: Tactic<typeof couponsParameters> = {
  name: 'coupons',
  about: 'Coupons: a part off the price of one order, for some time, handed out at a steady rate.',
  parameters: couponsParameters,
  acts: {
    offer(model, { name, values }, day) {
      const { people, ledger, tally } = model;
      const { depth, cost } = values;
      const validity = Math.round(values.validity);
      const whom = isFor[values.whom];
      const bound = threshold(chanceFromRate(values.rate));
      const micro = micros(cost);
      const { a, b } = model.stream(`coupons:${name}`).on(day);
      for (let p = 0; p < people.count; p++) {
        if (draw(a, b, people.key[p]) >= bound || !whom(people, p, day)) continue;
        giveCoupon(people, p, day, depth, validity);
        book(ledger, AccountIndex.couponCost, people.segment[p], micro);
        tally.couponsGiven++;
      }
    },
  },
};
