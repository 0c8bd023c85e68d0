import { micros } from '../metrics/ledger.ts';
import { byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const acquisitionParameters = {
  arrivals: {
    label: { en: 'Newcomers bought', 'zh-CN': '付费拉新人数' },
    kind: 'rate',
    unit: 'per day',
    default: 1,
    range: [0.2, 10],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'Newcomers bought a day, as long as there are prospects left.',
      'zh-CN': '只要还有潜在成员，每天付费引入的新成员数。',
    },
  },
  cost: {
    label: { en: 'Price per newcomer', 'zh-CN': '拉新单价' },
    kind: 'money',
    unit: 'currency per newcomer',
    default: 20,
    range: [5, 80],
    min: 0,
    max: 1e7,
    chosen: true,
    known: 'assumption',
    source: { en: 'Chosen by the scenario.', 'zh-CN': '由情景设定。' },
    about: { en: 'Price of one bought newcomer.', 'zh-CN': '引入一位付费新成员的价格。' },
  },
  fit: {
    label: { en: 'Bought newcomers leave', 'zh-CN': '付费新成员流失' },
    kind: 'signed',
    unit: 'log-odds',
    default: 0.4,
    range: [0.1, 0.8],
    min: -20,
    max: 20,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Sign: people who come by friends stay longer than those who were bought (Schmitt et al. 2011); size assumed.',
      'zh-CN': '方向：经好友加入的人比付费引入的人留得更久（Schmitt et al. 2011）；大小为假设。',
    },
    about: {
      en: 'Log-odds of falling silent that bought newcomers have over others.',
      'zh-CN': '付费引入的成员比其他人高出的沉默对数优势。',
    },
  },
} as const satisfies Section;
export type AcquisitionValues = Values<typeof acquisitionParameters>;

/** Bought newcomers: media and partners bring people in at a price. How they come in: behaviors/join.ts. */
export const acquisition: Tactic<typeof acquisitionParameters> = {
  name: 'acquisition',
  label: { en: 'Paid acquisition', 'zh-CN': '付费拉新' },
  about: {
    en: 'Newcomers bought through media and partners, at a price each.',
    'zh-CN': '通过媒体和合作方引入新成员，按人付费。',
  },
  parameters: acquisitionParameters,
  acts: {
    arrive(model, tactic) {
      const { arrivals, fit, cost } = tactic.values;
      const mean = arrivals * (tactic.audience?.grown ?? 1);
      model.offers.bought.push({ ...tactic, arrivals: mean, fit, micro: micros(cost) });
    },
  },
};
