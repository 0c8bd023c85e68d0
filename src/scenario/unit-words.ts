/** Every unit of the parameter table: its key is what English readers see and what files may write. */
import type { OwnText } from './scenario.ts';

const chinese = {
  'active days': '活跃天',
  'ads per hour of use': '条广告/使用小时',
  'ads per person and week': '条广告/人·周',
  'annoyance weight': '反感权重',
  'beta shape': '贝塔分布形状',
  chance: '概率',
  'chance per ad': '概率/条广告',
  'chance per click': '概率/次点击',
  'chance per day': '概率/天',
  'chance per visit': '概率/次访问',
  currency: '{currency}',
  'currency per coupon': '{currency}/张券',
  'currency per newcomer': '{currency}/位新成员',
  'currency per staff hour': '{currency}/人·小时',
  'currency per targeted member and month': '{currency}/定向成员·月',
  'currency per thousand ads': '{currency}/千次展示',
  days: '天',
  exposures: '次曝光',
  'fresh posts': '条新帖',
  'further shares': '次再转发',
  'gamma shape': '伽马分布形状',
  generations: '代',
  generator: '生成方式',
  hazard: '风险率',
  'hazard per view': '风险率/次浏览',
  hours: '小时',
  'hours a day': '小时/天',
  'hours after midnight': '点钟',
  invitations: '次邀请',
  'invitations per visit': '次邀请/次访问',
  law: '分布',
  log: '对数',
  'log usage per ad an hour': '使用量对数/每小时一条广告',
  'log-odds': '对数优势',
  minutes: '分钟',
  'odds ratio': '优势比',
  'on or off': '开或关',
  orders: '笔订单',
  people: '人',
  'per day': '每天',
  'posts per window': '条帖子/窗口',
  questions: '个提问',
  'questions per visit': '个提问/次访问',
  shape: '形状',
  share: '比例',
  shares: '次转发',
  'shares per visit': '次转发/次访问',
  ties: '条关系',
  'ties per person': '条关系/人',
  times: '倍',
  'times per part cut': '倍/降价比例',
  'times the first': '倍（相对首次）',
  trust: '信任',
  'trust per part of usage': '信任/使用损失',
  views: '次浏览',
  visits: '次访问',
  weight: '权重',
  worlds: '个模拟世界',
} as const;

/** What a parameter counts in. A new unit needs its Chinese above. */
export type Unit = keyof typeof chinese;

/** A unit in words, with the name of the currency in it where it is money. */
export function unitWords(unit: Unit, currency: string): OwnText {
  return {
    en: unit.replace(/^currency\b/, currency),
    'zh-CN': chinese[unit].replace('{currency}', currency === 'CNY' ? '元' : currency),
  };
}
