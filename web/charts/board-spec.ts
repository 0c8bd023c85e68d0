/**
 * The one specification that all our charts are drawn with, compiled when the site is built.
 *
 * Charts come as finished geometry (`scene.ts`): places are pixels, styles are values. So one fixed Vega-Lite
 * specification with a named, empty data set for each slot draws them all; in the page only data ever change, nothing
 * is compiled there and no vega-lite is loaded.
 */
import type { Spec } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { type Slot, type SlotKind, slots } from './slots.ts';

/** A channel that takes pixels or values as they are. */
const asIs = (field: string, type: 'quantitative' | 'nominal' = 'quantitative') => ({
  field,
  type,
  scale: null,
  axis: null,
  legend: null,
});
const own = (name: string) => ({ expr: `datum.${name}` });
const places = { x: asIs('x'), x2: { field: 'x2' }, y: asIs('y'), y2: { field: 'y2' } };
const line = { strokeWidth: own('width'), strokeDash: own('dash'), strokeCap: own('cap') };

/** Styles of bands and lines are read from their first row. */
const kinds: Readonly<Record<SlotKind, object>> = {
  boxes: {
    mark: {
      type: 'rect',
      fill: own('color'),
      fillOpacity: own('opacity'),
      stroke: own('outline'),
      strokeWidth: own('width'),
    },
    encoding: places,
  },
  bands: {
    mark: { type: 'area', line: false, fill: own('color'), opacity: own('opacity'), interpolate: 'linear' },
    encoding: { x: asIs('x'), y: asIs('y'), y2: { field: 'y2' } },
  },
  rules: {
    mark: { type: 'rule', stroke: own('color'), opacity: own('opacity'), ...line },
    encoding: places,
  },
  lines: {
    mark: {
      type: 'line',
      stroke: own('color'),
      opacity: own('opacity'),
      interpolate: 'linear',
      strokeJoin: 'round',
      ...line,
    },
    encoding: {
      x: asIs('x'),
      y: asIs('y'),
      order: { field: 'i', type: 'quantitative' },
      detail: { field: 'group', type: 'nominal' },
    },
  },
  dots: {
    mark: {
      type: 'point',
      filled: true,
      opacity: 1,
      shape: own('shape'),
      fill: own('color'),
      size: own('size'),
      stroke: own('outline'),
      strokeWidth: own('width'),
    },
    encoding: { x: asIs('x'), y: asIs('y') },
  },
  words: {
    mark: {
      type: 'text',
      fill: own('color'),
      fontSize: own('size'),
      fontWeight: own('weight'),
      lineHeight: own('lineHeight'),
      align: own('align'),
      baseline: own('baseline'),
      dx: own('dx'),
      dy: own('dy'),
      font: own('font'),
    },
    encoding: { x: asIs('x'), y: asIs('y'), text: { field: 'text' } },
  },
};

const layer = ({ name, kind }: Slot) => ({ name, data: { name }, ...kinds[kind] });

/** In Vega-Lite. */
export function boardSpec(): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 560,
    height: 300,
    autosize: 'none',
    padding: 0,
    layer: slots.map(layer),
    config: { aria: false, view: { stroke: null } },
  } as TopLevelSpec;
}

/** In Vega, as the page has it. */
export const compiledBoard = (): Spec => compile(boardSpec()).spec;
