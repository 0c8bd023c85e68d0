/** Words of what notebooks show. */
import type { Locale } from '../../src/report/format.ts';

interface KitWords {
  readonly missing: string;
  readonly assumptions: string;
  readonly known: string;
  readonly progress: string;
}

export const kitWords: Readonly<Record<Locale, KitWords>> = {
  en: {
    missing: 'The scenario {name} could not be loaded.',
    assumptions: '{count} inputs with ranges and sources',
    known: 'How known',
    progress: '{done} of {worlds} worlds',
  },
  'zh-CN': {
    missing: '无法载入场景 {name}。',
    assumptions: '{count} 个输入及其区间与来源',
    known: '依据',
    progress: '{done} / {worlds} 个世界',
  },
};
