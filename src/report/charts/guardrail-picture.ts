import type { GuardrailResult } from '../../analysis/comparison.ts';
import { goodDirection } from '../../analysis/differences.ts';
import type { ChartSpec, Heading } from './drawing.ts';
import { assemble, boxes, dots, type Layer, outerWidth, type Plot, rules, words } from './drawing.ts';
import type { Rails } from './guardrails.ts';
import { armColor, type Colors, colorsOf, type Look } from './look.ts';
import { railMarks, railState, railTexts, railWords } from './rail-words.ts';
import { type ChartSource, metricNamed } from './source.ts';
import { cut, textWidth, wrap } from './text.ts';
import { say } from './words.ts';

/** A guardrail's interval in pixels from the left of the plot; null where no world gives a number. */
interface Interval {
  readonly low: number;
  readonly high: number;
  readonly median: number;
  /** Where nothing changes; null for floors and ceilings. */
  readonly unchanged: number | null;
}

/** Lays a row so that its limit is at `limitAt` and everything fits. */
function layRow(rail: GuardrailResult, width: number, limitAt: number): Interval | null {
  const { median, p05, p95, kind, limit } = rail;
  if (median === null || p05 === null || p95 === null) return null;
  const good =
    kind === 'change'
      ? goodDirection(metricNamed(rail.metric).better) === -1
        ? -1
        : 1
      : kind === 'atLeast'
        ? 1
        : -1;
  const bound = kind === 'change' ? -limit * good : limit;
  const safe = (value: number) => (value - bound) * good;
  // What changes nothing stands halfway at most: only what is really better goes further.
  const reach = [...[p05, p95, median].map(safe), ...(kind === 'change' ? [2 * safe(0)] : [])];
  const right = (width - limitAt - 14) / Math.max(0, ...reach);
  const left = (limitAt - 14) / Math.max(0, ...reach.map((value) => -value));
  const scale = Math.min(right, left);
  const at = (value: number) => limitAt + (Number.isFinite(scale) ? safe(value) * scale : 0);
  return {
    low: Math.min(at(p05), at(p95)),
    high: Math.max(at(p05), at(p95)),
    median: at(median),
    unchanged: kind === 'change' ? at(0) : null,
  };
}

/** Draws a row per guardrail, all limits on one line. */
export function guardrailPicture(found: Rails, heading: Heading, look: Look): ChartSpec {
  const { source, rails, reading } = found;
  const colors = colorsOf(look.theme);
  const isWide = look.size === 'wide';
  const left = isWide ? 190 : 0;
  const row = isWide ? 64 : 96;
  const width = outerWidth[look.size] - left - 8;
  const height = rails.length * row;
  const plot: Plot = {
    width,
    height,
    x: [0, width],
    y: [0, height],
    margin: { left, right: 8, top: 24, bottom: 8 },
  };
  const limitAt = Math.round(width * 0.3);
  const text = railTexts[source.locale];
  const middles = rails.map((_, i) => height - (i + (isWide ? 0.56 : 0.76)) * row);
  // On a phone names stand above their rows, so that the zone is broken where it would lie under words.
  const zones = (
    isWide ? [{ bottom: 0, top: height }] : middles.map((y) => ({ bottom: y - 20, top: y + 20 }))
  ).map((zone) => ({ ...zone, from: 0, at: limitAt }));
  const header = {
    at: limitAt,
    top: height,
    beyond: cut(text.beyondSide, 12, limitAt),
    within: text.withinSide,
  };
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        boxes(plot, zones, { x: 'from', x2: 'at', y: 'bottom', y2: 'top' }, { color: colors.faint }),
        words(
          plot,
          [header],
          { x: 'at', y: 'top', text: 'beyond' },
          { color: colors.soft, align: 'right', baseline: 'bottom', dx: -6, dy: -5 },
        ),
        words(
          plot,
          [header],
          { x: 'at', y: 'top', text: 'within' },
          { color: colors.soft, baseline: 'bottom', dx: 6, dy: -5 },
        ),
        ...rails.flatMap((rail, i) =>
          rowLayers(rail, {
            source,
            plot,
            limitAt,
            arm: reading.arm.place,
            colors,
            isWide,
            row,
            middle: middles[i],
          }),
        ),
        rules(plot, zones, { x: 'at', y: 'bottom', y2: 'top' }, { color: colors.ink, dash: [3, 3] }),
      ],
    },
    look,
  );
}

interface RowPlace {
  readonly source: ChartSource;
  readonly plot: Plot;
  readonly limitAt: number;
  readonly arm: number;
  readonly colors: Colors;
  readonly isWide: boolean;
  readonly row: number;
  readonly middle: number;
}

function rowLayers(rail: GuardrailResult, place: RowPlace): Layer[] {
  const { source, plot, limitAt, arm, colors, isWide, middle } = place;
  const text = railTexts[source.locale];
  const { metric, value, limit, chance } = railWords(rail, source);
  const state = railState(rail);
  const nameX = isWide ? -plot.margin.left : 0;
  const nameY = isWide ? middle + 9 : middle + 56;
  const room = (isWide ? plot.margin.left : plot.width) - 26;
  const under =
    rail.chanceWorse === null
      ? text.unmeasured
      : say(rail.held ? text.underHeld : text.under, { limit, chance }, source.locale);
  const names = {
    mark: railMarks[state],
    name: cut(metric, 13, room),
    under: wrap(under, 12, room, isWide ? 2 : 1),
    x: 0,
    y: nameY,
    y2: nameY - 18,
    value,
  };
  const layers: Layer[] = [
    words(
      plot,
      [names],
      { x: 'x', y: 'y', text: 'mark' },
      { color: colors.ink, size: 14, weight: 700, baseline: 'middle', dx: nameX },
    ),
    words(
      plot,
      [names],
      { x: 'x', y: 'y', text: 'name' },
      { color: colors.ink, size: 13, weight: 600, baseline: 'middle', dx: nameX + 19 },
    ),
    words(
      plot,
      [names],
      { x: 'x', y: 'y2', text: 'under' },
      { color: colors.soft, size: 12, baseline: 'middle', dx: nameX + 19 },
    ),
  ];
  const interval = layRow(rail, plot.width, limitAt);
  if (!interval) return layers;
  const color = armColor(colors, arm);
  const half = textWidth(value, 12.5) / 2;
  const y = middle;
  const mark = {
    ...interval,
    y,
    from: 0,
    to: plot.width,
    value,
    label: Math.min(plot.width - half, Math.max(half, interval.median)),
    tick: y - 5,
    tickTop: y + 5,
  };
  return [
    ...layers,
    rules(plot, [mark], { x: 'from', x2: 'to', y: 'y' }, { color: colors.rule }),
    ...(interval.unchanged === null
      ? []
      : [
          rules(plot, [mark], { x: 'unchanged', y: 'tick', y2: 'tickTop' }, { color: colors.soft }),
          words(
            plot,
            [{ ...mark, zero: '0' }],
            { x: 'unchanged', y: 'tick', text: 'zero' },
            { color: colors.soft, size: 11, align: 'center', baseline: 'top', dy: 2 },
          ),
        ]),
    rules(plot, [mark], { x: 'low', x2: 'high', y: 'y' }, { color, width: 5, opacity: 0.55, cap: 'round' }),
    dots(plot, [mark], { x: 'median', y: 'y' }, { color, size: 12 }),
    words(
      plot,
      [mark],
      { x: 'label', y: 'y', text: 'value' },
      { color: colors.ink, size: 12.5, weight: 600, align: 'center', baseline: 'bottom', dy: -10 },
    ),
  ];
}
