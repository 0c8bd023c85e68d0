import type { Section, Values } from '../scenario/parameter.ts';

export const couponResponseParameters = {
  redeem: {
    label: { en: 'Redemption chance', 'zh-CN': '核销概率' },
    kind: 'chance',
    unit: 'chance per visit',
    default: 0.012,
    range: [0.005, 0.025],
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Set so that 20 % off for two weeks is redeemed by some 5 to 15 %: between handed-out (8.5 %) and self-printed coupons (17.3 %), NCH 2012.',
      'zh-CN':
        '取值使两周有效的八折券约有 5% 至 15% 被核销：介于人工派发（8.5%）与自行打印（17.3%）之间，NCH 2012。',
    },
    about: {
      en: 'Chance a visit that a brand-focused holder of a fresh 20 % coupon uses it without an open need.',
      'zh-CN': '注重品牌的成员持有新发的八折券、当下没有需求时，一次访问中用券的概率。',
    },
  },
  face: {
    label: { en: 'Pull of depth', 'zh-CN': '折扣深度的作用' },
    kind: 'positive',
    unit: 'log-odds',
    default: 4,
    range: [2, 7],
    min: 0,
    max: 100,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Sign: face value dominates (Danaher et al. 2015, JMR 52(5)); size assumed.',
      'zh-CN': '方向：面值起主导作用（Danaher et al. 2015, JMR 52(5)）；大小为假设。',
    },
    about: {
      en: 'Log-odds of using a coupon that a depth of 100 % adds over 0 %.',
      'zh-CN': '折扣深度从 0% 到 100% 所增加的用券对数优势。',
    },
  },
  dealProne: {
    label: { en: 'Pull for deal seekers', 'zh-CN': '优惠敏感的作用' },
    kind: 'positive',
    unit: 'log-odds',
    default: 1.2,
    range: [0.7, 1.8],
    min: 0,
    max: 20,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Assumption: about half of the published gap of 2.2 (Mills and Zamudio 2018: the same coupon is redeemed by 30 % or by 80 %, depending on class and timing).',
      'zh-CN':
        '假设：约为已发表差距 2.2 的一半（Mills and Zamudio 2018：同一张券的使用率因人群与时机为 30% 或 80%）。',
    },
    about: { en: 'Log-odds that being deal-prone adds.', 'zh-CN': '属于优惠敏感者所增加的对数优势。' },
  },
  fade: {
    label: { en: 'Fading of a coupon', 'zh-CN': '用券意愿消退期' },
    kind: 'days',
    unit: 'days',
    default: 7,
    range: [4, 14],
    min: 0.1,
    max: 3650,
    chosen: false,
    known: 'assumption',
    source: {
      en: 'Form: Inman and McAlister 1994 (JMR 31(3)): use declines, with a second peak before expiry.',
      'zh-CN': '形式：Inman and McAlister 1994（JMR 31(3)）：使用逐渐减少，到期前出现第二个高峰。',
    },
    about: {
      en: 'Days in which the wish to use a fresh coupon falls to 37 %.',
      'zh-CN': '用新券的意愿降至 37% 所需天数。',
    },
  },
  rush: {
    label: { en: 'Last-day rush', 'zh-CN': '末日高峰' },
    kind: 'positive',
    unit: 'times',
    default: 0.8,
    range: [0.4, 1.2],
    min: 0,
    max: 20,
    chosen: false,
    known: 'assumption',
    source: { en: 'Form: Inman and McAlister 1994.', 'zh-CN': '形式：Inman and McAlister 1994。' },
    about: {
      en: 'Height of the second peak on the last day, against the first day.',
      'zh-CN': '最后一天的第二个高峰相对第一天的高度。',
    },
  },
  learns: {
    label: { en: 'Learning to wait for deals', 'zh-CN': '养成用券习惯' },
    kind: 'positive',
    unit: 'log-odds',
    default: 0.2,
    range: [0.1, 0.3],
    min: 0,
    max: 20,
    chosen: false,
    known: 'published',
    source: {
      en: 'Elberg, Gardete, Macera and Noton 2019 (QME): exposure to 30 % deals makes later deal buying 22.4 % likelier than to 10 % deals.',
    },
    about: {
      en: 'Log-odds of later deal use that repeated 30 % deals teach, against 10 % deals.',
      'zh-CN': '反复的七折优惠相对九折优惠所增加的后续用券对数优势。',
    },
  },
} as const satisfies Section;
export type CouponResponseValues = Values<typeof couponResponseParameters>;
