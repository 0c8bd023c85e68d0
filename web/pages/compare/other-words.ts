/** Words for stored results that are no comparison with its worlds. */
import type { Locale } from '../../../src/report/format.ts';

interface OtherWords {
  readonly runTitle: string;
  readonly made: string;
  readonly metric: string;
  readonly median: string;
  readonly ninety: string;
  readonly range: string;
  readonly shown: string;
}

export const otherWords: Readonly<Record<Locale, OtherWords>> = {
  en: {
    runTitle: '“{arm}”, day by day: {worlds} worlds of {days} days',
    made: 'Seed {seed} · Seedbed {version} · digest {digest}',
    metric: 'Metric',
    median: 'Median',
    ninety: '90% of worlds',
    range: '{low} to {high}',
    shown: 'Metric over time',
  },
  'zh-CN': {
    runTitle: '“{arm}”逐日结果：{worlds} 个模拟世界，{days} 天',
    made: '种子 {seed} · Seedbed {version} · 摘要 {digest}',
    metric: '指标',
    median: '中位数',
    ninety: '90% 的模拟世界',
    range: '{low} 至 {high}',
    shown: '随时间变化的指标',
  },
};
