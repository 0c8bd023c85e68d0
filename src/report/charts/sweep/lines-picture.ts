import type { ChartSpec, Heading, Plot } from '../drawing.ts';
import { assemble, dots, lines as drawLines, outerWidth, paragraphs, rules, words } from '../drawing.ts';
import { armColor, colorsOf, type Look } from '../look.ts';
import { cut, wrap } from '../text.ts';
import { say } from '../words.ts';
import { type Found, showJudged } from './found.ts';
import { ticksOf } from './layout.ts';
import type { Line } from './lines.ts';
import { sweepWords } from './words.ts';

/** Room between the ends of axes and the edges of the plot. */
const TOP = 1.06;

/** Draws an axis for each input and one for the result, and a line for each point. */
export function linesPicture(
  { found, lines }: { readonly found: Found; readonly lines: readonly Line[] },
  heading: Heading,
  look: Look,
): ChartSpec {
  const { inputs, locale, arm } = found;
  const colors = colorsOf(look.theme);
  const isWide = look.size === 'wide';
  const margin = { left: isWide ? 44 : 34, right: isWide ? 52 : 44, top: 40, bottom: 26 };
  const plot: Plot = {
    width: outerWidth[look.size] - margin.left - margin.right,
    height: isWide ? 220 : 200,
    x: [0, inputs.length],
    y: [0, TOP],
    margin,
  };
  const room = plot.width / inputs.length - 6;
  const low = Math.min(...lines.map(({ median }) => median));
  const high = Math.max(...lines.map(({ median }) => median));
  const onResult = (median: number) => (high > low ? (median - low) / (high - low) : 0.5);
  const rows = lines.map(({ point, places, median, isChosen }) => ({
    isChosen,
    end: onResult(median),
    corners: [...places, onResult(median)].map((y, x) => ({ x, y, point: point.number })),
    note: say(
      sweepWords[locale].lines.note,
      {
        number: point.number,
        items: point.values
          .map((value, i) => `${inputs[i].label} ${inputs[i].show(value)}`)
          .join(sweepWords[locale].joint),
        value: showJudged(found, median),
      },
      locale,
    ),
  }));
  const corners = (isChosen: boolean) =>
    rows.filter((row) => row.isChosen === isChosen).flatMap((row) => row.corners);
  const path = { x: 'x', y: 'y', group: 'point' };
  const axes = inputs.map((input, x) => ({ x, ends: ticksOf(input), label: input.label }));
  const result = {
    x: inputs.length,
    ends: [low, high].map((value, place) => ({ place, label: showJudged(found, value) })),
    label: sweepWords[locale].lines.result,
  };
  const all = [...axes, result];
  const named = all.map(({ x, label }) => ({
    x,
    y: TOP,
    lines: wrap(label, 11, x === 0 || x === inputs.length ? room / 2 + margin.left : room, 2),
    align: x === 0 ? ('left' as const) : x === inputs.length ? ('right' as const) : ('center' as const),
  }));
  const outward = { left: -margin.left, center: 0, right: margin.right };
  const marks = all.flatMap(({ x, ends }) => [
    { x, y: 0, label: cut(ends[0].label, 11, room) },
    { x, y: 1, label: cut(ends[ends.length - 1].label, 11, room) },
  ]);
  const chosen = corners(true);
  const others = corners(false);
  const color = armColor(colors, arm.place);
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...(others.length > 0 ? [drawLines(plot, others, path, { color: colors.soft, opacity: 0.22 })] : []),
        ...(chosen.length > 0 ? [drawLines(plot, chosen, path, { color, width: 1.6, opacity: 0.85 })] : []),
        rules(
          plot,
          all.map(({ x }) => ({ x, y: 0, y2: 1 })),
          { x: 'x', y: 'y', y2: 'y2' },
          { color: colors.ink },
        ),
        dots(
          plot,
          rows
            .filter(({ isChosen }) => !isChosen)
            .map(({ end, note }) => ({ x: inputs.length, y: end, note })),
          { x: 'x', y: 'y' },
          { color: colors.soft, size: 5 },
        ),
        dots(
          plot,
          rows
            .filter(({ isChosen }) => isChosen)
            .map(({ end, note }) => ({ x: inputs.length, y: end, note })),
          { x: 'x', y: 'y' },
          { color, size: 8, outline: colors.card },
        ),
        words(
          plot,
          marks.filter(({ y }) => y === 0),
          { x: 'x', y: 'y', text: 'label' },
          { color: colors.soft, size: 11, align: 'center', baseline: 'top', dy: 6 },
        ),
        words(
          plot,
          marks.filter(({ y }) => y === 1),
          { x: 'x', y: 'y', text: 'label' },
          { color: colors.soft, size: 11, align: 'center', baseline: 'bottom', dy: -3 },
        ),
        ...(['left', 'center', 'right'] as const).flatMap((align) =>
          paragraphs(
            plot,
            named.filter((name) => name.align === align),
            { x: 'x', y: 'y', text: 'lines' },
            { color: colors.ink, size: 11, weight: 600, align, dx: outward[align], dy: -16 },
          ),
        ),
      ],
    },
    look,
  );
}
