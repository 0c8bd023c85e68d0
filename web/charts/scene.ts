/**
 * From a chart's specification to the rows of the board: every mark in pixels, with its style, in a slot.
 *
 * Our charts are layers of six kinds of marks with explicit domains and literal styles (src/report/charts/drawing.ts),
 * so this is arithmetic. The order in which marks lie over each other is kept where they overlap: a layer goes to the
 * first slot of its kind behind every layer that it covers.
 */
import { type ChartSpec, type Row, sans } from '../../src/report/charts/drawing.ts';
import { headingRows } from './heading.ts';
import { type Box, boundsOf, overlap } from './overlap.ts';
import { type SlotKind, slots } from './slots.ts';

/** One mark, or one point of a line or band; `row` is what the chart says of it. */
export interface Mark extends Readonly<Record<string, unknown>> {
  readonly x?: number;
  readonly y?: number;
  /** Place of its layer in the chart. */
  readonly layer?: number;
  readonly row: Row;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly padding: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly background: string;
  readonly description: string;
  readonly slots: Readonly<Record<string, readonly Mark[]>>;
  /** How many marks there are in all. */
  readonly marks: number;
}

/** Layers as our charts make them. */
interface PlainLayer {
  readonly data: { readonly name?: string; readonly values?: readonly Row[] };
  readonly mark: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly encoding: Readonly<Record<string, Channel>>;
}

interface Channel {
  readonly field?: string;
  readonly value?: number;
  readonly scale?: { readonly domain: readonly [number, number] };
}

const kindOf: Readonly<Record<string, SlotKind>> = {
  rect: 'boxes',
  area: 'bands',
  rule: 'rules',
  line: 'lines',
  point: 'dots',
  text: 'words',
};

/** What is under the drawing of an image: seed, worlds, version, link. */
export interface SceneOptions {
  readonly footer?: readonly string[];
}

export function sceneOf(spec: ChartSpec, { footer = [] }: SceneOptions = {}): Scene {
  const size = { width: Number(spec.width), height: Number(spec.height) };
  const font = String((spec.config as { font?: string } | undefined)?.font ?? sans);
  const padding = { left: 0, right: 0, top: 0, bottom: 0, ...(spec.padding as object) };
  const layers = spec.layer
    .map((layer) => layer as unknown as PlainLayer)
    .filter(({ mark }) => mark.opacity !== 0)
    .map((layer, place) => ({
      kind: kindOf[layer.mark.type],
      marks: marksOf(layer, spec, size, font).map((mark) => ({ ...mark, layer: place })),
    }))
    .filter(({ marks }) => marks.length > 0);
  const heading = headingRows(spec, { ...size, padding }, footer, font);
  if (heading.words.length > 0)
    layers.push({ kind: 'words', marks: heading.words.map((mark) => ({ ...mark, layer: layers.length })) });
  return {
    ...size,
    padding: { ...padding, bottom: padding.bottom + heading.below },
    background: String(spec.background ?? 'transparent'),
    description: String(spec.description ?? ''),
    slots: place(layers),
    marks: layers.reduce((sum, { marks }) => sum + marks.length, 0),
  };
}

/** Fills the slots from back to front. */
function place(
  layers: readonly { readonly kind: SlotKind; readonly marks: readonly Mark[] }[],
): Record<string, readonly Mark[]> {
  const filled: Record<string, Mark[]> = {};
  const placed: { slot: number; box: Box; kind: SlotKind }[] = [];
  for (const { kind, marks } of layers) {
    const holdsOneStyle = kind === 'lines' || kind === 'bands';
    const box = boundsOf(kind, marks);
    let from = 0;
    for (const other of placed) {
      if (!overlap(box, other.box)) continue;
      from = Math.max(from, other.kind === kind && !holdsOneStyle ? other.slot : other.slot + 1);
    }
    const slot = slots.findIndex(
      (each, i) => i >= from && each.kind === kind && !(holdsOneStyle && filled[each.name]),
    );
    if (slot < 0) throw new RangeError(`the board has too few slots for ${kind}`);
    placed.push({ slot, box, kind });
    filled[slots[slot].name] = [...(filled[slots[slot].name] ?? []), ...marks];
  }
  return filled;
}

function marksOf(
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
