/** A chart as files: the numbers behind it and names that say what they are. Nothing here needs a page. */
import type { Row } from '../../src/report/charts/drawing.ts';
import type { Look } from '../../src/report/charts/look.ts';
import type { Chart } from '../../src/report/charts/source.ts';
import type { Locale } from '../../src/report/format.ts';
import { fill } from '../../src/report/format-message.ts';
import { chartWords } from './words.ts';

/** How a chart looks in a file of its own. */
export const fileLook: Look = { theme: 'light', size: 'wide', titled: true };

/** Where a chart comes from; every image says it. */
export interface Origin {
  readonly seed: string;
  readonly worlds: number;
  readonly version: string;
  /** Address that shows the same; empty where there is none. */
  readonly link: string;
}

/** Lines for the foot of an image. */
export function originLines({ link, ...origin }: Origin, locale: Locale): string[] {
  const line = fill(chartWords[locale].origin, { ...origin }, locale);
  return link === '' ? [line] : [line, link];
}

/** Letters, figures and hyphens of any language; nothing that a file system or a shell takes amiss. */
const part = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60) || 'chart';

/** The metric that all of a chart's rows are of, and what the chart is: two charts of one metric are two files. */
function subject(chart: Chart): string {
  const metrics = new Set(chart.data().map(({ metric }) => metric));
  const [metric] = metrics;
  return metrics.size === 1 && typeof metric === 'string' ? `${metric}-${chart.name}` : chart.name;
}

/** `preset_metric_seed_version.ext`. */
export const fileName = (
  preset: string,
  chart: Chart,
  { seed, version }: Origin,
  extension: string,
): string => `${[preset, subject(chart), seed, version].map(part).join('_')}.${extension}`;

/** What a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const columnsOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap(Object.keys))];

/** With a mark of its encoding, which spreadsheets need to read names that are not ASCII. */
export function csvOf(rows: readonly Row[]): string {
  const columns = columnsOf(rows);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

export function jsonOf(chart: Chart, origin: Origin): string {
  const { name, title, subtitle } = chart;
  return `${JSON.stringify({ chart: name, title, subtitle, ...origin, rows: chart.data() }, null, 2)}\n`;
}

/** The Vega-Lite specification, self-contained. */
export function specOf(chart: Chart): string | null {
  const spec = chart.draw?.(fileLook);
  return spec ? `${JSON.stringify(spec, null, 2)}\n` : null;
}
