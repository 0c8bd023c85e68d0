import { assumed } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';

export const visitParameters = {
  hours: {
    label: { en: 'Hours per visit', 'zh-CN': '单次使用时长' },
    kind: 'positive',
    unit: 'hours',
    default: 0.3,
    range: [0.15, 0.6],
    min: 0.001,
    max: 24,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: about twenty minutes of use on a day that somebody comes.',
      'zh-CN': '假设：到访当天使用约二十分钟。',
    },
    about: {
      en: 'Hours of use on an active day, before annoyance shortens it.',
      'zh-CN': '活跃日的使用小时数，未计反感造成的缩短。',
    },
  },
  habit: {
    label: { en: 'Pull of habit', 'zh-CN': '习惯的作用' },
    kind: 'positive',
    unit: 'log-odds',
    default: 1.2,
    range: [0.6, 1.8],
    min: 0,
    max: 4,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption; bounded so that habit alone cannot lock people in (habit x p(1-p) stays below 1).',
      'zh-CN': '假设；设有上限，使习惯本身不会把人锁住（habit x p(1-p) 低于 1）。',
    },
    about: {
      en: 'Log-odds of a visit that a full habit (coming daily) adds over none.',
      'zh-CN': '完全养成习惯（每天来）相对毫无习惯所增加的访问对数优势。',
    },
  },
  habitDays: {
    label: { en: 'Memory of habit', 'zh-CN': '习惯的记忆期' },
    kind: 'days',
    unit: 'days',
    default: 21,
    range: [10, 45],
    min: 1,
    max: 3650,
    chosen: false,
    known: 'assumption',
    source: { en: 'Assumption: habits form over weeks.', 'zh-CN': '假设：习惯在数周内形成。' },
    about: {
      en: 'Memory of habit: days over which past visits count.',
      'zh-CN': '习惯的记忆：过去多少天的访问会计入。',
    },
  },
  satisfaction: {
    label: { en: 'Pull of satisfaction', 'zh-CN': '满意度的作用' },
    kind: 'positive',
    unit: 'log-odds',
    default: 1,
    range: [0.5, 1.6],
    min: 0,
    max: 10,
    ...assumed,
    about: {
      en: 'Log-odds of a visit that full satisfaction adds over none.',
      'zh-CN': '完全满意相对毫不满意所增加的访问对数优势。',
    },
  },
  friends: {
    label: { en: 'Pull of friends', 'zh-CN': '好友的作用' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.6,
    range: [0.3, 1],
    min: 0,
    max: 10,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Form: Wu et al. 2013 (WSDM): with few friends the number of active ones counts, with many their share. Size assumed.',
      'zh-CN': '形式：Wu et al. 2013（WSDM）：好友少时看活跃好友的人数，好友多时看其比例。大小为假设。',
    },
    about: {
      en: 'Log-odds of a visit that friends who all came yesterday add over none.',
      'zh-CN': '好友昨天全部来过相对没有好友来过所增加的访问对数优势。',
    },
  },
} as const satisfies Section;
export type VisitValues = Values<typeof visitParameters>;
