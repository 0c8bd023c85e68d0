import { assumed } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';

export const tiesParameters = {
  chat: {
    label: { en: 'Looks someone up', 'zh-CN': '主动找人聊天' },
    kind: 'chance',
    unit: 'chance per visit',
    default: 0.5,
    range: [0.3, 0.75],
    ...assumed,
    about: {
      en: 'Chance that a visitor looks up one of the people they could know.',
      'zh-CN': '访客去找一位可能认识的人的概率。',
    },
  },
  wake: {
    label: { en: 'Strangers become friends', 'zh-CN': '结为好友' },
    kind: 'chance',
    unit: 'chance',
    default: 0.15,
    range: [0.05, 0.35],
    ...assumed,
    about: {
      en: 'Chance that two visitors who could know each other, and look each other up, become friends here.',
      'zh-CN': '两位可能相识的访客互相找到对方后，在这里结为好友的概率。',
    },
  },
  closure: {
    label: { en: 'Friends of friends', 'zh-CN': '经好友结识' },
    kind: 'chance',
    unit: 'chance',
    default: 0.1,
    range: [0.03, 0.3],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption; triad closure as such is the best-established rule of tie growth.',
      'zh-CN': '假设；三元闭合本身是关系增长中证据最充分的规律。',
    },
    about: {
      en: "Chance that a chat with a friend wakes a tie with one of that friend's friends.",
      'zh-CN': '与好友聊天时，与其某位好友之间的关系被唤醒的概率。',
    },
  },
  sleep: {
    label: { en: 'Ties fall asleep after', 'zh-CN': '关系沉睡期' },
    kind: 'days',
    unit: 'days',
    default: 90,
    range: [45, 180],
    min: 1,
    max: 3650,
    chosen: false,
    known: 'assumption',
    source: { en: 'Assumption: ties decay without contact.', 'zh-CN': '假设：没有联系，关系就会衰减。' },
    about: {
      en: 'Days without contact after which a tie has fallen asleep.',
      'zh-CN': '多少天没有联系后，一段关系进入沉睡。',
    },
  },
  counted: {
    label: { en: 'Friends that are counted', 'zh-CN': '统计的好友数' },
    kind: 'count',
    unit: 'ties',
    default: 5,
    range: [1, 10],
    min: 0,
    max: 65_535,
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the scenario: it changes nothing but one metric.',
      'zh-CN': '由情景设定：只影响一项指标。',
    },
    about: {
      en: 'Which members the metric "members with that many friends" counts: those with exactly so many.',
      'zh-CN': '指标“恰有该数量好友的成员”统计好友数恰为此数的成员。',
    },
  },
  measured: {
    label: { en: 'Measure triangles', 'zh-CN': '测量三角关系' },
    kind: 'switch',
    unit: 'on or off',
    default: 0,
    range: [0, 0],
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the scenario: it costs time and changes nothing but one metric.',
      'zh-CN': '由情景设定：较费时，且只影响一项指标。',
    },
    about: {
      en: 'Whether the metric "clustering of friendships" is worked out every evening.',
      'zh-CN': '是否每晚计算指标“好友关系聚集系数”。',
    },
  },
} as const satisfies Section;
export type TiesValues = Values<typeof tiesParameters>;
