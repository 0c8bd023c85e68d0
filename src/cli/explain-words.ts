/** What `seedbed explain` and `seedbed parameters` say around the facts, in both languages. */
import type { MetricUnit, Summary } from '../metrics/definitions.ts';
import type { Locale } from '../report/format.ts';
import type { Known } from '../scenario/parameter.ts';

const english = {
  columns: ['path', 'default', 'plausible range', 'unit', 'known', 'source'],
  metricColumns: ['metric', 'name', 'unit', 'good'],
  same: 'Of the same name: {names}',
  default: 'default',
  usedIn: 'used in',
  unit: 'unit',
  plausible: 'plausible',
  percentiles: '{range} (5th to 95th percentile)',
  options: 'options',
  settledBy: 'settled by',
  byScenario: 'the scenario',
  byNobody: 'nobody: drawn anew for every world, unless the scenario says',
  known: 'known',
  source: 'source',
  good: 'good',
  more: 'more',
  less: 'less',
  neither: 'neither more nor less',
  ofWorld: 'of a world',
  alsoCalled: 'also called',
  definedIn: 'defined in',
  between: ', ',
};

type Words = { readonly [name in keyof typeof english]: (typeof english)[name] };

const chinese: Words = {
  columns: ['路径', '默认值', '合理区间', '单位', '依据', '来源'],
  metricColumns: ['指标', '名称', '单位', '好的方向'],
  same: '同名项：{names}',
  default: '默认值',
  usedIn: '用于',
  unit: '单位',
  plausible: '合理区间',
  percentiles: '{range}（第 5 至第 95 百分位）',
  options: '选项',
  settledBy: '由谁设定',
  byScenario: '情景',
  byNobody: '无人设定：每个模拟世界各取一值，除非情景写明',
  known: '依据',
  source: '来源',
  good: '好的方向',
  more: '越多越好',
  less: '越少越好',
  neither: '无好坏之分',
  ofWorld: '整个世界的取值',
  alsoCalled: '别名',
  definedIn: '定义于',
  between: '、',
};

export const explainWords: Readonly<Record<Locale, Words>> = { en: english, 'zh-CN': chinese };

/** How a number is known. */
export const knownWords: Readonly<Record<Locale, Readonly<Record<Known, string>>>> = {
  en: {
    measured: 'measured',
    published: 'published',
    'second-hand': 'second-hand',
    assumption: 'assumption',
  },
  'zh-CN': { measured: '实测', published: '已发表', 'second-hand': '转引', assumption: '假设' },
};

/** How the days of a world become its one number. */
export const summaryWords: Readonly<Record<Locale, Readonly<Record<Summary, string>>>> = {
  en: {
    sum: 'the sum of its days',
    last: 'its last day',
    mean: 'the mean of its days',
    state: 'worked out from everybody at the end; it has no daily values',
  },
  'zh-CN': {
    sum: '各日之和',
    last: '最后一天的值',
    mean: '各日平均',
    state: '期末按所有人计算；没有每日数值',
  },
};

export const metricUnits: Readonly<Record<Locale, Readonly<Record<MetricUnit, string>>>> = {
  en: {
    money: 'money',
    share: 'share',
    people: 'people',
    count: 'count',
    hours: 'hours',
    minutes: 'minutes',
    score: 'score',
  },
  'zh-CN': {
    money: '金额',
    share: '比例',
    people: '人数',
    count: '次数',
    hours: '小时',
    minutes: '分钟',
    score: '分值',
  },
};
