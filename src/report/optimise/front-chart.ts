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
  outerWidth,
  type Plot,
  rules,
  words,
} from '../charts/drawing.ts';
import { armColor, armText, colorsOf, type Look } from '../charts/look.ts';
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
  const { found, locale } = told;
  const colors = colorsOf(look.theme);
  const points = mixes.flatMap((mix): Point[] => {
    const [a, b] = mix.reported?.gains ?? [];
    if (a === undefined || b === undefined) return [];
    return [
      {
        ...{ x: a.mean, xLow: a.low, xHigh: a.high, y: b.mean, yLow: b.low, yHigh: b.high },
        label: labelOf(told, mix.name),
        isOnFront: found.front.includes(mix.name),
      },
    ];
  });
  const [across, up] = [axisOf(points, 'x'), axisOf(points, 'y')];
  const show = (name: string, value: number) =>
    change(value, metricOf(name).unit, found.currency, locale, { digits: 2, signed: true });
  const upLabels = up.ticks.map((at) => ({ at, text: show(found.against ?? found.metric, at) }));
  const plot = plotOf(across, up, Math.max(...upLabels.map(({ text }) => textWidth(text, 12))), look);
  const on = points.filter(({ isOnFront }) => isOnFront);
  const off = points.filter(({ isOnFront }) => !isOnFront);
  const color = armColor(colors, 1);
  const line = { color: colors.rule };
  const zero = { color: colors.soft };
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        rules(
          plot,
          across.ticks.filter((at) => at !== 0).map((at) => ({ at })),
          { x: 'at' },
          line,
        ),
        rules(
          plot,
          up.ticks.filter((at) => at !== 0).map((at) => ({ at })),
          { y: 'at' },
          line,
        ),
        rules(plot, [{ at: 0 }], { x: 'at' }, zero),
        rules(plot, [{ at: 0 }], { y: 'at' }, zero),
        words(
          plot,
          across.ticks.map((at) => ({ at, low: up.low, text: show(found.metric, at) })),
          { x: 'at', y: 'low', text: 'text' },
          { color: colors.soft, align: 'center', baseline: 'top', dy: 9 },
        ),
        words(
          plot,
          upLabels.map((row) => ({ ...row, low: across.low })),
          { x: 'low', y: 'at', text: 'text' },
          { color: colors.soft, align: 'right', baseline: 'middle', dx: -9 },
        ),
        rules(plot, points, { x: 'xLow', x2: 'xHigh', y: 'y' }, { color, opacity: 0.45 }),
        rules(plot, points, { x: 'x', y: 'yLow', y2: 'yHigh' }, { color, opacity: 0.45 }),
        ...(off.length > 0
          ? [dots(plot, off, { x: 'x', y: 'y' }, { color: colors.card, size: 8, outline: color })]
          : []),
        ...(on.length > 0 ? [dots(plot, on, { x: 'x', y: 'y' }, { color, size: 10 })] : []),
        ...labels(plot, on, armText(colors, 1)),
      ],
    },
    look,
  );
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
