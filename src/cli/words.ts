/** What the command line says about results, in both languages. Errors and help are in English. */

import type { Locale } from '../report/format.ts';
import { fill, type Slots } from '../report/format-message.ts';

const english = {
  progress: '{done}/{total} worlds',
  rate: '{rate}/s',
  secondsLeft: '{count} s left',
  minutesLeft: '{count} min left',
  hoursLeft: '{count} h left',
  keeps: 'Ctrl-C keeps results',
  finished: '{count, plural, one {# world} other {# worlds}} in {seconds} s ({rate}/s)',
  pickedUp: '{count, plural, one {# finished world} other {# finished worlds}} picked up from {folder}',
  stopped: 'Stopped at {done} of {total}; shown as is.',
  stoppedEarly: 'Stopped at {done} of {total}.',
  kept: '{count, plural, one {# finished world is} other {# finished worlds are}} kept in {folder}.',
  nothingKept: 'No world was finished yet, so there is nothing to keep.',
  resume: 'Resume',
  report: 'Report',
  results: 'Results',
  next: 'Next',
  openReport: 'open {report} in a browser',
  keepsAndDraws: 'keeps every world, writes a report with charts',
  metric: 'metric',
  arm: 'arm',
  median: 'median',
  range: '[5% .. 95%]',
  difference: 'against {baseline}',
  relative: 'relative',
  chanceBetter: 'better in',
  ofWorlds: '{share} of worlds',
  mayFall: '{metric} may fall by {limit} at most',
  mayRise: '{metric} may rise by {limit} at most',
  mayFallPart: '{metric} may fall by {limit} of the baseline at most',
  mayRisePart: '{metric} may rise by {limit} of the baseline at most',
  atLeast: '{metric} at least {limit}',
  atMost: '{metric} at most {limit}',
  guardrail: 'Guardrail: {rule}. {list}.',
  held: '{arm} holds it ({share} of worlds are beyond)',
  broken: '{arm} does NOT hold it ({share} of worlds are beyond)',
  between: '; ',
  warning: 'Note: {text}',
  day: 'day',
  week: 'week',
  month: 'month',
  whole: 'whole run',
  endsView: 'Ctrl-C ends it. Nothing leaves this machine.',
  published:
    '{stories, plural, one {# story} other {# stories}}, {answered} with a verdict. Any host can serve {folder}.',
  moreResults: '{count, plural, one {and # more result} other {and # more results}} on the first page',
  medians: '{arm}: medians over {count, plural, one {# world} other {# worlds}}',
  stops: 'Ctrl-C stops',
  yardstick: 'yardstick',
  read: 'day',
  expected: 'expected',
  observed: 'observed',
  standardError: 'standard error',
  tolerance: 'tolerance',
  outcome: 'outcome',
  passes: 'pass',
  fails: 'FAIL',
  noClosedForm: "not judged: no closed form, expected value of the file's own settings",
  tooFewWorlds: 'not judged: too few worlds for a standard error',
  yardsticksEnd:
    '{passed, plural, one {# check passes} other {# checks pass}}, {failed} fail, {open} not judged.',
  yardsticksStopped: 'Stopped after {done} of {total} yardsticks.',
} as const;

const chinese: Record<keyof typeof english, string> = {
  progress: '{done}/{total} 个模拟世界',
  rate: '每秒 {rate} 个',
  secondsLeft: '还需 {count} 秒',
  minutesLeft: '还需 {count} 分钟',
  hoursLeft: '还需 {count} 小时',
  keeps: 'Ctrl-C 保留结果',
  finished: '{count} 个模拟世界，用时 {seconds} 秒（每秒 {rate} 个）',
  pickedUp: '沿用 {folder} 中已完成的 {count} 个模拟世界',
  stopped: '在 {done}/{total} 处停止；按现有结果显示。',
  stoppedEarly: '在 {done}/{total} 处停止。',
  kept: '已完成的 {count} 个模拟世界保存在 {folder}。',
  nothingKept: '尚无已完成的模拟世界，没有可保存的结果。',
  resume: '继续',
  report: '报告',
  results: '结果',
  next: '下一步',
  openReport: '用浏览器打开 {report}',
  keepsAndDraws: '保留每个模拟世界，并生成带图表的报告',
  metric: '指标',
  arm: '方案',
  median: '中位数',
  range: '[5% .. 95%]',
  difference: '与{baseline}相比',
  relative: '相对',
  chanceBetter: '更优概率',
  ofWorlds: '{share}',
  mayFall: '{metric}最多下降 {limit}',
  mayRise: '{metric}最多上升 {limit}',
  mayFallPart: '{metric}最多比基准下降 {limit}',
  mayRisePart: '{metric}最多比基准上升 {limit}',
  atLeast: '{metric}至少 {limit}',
  atMost: '{metric}至多 {limit}',
  guardrail: '护栏指标：{rule}。{list}。',
  held: '{arm}守住（{share} 的模拟世界越线）',
  broken: '{arm}未守住（{share} 的模拟世界越线）',
  between: '；',
  warning: '注意：{text}',
  day: '日',
  week: '周',
  month: '月',
  whole: '全期',
  endsView: '按 Ctrl-C 结束。数据不会离开本机。',
  published: '{stories} 个问题，其中 {answered} 个有结论。任何主机都可提供 {folder}。',
  moreResults: '另有 {count} 个结果，见首页',
  medians: '{arm}：{count} 个模拟世界的中位数',
  stops: 'Ctrl-C 停止',
  yardstick: '标尺',
  read: '日',
  expected: '应为',
  observed: '实为',
  standardError: '标准误',
  tolerance: '容差',
  outcome: '结果',
  passes: '通过',
  fails: '未通过',
  noClosedForm: '未评判：无闭式解，应为值只对应文件自身的设定',
  tooFewWorlds: '未评判：模拟世界太少，无从计算标准误',
  yardsticksEnd: '{passed} 项通过，{failed} 项未通过，{open} 项未评判。',
  yardsticksStopped: '完成 {done}/{total} 个标尺后停止。',
};

export type Phrase = keyof typeof english;

export const phrases = { en: english, 'zh-CN': chinese } as const;

/** A phrase in the language, its slots filled. */
export function phrase(name: Phrase, locale: Locale, slots: Slots = {}): string {
  return fill(phrases[locale][name], slots, locale);
}

/** How long something will still take. */
export function timeLeft(seconds: number, locale: Locale): string {
  if (seconds < 90) return phrase('secondsLeft', locale, { count: Math.max(1, Math.round(seconds)) });
  const minutes = seconds / 60;
  if (minutes < 90) return phrase('minutesLeft', locale, { count: Math.round(minutes) });
  return phrase('hoursLeft', locale, { count: Math.round(minutes / 60) });
}
