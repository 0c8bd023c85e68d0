/** The marks of one layer of a chart: where each is in pixels, and its style as values. */
import type { ChartSpec, Row } from '../../src/report/charts/drawing.ts';

/** One mark, or one point of a line or band; `row` is what the chart says of it. */
export interface Mark extends Readonly<Record<string, unknown>> {
  readonly x?: number;
  readonly y?: number;
  /** Place of its layer in the chart. */
  readonly layer?: number;
  readonly row: Row;
}

/** Layers as our charts make them. */
export interface PlainLayer {
  readonly data: { readonly name?: string; readonly values?: readonly Row[] };
  readonly mark: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly encoding: Readonly<Record<string, Channel>>;
}

interface Channel {
  readonly field?: string;
  readonly value?: number;
  readonly scale?: { readonly domain: readonly [number, number] };
}

export function marksOf(
  { data, mark, encoding }: PlainLayer,
  spec: ChartSpec,
  size: { readonly width: number; readonly height: number },
  font: string,
): Mark[] {
  const named = (spec.datasets ?? {}) as Readonly<Record<string, readonly Row[]>>;
  const rows = data.name === undefined ? (data.values ?? []) : (named[data.name] ?? []);
  const style = styleOf(mark, font);
  const at = pixelsOf(encoding, size);
  const text = encoding.text?.field;
  const group = (encoding as { detail?: Channel }).detail?.field;
  return rows.map((row, i) => ({
    ...style,
    ...at(row),
    ...(mark.type === 'line' ? { i, group: group === undefined ? '' : String(row[group]) } : {}),
    ...(text === undefined ? {} : { text: row[text] }),
    row,
  }));
}

/** Where a row's channels are; a rule or box without an end has the other's, or the whole plot. */
function pixelsOf(
  encoding: PlainLayer['encoding'],
  { width, height }: { readonly width: number; readonly height: number },
): (row: Row) => Record<string, number> {
  const along = (main: Channel | undefined, own: Channel | undefined, length: number, flip: boolean) => {
    if (!own) return null;
    const [low, high] = main?.scale?.domain ?? [0, 1];
    return (row: Row) => {
      if (own.value !== undefined) return own.value;
      const part = (Number(row[own.field ?? '']) - low) / (high - low);
      return flip ? length - part * length : part * length;
    };
  };
  const { x, x2, y, y2 } = encoding;
  const left = along(x, x, width, false) ?? (() => 0);
  const top = along(y, y, height, true) ?? (() => 0);
  const right = along(x, x2, width, false) ?? (x ? left : () => width);
  const bottom = along(y, y2, height, true) ?? (y ? top : () => height);
  return (row) => ({ x: left(row), x2: right(row), y: top(row), y2: bottom(row) });
}

/** The style of a mark as values of its rows. */
function styleOf(mark: PlainLayer['mark'], font: string): Record<string, unknown> {
  const color = mark.fill ?? mark.color;
  switch (mark.type) {
    case 'rect':
      return {
        color,
        opacity: mark.fillOpacity ?? 1,
        outline: mark.stroke ?? null,
        width: mark.strokeWidth ?? 0,
      };
    case 'point':
      return {
        color,
        shape: mark.shape,
        size: mark.size,
        outline: mark.stroke ?? null,
        width: mark.strokeWidth ?? 0,
      };
    case 'text':
      return {
        color,
        font,
        size: mark.fontSize,
        weight: mark.fontWeight,
        lineHeight: mark.lineHeight,
        align: mark.align,
        baseline: mark.baseline,
        dx: mark.dx ?? 0,
        dy: mark.dy ?? 0,
      };
    default:
      return {
        color,
        opacity: mark.opacity ?? 1,
        width: mark.strokeWidth,
        dash: mark.strokeDash ?? [],
        cap: mark.strokeCap ?? 'butt',
      };
  }
}
