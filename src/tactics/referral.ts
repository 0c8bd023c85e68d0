import { rewarded } from '../behaviors/refer.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import { micros } from '../metrics/ledger.ts';
import { byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const referralParameters = {
  reward: {
    label: { en: 'Reward to the inviter', 'zh-CN': '邀请人奖励' },
    kind: 'money',
    unit: 'currency per newcomer',
    default: 10,
    range: [0, 50],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Paid to the inviter for each invited person who joins; 0 is none.',
      'zh-CN': '每有一位受邀者加入，付给邀请人的奖励；0 表示没有。',
    },
  },
  gift: {
    label: { en: 'Gift to the invited', 'zh-CN': '新人礼' },
    kind: 'money',
    unit: 'currency per newcomer',
    default: 10,
    range: [0, 50],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Given to the invited person who joins; 0 makes the programme one-sided.',
      'zh-CN': '新人受邀加入时送出的礼品价值；0 表示只奖励邀请人一方。',
    },
  },
  quota: {
    label: { en: 'Invitations a month', 'zh-CN': '每月邀请名额' },
    kind: 'count',
    unit: 'invitations',
    default: 0,
    range: [1, 20],
    min: 0,
    max: 10_000,
    ...byOperator,
    about: {
      en: 'Most invitations of one member in a month that the programme rewards; 0 is no limit.',
      'zh-CN': '一名成员每月至多有多少次邀请计入奖励；0 表示不限。',
    },
  },
} as const satisfies Section;
export type ReferralValues = Values<typeof referralParameters>;

/**
 * A referral programme: whoever invites, and whoever is invited, gets something once the invited joins.
 *
 *   cost = (reward + gift) x those who joined on a rewarded invitation
 *
 * The audience are the inviters. An invitation of today keeps its promise tomorrow, whatever ends today. What people make of
 * it: behaviors/refer.ts.
 */
export const referral: Tactic<typeof referralParameters> = {
  name: 'referral',
  label: { en: 'Referral programme', 'zh-CN': '老带新奖励' },
  about: {
    en: 'Rewards for invitations that are accepted: to the inviter, to the invited, or to both.',
    'zh-CN': '邀请被接受后的奖励：给邀请人、给受邀者，或双方都有。',
  },
  parameters: referralParameters,
  acts: {
    share(model, { name, audience, schedule, values }, day) {
      const { reward, gift, quota } = values;
      const { invites, accepts, half } = model.parameters.referralResponse;
      const month = Math.floor((day - schedule.begunOn) / MONTH_DAYS);
      let invited = model.invited.get(name);
      if (invited?.month !== month) {
        invited = { month, used: new Map() };
        model.invited.set(name, invited);
      }
      model.offers.referrals.push({
        name,
        audience,
        schedule,
        inviting: rewarded(invites, reward, half),
        accepting: rewarded(accepts, gift, half),
        micro: micros(reward) + micros(gift),
        quota,
        used: invited.used,
      });
    },
  },
};
