/**
 * Two metrics at once: the mean difference of each mix to the baseline, with the 95 % range of both. Mixes of the front are
 * full, others hollow; the baseline is where the lines of no difference cross.
 */

import type { MixFinding } from '../../analysis/optimise/findings.ts';
import { type Metric, metricIndex, metrics } from '../../metrics/definitions.ts';
import {
  assemble,
  type ChartSpec,
  dots,
  type Heading,
  type Layer,
  outerWidth,
  type Plot,
  rules,
  words,
} from '../charts/drawing.ts';
import { armColor, armText, type Colors, colorsOf, type Look } from '../charts/look.ts';
import { type Axis, axisFor } from '../charts/scale.ts';
import { cut, textWidth } from '../charts/text.ts';
import { say } from '../charts/words.ts';
import { change } from '../format.ts';
import type { Drawn } from '../html-charts.ts';
import { gainText, labelOf, metricWords, shownMixes, type Told } from './sentences.ts';
import { optimisePhrases } from './words.ts';

export function frontChart(told: Told): Drawn {
  const { found, locale } = told;
  const text = optimisePhrases[locale];
  const against = found.against ?? found.metric;
  const names = { metric: metricWords(found.metric, locale), against: metricWords(against, locale) };
  const mixes = shownMixes(found).filter(({ name }) => name !== found.baseline);
  const heading = {
    title: say(text.front, { ...names, count: found.front.length }, locale),
    subtitle: say(text.frontAbout, { ...names, baseline: labelOf(told, found.baseline) }, locale),
    description: say(text.frontTitle, names, locale),
  };
  return {
    name: 'front',
    ...heading,
    table: {
      columns: [text.mix, names.metric, text.range, names.against, text.range],
      rows: mixes.map((mix) => [labelOf(told, mix.name), ...cellsOf(mix, told)]),
    },
    draw: mixes.length === 0 ? null : (look) => picture(mixes, told, heading, look),
  };
}

const cellsOf = ({ reported }: MixFinding, told: Told): string[] =>
  (reported?.gains ?? []).flatMap(({ metric, mean, low, high }) => {
    const [at, from, to] = [mean, low, high].map((value) => gainText(value, metric, told));
    return [at, `[${from} .. ${to}]`];
  });

interface Point {
  readonly [name: string]: unknown;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly isOnFront: boolean;
}

function picture(mixes: readonly MixFinding[], told: Told, heading: Heading, look: Look): ChartSpec {
  const points = mixes.flatMap((mix) => pointOf(mix, told));
  const [across, up] = [axisOf(points, 'x'), axisOf(points, 'y')];
  const [acrossTicks, upTicks] = [ticksOf(across, 0, told), ticksOf(up, 1, told)];
  const room = Math.max(...upTicks.map(({ text }) => textWidth(text, 12)));
  const plot = plotOf(across, up, room, look);
  const colors = colorsOf(look.theme);
  const layers = [...grid(plot, acrossTicks, upTicks, colors), ...marks(plot, points, told, colors)];
  return assemble(plot, { ...heading, layers }, look);
}

function pointOf({ reported, name }: MixFinding, told: Told): Point[] {
  const [a, b] = reported?.gains ?? [];
  if (a === undefined || b === undefined) return [];
  return [
    {
      ...{ x: a.mean, xLow: a.low, xHigh: a.high, y: b.mean, yLow: b.low, yHigh: b.high },
      label: labelOf(told, name),
      isOnFront: told.found.front.includes(name),
    },
  ];
}

interface Tick {
  readonly [name: string]: unknown;
  readonly at: number;
  readonly text: string;
}

/** Ticks of the first metric (0) or the second (1). */
function ticksOf({ ticks, low }: Axis, which: 0 | 1, { found, locale }: Told): Tick[] {
  const { unit } = metricOf(which === 0 ? found.metric : (found.against ?? found.metric));
  const style = { digits: 2, signed: true } as const;
  return ticks.map((at) => ({ at, low, text: change(at, unit, found.currency, locale, style) }));
}

/** Lines at the ticks, the ones of no difference darker, and what they stand for. */
function grid(plot: Plot, across: readonly Tick[], up: readonly Tick[], { rule, soft }: Colors): Layer[] {
  const others = (ticks: readonly Tick[]) => ticks.filter(({ at }) => at !== 0);
  const [low, left] = [plot.y[0], plot.x[0]];
  return [
    rules(plot, others(across), { x: 'at' }, { color: rule }),
    rules(plot, others(up), { y: 'at' }, { color: rule }),
    rules(plot, [{ at: 0 }], { x: 'at' }, { color: soft }),
    rules(plot, [{ at: 0 }], { y: 'at' }, { color: soft }),
    words(
      plot,
      across.map((tick) => ({ ...tick, low })),
      { x: 'at', y: 'low', text: 'text' },
      { color: soft, align: 'center', baseline: 'top', dy: 9 },
    ),
    words(
      plot,
      up.map((tick) => ({ ...tick, left })),
      { x: 'left', y: 'at', text: 'text' },
      { color: soft, align: 'right', baseline: 'middle', dx: -9 },
    ),
  ];
}

/** Ranges as crosses, mixes as dots, names beside those of the front. */
function marks(plot: Plot, points: readonly Point[], told: Told, colors: Colors): Layer[] {
  const color = armColor(colors, 1);
  const place = { x: 'x', y: 'y' };
  const origin = { x: 0, y: 0, label: labelOf(told, told.found.baseline), isOnFront: true };
  const on = points.filter(({ isOnFront }) => isOnFront);
  const off = points.filter(({ isOnFront }) => !isOnFront);
  return [
    rules(plot, points, { x: 'xLow', x2: 'xHigh', y: 'y' }, { color, opacity: 0.45 }),
    rules(plot, points, { x: 'x', y: 'yLow', y2: 'yHigh' }, { color, opacity: 0.45 }),
    dots(plot, [origin], place, { color: armColor(colors, 0), size: 9 }),
    ...(off.length > 0 ? [dots(plot, off, place, { color: colors.card, size: 8, outline: color })] : []),
    ...(on.length > 0 ? [dots(plot, on, place, { color, size: 10 })] : []),
    ...labels(plot, on, armText(colors, 1)),
    ...labels(plot, [origin], armText(colors, 0)),
  ];
}

const metricOf = (name: string): Metric => metrics[metricIndex[name]];

function axisOf(points: readonly Point[], side: 'x' | 'y'): Axis {
  const ends = points.flatMap((point) => [Number(point[`${side}Low`]), Number(point[`${side}High`])]);
  return axisFor(Math.min(0, ...ends), Math.max(0, ...ends), 4);
}

function plotOf(across: Axis, up: Axis, room: number, { size }: Look): Plot {
  const margin = { left: Math.ceil(room) + 14, right: 24, top: 10, bottom: 32 };
  return {
    width: outerWidth[size] - margin.left - margin.right,
    height: size === 'wide' ? 320 : 260,
    x: [across.low, across.high],
    y: [up.low, up.high],
    margin,
  };
}

/** Names beside the dots of the front, on the side where there is room; where names would lie on one another, the first only. */
function labels(plot: Plot, points: readonly Point[], color: string) {
  const middle = (plot.x[0] + plot.x[1]) / 2;
  const taken: number[] = [];
  const shown = points.filter(({ y }) => {
    const pixel = ((y - plot.y[0]) / (plot.y[1] - plot.y[0])) * plot.height;
    const isFree = taken.every((other) => Math.abs(other - pixel) > 15);
    if (isFree) taken.push(pixel);
    return isFree;
  });
  return (['left', 'right'] as const).flatMap((align) => {
    const rows = shown
      .filter(({ x }) => (align === 'left') === x < middle)
      .map(({ x, y, label }) => ({ x, y, text: cut(label, 12, plot.width / 2 - 16) }));
    const dx = align === 'left' ? 10 : -10;
    return rows.length === 0
      ? []
      : [words(plot, rows, { x: 'x', y: 'y', text: 'text' }, { color, align, dx, dy: -7, weight: 600 })];
  });
}
