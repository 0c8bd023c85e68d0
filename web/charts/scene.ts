/**
 * From a chart's specification to the rows of the board: every mark in pixels, with its style, in a slot.
 *
 * Our charts are layers of six kinds of marks with explicit domains and literal styles (src/report/charts/drawing.ts),
 * so this is arithmetic. The order in which marks lie over each other is kept where they overlap: a layer goes to the
 * first slot of its kind behind every layer that it covers.
 */
import { type ChartSpec, sans } from '../../src/report/charts/drawing.ts';
import { headingRows } from './heading.ts';
import { type Mark, marksOf, type PlainLayer } from './marks.ts';
import { type Box, boundsOf, overlap } from './overlap.ts';
import { type SlotKind, slots } from './slots.ts';

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
