/** What can be wrong with the options of a design, in both languages. */
import type { OwnText } from '../../scenario/scenario.ts';
import { filled, type Slots } from '../../scenario/tell.ts';

const both = (en: string, chinese: string): OwnText => ({ en, 'zh-CN': chinese });

const words = {
  fewestInputs: both(
    'inputs must be a whole number of at least 1; got {got}',
    '输入项数须为不小于 1 的整数；现为 {got}',
  ),
  mostInputs: both('inputs must be at most {most}; got {got}', '输入项最多 {most} 个；现为 {got}'),
  fewestPoints: both(
    'points must be a whole number of at least {least} for {inputs}; got {got}',
    '{inputs}至少需要 {least} 个点（整数）；现为 {got}',
  ),
  oneInput: both('1 input', '1 个输入项'),
  someInputs: both('{count} inputs', '{count} 个输入项'),
  fewestLevels: both(
    'levels must be a whole number of at least 2; got {got}',
    '水平数须为不小于 2 的整数；现为 {got}',
  ),
  evenLevels: both('levels must be even for paths; got {got}', '路径的水平数须为偶数；现为 {got}'),
  tooManyLevels: both(
    'points must be at least {count} for {levels} levels of {dimensions} inputs; got {got}',
    '{dimensions} 个输入项各取 {levels} 个水平至少需要 {count} 个点；现为 {got}',
  ),
} as const;

export function tellOfDesign(name: keyof typeof words, slots: Slots): OwnText {
  const { en, 'zh-CN': chinese } = words[name];
  return { en: filled(en, slots, 'en'), 'zh-CN': filled(chinese, slots, 'zh-CN') };
}
