import { payEach } from '../metrics/budget.ts';
import { micros } from '../metrics/ledger.ts';
import { byOperator, isFor } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const onboardingParameters = {
  introduction: {
    label: { en: 'Introduction', 'zh-CN': '玩法介绍' },
    kind: 'chance',
    unit: 'chance',
    default: 0.8,
    range: [0.6, 0.95],
    ...byOperator,
    about: {
      en: 'Chance with the programme that a newcomer learns on the first day what is done here.',
      'zh-CN': '有迎新计划时，新成员在第一天弄清楚这里做什么的概率。',
    },
  },
  benefits: {
    label: { en: 'Welcome benefits', 'zh-CN': '入群好处' },
    kind: 'chance',
    unit: 'chance',
    default: 0.7,
    range: [0.4, 0.9],
    ...byOperator,
    about: {
      en: 'Chance with the programme that a newcomer gets something of use on the first day.',
      'zh-CN': '有迎新计划时，新成员在第一天得到有用之物的概率。',
    },
  },
  icebreaker: {
    label: { en: 'Icebreaker', 'zh-CN': '破冰' },
    kind: 'chance',
    unit: 'chance',
    default: 0.6,
    range: [0.3, 0.85],
    ...byOperator,
    about: {
      en: 'Chance with the programme that a newcomer meets somebody on the first day.',
      'zh-CN': '有迎新计划时，新成员在第一天结识他人的概率。',
    },
  },
  buddy: {
    label: { en: 'Buddy', 'zh-CN': '老成员结对' },
    kind: 'chance',
    unit: 'chance',
    default: 0,
    range: [0, 0.9],
    ...byOperator,
    about: {
      en: 'Chance that a newcomer gets a member whom they could know as a buddy: one friend more, who answers their first post.',
      'zh-CN': '为新成员配一位可能认识的老成员结对的概率：多一位好友，并回复其首帖。',
    },
  },
  replies: {
    label: { en: 'Staff replies', 'zh-CN': '运营回复' },
    kind: 'chance',
    unit: 'chance',
    default: 0.8,
    range: [0.4, 0.95],
    ...byOperator,
    about: {
      en: 'Chance that staff answer a first post which members left unanswered.',
      'zh-CN': '成员未回复的首帖由运营人员回复的概率。',
    },
  },
  cost: {
    label: { en: 'Cost per newcomer', 'zh-CN': '每位新成员成本' },
    kind: 'money',
    unit: 'currency per newcomer',
    default: 6,
    range: [2, 20],
    min: 0,
    max: 1e6,
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the operator: some minutes of staff and a small gift.',
      'zh-CN': '由运营方设定：几分钟人工和一份小礼物。',
    },
    about: {
      en: 'Cost of taking one newcomer through the first day.',
      'zh-CN': '带一位新成员走完第一天的成本。',
    },
  },
} as const satisfies Section;
export type OnboardingValues = Values<typeof onboardingParameters>;

/** An onboarding programme: newcomers are taken through their first day. What it changes: behaviors/onboard.ts. */
export const onboarding: Tactic<typeof onboardingParameters> = {
  name: 'onboarding',
  label: { en: 'Onboarding programme', 'zh-CN': '迎新计划' },
  about: {
    en: 'A programme that takes newcomers through their first day: introduction, benefits, icebreaker, replies.',
    'zh-CN': '带新成员走完第一天的计划：介绍、好处、破冰、回复。',
  },
  parameters: onboardingParameters,
  acts: {
    onboard(model, tactic, day) {
      const { introduction, benefits, icebreaker, buddy, replies, cost } = tactic.values;
      const meant = model.today.newcomers.filter((p) => isFor(tactic.audience, p));
      const served = payEach(model, tactic, 'onboardingCost', meant, micros(cost), day);
      model.offers.programmes.push({
        introduction,
        benefits,
        icebreaker,
        buddy,
        replies,
        served: new Set(served),
      });
    },
  },
};
