/** What downloads are, in words. */
import type { Comparison } from '../../../src/analysis/comparison.ts';
import { inLocale, plain } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import type { Locale } from '../../../src/report/format.ts';
import type { OwnText, Text } from '../../../src/scenario/scenario.ts';

const result: OwnText = {
  en: '{title} {worlds} paired worlds, seed {seed}; one line per world, arm and metric.',
  'zh-CN': '{title}{worlds} 个配对模拟世界，种子 {seed}；每个世界、方案、指标一行。',
};

export const fileWords = {
  model: {
    schema: {
      en: 'JSON Schema of scenario files, for editors and checks.',
      'zh-CN': '场景文件的 JSON Schema，供编辑器与校验使用。',
    },
    parameters: {
      en: 'Every number of the model: default, range, source, how known.',
      'zh-CN': '模型的每个数值：默认值、区间、来源、依据。',
    },
    metrics: {
      en: 'Every metric: unit, which way is good, what it is.',
      'zh-CN': '每个指标：单位、好的方向、含义。',
    },
  },
  comparison: {
    en: 'The same in figures: medians, ranges, differences, guardrails, verdict.',
    'zh-CN': '同一结果的汇总：中位数、区间、差异、护栏指标、结论。',
  },
  stored(title: Text, { worlds, seed }: Comparison): OwnText {
    const write = (locale: Locale) =>
      say(result[locale], { title: plain(inLocale(title, locale)), worlds, seed: plain(seed) }, locale);
    return { en: write('en'), 'zh-CN': write('zh-CN') };
  },
} as const;
