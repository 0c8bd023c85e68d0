/** Words around a result. */
import type { Locale } from '../../../src/report/format.ts';

interface ResultWords {
  readonly why: string;
  readonly whatIf: string;
  readonly lastValid: string;
}

export const resultWords: Readonly<Record<Locale, ResultWords>> = {
  en: {
    why: 'why it is not surer',
    whatIf: 'what would change it',
    lastValid: 'From the last settings that could run.',
  },
  'zh-CN': {
    why: '为什么没有更大把握',
    whatIf: '什么会改变它',
    lastValid: '以下是最近一次可运行设置的结果。',
  },
};
