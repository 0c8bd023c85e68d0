/** What `seedbed optimise` says beside its results, in both languages. */
import type { Locale } from '../report/format.ts';
import { fill, type Slots } from '../report/format-message.ts';

const english = {
  asked: '{count, plural, one {# mix} other {# mixes}} and the baseline',
  halves: 'at most {worlds} worlds each, {half} to choose in and {half} to report on',
  leftOut: '{count} left out, as they contradict themselves',
  stopped: 'Stopped with {done} results. They are kept in {folder}.',
  resume: 'Resume  {command}',
  best: 'Best',
  report: 'Report',
  next: 'Next',
} as const;

const chinese: Record<keyof typeof english, string> = {
  asked: '{count} 个组合，加上基准',
  halves: '每个至多 {worlds} 个模拟世界：{half} 个用于选择，{half} 个用于报告',
  leftOut: '{count} 个自相矛盾，未参加',
  stopped: '停止时已有 {done} 个结果，保存在 {folder}。',
  resume: '继续  {command}',
  best: '最佳',
  report: '报告',
  next: '下一步',
};

export type OptimiseCliPhrase = keyof typeof english;

export const optimiseCliPhrases = { en: english, 'zh-CN': chinese } as const;

export const optimiseCliPhrase = (name: OptimiseCliPhrase, locale: Locale, slots: Slots = {}): string =>
  fill(optimiseCliPhrases[locale][name], slots, locale);
