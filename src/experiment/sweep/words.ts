/** What can be wrong with the inputs of a sweep and with its points, in both languages. */
import type { OwnText } from '../../scenario/scenario.ts';
import { filled, type Slots } from '../../scenario/tell.ts';

const both = (en: string, chinese: string): OwnText => ({ en, 'zh-CN': chinese });

const words = {
  unknown: both(
    'there is no input of that path that could be varied; seedbed parameters lists them.{hint}',
    '没有可变化的同名输入项；可用 `seedbed parameters` 列出。{hint}',
  ),
  meant: both(' Did you mean {near}?', '是否指 {near}？'),
  noHint: both('', ''),
  unused: both('no arm uses tactics.{tactic}', '没有方案使用 tactics.{tactic}'),
  logFrom: both('a logarithmic scale must begin above 0; got {got}', '对数刻度的低端须大于 0；现为 {got}'),
  aRange: both('must be a range such as {example}; got {got}', '须为区间，如 {example}；现为 {got}'),
  sameUnit: both('both ends must be in the same unit; got {got}', '两端单位须相同；现为 {got}'),
  order: both('the low end must be below the high end; got {got}', '低端须小于高端；现为 {got}'),
  twoChoices: both('needs at least two of {names}; got {got}', '须至少取 {names} 中的两个；现为 {got}'),
  twice: both('is given twice', '重复给出'),
  overlaps: both('{other} sets {place} too', '{other} 也设置 {place}'),
  atValue: both('at {value}: {why}', '取 {value} 时：{why}'),
  changesNothing: both(
    'changes nothing, since no arm or segment takes its value from there',
    '变化它不起作用：没有方案或人群从此处取值',
  ),
  point: both('point {number} ({values}): {why}', '第 {number} 点（{values}）：{why}'),
} as const;

export function tellOfSweep(name: keyof typeof words, slots: Slots = {}): OwnText {
  const { en, 'zh-CN': chinese } = words[name];
  return { en: filled(en, slots, 'en'), 'zh-CN': filled(chinese, slots, 'zh-CN') };
}

/** What is wrong, and with which input where it is that one's. */
export interface Fault {
  readonly path: string | null;
  readonly why: OwnText;
}

/** As the command line says it. */
export const faultText = ({ path, why }: Fault): string =>
  path === null ? why.en : `--vary ${path}: ${why.en}`;
