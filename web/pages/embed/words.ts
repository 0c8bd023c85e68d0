/** Words of the embedded chart. */
import type { Locale } from '../../../src/report/format.ts';

interface EmbedWords {
  readonly title: string;
  readonly waiting: string;
  readonly running: string;
  readonly absent: string;
  readonly invalid: string;
  readonly failed: string;
  readonly nothing: string;
  readonly full: string;
  readonly origin: string;
  readonly gallery: string;
}

export const embedWords: Readonly<Record<Locale, EmbedWords>> = {
  en: {
    title: 'A chart of a comparison',
    waiting: 'The chart is being opened.',
    running: 'Simulating: {done} of {planned} worlds.',
    absent: 'There is no comparison in this address. An embedded chart needs the link of one.',
    invalid: 'This scenario cannot be run as it stands.',
    failed: 'The worlds could not be run: {why}',
    nothing: 'This comparison has nothing to draw in this chart.',
    full: 'Open full',
    origin: '{worlds} paired worlds · seed {seed} · a model, not a forecast',
    gallery: 'Open the gallery',
  },
  'zh-CN': {
    title: '一次对比的图表',
    waiting: '正在打开图表。',
    running: '正在模拟：{done} / {planned} 个世界。',
    absent: '这个地址中没有对比。嵌入的图表需要一次对比的链接。',
    invalid: '这个场景目前无法运行。',
    failed: '模拟世界无法运行：{why}',
    nothing: '这次对比在该图表中没有可绘制的内容。',
    full: '打开完整页面',
    origin: '{worlds} 个配对模拟世界 · 种子 {seed} · 这是模型，不是预测',
    gallery: '打开案例库',
  },
};
