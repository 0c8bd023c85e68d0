import { payPerMember } from '../metrics/budget.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import { micros } from '../metrics/ledger.ts';
import { byOperator } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const adsParameters = {
  load: {
    label: { en: 'Ads per hour of use', 'zh-CN': '每小时广告数' },
    kind: 'load',
    unit: 'ads per hour of use',
    default: 6,
    range: [3, 12],
    min: 0,
    max: 120,
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the operator; Goli et al. 2025 tested up to 12 an hour, beyond is extrapolation.',
      'zh-CN': '由运营方设定；Goli et al. 2025 最多测试到每小时 12 条，超出为外推。',
    },
    about: { en: 'Ads shown per hour of use.', 'zh-CN': '每使用一小时展示的广告数。' },
  },
  targeting: {
    label: { en: 'Targeting', 'zh-CN': '定向程度' },
    kind: 'share',
    unit: 'share',
    default: 0,
    range: [0, 1],
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the operator: 0 is blunt (the same for everybody), 1 is wholly tailored.',
      'zh-CN': '由运营方设定：0 为硬广（人人相同），1 为完全定向。',
    },
    about: { en: 'How far ads are chosen for their reader.', 'zh-CN': '广告在多大程度上按读者挑选。' },
  },
  accuracy: {
    label: { en: 'Targeting accuracy', 'zh-CN': '定向准确率' },
    kind: 'share',
    unit: 'share',
    default: 0.7,
    range: [0.5, 0.88],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption; poor knowledge of segments turns tailored ads into blunt ones.',
      'zh-CN': '假设；对人群了解不足会把定向广告变成硬广。',
    },
    about: {
      en: 'How often a targeted ad fits the reader that it was chosen for.',
      'zh-CN': '定向广告与所选读者相符的频率。',
    },
  },
  intrusiveness: {
    label: { en: 'Intrusiveness', 'zh-CN': '打扰程度' },
    kind: 'share',
    unit: 'share',
    default: 0,
    range: [0, 1],
    chosen: true,
    known: 'assumption',
    source: {
      en: 'Chosen by the operator: 0 is an ordinary ad, in the flow of use, as in Goli et al. 2025; 1 interrupts (pop-up, push, mention-all).',
      'zh-CN':
        '由运营方设定：0 为使用过程中的普通广告（如 Goli et al. 2025），1 为打断式（弹窗、推送、@所有人）。',
    },
    about: { en: 'Format: how much ads interrupt.', 'zh-CN': '形式：广告在多大程度上打断使用。' },
  },
  cap: {
    label: { en: 'Weekly ad cap', 'zh-CN': '每周广告上限' },
    kind: 'count',
    unit: 'ads per person and week',
    default: 0,
    range: [0, 50],
    min: 0,
    max: 255,
    chosen: true,
    known: 'assumption',
    source: { en: 'Chosen by the operator; 0 is no cap.', 'zh-CN': '由运营方设定；0 表示不设上限。' },
    about: { en: 'Most ads that one person is shown in a week.', 'zh-CN': '一个人一周最多看到的广告数。' },
  },
  price: {
    label: { en: 'Price per thousand ads', 'zh-CN': '千次展示价格' },
    kind: 'money',
    unit: 'currency per thousand ads',
    default: 14,
    range: [8, 30],
    min: 0,
    max: 1e7,
    chosen: false,
    known: 'published',
    source: { en: 'Beales 2010 (NAI): 1.98 USD per thousand untargeted impressions, about 14 CNY.' },
    about: {
      en: 'Paid by sponsors for a thousand untargeted ads shown.',
      'zh-CN': '赞助方为一千次非定向广告展示支付的价格。',
    },
  },
  premium: {
    label: { en: 'Premium for tailored ads', 'zh-CN': '定向溢价' },
    kind: 'positive',
    unit: 'times',
    default: 2.08,
    range: [1.3, 2.7],
    min: 0,
    max: 100,
    chosen: false,
    known: 'published',
    source: {
      en: 'Beales 2010: 4.12 against 1.98 USD per thousand, 2.68 times when weighted by network; the range reaches down, since a small community is no ad network.',
    },
    about: {
      en: 'Price of a targeted ad against an untargeted one, where it fits its reader.',
      'zh-CN': '与读者相符的定向广告相对非定向广告的价格倍数。',
    },
  },
  own: {
    label: { en: 'Own-product ads', 'zh-CN': '自有商品广告占比' },
    kind: 'share',
    unit: 'share',
    default: 0,
    range: [0, 1],
    ...byOperator,
    about: {
      en: "Share of ads that are for the community's own products: unpaid, but clicks may become orders.",
      'zh-CN': '推广社群自有商品的广告比例：没有广告收入，但点击可能成为订单。',
    },
  },
  cost: {
    label: { en: 'Cost of targeting', 'zh-CN': '定向成本' },
    kind: 'money',
    unit: 'currency per targeted member and month',
    default: 1,
    range: [0.3, 3],
    min: 0,
    max: 1e6,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: tools, and a few hours of hands a month to keep segments and material up to date.',
      'zh-CN': '假设：工具费用，加上每月数小时人工维护人群与素材。',
    },
    about: {
      en: 'Cost of knowing members well enough to target them, by member and month, in step with targeting.',
      'zh-CN': '为定向而了解成员的成本，按成员按月计，与定向程度同步。',
    },
  },
} as const satisfies Section;
export type AdsValues = Values<typeof adsParameters>;

/**
 * Ads, from blunt to tailored. Sponsors pay for those that are not for the community's own products:
 *
 *   price of one ad = price / 1000 x (1 - own) x (1 + (premium - 1) match),   match = targeting x accuracy
 *   cost a day      = cost x targeting / 30.4375 for each member
 *
 * What people make of them: behaviors/ad-response.ts.
 */
export const ads: Tactic<typeof adsParameters> = {
  name: 'ads',
  label: { en: 'Ads', 'zh-CN': '广告' },
  about: {
    en: 'Ads shown to visitors, from blunt (the same for everybody) to tailored.',
    'zh-CN': '向访客展示广告，从硬广（人人相同）到定向广告。',
  },
  parameters: adsParameters,
  acts: {
    offer(model, tactic) {
      const { name, values, audience } = tactic;
      const match = values.targeting * values.accuracy;
      const paid = (values.price / 1000) * (1 - values.own) * (1 + (values.premium - 1) * match);
      const { load, intrusiveness, cap, own } = values;
      const known = micros((values.cost * values.targeting) / MONTH_DAYS);
      if (known > 0 && !payPerMember(model, tactic, 'targetingCost', known)) return;
      if (load > 0)
        model.offers.ads.push({ name, load, match, intrusiveness, cap, own, micro: micros(paid), audience });
    },
  },
};
