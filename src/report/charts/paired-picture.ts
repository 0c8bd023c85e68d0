import { quantile } from '../../analysis/quantiles.ts';
import { asChange, inRanges, type Locale } from '../format.ts';
import type { DifferenceScale } from './difference-scale.ts';
import { type Dotplot, quantileDots, stack } from './dotplot.ts';
import type { ChartSpec, Heading } from './drawing.ts';
import { assemble, boxes, dots, type Layer, outerWidth, type Plot, rules, words, xPixel } from './drawing.ts';
import { armColor, armText, type Colors, colorsOf, type Look } from './look.ts';
import type { ArmDifferences, Paired } from './paired.ts';
import { pairedWords } from './paired-words.ts';
import { niceStep, ticksWithin } from './scale.ts';
import { BOLD, cut, textWidth } from './text.ts';
import { say } from './words.ts';

const ROW = 38;

/** Height of a further arm's range. */
const rowAt = (index: number): number => -36 - index * ROW;

interface Shape {
  readonly plot: Plot;
  readonly dotplot: Dotplot;
  /** Worlds in a hundred (or worlds) that a dot stands for. */
  readonly dotMeans: string;
  readonly ticks: readonly number[];
}

function shapeOf(found: Paired, look: Look): Shape {
  const { main, others, source } = found;
  const isWide = look.size === 'wide';
  const margin = { left: 14, right: 14, top: 24, bottom: 46 };
  const width = outerWidth[look.size] - margin.left - margin.right;
  const height = isWide ? 214 : 180;
  const most = isWide ? 50 : 20;
  const isOne = main.rising.length > 1 && main.better + main.worse === 0;
  const values = isOne ? [0] : quantileDots(main.rising, most);
  const x = domainOf(found, values, width);
  const below = others.length === 0 ? 0 : others.length * ROW + 12;
  const plot: Plot = { width, height: height + below, x, y: [-below, height], margin };
  const dotplot = stack(values, width / (x[1] - x[0]), height - 22, isWide ? 24 : 22);
  const locale = source.locale;
  const text = pairedWords[locale];
  const dotMeans = isOne
    ? say(text.dotIsAll, { total: main.rising.length }, locale)
    : main.rising.length <= most
      ? text.dotIsWorld
      : say(text.dotIs, { count: 100 / most }, locale);
  return { plot, dotplot, dotMeans, ticks: ticksOf(x, isWide) };
}

/** Holds all dots, 0 and what matters; other arms as far as they leave the dots room. */
function domainOf(
  { main, others, matters }: Paired,
  values: readonly number[],
  width: number,
): [number, number] {
  let low = Math.min(0, ...values);
  let high = Math.max(0, ...values);
  const own = high - low;
  const zone = own === 0 ? matters : Math.min(matters, own * 2);
  low = Math.min(low, -zone * 1.25);
  high = Math.max(high, zone * 1.25);
  const room = (high - low) * 0.9;
  const ends = others.flatMap(({ rising }) =>
    rising.length === 0 ? [] : [quantile(rising, 0.05), quantile(rising, 0.95)],
  );
  low = Math.max(Math.min(low, ...ends), low - room);
  high = Math.min(Math.max(high, ...ends), high + room);
  if (high === low) return main.rising.length === 0 ? [-1, 1] : [low - 0.05, high + 0.05];
  const edge = ((high - low) * 16) / (width - 32);
  return [low - edge, high + edge];
}

function ticksOf([low, high]: readonly [number, number], isWide: boolean): number[] {
  const count = isWide ? 6 : 4;
  const ticks = ticksWithin(low, high, niceStep(high - low, count));
  const edge = (high - low) * (isWide ? 0.03 : 0.05);
  return ticks.filter((tick) => tick > low + edge && tick < high - edge);
}

/** Draws the dots, what does not matter, and the further arms below. */
export function pairedPicture(found: Paired, heading: Heading, look: Look): ChartSpec {
  const colors = colorsOf(look.theme);
  const shape = shapeOf(found, look);
  const { plot } = shape;
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...zoneLayers(found, plot, colors),
        ...dotLayers(found, shape, colors),
        ...sideNotes(found, plot, colors),
        ...axisLayers(found, shape, colors),
        ...found.others.flatMap((other, i) => rowLayers(found, other, i, plot, colors, look)),
      ],
    },
    look,
  );
}

/** The zone that does not matter and the line of no difference, behind the dots and behind each further arm's range. */
function zoneLayers({ matters, others }: Paired, plot: Plot, colors: Colors): Layer[] {
  const [low, high] = plot.x;
  const strips = [
    { bottom: 0, top: plot.y[1] },
    ...others.map((_, i) => ({ bottom: rowAt(i) - 8, top: rowAt(i) + 8 })),
  ];
  const rows = strips.map((strip) => ({
    ...strip,
    from: Math.max(low, -matters),
    to: Math.min(high, matters),
    zero: 0,
  }));
  const zone = { x: 'from', x2: 'to', y: 'bottom', y2: 'top' };
  return [
    ...(matters > 0 ? [boxes(plot, rows, zone, { color: colors.faint })] : []),
    rules(plot, rows, { x: 'zero', y: 'bottom', y2: 'top' }, { color: colors.soft }),
  ];
}

function dotLayers(found: Paired, { plot, dotplot }: Shape, colors: Colors): Layer[] {
  const { reading, direction } = found;
  const toward = direction === 0 ? 1 : direction;
  const rows = dotplot.dots.map(({ value, place, x, level }) => ({
    difference: value,
    ...worldOf(found, place, dotplot.dots.length),
    x,
    y: (level + 0.5) * dotplot.height,
    favors: value === 0 ? 'neither' : value * toward > 0 ? 'arm' : 'baseline',
  }));
  const size = Math.min(dotplot.width, dotplot.height) * 0.9;
  const layer = (favors: string, color: string) => {
    const own = rows.filter((row) => row.favors === favors);
    return own.length > 0 ? [dots(plot, own, { x: 'x', y: 'y' }, { color, size })] : [];
  };
  return [
    ...layer('arm', armColor(colors, reading.arm.place)),
    ...layer('baseline', armColor(colors, 0)),
    ...layer('neither', colors.soft),
  ];
}

/** A dot shows one of the worlds that it stands for, by its number: the middle one. */
function worldOf({ main, scale, source }: Paired, place: number, dotCount: number) {
  if (dotCount === 1 && main.worlds.length > 1) return {};
  const middle = Math.floor(((place + 0.5) * main.worlds.length) / dotCount);
  const { world, difference } = main.worlds[middle];
  const value = scale.show(scale.of(difference));
  return { world, note: say(pairedWords[source.locale].oneWorld, { world, value }, source.locale) };
}

/** Which side of 0 is whose, above the dots: the arms by name where there is room. */
function sideNotes({ source, reading, direction }: Paired, plot: Plot, colors: Colors): Layer[] {
  const text = pairedWords[source.locale];
  const message = direction === 0 ? text.moreSide : text.betterSide;
  const ofArm = [say(message, { arm: reading.arm.label }, source.locale), text.armSide];
  const ofBaseline = [say(message, { arm: reading.baseline.label }, source.locale), text.baselineSide];
  const [right, left] = direction === -1 ? [ofBaseline, ofArm] : [ofArm, ofBaseline];
  const zero = xPixel(plot, 0);
  const side = (labels: readonly string[], room: number, align: 'left' | 'right') =>
    labels
      .filter((label) => textWidth(label, 12) <= room)
      .slice(0, 1)
      .map((label) =>
        words(
          plot,
          [{ x: 0, y: plot.y[1], label }],
          { x: 'x', y: 'y', text: 'label' },
          { color: colors.soft, align, baseline: 'bottom', dx: align === 'left' ? 6 : -6, dy: -6 },
        ),
      );
  return [
    ...side(left, zero + plot.margin.left - 8, 'right'),
    ...side(right, plot.width - zero + plot.margin.right - 8, 'left'),
  ];
}

function axisLayers({ scale }: Paired, { plot, ticks, dotMeans }: Shape, colors: Colors): Layer[] {
  const [low, high] = plot.x;
  const bottom = plot.y[0];
  const base = [{ from: low, to: high, y: 0 }];
  const labels = ticks.map((at) => ({ at, bottom, label: scale.show(at, { digits: 3, signed: true }) }));
  return [
    rules(plot, base, { x: 'from', x2: 'to', y: 'y' }, { color: colors.soft }),
    ...(bottom < 0
      ? [
          rules(
            plot,
            [{ from: low, to: high, y: bottom }],
            { x: 'from', x2: 'to', y: 'y' },
            { color: colors.rule },
          ),
        ]
      : []),
    words(
      plot,
      labels,
      { x: 'at', y: 'bottom', text: 'label' },
      { color: colors.soft, align: 'center', baseline: 'top', dy: 8 },
    ),
    words(
      plot,
      [{ x: low, y: bottom, label: dotMeans }],
      { x: 'x', y: 'y', text: 'label' },
      {
        color: colors.soft,
        baseline: 'top',
        dy: 28,
      },
    ),
  ];
}

/** Another arm: its name and figures, and below them its range; an arrow where it leaves the axis. */
function rowLayers(
  { source, scale }: Paired,
  { arm, rising }: ArmDifferences,
  index: number,
  plot: Plot,
  colors: Colors,
  look: Look,
): Layer[] {
  const y = rowAt(index);
  const [low, high] = plot.x;
  const text = pairedWords[source.locale];
  const hasNumbers = rising.length > 0;
  const figures = hasNumbers ? figuresOf(scale, rising, source.locale) : text.none;
  const room = plot.width - textWidth(figures, 12) - 12;
  const color = armColor(colors, arm.place);
  const head = { x: low, y: y + 26, label: cut(arm.label, 12.5, room / BOLD), figures, end: high };
  const labels = [
    words(
      plot,
      [head],
      { x: 'x', y: 'y', text: 'label' },
      {
        color: armText(colors, arm.place),
        size: 12.5,
        weight: 600,
        baseline: 'top',
      },
    ),
    words(
      plot,
      [head],
      { x: 'end', y: 'y', text: 'figures' },
      {
        color: colors.soft,
        align: 'right',
        baseline: 'top',
      },
    ),
  ];
  if (!hasNumbers) return labels;
  const within = (value: number) => Math.min(high, Math.max(low, value));
  const at = (p: number) => quantile(rising, p);
  const row = {
    low: within(at(0.05)),
    q1: within(at(0.25)),
    q3: within(at(0.75)),
    high: within(at(0.95)),
    y,
    arm: arm.name,
  };
  const median = at(0.5);
  const arrows = [
    ...(at(0.05) < low ? [{ x: low, y, shape: 'triangle-left' }] : []),
    ...(at(0.95) > high ? [{ x: high, y, shape: 'triangle-right' }] : []),
  ];
  const isInside = median >= low && median <= high;
  return [
    ...labels,
    rules(plot, [row], { x: 'low', x2: 'high', y: 'y' }, { color, width: 1.5 }),
    rules(plot, [row], { x: 'q1', x2: 'q3', y: 'y' }, { color, width: 5, opacity: 0.55, cap: 'round' }),
    ...(isInside
      ? [
          dots(
            plot,
            [{ x: median, y }],
            { x: 'x', y: 'y' },
            { color, size: look.size === 'wide' ? 9 : 8, outline: colors.card },
          ),
        ]
      : []),
    ...arrows.map((arrow) =>
      dots(plot, [arrow], { x: 'x', y: 'y' }, { color, size: 10, shape: arrow.shape }),
    ),
  ];
}

function figuresOf(scale: DifferenceScale, rising: Float64Array, locale: Locale): string {
  const at = (p: number) => quantile(rising, p);
  return say(
    pairedWords[locale].figures,
    {
      median: scale.show(at(0.5), asChange),
      low: scale.show(at(0.05), inRanges),
      high: scale.show(at(0.95), inRanges),
    },
    locale,
  );
}
