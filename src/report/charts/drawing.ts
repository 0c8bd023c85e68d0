/**
 * The few marks that every chart is made of, as Vega-Lite layers.
 *
 * Layout is settled here and not by Vega: explicit domains, no axes, no legends, no expressions, `autosize: none`.
 * So a chart looks the same wherever it is drawn, and what people typed is only ever data, never code.
 */
import type { TopLevelSpec } from 'vega-lite';
import { type Colors, colorsOf, type Look } from './look.ts';
import { BOLD, wrap } from './text.ts';

export type ChartSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = ChartSpec['layer'][number];
export type Row = Readonly<Record<string, unknown>>;

/** The drawing area in pixels and in the units of the data, and the room around it. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly x: readonly [low: number, high: number];
  /** From bottom to top. */
  readonly y: readonly [low: number, high: number];
  readonly margin: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

export const xPixel = (plot: Plot, x: number): number =>
  ((x - plot.x[0]) / (plot.x[1] - plot.x[0])) * plot.width;
export const yPixel = (plot: Plot, y: number): number =>
  plot.height - ((y - plot.y[0]) / (plot.y[1] - plot.y[0])) * plot.height;
export const yValue = (plot: Plot, pixel: number): number =>
  plot.y[0] + ((plot.height - pixel) / plot.height) * (plot.y[1] - plot.y[0]);

/** Outer width of a chart: half a page, or a phone. */
export const outerWidth = { wide: 560, phone: 330 } as const;

export const sans =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

function channels(plot: Plot, fields: { readonly [channel in 'x' | 'x2' | 'y' | 'y2']?: string }) {
  const along = (field: string, domain: readonly [number, number]) => ({
    field,
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [...domain], nice: false, zero: false },
  });
  return {
    ...(fields.x === undefined ? {} : { x: along(fields.x, plot.x) }),
    ...(fields.x2 === undefined ? {} : { x2: { field: fields.x2 } }),
    ...(fields.y === undefined ? {} : { y: along(fields.y, plot.y) }),
    ...(fields.y2 === undefined ? {} : { y2: { field: fields.y2 } }),
  };
}

/** Where a layer's rows come from: a data set of the chart by name, or rows of its own. */
export type Rows = string | readonly Row[];

const data = (rows: Rows) =>
  typeof rows === 'string' ? { name: rows } : { values: rows.map((row) => ({ ...row })) };

interface Stroke {
  readonly color: string;
  readonly width?: number;
  readonly opacity?: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
}

const stroke = ({ color, width = 1, opacity = 1, dash = [1, 0], cap = 'butt' }: Stroke) => ({
  color,
  strokeWidth: width,
  strokeCap: cap,
  ...(opacity === 1 ? {} : { opacity }),
  ...(dash[1] === 0 ? {} : { strokeDash: [...dash] }),
});

/** Straight lines from (x, y) to (x2, y2), or over the whole plot where a channel is not given. */
export function rules(
  plot: Plot,
  rows: Rows,
  fields: { readonly x?: string; readonly x2?: string; readonly y?: string; readonly y2?: string },
  style: Stroke,
): Layer {
  return { data: data(rows), mark: { type: 'rule', ...stroke(style) }, encoding: channels(plot, fields) };
}

/** A line through the rows in their order; several where `group` is given. */
export function lines(
  plot: Plot,
  rows: Rows,
  fields: { readonly x: string; readonly y: string; readonly group?: string },
  style: Stroke,
): Layer {
  const { group, ...places } = fields;
  return {
    data: data(rows),
    mark: { type: 'line', interpolate: 'linear', strokeJoin: 'round', ...stroke(style) },
    encoding: {
      ...channels(plot, places),
      order: { field: fields.x, type: 'quantitative' },
      ...(group === undefined ? {} : { detail: { field: group, type: 'nominal' } }),
    },
  };
}

/** The area between y and y2. */
export function bands(
  plot: Plot,
  rows: Rows,
  fields: { readonly x: string; readonly y: string; readonly y2: string },
  style: { readonly color: string; readonly opacity: number },
): Layer {
  return {
    data: data(rows),
    mark: { type: 'area', interpolate: 'linear', line: false, ...style },
    encoding: channels(plot, fields),
  };
}

/** Filled boxes from (x, y) to (x2, y2); without y over the whole height. */
export function boxes(
  plot: Plot,
  rows: Rows,
  fields: { readonly x: string; readonly x2: string; readonly y?: string; readonly y2?: string },
  style: { readonly color: string; readonly opacity?: number; readonly outline?: string },
): Layer {
  const { color, opacity = 1, outline } = style;
  return {
    data: data(rows),
    mark: {
      type: 'rect',
      fill: color,
      ...(opacity === 1 ? {} : { fillOpacity: opacity }),
      ...(outline === undefined ? {} : { stroke: outline, strokeWidth: 1 }),
    },
    encoding: channels(plot, fields),
  };
}

/** Symbols of one size (pixels across). */
export function dots(
  plot: Plot,
  rows: Rows,
  fields: { readonly x: string; readonly y: string },
  style: {
    readonly color: string;
    readonly size: number;
    readonly outline?: string;
    readonly shape?: string;
  },
): Layer {
  const { color, size, outline, shape = 'circle' } = style;
  return {
    data: data(rows),
    mark: {
      type: 'point',
      shape,
      filled: true,
      size: size * size,
      color,
      opacity: 1,
      ...(outline === undefined ? {} : { stroke: outline, strokeWidth: 1.5 }),
    },
    encoding: channels(plot, fields),
  };
}

export interface Lettering {
  readonly color: string;
  readonly size?: number;
  readonly weight?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'bottom' | 'alphabetic';
  readonly dx?: number;
  readonly dy?: number;
}

/** Line height of lettering of a size. */
export const lineHeight = (size: number): number => Math.round(size * 1.25);

/** Words at (x, y). `text` holds a text, or lines of it. */
export function words(
  plot: Plot,
  rows: Rows,
  fields: { readonly x: string; readonly y: string; readonly text: string },
  style: Lettering,
): Layer {
  const { text, ...places } = fields;
  const { color, size = 12, weight = 400, align = 'left', baseline = 'alphabetic', dx = 0, dy = 0 } = style;
  return {
    data: data(rows),
    mark: {
      type: 'text',
      color,
      fontSize: size,
      fontWeight: weight as 400,
      lineHeight: lineHeight(size),
      align,
      baseline,
      ...(dx === 0 ? {} : { dx }),
      ...(dy === 0 ? {} : { dy }),
    },
    encoding: { ...channels(plot, places), text: { field: text } },
  };
}

/** Lines of words whose middle is at (x, y): Vega would set the first line there. `text` holds the lines. */
export function paragraphs(
  plot: Plot,
  rows: readonly Row[],
  fields: { readonly x: string; readonly y: string; readonly text: string },
  style: Omit<Lettering, 'baseline'>,
): Layer[] {
  const count = (row: Row) => (row[fields.text] as readonly string[]).length;
  const { size = 12, dy = 0 } = style;
  return [...new Set(rows.map(count))].map((lines) => {
    const own = rows
      .filter((row) => count(row) === lines)
      .map((row) =>
        lines === 1 ? { ...row, [fields.text]: (row[fields.text] as readonly string[])[0] } : row,
      );
    const up = ((lines - 1) * lineHeight(size)) / 2;
    return words(plot, own, fields, { ...style, baseline: 'middle', dy: dy - up });
  });
}

/** What a chart says of itself. */
export interface Heading {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
}

export interface Picture extends Heading {
  readonly datasets?: Readonly<Record<string, readonly Row[]>>;
  readonly layers: readonly Layer[];
}

/** A whole chart from its layers. */
export function assemble(plot: Plot, picture: Picture, look: Look): ChartSpec {
  const colors = colorsOf(look.theme);
  const { margin } = plot;
  const heading = look.titled ? headingOf(plot, picture, colors) : null;
  const font = look.theme === 'page' ? 'inherit' : sans;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: picture.description,
    width: plot.width,
    height: plot.height,
    autosize: 'none',
    padding: heading ? framed(margin, heading.height) : { ...margin },
    background: look.theme === 'page' ? 'transparent' : colors.card,
    ...(heading ? { title: heading.title } : {}),
    ...(picture.datasets
      ? {
          datasets: Object.fromEntries(
            Object.entries(picture.datasets).map(([name, rows]) => [name, rows.map((row) => ({ ...row }))]),
          ),
        }
      : {}),
    layer: heading ? [canvas(plot), ...picture.layers] : [...picture.layers],
    config: { aria: false, font, view: { stroke: null } },
  };
}

/** Room around a drawing that stands by itself. */
const FRAME = 16;

const framed = ({ left, right, top, bottom }: Plot['margin'], heading: number) => ({
  left: left + FRAME,
  right: right + FRAME,
  top: top + heading + FRAME - 8,
  bottom: bottom + FRAME - 4,
});

/** The whole canvas, unseen: Vega sets a title above everything drawn, so this keeps it in one place. */
const canvas = ({ width, height, margin }: Plot): Layer => ({
  data: { values: [{}] },
  mark: { type: 'rect', opacity: 0 },
  encoding: {
    x: { value: -margin.left },
    x2: { value: width + margin.right },
    y: { value: -margin.top },
    y2: { value: height + margin.bottom },
  },
});

function headingOf(plot: Plot, { title, subtitle }: Picture, colors: Colors) {
  const room = plot.margin.left + plot.width + plot.margin.right;
  const text = wrap(title, 17, (room - 8) / BOLD, 5);
  const under = wrap(subtitle, 13, room - 8, 5);
  const height = text.length * 22 + under.length * 18 + 22;
  return {
    height,
    title: {
      text,
      subtitle: under,
      anchor: 'start' as const,
      frame: 'group' as const,
      dx: -plot.margin.left,
      offset: 8,
      fontSize: 17,
      fontWeight: 600 as const,
      lineHeight: 22,
      color: colors.ink,
      subtitleFontSize: 13,
      subtitleLineHeight: 18,
      subtitleColor: colors.soft,
      subtitlePadding: 5,
    },
  };
}
