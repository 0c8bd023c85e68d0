import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const saleParameters = {
  depth: {
    label: { en: 'Price cut', 'zh-CN': '降价幅度' },
    kind: 'share',
    unit: 'share',
    default: 0.2,
    range: [0.05, 0.5],
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the operator; elasticities were measured on cuts up to about 30 %, beyond is extrapolation.',
      'zh-CN': '由运营方设定；弹性测自约 30% 以内的降价，超出为外推。',
    },
    about: {
      en: 'Part of the price that is off for everybody while the cut lasts.',
      'zh-CN': '降价期间对所有人减免的价格比例。',
    },
  },
} as const satisfies Section;
export type SaleValues = Values<typeof saleParameters>;

/**
 * A price cut: a part off the price for everybody who comes, with nothing to redeem. Of several the deepest is in force.
 *
 * What people make of it: behaviors/buy.ts. What it costs is booked order by order, as discounts given.
 */
export const sale: Tactic<typeof saleParameters> = {
  name: 'sale',
  label: { en: 'Price cut', 'zh-CN': '降价' },
  about: {
    en: 'A price cut: a part off the price for everybody who comes, while it lasts.',
    'zh-CN': '降价：期间对所有来访者减免部分价格，无需领取。',
  },
  parameters: saleParameters,
  acts: {
    offer({ offers }, { name, schedule, audience, values: { depth } }) {
      if (depth > 0) offers.cuts.push({ name, schedule, audience, depth });
    },
  },
};
