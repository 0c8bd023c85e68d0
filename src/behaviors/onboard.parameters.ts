import { assumed } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';

export const onboardParameters = {
  introduction: {
    label: { en: 'Introduced on day one', 'zh-CN': '首日了解玩法' },
    kind: 'chance',
    unit: 'chance',
    default: 0.35,
    range: [0.2, 0.55],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: without a programme a third learn what is done here on their first day.',
      'zh-CN': '假设：没有迎新计划时，三分之一的人在第一天弄清楚这里做什么。',
    },
    about: {
      en: 'Chance that a newcomer learns on the first day what is done here.',
      'zh-CN': '新成员在第一天弄清楚这里做什么的概率。',
    },
  },
  benefits: {
    label: { en: 'Benefits on day one', 'zh-CN': '首日获得好处' },
    kind: 'chance',
    unit: 'chance',
    default: 0.3,
    range: [0.15, 0.5],
    chosen: false,
    known: 'assumption',
    source: { en: 'Assumption, as onboard.introduction.', 'zh-CN': '假设，同 onboard.introduction。' },
    about: {
      en: 'Chance that a newcomer gets something of use on the first day.',
      'zh-CN': '新成员在第一天得到有用之物的概率。',
    },
  },
  icebreaker: {
    label: { en: 'Meets someone on day one', 'zh-CN': '首日结识他人' },
    kind: 'chance',
    unit: 'chance',
    default: 0.2,
    range: [0.1, 0.35],
    chosen: false,
    known: 'assumption',
    source: { en: 'Assumption, as onboard.introduction.', 'zh-CN': '假设，同 onboard.introduction。' },
    about: {
      en: 'Chance that a newcomer meets somebody on the first day.',
      'zh-CN': '新成员在第一天结识他人的概率。',
    },
  },
  meets: {
    label: { en: 'Ties per icebreaker', 'zh-CN': '破冰结识人数' },
    kind: 'count',
    unit: 'people',
    default: 2,
    range: [1, 4],
    min: 0,
    max: 100,
    ...assumed,
    about: {
      en: 'Ties that an icebreaker wakes, where the newcomer has that many here.',
      'zh-CN': '一次破冰唤醒的关系数，以新成员在这里已有的潜在关系为限。',
    },
  },
  lift: {
    label: { en: 'Lift of a good first day', 'zh-CN': '首日步骤的提升' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.35,
    range: [0.15, 0.7],
    min: 0,
    max: 10,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: the whole difference seen between newcomers who did and did not complete a step; how much of it is an effect is onboard.causal.',
      'zh-CN':
        '假设：完成与未完成某一步骤的新成员之间可见的全部差异；其中多少是真实效果，见 onboard.causal。',
    },
    about: {
      en: 'Log-odds of falling silent that a completed first-day step takes away, where it has an effect at all (onboard.causal).',
      'zh-CN': '完成一个首日步骤所降低的沉默对数优势，前提是它确有效果（onboard.causal）。',
    },
  },
  causal: {
    label: { en: 'How much is effect', 'zh-CN': '因果占比' },
    kind: 'share',
    unit: 'share',
    default: 0.5,
    range: [0.1, 0.9],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption over nearly the whole range: first days predict later ones (Qiu et al. 2016; Adjust 2023), but heterogeneity alone gives the same curve.',
      'zh-CN':
        '假设，几乎覆盖整个区间：首日表现能预测后续（Qiu et al. 2016；Adjust 2023），但仅凭个体差异也会得到同样的曲线。',
    },
    about: {
      en: 'How much of what goes with a good first day is its effect; the rest is that people who stay anyway do more on it.',
      'zh-CN': '与良好首日相伴的差异中有多少是它的效果；其余是因为本来就会留下的人首日做得更多。',
    },
  },
  firstPost: {
    label: { en: 'First-day post', 'zh-CN': '首日发帖' },
    kind: 'chance',
    unit: 'chance',
    default: 0.25,
    range: [0.12, 0.45],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: a quarter ever post (van Mierlo 2014); asking newcomers to say hello moves it forward.',
      'zh-CN': '假设：四分之一的人曾经发帖（van Mierlo 2014）；请新成员打招呼会让发帖提前。',
    },
    about: { en: 'Chance that a newcomer posts on the first day.', 'zh-CN': '新成员在第一天发帖的概率。' },
  },
  reply: {
    label: { en: 'First post answered', 'zh-CN': '首帖有人回复' },
    kind: 'chance',
    unit: 'chance',
    default: 0.61,
    range: [0.5, 0.72],
    chosen: false,
    known: 'published',
    source: { en: 'Joyce and Kraut 2006 (JCMC 11(3)): 61 % of 2,777 newcomers got a reply.' },
    about: {
      en: "Chance that members answer a newcomer's first post.",
      'zh-CN': '成员回复新成员首帖的概率。',
    },
  },
  again: {
    label: { en: 'Posts again, unanswered', 'zh-CN': '无回复仍再发帖' },
    kind: 'chance',
    unit: 'chance',
    default: 0.44,
    range: [0.38, 0.5],
    chosen: false,
    known: 'published',
    source: { en: 'Joyce and Kraut 2006: 44 % post again without a reply.' },
    about: {
      en: 'Chance that a newcomer whose first post stayed unanswered posts again.',
      'zh-CN': '首帖无人回复的新成员再次发帖的概率。',
    },
  },
  againReplied: {
    label: { en: 'Posts again, answered', 'zh-CN': '有回复后再发帖' },
    kind: 'chance',
    unit: 'chance',
    default: 0.56,
    range: [0.5, 0.62],
    chosen: false,
    known: 'published',
    source: {
      en: 'Joyce and Kraut 2006: 56 % post again after a reply; tone and quality of the reply do not matter.',
    },
    about: {
      en: 'Chance that a newcomer whose first post was answered posts again.',
      'zh-CN': '首帖得到回复的新成员再次发帖的概率。',
    },
  },
} as const satisfies Section;
export type OnboardValues = Values<typeof onboardParameters>;
