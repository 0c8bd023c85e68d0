import { assumed } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';

export const membershipResponseParameters = {
  subscribe: {
    label: { en: 'Takes a membership', 'zh-CN': '开通会员的概率' },
    kind: 'chance',
    unit: 'chance per visit',
    default: 0.0004,
    range: [0.00013, 0.0012],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption, set so that about 3 % of members pay after a year: practitioners name 1 to 5 % of users for free services with a paid tier (Last.fm about 1 %).',
      'zh-CN':
        '假设，取值使一年后约 3% 的成员付费：业界称免费服务的付费比例通常为 1% 至 5%（Last.fm 约 1%）。',
    },
    about: {
      en: 'Chance a visit that a member of ordinary satisfaction and trust takes a membership at the usual fee.',
      'zh-CN': '满意度与信任一般的成员，在通常会费下一次访问中开通会员的概率。',
    },
  },
  usual: {
    label: { en: 'Usual fee', 'zh-CN': '通常会费' },
    kind: 'money',
    unit: 'currency per month',
    default: 30,
    range: [15, 60],
    min: 0.01,
    max: 1e6,
    ...assumed,
    about: {
      en: 'Fee a month that people are used to: at twice as much, 37 % as many take a membership.',
      'zh-CN': '人们习惯的每月会费：贵一倍时，开通的人降至 37%。',
    },
  },
  pull: {
    label: { en: 'Pull of regard', 'zh-CN': '好感的作用' },
    kind: 'positive',
    unit: 'log-odds',
    default: 2,
    range: [1, 3],
    min: 0,
    max: 20,
    ...assumed,
    about: {
      en: 'Log-odds of taking and of renewing a membership that full satisfaction adds over none, and full trust too.',
      'zh-CN': '完全满意相对毫不满意所增加的开通与续费对数优势；信任亦然。',
    },
  },
  trials: {
    label: { en: 'Pull of a trial', 'zh-CN': '试用的吸引力' },
    kind: 'positive',
    unit: 'times',
    default: 4,
    range: [2, 8],
    min: 0,
    max: 1000,
    ...assumed,
    about: {
      en: 'How many times as many take a membership when it begins with a free trial.',
      'zh-CN': '可先免费试用时，开通会员的人是原来的多少倍。',
    },
  },
  converts: {
    label: { en: 'Stays after the trial', 'zh-CN': '试用后转付费' },
    kind: 'chance',
    unit: 'chance',
    default: 0.4,
    range: [0.2, 0.6],
    ...assumed,
    about: {
      en: 'Chance that somebody of ordinary satisfaction and trust who came today pays when the trial ends.',
      'zh-CN': '满意度与信任一般、当天到访的试用者，在试用结束时付费的概率。',
    },
  },
  renews: {
    label: { en: 'Renewal', 'zh-CN': '续费率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.85,
    range: [0.7, 0.95],
    ...assumed,
    about: {
      en: 'Chance that somebody of ordinary satisfaction and trust who came today renews at the end of a period.',
      'zh-CN': '满意度与信任一般、当天到访的会员，在一期结束时续费的概率。',
    },
  },
  unused: {
    label: { en: 'Unused membership', 'zh-CN': '闲置的影响' },
    kind: 'positive',
    unit: 'log-odds',
    default: 2,
    range: [1, 4],
    min: 0,
    max: 50,
    ...assumed,
    about: {
      en: 'Log-odds of renewing that are lost by somebody who has long not come.',
      'zh-CN': '久未到访者续费时损失的对数优势。',
    },
  },
  fade: {
    label: { en: 'Fading of commitment', 'zh-CN': '投入感消退' },
    kind: 'days',
    unit: 'days',
    default: 14,
    range: [7, 30],
    min: 0.01,
    max: 36_500,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption. Sign: Iyengar, Park and Yu 2022 (JMR 59(6):1101-1119): part of what a paid programme adds is sunk cost.',
      'zh-CN':
        '假设。方向：Iyengar et al. 2022（JMR 59(6):1101-1119）：付费会员带来的增量有一部分来自沉没成本。',
    },
    about: {
      en: 'Days without a visit in which commitment to a paid membership falls to 37 %.',
      'zh-CN': '不到访多少天后，对付费会员的投入感降至 37%。',
    },
  },
  commitment: {
    label: { en: 'Commitment', 'zh-CN': '会员投入感' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.35,
    range: [0.15, 0.65],
    min: 0,
    max: 20,
    chosen: false,
    known: 'published',
    source: {
      en: 'Iyengar, Park and Yu 2022 (JMR 59(6):1101-1119): two thirds of what a paid programme adds to buying is not economic. Computed so at 10 % off.',
      'zh-CN':
        'Iyengar et al. 2022（JMR 59(6):1101-1119）：付费会员计划带来的购买增量有三分之二并非出于实惠。取值使九折时符合这一比例（推算）。',
    },
    about: {
      en: 'Log-odds of an order that having paid for a membership in full use adds, whatever it takes off prices.',
      'zh-CN': '付费且经常使用会员所增加的下单对数优势，与会员价无关。',
    },
  },
} as const satisfies Section;
export type MembershipResponseValues = Values<typeof membershipResponseParameters>;
