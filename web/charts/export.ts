/** Saves a chart from the page. */
import type { Chart } from '../../src/report/charts/source.ts';
import type { Locale } from '../../src/report/format.ts';
import { saveFile } from '../app/save-file.ts';
import { csvOf, fileLook, fileName, jsonOf, type Origin, originLines, specOf } from './files.ts';

export type Format = 'png1' | 'png2' | 'png4' | 'svg' | 'csv' | 'json' | 'spec';

export const formats: readonly Format[] = ['png1', 'png2', 'png4', 'svg', 'csv', 'json', 'spec'];

export interface Exported {
  readonly chart: Chart;
  readonly locale: Locale;
  /** Name of the scenario that it shows. */
  readonly preset: string;
  readonly origin: Origin;
}

const scales = { png1: 1, png2: 2, png4: 4 } as const;
const extensions = { svg: 'svg', csv: 'csv', json: 'json', spec: 'vl.json' } as const;

/** The chart as a picture with its title, and below it where it comes from. */
async function pngOf({ chart, locale, origin }: Exported, scale: number): Promise<Blob> {
  if (!chart.draw) throw new Error('there is nothing to draw');
  const { canvasOf } = await import('./open-board.ts');
  const canvas = await canvasOf(chart.draw(fileLook), scale, { footer: originLines(origin, locale) });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

async function textOf({ chart, locale, origin }: Exported, format: keyof typeof extensions): Promise<string> {
  if (format === 'csv') return csvOf(chart.data());
  if (format === 'json') return jsonOf(chart, origin);
  if (!chart.draw) throw new Error('there is nothing to draw');
  if (format === 'spec') return specOf(chart) ?? '';
  const { svgOf } = await import('./open-board.ts');
  return svgOf(chart.draw(fileLook), { footer: originLines(origin, locale) });
}

const types = {
  svg: 'image/svg+xml',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  spec: 'application/json',
};

/** Saves a file and gives its name. */
export async function save(exported: Exported, format: Format): Promise<string> {
  const { chart, preset, origin } = exported;
  const isPicture = format === 'png1' || format === 'png2' || format === 'png4';
  const name = fileName(preset, chart, origin, isPicture ? 'png' : extensions[format]);
  const blob = isPicture
    ? await pngOf(exported, scales[format])
    : new Blob([await textOf(exported, format)], { type: types[format] });
  saveFile(name, blob);
  return name;
}

/** Whether the browser can take a picture into its clipboard. */
export const canCopy = (): boolean => typeof ClipboardItem !== 'undefined' && !!navigator.clipboard?.write;

/** The picture is handed over as a promise: a browser asks for the click that it comes from. */
export const copyImage = (exported: Exported): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(exported, 2) })]);
