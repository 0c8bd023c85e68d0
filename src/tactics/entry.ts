import { micros } from '../metrics/ledger.ts';
import { assumed, byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const entryParameters = {
  fee: {
    label: { en: 'Entry fee', 'zh-CN': '入群费' },
    kind: 'money',
    unit: 'currency',
    default: 20,
    range: [5, 200],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Paid once by whoever joins of their own accord or on an invitation.',
      'zh-CN': '自发加入或受邀加入者入群时一次性支付的费用。',
    },
  },
  worth: {
    label: { en: 'Worth of coming in', 'zh-CN': '入群的价值' },
    kind: 'money',
    unit: 'currency',
    default: 50,
    range: [20, 120],
    min: 0.01,
    max: 1e6,
    ...assumed,
    about: {
      en: 'What coming in is worth to outsiders who would join for free, on average: a fee of this size lets in 37 % of them.',
      'zh-CN': '入群对本会免费加入的人平均值多少钱：收费达到此数时，只有 37% 的人加入。',
    },
  },
  selects: {
    label: { en: 'Fee and staying', 'zh-CN': '收费与留存' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.6,
    range: [0.2, 1.2],
    min: 0,
    max: 20,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: a price screens, so those who pay it value the place more.',
      'zh-CN': '假设：价格起筛选作用，愿意付费者更看重这里。',
    },
    about: {
      en: 'Log-odds of falling silent by which those who paid a fee that keeps nearly everybody out are lower.',
      'zh-CN': '当收费把几乎所有人挡在门外时，付费者沉默的对数优势低多少。',
    },
  },
  talk: {
    label: { en: 'Fee and talking', 'zh-CN': '收费与交流' },
    kind: 'positive',
    unit: 'times',
    default: 0.5,
    range: [0.2, 1.5],
    min: 0,
    max: 100,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: a price screens, so those who pay it value the place more.',
      'zh-CN': '假设：价格起筛选作用，愿意付费者更看重这里。',
    },
    about: {
      en: 'By how many times more those post and chat who paid a fee that keeps nearly everybody out.',
      'zh-CN': '当收费把几乎所有人挡在门外时，付费者的发帖与聊天增加多少倍。',
    },
  },
} as const satisfies Section;
export type EntryValues = Values<typeof entryParameters>;

/**
 * A fee for coming in.
 *
 *   share of those who would join for free that it lets in = exp(-fee / worth)
 *
 * Who pays it, and what that tells of them: behaviors/pay-entry.ts.
 */
export const entry: Tactic<typeof entryParameters> = {
  name: 'entry',
  label: { en: 'Entry fee', 'zh-CN': '入群收费' },
  about: {
    en: 'A fee for coming in: fewer join, and those who do care more.',
    'zh-CN': '入群收费：加入的人变少，但更在意这里。',
  },
  parameters: entryParameters,
  acts: {
    arrive({ offers }, { audience, values }) {
      if (values.fee > 0) offers.entries.push({ audience, ...values, micro: micros(values.fee) });
    },
  },
};
