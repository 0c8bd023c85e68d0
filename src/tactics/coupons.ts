import { giveCoupon } from '../behaviors/coupon-response.ts';
import { noteCoupon } from '../behaviors/discount.ts';
import { payEach } from '../metrics/budget.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import { micros } from '../metrics/ledger.ts';
import { byOperator, isFor } from '../population/audience.ts';
import { type People, Status } from '../population/people.ts';
import { draw, threshold } from '../random/draw.ts';
import { chanceFromRate } from '../random/rates.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const couponsParameters = {
  rate: {
    label: { en: 'Coupons per member', 'zh-CN': '发券频率' },
    kind: 'rate',
    unit: 'per day',
    default: 0.1 / MONTH_DAYS,
    range: [0.05 / MONTH_DAYS, 0.4 / MONTH_DAYS],
    min: 0,
    max: 10,
    ...byOperator,
    about: {
      en: 'How often a member whom coupons are for gets one.',
      'zh-CN': '优惠券面向的成员多久收到一张。',
    },
  },
  depth: {
    label: { en: 'Discount depth', 'zh-CN': '折扣力度' },
    kind: 'share',
    unit: 'share',
    default: 0.2,
    range: [0.05, 0.5],
    ...byOperator,
    about: { en: 'Part of the price that a coupon takes off.', 'zh-CN': '优惠券减免的价格比例。' },
  },
  whom: {
    label: { en: 'Who gets coupons', 'zh-CN': '发券对象' },
    kind: 'choice',
    unit: 'people',
    default: 0,
    range: [0, 0],
    chosen: true,
    known: 'assumption',
    options: ['all', 'active', 'lurkers', 'dormant', 'newcomers'],
    optionLabels: [
      { en: 'All members', 'zh-CN': '全体成员' },
      { en: 'Active members', 'zh-CN': '活跃成员' },
      { en: 'Lurkers', 'zh-CN': '潜水成员' },
      { en: 'Dormant members', 'zh-CN': '沉默成员' },
      { en: 'Newcomers', 'zh-CN': '新成员' },
    ],
    source: { en: 'Chosen by the operator.', 'zh-CN': '由运营方设定。' },
    about: {
      en: 'Whom coupons are for: all members; active (came in the last week); lurkers (members who have not for a month written or bought); dormant, who find it only when they are back (to win them back use recall); newcomers (first 30 days).',
      'zh-CN':
        '优惠券面向谁：全体成员；活跃成员（上周来过）；潜水成员（一个月内既未发帖也未下单）；沉默成员（回来后才会看到，要召回请用 recall）；新成员（前 30 天）。',
    },
  },
  validity: {
    label: { en: 'Validity', 'zh-CN': '有效期' },
    kind: 'days',
    unit: 'days',
    default: 14,
    range: [3, 60],
    min: 1,
    max: 3650,
    ...byOperator,
    about: {
      en: 'Days that a coupon can be used, the day it was given included.',
      'zh-CN': '优惠券可使用的天数，含发放当天。',
    },
  },
  cost: {
    label: { en: 'Cost per coupon', 'zh-CN': '单张成本' },
    kind: 'money',
    unit: 'currency per coupon',
    default: 0.05,
    range: [0, 0.2],
    min: 0,
    max: 1e6,
    chosen: true,
    known: 'assumption',
    source: { en: 'Chosen by the operator: a message sent.', 'zh-CN': '由运营方设定：发送一条消息。' },
    about: { en: 'Cost of handing out one coupon.', 'zh-CN': '发放一张优惠券的成本。' },
  },
} as const satisfies Section;
export type CouponsValues = Values<typeof couponsParameters>;

/** Days without a post or an order after which a member counts as a lurker, and days that a newcomer is one. */
const QUIET_DAYS = 30;
const ACTIVE_DAYS = 7;

/** Whether somebody is of those whom coupons are for. Places of `whom.options`. */
const among: readonly ((people: People, p: number, day: number) => boolean)[] = [
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
  label: { en: 'Coupons', 'zh-CN': '优惠券' },
  about: {
    en: 'Coupons: a part off the price of one order, for some time, handed out at a steady rate.',
    'zh-CN': '优惠券：按稳定频率发放，在一段时间内减免一笔订单的部分价格。',
  },
  parameters: couponsParameters,
  acts: {
    offer(model, tactic, day) {
      const { name, values } = tactic;
      const { people, tally } = model;
      const { depth, cost } = values;
      const validity = Math.round(values.validity);
      const whom = among[values.whom];
      const bound = threshold(chanceFromRate(values.rate));
      const micro = micros(cost);
      const { a, b } = model.stream(`coupons:${name}`).on(day);
      const lucky: number[] = [];
      for (let p = 0; p < people.count; p++)
        if (draw(a, b, people.key[p]) < bound && whom(people, p, day) && isFor(tactic.audience, p))
          lucky.push(p);
      for (const p of payEach(model, tactic, 'couponCost', lucky, micro, day)) {
        giveCoupon(people, p, day, depth, validity);
        noteCoupon(model, p, tactic.schedule);
        tally.couponsGiven++;
      }
    },
  },
};
