import { micros } from '../metrics/ledger.ts';
import { assumed, byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const starterParameters = {
  price: {
    label: { en: 'Price', 'zh-CN': '价格' },
    kind: 'money',
    unit: 'currency',
    default: 9.9,
    range: [1, 30],
    min: 0.01,
    max: 1e6,
    ...byOperator,
    about: { en: 'Price of the starter product.', 'zh-CN': '入门小单的价格。' },
  },
  cost: {
    label: { en: 'Cost of goods', 'zh-CN': '商品成本' },
    kind: 'money',
    unit: 'currency',
    default: 9.9,
    range: [1, 30],
    min: 0,
    max: 1e6,
    ...byOperator,
    about: {
      en: 'What one starter product costs, sending it included.',
      'zh-CN': '一份入门小单的成本，含寄送。',
    },
  },
  take: {
    label: { en: 'Interest', 'zh-CN': '下单意愿' },
    kind: 'chance',
    unit: 'chance per visit',
    default: 0.02,
    range: [0.005, 0.06],
    ...assumed,
    about: {
      en: 'Chance a visit that somebody who never paid takes a starter which costs nearly nothing.',
      'zh-CN': '从未付费者在一次访问中购买几乎不要钱的入门小单的概率。',
    },
  },
  cheap: {
    label: { en: 'What counts as cheap', 'zh-CN': '多便宜才算便宜' },
    kind: 'share',
    unit: 'share',
    default: 0.1,
    range: [0.05, 0.2],
    ...assumed,
    about: {
      en: 'Part of the price of a typical order at which 37 % take a starter of those who would for nearly nothing.',
      'zh-CN': '价格达到客单价的这一比例时，购买入门小单的人降至几乎不要钱时的 37%。',
    },
  },
} as const satisfies Section;
export type StarterValues = Values<typeof starterParameters>;

/** A starter: a small product at a small price for those who have never paid. What they make of it: behaviors/taste.ts. */
export const starter: Tactic<typeof starterParameters> = {
  name: 'starter',
  label: { en: 'Starter product', 'zh-CN': '入门小单' },
  about: {
    en: 'A starter: a small product at a small price for those who have never paid.',
    'zh-CN': '入门小单：面向从未付费者的低价小商品。',
  },
  parameters: starterParameters,
  acts: {
    respond({ offers }, { name, audience, schedule, values }) {
      const { price, cost, take, cheap } = values;
      const money = { micro: micros(price), cost: micros(cost) };
      offers.starters.push({ name, audience, schedule, price, take, cheap, ...money });
    },
  },
};
