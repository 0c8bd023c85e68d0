/** The charts of a calibration: an input before and after, a metric observed and foretold, ranks of known truths. */
import { normalQuantile } from '../../random/normal.ts';
import {
  assemble,
  boxes,
  type ChartSpec,
  dots,
  type Heading,
  type Layer,
  lines,
  outerWidth,
  type Plot,
  rules,
  words,
} from '../charts/drawing.ts';
import { armColor, type Colors, colorsOf, type Look } from '../charts/look.ts';
import { axisFor } from '../charts/scale.ts';

/** Shares of a histogram whose bars are of one width in z. */
export interface InputPicture {
  /** Ends of the bars, one more than bars. */
  readonly edges: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Where values are written below. */
  readonly ticks: readonly { readonly z: number; readonly label: string }[];
  /** The best point, where there is no posterior. */
  readonly best: number | null;
}

const plotOf = (look: Look, x: Plot['x'], y: Plot['y'], left: number): Plot => {
  const margin = { left, right: 14, top: 10, bottom: 30 };
  return {
    width: outerWidth[look.size] - margin.left - margin.right,
    height: look.size === 'wide' ? 190 : 170,
    ...{ x, y, margin },
  };
};

const below = (
  plot: Plot,
  rows: readonly { readonly x: number; readonly label: string }[],
  colors: Colors,
): Layer =>
  words(
    plot,
    rows.map((row) => ({ ...row, y: plot.y[0] })),
    { x: 'x', y: 'y', text: 'label' },
    { color: colors.soft, align: 'center', baseline: 'top', dy: 9 },
  );

/** Bars of the posterior under the line of the prior. */
export function inputPicture(found: InputPicture, heading: Heading, look: Look): ChartSpec {
  const colors = colorsOf(look.theme);
  const { edges, before, after, ticks, best } = found;
  const top = Math.max(...before, ...(best === null ? after : []));
  const plot = plotOf(look, [edges[0], edges[edges.length - 1]], [0, top * 1.05], 14);
  const bars = after.map((share, i) => ({ from: edges[i], to: edges[i + 1], bottom: 0, top: share }));
  const line = before.map((share, i) => ({ x: (edges[i] + edges[i + 1]) / 2, y: share }));
  const color = armColor(colors, 1);
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        rules(
          plot,
          ticks.map(({ z }) => ({ z })),
          { x: 'z' },
          { color: colors.rule },
        ),
        ...(best === null
          ? [
              boxes(
                plot,
                bars.filter(({ top: share }) => share > 0),
                { x: 'from', x2: 'to', y: 'bottom', y2: 'top' },
                { color, opacity: 0.55 },
              ),
            ]
          : [rules(plot, [{ z: best }], { x: 'z' }, { color, width: 3 })]),
        lines(plot, line, { x: 'x', y: 'y' }, { color: colors.ink, width: 1.5 }),
        rules(plot, [{ y: 0 }], { y: 'y' }, { color: colors.soft }),
        below(
          plot,
          ticks.map(({ z, label }) => ({ x: z, label })),
          colors,
        ),
      ],
    },
    look,
  );
}

export interface TargetMark {
  readonly day: number;
  readonly value: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly heldOut: boolean;
}

/** A bar for each day, and the dot of what was observed. */
export function targetPicture(
  marks: readonly TargetMark[],
  show: (value: number) => string,
  heading: Heading,
  look: Look,
): ChartSpec {
  const colors = colorsOf(look.theme);
  const known = marks.filter(({ median }) => Number.isFinite(median));
  const all = [...marks.map(({ value }) => value), ...known.flatMap(({ low, high }) => [low, high])];
  const axis = axisFor(Math.min(...all), Math.max(...all), 4);
  const [first, last] = [Math.min(...marks.map(({ day }) => day)), Math.max(...marks.map(({ day }) => day))];
  const edge = Math.max(1, (last - first) * 0.04);
  const plot = plotOf(look, [first - edge, last + edge], [axis.low, axis.high], 56);
  const days = axisFor(first, last, look.size === 'wide' ? 6 : 4);
  const within = days.ticks.filter((day) => day >= plot.x[0] && day <= plot.x[1]);
  const color = armColor(colors, 1);
  const width = Math.min(12, (plot.width / Math.max(1, marks.length)) * 0.45);
  const dotted = (held: boolean) => marks.filter(({ heldOut }) => heldOut === held);
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        rules(
          plot,
          axis.ticks.map((y) => ({ y })),
          { y: 'y' },
          { color: colors.rule },
        ),
        words(
          plot,
          axis.ticks.map((y) => ({ x: plot.x[0], y, label: show(y) })),
          { x: 'x', y: 'y', text: 'label' },
          { color: colors.soft, align: 'right', baseline: 'middle', dx: -6 },
        ),
        rules(plot, known.map(own), { x: 'day', y: 'low', y2: 'high' }, { color, width, opacity: 0.35 }),
        dots(plot, known.map(own), { x: 'day', y: 'median' }, { color, size: 5, shape: 'diamond' }),
        dots(plot, dotted(false).map(own), { x: 'day', y: 'value' }, { color: colors.ink, size: 7 }),
        dots(
          plot,
          dotted(true).map(own),
          { x: 'day', y: 'value' },
          { color: colors.card, size: 8, outline: colors.ink },
        ),
        below(
          plot,
          within.map((x) => ({ x, label: String(x) })),
          colors,
        ),
      ],
    },
    look,
  );
}

const own = (mark: TargetMark) => ({ ...mark });

/** Ranks in bars, and the height at which they would be level with the band of 90 % about it. */
export function ranksPicture(counts: readonly number[], heading: Heading, look: Look): ChartSpec {
  const colors = colorsOf(look.theme);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const level = all / counts.length;
  const around = normalQuantile(0.95) * Math.sqrt(level * (1 - 1 / counts.length));
  const axis = axisFor(0, Math.max(...counts, level + around), 4);
  const plot = plotOf(look, [0, counts.length], [0, axis.high], 40);
  const band = { from: 0, to: counts.length, low: Math.max(0, level - around), high: level + around };
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        boxes(plot, [band], { x: 'from', x2: 'to', y: 'low', y2: 'high' }, { color: colors.faint }),
        words(
          plot,
          axis.ticks.map((y) => ({ x: 0, y, label: String(y) })),
          { x: 'x', y: 'y', text: 'label' },
          { color: colors.soft, align: 'right', baseline: 'middle', dx: -6 },
        ),
        boxes(
          plot,
          counts.map((count, i) => ({ from: i + 0.08, to: i + 0.92, bottom: 0, top: count })),
          { x: 'from', x2: 'to', y: 'bottom', y2: 'top' },
          { color: armColor(colors, 1), opacity: 0.55 },
        ),
        rules(plot, [{ y: level }], { y: 'y' }, { color: colors.ink, dash: [3, 3] }),
        rules(plot, [{ y: 0 }], { y: 'y' }, { color: colors.soft }),
      ],
    },
    look,
  );
}
