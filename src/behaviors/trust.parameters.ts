import { assumed } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';

export const trustParameters = {
  usual: {
    label: { en: 'Usual trust', 'zh-CN': '常态信任' },
    kind: 'share',
    unit: 'trust',
    default: 0.6,
    range: [0.45, 0.75],
    ...assumed,
    about: {
      en: 'Trust that members have on day 0 and drift back to when nothing happens.',
      'zh-CN': '成员在第 0 天的信任，平静无事时也会回落到这一水平。',
    },
  },
  drift: {
    label: { en: 'Pace of trust', 'zh-CN': '信任恢复快慢' },
    kind: 'positive',
    unit: 'visits',
    default: 30,
    range: [15, 60],
    min: 1,
    max: 36_500,
    chosen: false,
    known: 'assumption',
    source: { en: 'Assumption: trust is slow.', 'zh-CN': '假设：信任变化缓慢。' },
    about: {
      en: 'Visits over which trust drifts back to its usual level.',
      'zh-CN': '信任回到常态所需的访问次数。',
    },
  },
  complaint: {
    label: { en: "Friend's complaint", 'zh-CN': '好友投诉' },
    kind: 'share',
    unit: 'trust',
    default: 0.03,
    range: [0.01, 0.06],
    ...assumed,
    about: {
      en: "Part of their trust that each friend's complaint seen takes from a member.",
      'zh-CN': '每看到一位好友投诉，成员损失的信任比例。',
    },
  },
  departure: {
    label: { en: "Friend's leaving", 'zh-CN': '好友离开' },
    kind: 'share',
    unit: 'trust',
    default: 0.01,
    range: [0.003, 0.03],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Sign: Dasgupta et al. 2008; size assumed.',
      'zh-CN': '方向：Dasgupta et al. 2008；大小为假设。',
    },
    about: {
      en: "Part of their trust that each friend's leaving takes from a member.",
      'zh-CN': '每有一位好友离开，成员损失的信任比例。',
    },
  },
  annoyance: {
    label: { en: 'Trust lost to annoyance', 'zh-CN': '反感损耗信任' },
    kind: 'positive',
    unit: 'trust per part of usage',
    min: 0,
    max: 100,
    default: 0.5,
    range: [0.2, 1],
    ...assumed,
    about: {
      en: 'Drop of the level that trust drifts back to, as a multiple of the usage that annoyance costs.',
      'zh-CN': '信任所回归的水平的下降，以反感造成的使用损失的倍数计。',
    },
  },
} as const satisfies Section;
export type TrustValues = Values<typeof trustParameters>;
