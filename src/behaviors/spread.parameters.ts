import { assumed } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';

const chosenByScenario = { en: 'Chosen by the scenario.', 'zh-CN': '由情景设定。' };

export const spreadParameters = {
  starters: {
    label: { en: 'Starters', 'zh-CN': '起始人数' },
    kind: 'count',
    unit: 'people',
    default: 0,
    range: [1, 50],
    min: 0,
    max: 5_000_000,
    chosen: true,
    known: 'assumption',
    source: chosenByScenario,
    about: {
      en: 'Members who have it on day 0 (a challenge, a custom, a rumor); 0 is off.',
      'zh-CN': '第 0 天已染上它（一项挑战、一种习惯或一则传言）的成员数；0 为关闭。',
    },
  },
  among: {
    label: { en: 'Caught from', 'zh-CN': '传播范围' },
    kind: 'choice',
    unit: 'people',
    default: 0,
    range: [0, 0],
    chosen: true,
    known: 'assumption',
    options: ['friends', 'everybody'],
    optionLabels: [
      { en: 'Friends', 'zh-CN': '好友' },
      { en: 'Everybody', 'zh-CN': '所有人' },
    ],
    source: chosenByScenario,
    about: {
      en: 'Whether members catch it from friends here, or from any member alike.',
      'zh-CN': '成员只从这里的好友处染上，还是从任何成员处都同样可能染上。',
    },
  },
  chance: {
    label: { en: 'Chance per friend', 'zh-CN': '每位好友的传染概率' },
    kind: 'chance',
    unit: 'chance',
    default: 0.1,
    range: [0.02, 0.4],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: what spreads inside a community differs too much for one published figure.',
      'zh-CN': '假设：社群内流传的内容差别太大，没有一个公认的数值。',
    },
    about: {
      en: 'Among friends: chance that somebody passes it to one friend who lacks it, over the whole time that they spread it.',
      'zh-CN': '在好友之间：在整个传播期内，把它传给一位尚未染上的好友的概率。',
    },
  },
  contacts: {
    label: { en: 'People passed to', 'zh-CN': '人均传给人数' },
    kind: 'positive',
    unit: 'people',
    default: 1.5,
    range: [0.7, 3],
    min: 0,
    max: 5_000_000,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption; the 98 largest Facebook cascades had about 1.8 (Cheng et al. 2018), chosen by their success.',
      'zh-CN': '假设；Facebook 最大的 98 个级联约为 1.8（Cheng et al. 2018），但它们是按成功与否挑出的。',
    },
    about: {
      en: 'Among everybody: mean number of members to whom one would pass it, over the whole time, if nobody else had it (R0).',
      'zh-CN': '在所有人之间：假如其他人都没有，一人在整个传播期内平均会传给多少成员（R0）。',
    },
  },
  period: {
    label: { en: 'Time of spreading', 'zh-CN': '传播期' },
    kind: 'days',
    unit: 'days',
    default: 7,
    range: [2, 21],
    min: 1,
    max: 30_000,
    ...assumed,
    about: {
      en: 'How many days somebody spreads it, from the day after they caught it.',
      'zh-CN': '从染上的次日起，一个人会传播多少天。',
    },
  },
  length: {
    label: { en: 'Law of that time', 'zh-CN': '传播期分布' },
    kind: 'choice',
    unit: 'law',
    default: 0,
    range: [0, 0],
    chosen: true,
    known: 'assumption',
    options: ['fixed', 'geometric'],
    optionLabels: [
      { en: 'Fixed', 'zh-CN': '固定' },
      { en: 'Geometric', 'zh-CN': '几何分布' },
    ],
    source: chosenByScenario,
    about: {
      en: 'Whether everybody spreads it equally long, or stops on any day with the same chance.',
      'zh-CN': '每个人传播同样久，还是每天以相同概率停止。',
    },
  },
  threshold: {
    label: { en: 'Share of friends that convinces', 'zh-CN': '跟随所需的好友比例' },
    kind: 'share',
    unit: 'share',
    default: 0,
    range: [0.1, 0.4],
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Watts 2002 (PNAS 99:5766) for the rule; its size is chosen by the scenario.',
      'zh-CN': '规则见 Watts 2002（PNAS 99:5766）；数值由情景设定。',
    },
    about: {
      en: 'A member takes it up for sure once this share of their friends has; 0 is off.',
      'zh-CN': '好友中有这么大比例已有它时，成员必定跟随；0 为关闭。',
    },
  },
  enough: {
    label: { en: 'Friends that convince', 'zh-CN': '跟随所需的好友数' },
    kind: 'count',
    unit: 'people',
    default: 0,
    range: [1, 5],
    min: 0,
    max: 65_535,
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Granovetter 1978 (AJS 83:1420) for the rule; its size is chosen by the scenario.',
      'zh-CN': '规则见 Granovetter 1978（AJS 83:1420）；数值由情景设定。',
    },
    about: {
      en: 'A member takes it up for sure once so many of their friends have; with the share above, once both hold; 0 is off.',
      'zh-CN': '好友中有这么多人已有它时，成员必定跟随；若同时设了上面的比例，则须两者都满足；0 为关闭。',
    },
  },
} as const satisfies Section;
export type SpreadValues = Values<typeof spreadParameters>;
