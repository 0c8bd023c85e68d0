/**
 * C8 of a sweep, tornado: which input matters most?
 *
 * For each input the mean of what is judged over the points in the lowest fifth of its values and in the highest, the
 * longest bar on top, and beside it Spearman's rank correlation of the input with the means of all points.
 */
import { ranks } from '../../../analysis/sensitivity/ranks.ts';
import type { ChartSpec, Heading } from '../drawing.ts';
import { assemble, boxes, dots, rules } from '../drawing.ts';
import { armColor, type Look } from '../look.ts';
import { layRows } from '../rows.ts';
import type { Chart } from '../source.ts';
import { capital, say } from '../words.ts';
import { type Bin, binsOf, type Found, meanOfPoint, showJudged } from './found.ts';
import { judgedWords } from './layout.ts';
import { sweepWords } from './words.ts';

export interface InputBar {
  readonly path: string;
  readonly label: string;
  readonly range: string;
  readonly low: number;
  readonly high: number;
  /** Standard error of the difference of both. */
  readonly error: number;
  readonly rank: number;
}

/** Bars, longest first. */
export function inputBars(found: Found): InputBar[] {
  const { inputs, locale } = found;
  const bars = inputs.flatMap(({ path, label, low, high, show }, i): InputBar[] => {
    const bins = binsOf(found, i);
    if (bins.length < 2) return [];
    const [first, last] = [momentsOf(found, bins[0]), momentsOf(found, bins[bins.length - 1])];
    if (first === null || last === null) return [];
    const range = say(sweepWords[locale].range, { low: show(low), high: show(high) }, locale);
    const error = Math.sqrt(first.squaredError + last.squaredError);
    return [{ path, label, range, low: first.mean, high: last.mean, error, rank: rankCorrelation(found, i) }];
  });
  return bars.sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

function momentsOf(found: Found, { points }: Bin) {
  const means = points.map((point) => meanOfPoint(found, point)).filter(Number.isFinite);
  if (means.length === 0) return null;
  const mean = means.reduce((sum, x) => sum + x, 0) / means.length;
  const squares = means.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return {
    mean,
    squaredError: means.length < 2 ? Number.POSITIVE_INFINITY : squares / (means.length - 1) / means.length,
  };
}

function rankCorrelation(found: Found, input: number): number {
  const all = found.points
    .map((point) => ({ x: point.values[input], y: meanOfPoint(found, point) }))
    .filter(({ y }) => Number.isFinite(y));
  const once = all.map(() => 1);
  const [x, y] = [all.map((each) => each.x), all.map((each) => each.y)].map((values) => ranks(values, once));
  const center = (all.length + 1) / 2;
  const product = (a: Float64Array, b: Float64Array) =>
    a.reduce((sum, value, i) => sum + (value - center) * (b[i] - center), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

/** So many standard errors stand out, the longest of several bars being spoken of. */
const STANDS_OUT = 2.6;

export function sweepTornado(found: Found): Chart {
  const { locale } = found;
  const bars = inputBars(found);
  const text = sweepWords[locale];
  const [most] = bars;
  const isClear = most !== undefined && Math.abs(most.high - most.low) > STANDS_OUT * most.error;
  const slots = (bar: InputBar) => ({
    input: capital(bar.label),
    label: bar.label,
    low: showJudged(found, bar.low),
    high: showJudged(found, bar.high),
  });
  const title = isClear ? say(text.tornado.most, slots(most), locale) : text.tornado.none;
  const subtitle = say(text.tornado.subtitle, { what: judgedWords(found) }, locale);
  const heading = { title, subtitle, description: title };
  return {
    name: 'sweep-tornado',
    ...heading,
    table: {
      columns: [text.tornado.input, text.tornado.lowest, text.tornado.highest, text.tornado.rank],
      rows: bars.map((bar) => [
        bar.label,
        slots(bar).low,
        slots(bar).high,
        Number.isFinite(bar.rank) ? bar.rank.toFixed(2).replace('-', '−') : text.none,
      ]),
    },
    data: () =>
      bars.map(({ path, low, high, error, rank }) => ({
        metric: found.metric.name,
        arm: found.arm.name,
        input: path,
        meanInLowestFifth: low,
        meanInHighestFifth: high,
        standardError: error,
        rankCorrelation: rank,
      })),
    draw: bars.length > 0 ? (look) => picture(found, bars, heading, look) : null,
  };
}

function picture(found: Found, bars: readonly InputBar[], heading: Heading, look: Look): ChartSpec {
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const laid = layRows(
    bars.map(({ label, range }) => ({ name: label, under: range })),
    Math.min(0, ...ends),
    Math.max(0, ...ends),
    (value) => showJudged(found, value, { digits: 2 }),
    look,
  );
  const { plot, colors, middle } = laid;
  const color = armColor(colors, found.arm.place);
  const text = sweepWords[found.locale].tornado;
  const rows = bars.map(({ label, low, high }, i) => ({
    low,
    high,
    y: middle(i),
    bottom: middle(i) - 8,
    top: middle(i) + 8,
    note: say(text.note, { label, low: showJudged(found, low), high: showJudged(found, high) }, found.locale),
  }));
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...laid.layers,
        boxes(plot, rows, { x: 'low', x2: 'high', y: 'bottom', y2: 'top' }, { color, opacity: 0.4 }),
        rules(plot, [{ x: 0 }], { x: 'x' }, { color: colors.soft }),
        dots(plot, rows, { x: 'low', y: 'y' }, { color: colors.card, size: 9, outline: color }),
        dots(plot, rows, { x: 'high', y: 'y' }, { color, size: 10 }),
      ],
    },
    look,
  );
}
