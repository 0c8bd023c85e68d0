/** What `seedbed fit` says, in both languages. */
import type { FitProblem, FitRule } from '../analysis/fit-rows.ts';
import type { Locale } from '../report/format.ts';
import { fill } from '../report/format-message.ts';

const english = {
  logLikelihood: 'log-likelihood',
  firstChance: 'leave in the first period',
  period: 'period',
  observed: 'in the file',
  expected: 'by the fit',
  alike: 'The table shows no difference between people: all leave at about the same chance in every period.',
  useRetention:
    'In a scenario file (chances of leaving of people with enough friends; see seedbed explain leave):',
  customers: 'customers',
  repeats: 'repeat purchases',
  weeks: 'weeks',
  usePurchases: 'In a scenario file (needs that open; buy.chance says how many of them are met here):',
  message: 'message',
  lift: 'log-odds added',
  matters: 'more where it fits',
  relevance: 'relevance',
  relevanceAbout:
    'Relevance: the response that a message causes where it fits its reader, against that where it does not, in odds.',
  noRelevance:
    'Without fit the messages cause no response, so that there is no number to compare a fitting one with.',
  useRelevance: 'In a scenario file (over all messages):',
} as const;

const chinese: Record<keyof typeof english, string> = {
  logLikelihood: '对数似然',
  firstChance: '首期离开比例',
  period: '期',
  observed: '文件中',
  expected: '拟合值',
  alike: '表中看不出人与人的差异：所有人每期离开的概率大致相同。',
  useRetention: '在场景文件中（好友足够的人离开的概率；见 seedbed explain leave）：',
  customers: '顾客',
  repeats: '重复购买',
  weeks: '周',
  usePurchases: '在场景文件中（需求的产生；其中有多少在此满足，由 buy.chance 决定）：',
  message: '消息',
  lift: '增加的对数优势',
  matters: '契合时再增加',
  relevance: '相关性',
  relevanceAbout: '相关性：消息与读者契合时引起的响应，相对不契合时的倍数，按优势计。',
  noRelevance: '不契合时消息没有引起响应，因此无从比较契合的作用。',
  useRelevance: '在场景文件中（所有消息合计）：',
};

const rules: Readonly<Record<FitRule, Readonly<Record<Locale, string>>>> = {
  split: { en: 'the line cannot be split: {detail}', 'zh-CN': '无法拆分此行：{detail}' },
  lineLength: { en: 'a line may hold 4096 characters', 'zh-CN': '一行最多 4096 个字符' },
  empty: { en: 'the file is empty', 'zh-CN': '文件为空' },
  columns: {
    en: 'the first line must name the columns, as in {detail}',
    'zh-CN': '首行须为列名，如 {detail}',
  },
  missing: { en: 'must stand on every line', 'zh-CN': '每一行都须填写' },
  number: { en: 'must be a number, 0 or more', 'zh-CN': '须为不小于 0 的数' },
  whole: { en: 'must be a whole number', 'zh-CN': '须为整数' },
  order: { en: 'must count 0, 1, 2 ... line by line', 'zh-CN': '须逐行为 0、1、2……' },
  falls: { en: 'must not rise: who left does not come back', 'zh-CN': '不能上升：离开的人不会再计入' },
  first: { en: 'must be more than 0 at the start', 'zh-CN': '起始时须大于 0' },
  periods: {
    en: 'must reach 2 at least: two periods after the start',
    'zh-CN': '至少须到 2：起始之后的两期',
  },
  nobodyLeft: { en: 'must fall somewhere: nobody left', 'zh-CN': '须有下降：没有人离开' },
  nobodyStayed: { en: 'must be more than 0 after one period', 'zh-CN': '一期之后须大于 0' },
  date: {
    en: 'must be a date such as 1997-09-30 or 19970930',
    'zh-CN': '须为日期，如 1997-09-30 或 19970930',
  },
  lastWithin: { en: 'must not be more than watched', 'zh-CN': '不能大于 watched' },
  lastAndRepeats: {
    en: 'must be more than 0 with repeat purchases, and 0 without',
    'zh-CN': '有重复购买时须大于 0，没有时须为 0',
  },
  nobodyAgain: {
    en: 'must be more than 0 for somebody: nobody bought again',
    'zh-CN': '须有人大于 0：没有人再次购买',
  },
  positive: { en: 'must be a whole number, 1 or more', 'zh-CN': '须为不小于 1 的整数' },
  within: {
    en: 'must be within its whole: fit to 1, responses to people',
    'zh-CN': '不能超出整体：契合度至多 1，响应至多为人数',
  },
  messages: {
    en: 'must be empty on one line of every group (nobody was written to) and a name on another',
    'zh-CN': '每组须有一行为空（未收到消息），另有一行为消息名',
  },
  bothFits: {
    en: 'must differ between lines of the same message',
    'zh-CN': '同一消息的各行须有不同的契合度',
  },
  metric: {
    en: 'must be a metric (seedbed explain metrics){detail}',
    'zh-CN': '须为指标（见 seedbed explain metrics）{detail}',
  },
  daily: {
    en: 'must have a value for each day; {detail} has one for the whole run only',
    'zh-CN': '须为每天都有数值的指标；{detail} 只在整个时段有一个数值',
  },
  day: { en: 'must be a whole number of days, 1 or more', 'zh-CN': '须为不小于 1 的整数天数' },
  horizon: {
    en: 'must be at most {detail}, the days of the scenario',
    'zh-CN': '不能超过情景的天数 {detail}',
  },
  window: {
    en: 'must be a whole number from 1 to the day itself',
    'zh-CN': '须为 1 到该日之间的整数',
  },
  value: { en: 'must be a number', 'zh-CN': '须为数值' },
  share: { en: 'must be from 0 to 1, or in percent', 'zh-CN': '须在 0 到 1 之间，或以百分数表示' },
  error: { en: 'must be a number above 0, or empty', 'zh-CN': '须为大于 0 的数，或留空' },
  yesNo: { en: 'must be yes, no or empty', 'zh-CN': '须为 yes、no 或留空' },
  again: {
    en: 'stands on line {detail} already, with the same day',
    'zh-CN': '与第 {detail} 行的指标和日期相同',
  },
  noneToFit: {
    en: 'must be no somewhere: everything is held out',
    'zh-CN': '须有为 no 的行：现在全部留出，没有可拟合的目标',
  },
  event: {
    en: 'must be one of join, visit, post, purchase, leave, tie',
    'zh-CN': '须为 join、visit、post、purchase、leave、tie 之一',
  },
  oneTime: {
    en: 'must be there alone: a day or a date, not both',
    'zh-CN': '只能有其一：day 或 date',
  },
  tooShort: {
    en: 'must reach over four windows of {detail} days at least',
    'zh-CN': '至少须跨越 4 个 {detail} 天的时段',
  },
  parquet: {
    en: 'is no Parquet file that can be read: {detail}',
    'zh-CN': '不是可读的 Parquet 文件：{detail}',
  },
  allOrNone: {
    en: 'must be neither 0 nor everybody throughout: the numbers cannot be told apart',
    'zh-CN': '不能全为 0 或全为所有人：无法区分各参数',
  },
};

export const fitPhrases = { en: english, 'zh-CN': chinese } as const;
export const fitRules = rules;

export const fitPhrase = (name: keyof typeof english, locale: Locale): string => fitPhrases[locale][name];

/** One line: place, column of the table, rule, and what was there. */
export function fitProblemText(file: string, problem: FitProblem, locale: Locale): string {
  const { line, column, path, rule, value, detail = '' } = problem;
  const text = fill(rules[rule][locale], { detail }, locale);
  const shown =
    value === undefined ? '' : JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
  const got = shown === '' ? '' : locale === 'en' ? `; got ${shown}` : `；现为 ${shown}`;
  return `${file}:${line}:${column} ${path === '' ? '' : `${path} `}${text}${got}`;
}
