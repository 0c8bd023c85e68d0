/** Why an index is not given, in both languages. */
import type { OwnText } from '../../scenario/scenario.ts';
import { filled } from '../../scenario/tell.ts';

const words = {
  few: {
    en: 'too few points to say: {count} of the {fewest} {unit} that it takes',
    'zh-CN': '点数太少，说不准：需要 {fewest} 个{unit}，现有 {count} 个',
  },
  fewWorlds: {
    en: 'too few worlds a point to tell luck from inputs: {count} of the {fewest} that it takes',
    'zh-CN': '每个点的世界太少，分不清运气与输入项的作用：需要 {fewest} 个，现有 {count} 个',
  },
  onlyLuck: {
    en: 'what differs between the points cannot be told from luck: more points, or more worlds a point',
    'zh-CN': '各点之间的差别与运气无法区分：需要更多的点，或每个点更多的世界',
  },
  wide: {
    en: 'the 90 % range is {width} wide, and more than {limit} says nothing: more points, or more worlds a point',
    'zh-CN': '90% 区间宽 {width}，超过 {limit} 就说明不了什么：需要更多的点，或每个点更多的世界',
  },
  missing: {
    en: 'some worlds give no number for this metric',
    'zh-CN': '有些世界给不出这个指标的数值',
  },
  alike: {
    en: 'the inputs or the outcomes do not vary enough to be told apart',
    'zh-CN': '输入项或结果的变化不足，无法区分',
  },
} as const satisfies Record<string, OwnText>;

export type Refusal = keyof typeof words;

/** What blocks are called. */
export const units = {
  blocks: { en: 'blocks', 'zh-CN': '点块' },
  paths: { en: 'paths', 'zh-CN': '路径' },
  points: { en: 'points', 'zh-CN': '点' },
} as const satisfies Record<string, OwnText>;

export function refusal(
  why: Refusal,
  slots: Readonly<Record<string, string | number | OwnText>> = {},
): OwnText {
  const { en, 'zh-CN': chinese } = words[why];
  return { en: filled(en, slots, 'en'), 'zh-CN': filled(chinese, slots, 'zh-CN') };
}
