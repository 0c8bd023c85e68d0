import type { Section, Values } from '../scenario/parameter.ts';

export const referralResponseParameters = {
  invites: {
    label: { en: 'Rewards and inviting', 'zh-CN': '奖励对邀请的作用' },
    kind: 'positive',
    unit: 'times',
    default: 2,
    range: [0.8, 4],
    min: 0,
    max: 100,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: rewards raise inviting more than they raise accepting; no table with both was found.',
      'zh-CN': '假设：奖励对邀请的提升大于对接受的提升；未找到同时给出两者的数据表。',
    },
    about: {
      en: 'By how many times more a member invites when the reward for it is very large.',
      'zh-CN': '邀请奖励极高时，成员的邀请增加多少倍。',
    },
  },
  accepts: {
    label: { en: 'Rewards and accepting', 'zh-CN': '奖励对接受的作用' },
    kind: 'positive',
    unit: 'times',
    default: 0.5,
    range: [0.2, 1],
    min: 0,
    max: 100,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: below the effect on inviting, since whoever is asked weighs the place itself.',
      'zh-CN': '假设：小于对邀请的作用，因为受邀者看重的是社群本身。',
    },
    about: {
      en: 'By how many times more an invitation pulls when the gift to the invited is very large.',
      'zh-CN': '新人礼价值极高时，邀请的效力增加多少倍。',
    },
  },
  half: {
    label: { en: 'Reward with half effect', 'zh-CN': '半效奖励' },
    kind: 'money',
    unit: 'currency per newcomer',
    default: 20,
    range: [10, 40],
    min: 0.01,
    max: 1e6,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: near the EUR 25 of the programme of Schmitt, Skiera and Van den Bulte 2011.',
      'zh-CN': '假设：接近 Schmitt et al. 2011 所研究计划的 25 欧元。',
    },
    about: {
      en: 'Reward or gift at which half of its largest effect is reached.',
      'zh-CN': '奖励或新人礼达到最大作用一半时的价值。',
    },
  },
} as const satisfies Section;
export type ReferralResponseValues = Values<typeof referralResponseParameters>;
