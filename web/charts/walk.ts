/** Reading a chart's table with arrow keys: left and right along its rows, up and down along its columns. */
import type { ChartTable } from '../../src/report/charts/source.ts';
import type { Locale } from '../../src/report/format.ts';
import { fill } from '../../src/report/format-message.ts';
import { chartWords } from './words.ts';

/** A cell; column 0 names the row. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The place after a key; the first cell from nowhere, and the edge at the edge. Null for any other key. */
export function step(place: Place | null, key: string, { rows, columns }: ChartTable): Place | null {
  const [last, lastColumn] = [rows.length - 1, columns.length - 1];
  if (last < 0 || lastColumn < 1) return null;
  if (key === 'Home' || key === 'End') return { row: key === 'Home' ? 0 : last, column: place?.column ?? 1 };
  const by = steps[key];
  if (!by) return null;
  if (!place) return { row: 0, column: 1 };
  return {
    row: Math.min(last, Math.max(0, place.row + by[0])),
    column: Math.min(lastColumn, Math.max(1, place.column + by[1])),
  };
}

export function placeText({ row, column }: Place, { rows, columns }: ChartTable, locale: Locale): string {
  const cells = rows[row] ?? [];
  const slots = { row: cells[0] ?? '', column: columns[column] ?? '', value: cells[column] ?? '' };
  return fill(chartWords[locale].cell, slots, locale);
}
