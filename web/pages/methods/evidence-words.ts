/** Words of the chapter on evidence; none of them is in the page's script. */
import type { Locale } from '../../../src/report/format.ts';
import type { Yardstick } from '../../../src/scenario/scenario.ts';

const english = {
  summary:
    '{files} yardsticks with {checks} checks: {passed} hold, {failed} fail{open}. {worlds} worlds, seed “{seed}”, version {version}; whoever runs them again gets the same numbers.',
  open: ', {count} not judged',
  key: 'Each strip has what is expected in its middle and the tolerance as a band around it; the dot is what the worlds came to, its line 4 standard errors to either side. Strips end at twice the tolerance: an arrow is further out.',
  columns: ['What is read', 'Expected', 'Observed', 'Held'],
  known: { published: 'published', 'second-hand': 'second-hand', computed: 'computed' },
  worlds: '{count, plural, one {one world} other {# worlds}}',
  arm: '“{arm}”',
  against: '“{arm}” relative to “{against}”',
  per: 'divided by {per}',
  day: 'day {on}',
  mean: 'mean of days {first} to {on}',
  total: 'days {first} to {on} together',
  reaches: 'first day at {reaches}',
  equals: 'share of worlds with {value}',
  atLeast: 'share of worlds with {value} or more',
  atMost: 'share of worlds with {value} or less',
  whole: 'whole run',
  comma: ', ',
  byLaw: 'by the law',
  printed: 'as printed',
  passes: 'holds',
  fails: 'fails',
  notJudged: 'not judged',
  exact: 'Exactly as expected',
  above: '{part} of the tolerance above what is expected',
  below: '{part} of the tolerance below what is expected',
  nothing: 'Nothing observed yet',
  calibration: 'Printed ranges and chances',
  ranges:
    'A range from p05 to p95 should hold the truth in 90% of cases. Each of {truths} truths (a world of another seed) was held against the range of an experiment of {worlds} worlds of its own. Where numbers tie, a truth may stand on the end of a range: then the share strictly inside and the share up to the ends.',
  rangeColumns: ['Metric'],
  of: { ads: 'Ads', coupons: 'Coupons', difference: 'Difference' },
  chances:
    'A printed chance should be how often it happens. {pairs} random pairs of arms, {worlds} worlds each: among pairs whose printed chance that an arm is better falls in the same tenth, the share in which it was better in one fresh world.',
  binColumns: ['Printed chance', 'Truly better', 'Pairs'],
  plot: 'Share truly better against printed chance, by bins; on the diagonal they are the same',
  printedAxis: 'Printed chance, %',
  betterAxis: 'Truly better, %',
};

type Words = { readonly [name in keyof typeof english]: (typeof english)[name] } & {
  readonly known: Readonly<Record<Yardstick['known'], string>>;
};

const chinese: Words = {
  summary:
    '共 {files} 份基准、{checks} 项检验：{passed} 项通过，{failed} 项未通过{open}。合计 {worlds} 个模拟世界，种子“{seed}”，版本 {version}；任何人重新运行都会得到相同的数字。',
  open: '，{count} 项未评判',
  key: '每条横带的正中为期望值，四周的色带为容差；圆点为各模拟世界的结果，横线为左右各 4 个标准误。横带止于容差的两倍，箭头表示超出其外。',
  columns: ['所读数值', '期望值', '观测值', '是否通过'],
  known: { published: '已发表', 'second-hand': '转引', computed: '计算得出' },
  worlds: '{count} 个模拟世界',
  arm: '“{arm}”',
  against: '“{arm}”相对于“{against}”',
  per: '除以 {per}',
  day: '第 {on} 天',
  mean: '第 {first} 天至第 {on} 天的均值',
  total: '第 {first} 天至第 {on} 天合计',
  reaches: '首次达到 {reaches} 的日子',
  equals: '数值为 {value} 的模拟世界占比',
  atLeast: '数值不低于 {value} 的模拟世界占比',
  atMost: '数值不高于 {value} 的模拟世界占比',
  whole: '全期',
  comma: '，',
  byLaw: '按定律',
  printed: '按原表',
  passes: '通过',
  fails: '未通过',
  notJudged: '未评判',
  exact: '与期望值完全一致',
  above: '高于期望值，为容差的 {part}',
  below: '低于期望值，为容差的 {part}',
  nothing: '尚无观测值',
  calibration: '给出的区间与概率',
  ranges:
    '从 p05 到 p95 的区间应有 90% 的情形包含真值。{truths} 个真值（各为另一种子的模拟世界）分别对照一次独立实验（{worlds} 个模拟世界）的区间。数值有重复时，真值可能恰在区间端点：此时分别给出严格在内与含端点的占比。',
  rangeColumns: ['指标'],
  of: { ads: '广告', coupons: '优惠券', difference: '差异' },
  chances:
    '给出的概率应等于事情发生的频率。{pairs} 对随机方案，每对 {worlds} 个模拟世界：把某方案更好的概率落在同一十分位的方案对归在一起，看它在一个全新模拟世界中确实更好的占比。',
  binColumns: ['给出的概率', '确实更好', '方案对数'],
  plot: '各组确实更好的占比与给出的概率；在对角线上则二者相同',
  printedAxis: '给出的概率，%',
  betterAxis: '确实更好，%',
};

export const evidenceWords: Readonly<Record<Locale, Words>> = { en: english, 'zh-CN': chinese };
