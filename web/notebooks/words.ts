/** Words of what notebooks show. */
import type { Locale } from '../../src/report/format.ts';

/** The viewer's language. */
export const locale = (): Locale => (document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en');

interface KitWords {
  readonly sandbox: string;
  readonly compare: string;
  readonly assumptions: string;
  readonly known: string;
  readonly progress: string;
  readonly day: string;
  readonly holds: string;
  readonly fails: string;
  readonly checkColumns: readonly string[];
}

export const kitWords: Readonly<Record<Locale, KitWords>> = {
  en: {
    sandbox: 'Open in the sandbox',
    compare: 'Open in Compare',
    assumptions: '{count} inputs with ranges and sources',
    known: 'How known',
    progress: '{done} of {worlds} worlds',
    day: 'day {day}',
    holds: 'holds',
    fails: 'FAILS',
    checkColumns: ['Tactic', 'Metric', 'Expected', 'Observed', 'Allowed', 'Outcome'],
  },
  'zh-CN': {
    sandbox: '在沙盘中打开',
    compare: '在对比页中打开',
    assumptions: '{count} 个输入及其区间与来源',
    known: '依据',
    progress: '{done} / {worlds} 个世界',
    day: '第 {day} 天',
    holds: '通过',
    fails: '未通过',
    checkColumns: ['策略', '指标', '应为', '实为', '允许偏差', '结果'],
  },
};
