import { money as inMoney, inRanges } from '../format.ts';
import type { ChartSpec, Heading } from './drawing.ts';
import {
  assemble,
  boxes,
  type Layer,
  lineHeight,
  outerWidth,
  type Plot,
  paragraphs,
  rules,
  words,
} from './drawing.ts';
import { armColor, armText, type Colors, colorsOf, type Look } from './look.ts';
import type { Money } from './money.ts';
import { moneyWords } from './money-words.ts';
import { BOLD, textWidth, wrap } from './text.ts';
import { say } from './words.ts';

interface Bar {
  readonly label: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly value: string;
  /** Middle of the row. */
  readonly y: number;
}

/** Draws the steps from the baseline to the arm, a row each. */
export function moneyPicture(found: Money, heading: Heading, look: Look): ChartSpec {
  const { steps, total, source, from, to, reading } = found;
  const { locale, scenario } = source;
  const colors = colorsOf(look.theme);
  const isWide = look.size === 'wide';
  const size = isWide ? 13 : 12.5;
  const left = isWide ? 148 : 104;
  const count = steps.length + 2;
  const label = (text: string) => wrap(text, size, (left - 14) / BOLD, 2);
  const labels = [...steps, reading.baseline, reading.arm].map((each) => label(each.label));
  const row = labels.some((lines) => lines.length > 1) ? 36 : 31;
  const place = (index: number) => (count - index - 0.5) * row;
  const change = (amount: number) =>
    `${amount > 0 ? '▲' : amount < 0 ? '▼' : ''} ${inMoney(Math.abs(amount), scenario.currency, locale, inRanges)}`.trim();

  let sum = 0;
  const bars = steps.map((step, i): Bar => {
    const start = sum;
    sum += step.mean;
    return {
      label: label(step.label),
      start,
      end: sum,
      low: start + step.p05,
      high: start + step.p95,
      value: change(step.mean),
      y: place(i + 1),
    };
  });
  const last: Bar = {
    label: label(reading.arm.label),
    start: 0,
    end: total.mean,
    low: total.p05,
    high: total.p95,
    value: change(total.mean),
    y: place(count - 1),
  };
  const all = [...bars, last];
  const right = 16 + Math.max(...all.map((bar) => textWidth(bar.value, size) * BOLD));
  const ends = all.flatMap(({ start, end, low, high }) => [start, end, low, high]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const edge = (high - low || 1) * 0.02;
  const plot: Plot = {
    width: outerWidth[look.size] - left - right - 4,
    height: count * row,
    x: [low - edge, high + edge],
    y: [0, count * row],
    margin: { left, right: right + 4, top: 6, bottom: 12 + 10 * last.label.length },
  };
  const ends0 = {
    label: label(reading.baseline.label),
    y: place(0),
    value: inMoney(from, scenario.currency, locale),
  };
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...zeroLayers(plot, ends0, size, colors),
        ...barLayers(plot, bars, last, reading.arm.place, row, colors),
        ...labelLayers(plot, bars, last, reading.arm.place, size, colors),
        words(
          plot,
          [
            {
              x: plot.x[0],
              y: last.y - (last.label.length * lineHeight(size)) / 2 - 3,
              label: say(moneyWords[locale].makes, { net: inMoney(to, scenario.currency, locale) }, locale),
            },
          ],
          { x: 'x', y: 'y', text: 'label' },
          { color: colors.soft, size: 12, baseline: 'top', dx: -left },
        ),
      ],
    },
    look,
  );
}

/** The baseline: its name, its net revenue, and the line that every step is measured from. */
function zeroLayers(
  plot: Plot,
  { label, y, value }: { readonly label: readonly string[]; readonly y: number; readonly value: string },
  size: number,
  colors: Colors,
): Layer[] {
  const row = { zero: 0, y, left: plot.x[0], label, value, bottom: 0, top: y - 9 };
  return [
    rules(plot, [row], { x: 'zero', y: 'bottom', y2: 'top' }, { color: colors.soft }),
    ...paragraphs(
      plot,
      [row],
      { x: 'left', y: 'y', text: 'label' },
      { color: armText(colors, 0), size, weight: 600, dx: -plot.margin.left },
    ),
    words(
      plot,
      [row],
      { x: 'zero', y: 'y', text: 'value' },
      {
        color: colors.ink,
        size,
        weight: 600,
        align: 'center',
        baseline: 'middle',
        dy: -4,
      },
    ),
  ];
}

function barLayers(
  plot: Plot,
  bars: readonly Bar[],
  last: Bar,
  arm: number,
  row: number,
  colors: Colors,
): Layer[] {
  const half = row * 0.3;
  const data = (list: readonly Bar[]) =>
    list.map((bar) => ({ ...bar, bottom: bar.y - half, top: bar.y + half }));
  const places = { x: 'start', x2: 'end', y: 'bottom', y2: 'top' };
  const joints = bars.map(({ end, y }) => ({ end, from: y - half, to: y - row + half }));
  return [
    rules(plot, joints, { x: 'end', y: 'from', y2: 'to' }, { color: colors.soft, opacity: 0.6 }),
    boxes(plot, data(bars.filter(({ start, end }) => end >= start)), places, {
      color: armColor(colors, arm),
      opacity: 0.5,
    }),
    boxes(plot, data(bars.filter(({ start, end }) => end < start)), places, {
      color: armColor(colors, 0),
      opacity: 0.5,
    }),
    boxes(plot, data([last]), places, { color: armColor(colors, arm) }),
    rules(
      plot,
      data([...bars, last]),
      { x: 'low', x2: 'high', y: 'y' },
      { color: colors.ink, opacity: 0.75 },
    ),
  ];
}

function labelLayers(
  plot: Plot,
  bars: readonly Bar[],
  last: Bar,
  arm: number,
  size: number,
  colors: Colors,
): Layer[] {
  const data = (list: readonly Bar[]) =>
    list.map((bar) => ({
      y: bar.y,
      left: plot.x[0],
      label: bar.label,
      value: bar.value,
      right: Math.max(bar.start, bar.end, bar.high),
    }));
  const name = (list: readonly Bar[], color: string, weight: number) =>
    paragraphs(
      plot,
      data(list),
      { x: 'left', y: 'y', text: 'label' },
      { color, size, weight, dx: -plot.margin.left },
    );
  return [
    ...name(bars, colors.ink, 400),
    ...name([last], armText(colors, arm), 600),
    words(
      plot,
      data([...bars, last]),
      { x: 'right', y: 'y', text: 'value' },
      {
        color: colors.ink,
        size,
        weight: 600,
        baseline: 'middle',
        dx: 8,
      },
    ),
  ];
}
