/** What the frame of a chart says: its buttons, its readout, its files. */
import type { Locale } from '../../src/report/format.ts';

interface ChartWords {
  readonly data: string;
  readonly table: string;
  readonly export: string;
  readonly tools: string;
  readonly nothing: string;
  readonly failed: string;
  readonly drawing: string;
  readonly keys: string;
  readonly cell: string;
  readonly rows: string;
  readonly firstRows: string;
  readonly none: string;
  readonly png: string;
  readonly svg: string;
  readonly csv: string;
  readonly json: string;
  readonly spec: string;
  readonly copyImage: string;
  readonly saved: string;
  readonly copied: string;
  readonly notSaved: string;
  readonly origin: string;
}

export const chartWords: Readonly<Record<Locale, ChartWords>> = {
  en: {
    data: 'Data',
    table: 'Table',
    export: 'Export',
    tools: 'Tools of this chart',
    nothing: '{title}.',
    failed: 'The drawing could not be loaded. The table has the same numbers.',
    drawing: 'Drawing',
    keys: 'Arrow keys read the numbers, Enter opens the table.',
    cell: '{row} · {column}: {value}',
    rows: '{count, plural, one {# row} other {# rows}}',
    firstRows: 'The first {shown} of {count} rows; files have all of them.',
    none: 'no number',
    png: 'PNG {scale}×',
    svg: 'SVG',
    csv: 'CSV',
    json: 'JSON',
    spec: 'Vega-Lite',
    copyImage: 'Copy image',
    saved: 'Saved as {file}',
    copied: 'Image copied',
    notSaved: 'This browser refused; another format may do',
    origin: 'Seedbed {version} · seed {seed} · {worlds, plural, one {# world} other {# worlds}}',
  },
  'zh-CN': {
    data: '数据',
    table: '表格',
    export: '导出',
    tools: '此图表的工具',
    nothing: '{title}。',
    failed: '图形未能加载；表格中有同样的数字。',
    drawing: '图形',
    keys: '方向键逐个读数，回车键打开表格。',
    cell: '{row} · {column}：{value}',
    rows: '{count} 行',
    firstRows: '共 {count} 行，此处为前 {shown} 行；文件包含全部。',
    none: '无数值',
    png: 'PNG {scale}×',
    svg: 'SVG',
    csv: 'CSV',
    json: 'JSON',
    spec: 'Vega-Lite',
    copyImage: '复制图片',
    saved: '已保存为 {file}',
    copied: '图片已复制',
    notSaved: '浏览器拒绝了此操作；可换一种格式',
    origin: 'Seedbed {version} · 种子 {seed} · {worlds} 个模拟世界',
  },
};
