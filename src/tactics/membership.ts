import { micros } from '../metrics/ledger.ts';
import { byOperator, MAX_DAYS } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const membershipParameters = {
  fee: {
    label: { en: 'Fee', 'zh-CN': '会费' },
    kind: 'money',
    unit: 'currency per period',
    default: 30,
    range: [10, 100],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: { en: 'Paid by a member for one period.', 'zh-CN': '会员每期支付的费用。' },
  },
  period: {
    label: { en: 'Period', 'zh-CN': '会员期' },
    kind: 'days',
    unit: 'days',
    default: 30,
    range: [30, 365],
    min: 1,
    max: MAX_DAYS,
    ...byOperator,
    about: { en: 'Days that one fee pays for.', 'zh-CN': '一次会费可用的天数。' },
  },
  trial: {
    label: { en: 'Free trial', 'zh-CN': '免费试用期' },
    kind: 'days',
    unit: 'days',
    default: 0,
    range: [7, 30],
    min: 0,
    max: MAX_DAYS,
    ...byOperator,
    about: {
      en: 'Days that a first membership is free; 0 is none. On trial people have the perks, not yet the discount.',
      'zh-CN': '首次开通可免费使用的天数；0 表示没有试用。试用期内享有权益，但不享会员价。',
    },
  },
  discount: {
    label: { en: 'Discount for members', 'zh-CN': '会员折扣' },
    kind: 'share',
    unit: 'share',
    default: 0.1,
    range: [0, 0.2],
    ...byOperator,
    about: {
      en: 'Part of the price of every order that is off while a paid membership runs.',
      'zh-CN': '付费会员有效期内每笔订单减免的价格比例。',
    },
  },
  adFree: {
    label: { en: 'No ads for members', 'zh-CN': '会员免广告' },
    kind: 'switch',
    unit: 'on or off',
    default: 1,
    range: [1, 1],
    ...byOperator,
    about: {
      en: 'Whether people with a membership are shown no ads.',
      'zh-CN': '持有会员的人是否不再看到广告。',
    },
  },
  cost: {
    label: { en: 'Cost of benefits', 'zh-CN': '权益成本' },
    kind: 'money',
    unit: 'currency per period',
    default: 8,
    range: [0, 30],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'What the benefits of one paid period cost, beside discounts.',
      'zh-CN': '一期付费会员的权益成本，不含折扣。',
    },
  },
} as const satisfies Section;
export type MembershipValues = Values<typeof membershipParameters>;

/**
 * A paid membership: a fee for each period, for perks, a discount and no ads.
 *
 * Its aim and its rounds settle to whom it is offered; who holds one may renew until it ends. Who takes it, and what it does: behaviors/subscribe.ts.
 */
export const membership: Tactic<typeof membershipParameters> = {
  name: 'membership',
  label: { en: 'Paid membership', 'zh-CN': '付费会员' },
  about: {
    en: 'A paid membership: a fee for each period, for perks, a discount and no ads.',
    'zh-CN': '付费会员：按期缴费，享受权益、会员价和免广告。',
  },
  parameters: membershipParameters,
  acts: {
    engage({ offers }, { name, audience, schedule, values }) {
      offers.memberships.push({
        name,
        audience,
        schedule,
        fee: values.fee,
        feeMicros: micros(values.fee),
        benefits: micros(values.cost),
        period: Math.round(values.period),
        trial: Math.round(values.trial),
        discount: values.discount,
        adFree: values.adFree === 1,
      });
    },
  },
};
