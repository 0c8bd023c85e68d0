import { pow } from '../random/math.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const pricesParameters = {
  level: {
    label: { en: 'Price level', 'zh-CN': '价格水平' },
    kind: 'positive',
    unit: 'times',
    default: 1.1,
    range: [0.8, 1.25],
    min: 0.1,
    max: 10,
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the operator; elasticities were measured on changes of some ten percent, beyond is extrapolation.',
      'zh-CN': '由运营方设定；弹性测自约百分之十几的价格变化，超出为外推。',
    },
    about: {
      en: 'List prices in times the usual ones: 1.1 is a tenth dearer. The cost of goods stays.',
      'zh-CN': '标价相对平常的倍数：1.1 即贵一成。商品成本不变。',
    },
  },
  elasticity: {
    label: { en: 'Price elasticity', 'zh-CN': '价格弹性' },
    kind: 'positive',
    unit: 'times',
    default: 2.62,
    range: [1.6, 3.6],
    min: 0,
    max: 20,
    chosen: false,
    known: 'published',
    source: {
      en: 'Bijmolt, van Heerde and Pieters 2005 (JMR 42(2):141): mean of 1,851 elasticities -2.62. The range is an assumption: brands differ by more.',
      'zh-CN':
        'Bijmolt et al. 2005（JMR 42(2):141）：1,851 个弹性的均值为 -2.62。区间为假设：品牌间差异更大。',
    },
    about: {
      en: 'By how many percent units fall when the list rises by one.',
      'zh-CN': '标价上涨百分之一时销量下降的百分数。',
    },
  },
} as const satisfies Section;
export type PricesValues = Values<typeof pricesParameters>;

/**
 * A price list: the prices that everybody finds, in times the usual ones, as long as it is in force.
 *
 *   orders that a need met here comes to, in the mean: level^-elasticity
 *
 * Lists for the same person multiply. What people make of it: behaviors/buy.ts.
 */
export const prices: Tactic<typeof pricesParameters> = {
  name: 'prices',
  label: { en: 'Price list', 'zh-CN': '价目表' },
  about: {
    en: 'A price list: other prices than the usual ones, for as long as it is in force.',
    'zh-CN': '价目表：在其生效期间采用与平常不同的标价。',
  },
  parameters: pricesParameters,
  acts: {
    offer({ offers }, { audience, values: { level, elasticity } }) {
      if (level !== 1) offers.lists.push({ audience, level, units: pow(level, -elasticity) });
    },
  },
};
