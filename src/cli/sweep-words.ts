/** What `seedbed sweep` and `seedbed results` say, in both languages. */
import type { Locale } from '../report/format.ts';
import { fill, type Slots } from '../report/format-message.ts';

const english = {
  asked:
    '{points, plural, one {# point} other {# points}} x {worlds, plural, one {# world} other {# worlds}} x {arms, plural, one {# arm} other {# arms}} = {all} results, {needed} of them different',
  there: '{count} are there already',
  missing: '{count} to run',
  forecast: 'about {time} and {disk} of disk ({folder})',
  nothingMissing: 'All results are there already.',
  lowDisk: '{folder} has {free} left on its disk; this needs about {disk}.',
  seconds: '{count, plural, one {# second} other {# seconds}}',
  minutes: '{count, plural, one {# minute} other {# minutes}}',
  hours: '{count, plural, one {# hour} other {# hours}}',
  stopped: 'Stopped with {done} of {needed} results. They are kept in {folder}.',
  resume: 'Resume  {command}',
  heading: '{metric}: against {baseline}, in the same worlds',
  headingAlone: '{metric} of {arm}',
  point: 'point',
  arm: 'arm',
  median: 'median',
  range: '[5% .. 95%]',
  better: 'better in',
  shown:
    'The best {shown} of {all}. The best of many looks better than it is, since luck chose it too: try it in other worlds.',
  across:
    '{arm}: median over all points {median}, from {low} to {high}; ahead in at least 95% of worlds at {count, plural, one {# point} other {# points}}, behind at {behind}',
  digest: 'digest  {digest}',
  results: 'Results',
  ask: 'Ask',
  next: 'Next',
  study: 'study',
  scenario: 'scenario',
  design: 'design',
  points: 'points',
  worlds: 'worlds',
  done: 'done',
  inputs: 'inputs',
} as const;

const chinese: Record<keyof typeof english, string> = {
  asked: '{points} 个设计点 × {worlds} 个模拟世界 × {arms} 个方案 = {all} 个结果，其中不同的 {needed} 个',
  there: '已有 {count} 个',
  missing: '待运行 {count} 个',
  forecast: '约需 {time}、磁盘 {disk}（{folder}）',
  nothingMissing: '所有结果都已存在。',
  lowDisk: '{folder} 所在磁盘剩余 {free}；本次约需 {disk}。',
  seconds: '{count} 秒',
  minutes: '{count} 分钟',
  hours: '{count} 小时',
  stopped: '停止时已有 {done}/{needed} 个结果，保存在 {folder}。',
  resume: '继续  {command}',
  heading: '{metric}：在相同模拟世界中与{baseline}相比',
  headingAlone: '{arm}的{metric}',
  point: '设计点',
  arm: '方案',
  median: '中位数',
  range: '[5% .. 95%]',
  better: '更优概率',
  shown:
    '共 {all} 个，列出最好的 {shown} 个。多中选优有运气成分，看上去会比实际好：请在另外的模拟世界中检验。',
  across:
    '{arm}：各设计点的中位数为 {median}，从 {low} 到 {high}；在至少 95% 的模拟世界中领先的有 {count} 个设计点，落后的有 {behind} 个',
  digest: '摘要  {digest}',
  results: '结果',
  ask: '查询',
  next: '下一步',
  study: '研究',
  scenario: '情景',
  design: '设计',
  points: '设计点',
  worlds: '模拟世界',
  done: '完成',
  inputs: '输入项',
};

export type SweepPhrase = keyof typeof english;

export const sweepPhrases = { en: english, 'zh-CN': chinese } as const;

export const sweepPhrase = (name: SweepPhrase, locale: Locale, slots: Slots = {}): string =>
  fill(sweepPhrases[locale][name], slots, locale);

/** How long something takes, roughly. */
export function roughTime(seconds: number, locale: Locale): string {
  if (seconds < 90) return sweepPhrase('seconds', locale, { count: Math.max(1, Math.round(seconds)) });
  const minutes = seconds / 60;
  if (minutes < 90) return sweepPhrase('minutes', locale, { count: Math.round(minutes) });
  return sweepPhrase('hours', locale, { count: Math.round(minutes / 60) });
}

/** Bytes as people say them: `45 MB`. */
export function roughBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let rounded = Number(bytes.toPrecision(2));
  let power = 0;
  for (; rounded >= 1000 && power < units.length - 1; power++) rounded /= 1000;
  return `${Number(rounded.toPrecision(2))} ${units[power]}`;
}
