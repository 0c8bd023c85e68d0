/** Charts of labeled rows on one value axis: names beside the rows, on a phone above them. */
import { type Layer, outerWidth, type Plot, rules, words } from './drawing.ts';
import { type Colors, colorsOf, type Look } from './look.ts';
import { type Axis, niceStep, ticksWithin } from './scale.ts';
import { cut, textWidth } from './text.ts';

export interface RowName {
  readonly name: string;
  /** A second, quiet line. */
  readonly under: string;
}

export interface RowLayout {
  /** y is in pixels from below. */
  readonly plot: Plot;
  /** Middle of a row, where its marks lie. */
  readonly middle: (row: number) => number;
  /** Grid, ticks and names. */
  readonly layers: readonly Layer[];
  readonly colors: Colors;
  readonly isWide: boolean;
}

/** `low` to `high` are the values that must fit; 0 stands out where it lies among them. */
export function layRows(
  names: readonly RowName[],
  low: number,
  high: number,
  show: (value: number) => string,
  look: Look,
): RowLayout {
  const colors = colorsOf(look.theme);
  const isWide = look.size === 'wide';
  const left = isWide ? 212 : 14;
  const row = isWide ? 46 : 62;
  const margin = { left, right: 16, top: 6, bottom: 30 };
  const width = outerWidth[look.size] - left - margin.right;
  const height = names.length * row;
  const axis = axisWithin(low, high, isWide ? 4 : 3);
  const edge = ((axis.high - axis.low) * 8) / width;
  const plot: Plot = {
    width,
    height,
    x: [axis.low - edge, axis.high + edge],
    y: [0, height],
    margin,
  };
  const middle = (i: number) => height - (i + (isWide ? 0.5 : 0.72)) * row;
  const shown = { names, middle, row, isWide };
  return {
    plot,
    middle,
    colors,
    isWide,
    layers: [...gridLayers(plot, axis, show, shown, colors), ...nameLayers(plot, shown, colors)],
  };
}

/** From value to value, with ticks inside; one value alone stands in the middle. */
function axisWithin(low: number, high: number, count: number): Axis {
  if (!(high > low)) return axisWithin(low - (Math.abs(low) || 1), high + (Math.abs(high) || 1), count);
  return { low, high, ticks: ticksWithin(low, high, niceStep(high - low, count)) };
}

function gridLayers(
  plot: Plot,
  { ticks }: Axis,
  show: (value: number) => string,
  { names, middle, isWide }: Names,
  colors: Colors,
): Layer[] {
  // On a phone names stand above the marks, so that lines are broken where they would run through words.
  const spans = isWide
    ? [{ bottom: 0, top: plot.y[1] }]
    : names.map((_, i) => ({ bottom: middle(i) - 15, top: middle(i) + 14 }));
  const lines = ticks.flatMap((at) => spans.map((span) => ({ at, ...span })));
  const rows = ticks.map((at) => ({ at, bottom: 0, label: show(at) }));
  const upright = { x: 'at', y: 'bottom', y2: 'top' };
  const half = (text: string) => textWidth(text, 12) / 2;
  const pixel = (at: number) => ((at - plot.x[0]) / (plot.x[1] - plot.x[0])) * plot.width;
  const labeled = rows.filter(
    ({ at, label }) =>
      pixel(at) + half(label) <= plot.width + plot.margin.right &&
      pixel(at) - half(label) >= -plot.margin.left,
  );
  return [
    rules(
      plot,
      lines.filter(({ at }) => at !== 0),
      upright,
      { color: colors.rule },
    ),
    rules(
      plot,
      lines.filter(({ at }) => at === 0),
      upright,
      { color: colors.soft },
    ),
    words(
      plot,
      labeled,
      { x: 'at', y: 'bottom', text: 'label' },
      { color: colors.soft, align: 'center', baseline: 'top', dy: 9 },
    ),
  ];
}

interface Names {
  readonly names: readonly RowName[];
  readonly middle: (row: number) => number;
  readonly isWide: boolean;
}

function nameLayers(plot: Plot, { names, middle, isWide }: Names, colors: Colors): Layer[] {
  const room = isWide ? plot.margin.left - 14 : plot.width + plot.margin.left;
  const dx = -plot.margin.left;
  const rows = names.map(({ name, under }, i) => {
    const size = textWidth(name, 13) * 1.1;
    return {
      x: plot.x[0],
      y: isWide ? middle(i) + (under === '' ? 0 : 8) : middle(i) + 26,
      y2: isWide ? middle(i) - 9 : middle(i) + 26,
      name: cut(name, 13, room / 1.1),
      // On a phone both stand on one line, the second one at the right.
      under: isWide ? cut(under, 12, room) : cut(under, 12, Math.max(0, room - size - 12)),
      end: plot.x[1],
    };
  });
  return [
    words(
      plot,
      rows,
      { x: 'x', y: 'y', text: 'name' },
      { color: colors.ink, size: 13, weight: 600, baseline: 'middle', dx },
    ),
    words(
      plot,
      rows.filter(({ under }) => under !== '' && under !== '…'),
      { x: isWide ? 'x' : 'end', y: 'y2', text: 'under' },
      {
        color: colors.soft,
        size: 12,
        baseline: 'middle',
        align: isWide ? 'left' : 'right',
        dx: isWide ? dx : 0,
      },
    ),
  ];
}
