/** The ledger's accounts that make up net revenue, and how a chart speaks of them. */
import type { Locale } from '../format.ts';

export interface Account {
  /** Metric that the account is. */
  readonly metric: string;
  /** +1 for what comes in, -1 for what goes out. */
  readonly sign: 1 | -1;
  /** What it means for the account to rise and to fall. */
  readonly rises: Readonly<Record<Locale, string>>;
  readonly falls: Readonly<Record<Locale, string>>;
}

const account = (
  metric: string,
  sign: Account['sign'],
  [risesEn, risesZh]: readonly [string, string],
  [fallsEn, fallsZh]: readonly [string, string],
): Account => ({
  metric,
  sign,
  rises: { en: risesEn, 'zh-CN': risesZh },
  falls: { en: fallsEn, 'zh-CN': fallsZh },
});

/** In the order of the ledger. */
export const accounts: readonly Account[] = [
  account('adRevenue', 1, ['higher ad revenue', '广告收入增加'], ['lower ad revenue', '广告收入减少']),
  account('sales', 1, ['higher sales', '销售额增加'], ['lower sales', '销售额减少']),
  account(
    'starterRevenue',
    1,
    ['higher starter revenue', '入门小单收入增加'],
    ['lower starter revenue', '入门小单收入减少'],
  ),
  account(
    'ticketRevenue',
    1,
    ['higher ticket revenue', '门票收入增加'],
    ['lower ticket revenue', '门票收入减少'],
  ),
  account(
    'membershipRevenue',
    1,
    ['higher membership revenue', '会费收入增加'],
    ['lower membership revenue', '会费收入减少'],
  ),
  account('entryRevenue', 1, ['higher entry fees', '入群费收入增加'], ['lower entry fees', '入群费收入减少']),
  account('goodsCost', -1, ['higher goods costs', '商品成本上升'], ['lower goods costs', '商品成本下降']),
  account('discountCost', -1, ['more discounts', '让利增加'], ['fewer discounts', '让利减少']),
  account('couponCost', -1, ['higher coupon costs', '发券成本上升'], ['lower coupon costs', '发券成本下降']),
  account(
    'starterCost',
    -1,
    ['higher starter costs', '入门小单成本上升'],
    ['lower starter costs', '入门小单成本下降'],
  ),
  account(
    'envelopeCost',
    -1,
    ['higher costs of envelopes', '红包成本上升'],
    ['lower costs of envelopes', '红包成本下降'],
  ),
  account(
    'proposalCost',
    -1,
    ['higher costs of proposals', '推荐成本上升'],
    ['lower costs of proposals', '推荐成本下降'],
  ),
  account(
    'targetingCost',
    -1,
    ['higher targeting costs', '定向成本上升'],
    ['lower targeting costs', '定向成本下降'],
  ),
  account(
    'acquisitionCost',
    -1,
    ['higher acquisition costs', '获客成本上升'],
    ['lower acquisition costs', '获客成本下降'],
  ),
  account(
    'referralCost',
    -1,
    ['higher referral rewards', '老带新奖励增加'],
    ['lower referral rewards', '老带新奖励减少'],
  ),
  account(
    'posterCost',
    -1,
    ['higher poster rewards', '海报奖励增加'],
    ['lower poster rewards', '海报奖励减少'],
  ),
  account('recallCost', -1, ['higher recall costs', '召回成本上升'], ['lower recall costs', '召回成本下降']),
  account(
    'contentCost',
    -1,
    ['higher content costs', '内容成本上升'],
    ['lower content costs', '内容成本下降'],
  ),
  account(
    'activityCost',
    -1,
    ['higher activity costs', '活动成本上升'],
    ['lower activity costs', '活动成本下降'],
  ),
  account('staffCost', -1, ['higher wages', '人工成本上升'], ['lower wages', '人工成本下降']),
  account(
    'membershipCost',
    -1,
    ['higher membership costs', '会员权益成本上升'],
    ['lower membership costs', '会员权益成本下降'],
  ),
  account(
    'levelsCost',
    -1,
    ['higher costs of benefits', '等级福利成本上升'],
    ['lower costs of benefits', '等级福利成本下降'],
  ),
  account(
    'onboardingCost',
    -1,
    ['higher onboarding costs', '迎新成本上升'],
    ['lower onboarding costs', '迎新成本下降'],
  ),
  account(
    'deskCost',
    -1,
    ['higher help desk costs', '答疑成本上升'],
    ['lower help desk costs', '答疑成本下降'],
  ),
];
