import { probability } from '../../format.ts';
import type { ChartSpec, Heading, Plot } from '../drawing.ts';
import { assemble, boxes, dots, outerWidth, words } from '../drawing.ts';
import { armColor, colorsOf, type Look } from '../look.ts';
import { cut, textWidth } from '../text.ts';
import { say } from '../words.ts';
import { type DecisionMap, SURE } from './map.ts';
import { spanWords } from './response.ts';
import { sweepWords } from './words.ts';

/** By place of the arm, so that colours are not needed. */
const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross'] as const;

/** Draws a box for each part and in it the shape of the arm that does best there; arms and shapes stand above. */
export function mapPicture(map: DecisionMap, heading: Heading, look: Look): ChartSpec {
  const { found, inputs, columns, rows, cells } = map;
  const colors = colorsOf(look.theme);
  const [x, y] = inputs.map((i) => found.inputs[i]);
  const left = look.size === 'wide' ? 112 : 84;
  const margin = { left, right: 12, top: 30, bottom: 46 };
  const width = outerWidth[look.size] - left - margin.right;
  const height = Math.min(260, Math.max(150, rows.length * 44));
  const plot: Plot = { width, height, x: [0, columns.length], y: [0, rows.length], margin };
  const text = sweepWords[found.locale].map;
  const marks = cells.map(({ column, row, best, chance }) => ({
    arm: best.place,
    isSure: chance >= SURE,
    x: column + 0.02,
    x2: column + 0.98,
    y: row + 0.03,
    y2: row + 0.97,
    middle: column + 0.5,
    center: row + 0.5,
    note: say(
      text.note,
      {
        x: spanWords({ found, input: inputs[0] }, columns[column]),
        y: spanWords({ found, input: inputs[1] }, rows[row]),
        arm: best.label,
        chance: probability(chance, found.locale),
      },
      found.locale,
    ),
  }));
  const shown = found.arms.filter(({ place }) => marks.some(({ arm }) => arm === place));
  const of = (place: number, isSure: boolean) =>
    marks.filter((mark) => mark.arm === place && mark.isSure === isSure);
  const own = { x: 'x', x2: 'x2', y: 'y', y2: 'y2' };
  const at = { x: 'middle', y: 'center' };
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        boxes(plot, [{ x: 0, x2: columns.length, y: 0, y2: rows.length }], own, { color: colors.faint }),
        // All boxes lie below all marks: the board has no more slots for them.
        ...shown.flatMap(({ place }) =>
          [true, false].flatMap((isSure) => {
            const parts = of(place, isSure);
            const style = { color: armColor(colors, place), opacity: isSure ? 0.34 : 0.12 };
            return parts.length > 0 ? [boxes(plot, parts, own, style)] : [];
          }),
        ),
        ...shown.flatMap(({ place }) =>
          [true, false].flatMap((isSure) => {
            const parts = of(place, isSure);
            const color = armColor(colors, place);
            const style = { size: 14, shape: shapes[place % shapes.length] };
            const fill = isSure ? { color } : { color: colors.card, outline: color };
            return parts.length > 0 ? [dots(plot, parts, at, { ...style, ...fill })] : [];
          }),
        ),
        ...key(map, plot, look),
        ...ends(map, plot, look),
        words(
          plot,
          [
            {
              x: columns.length / 2,
              y: 0,
              label: cut(say(text.axis, { x: x.label, y: y.label }, found.locale), 12, (width + left) * 0.9),
            },
          ],
          { x: 'x', y: 'y', text: 'label' },
          { color: colors.ink, weight: 600, align: 'center', baseline: 'top', dy: 28, dx: -left / 2 },
        ),
      ],
    },
    look,
  );
}

/** Shapes and names of the arms, from the left. */
function key({ found, cells }: DecisionMap, plot: Plot, { theme }: Look) {
  const colors = colorsOf(theme);
  const shown = found.arms.filter((arm) => cells.some(({ best }) => best === arm));
  const room = (plot.width + plot.margin.left) / Math.max(1, shown.length) - 34;
  let pixels = -plot.margin.left + 8;
  return shown.flatMap(({ place, label }) => {
    const name = cut(label, 12, room);
    const from = pixels;
    pixels += textWidth(name, 12) + 34;
    const toX = (pixel: number) => plot.x[0] + (pixel / plot.width) * (plot.x[1] - plot.x[0]);
    const top = plot.y[1] + (18 / plot.height) * (plot.y[1] - plot.y[0]);
    const row = [{ dot: toX(from), x: toX(from + 12), y: top, name }];
    return [
      dots(
        plot,
        row,
        { x: 'dot', y: 'y' },
        { color: armColor(colors, place), size: 11, shape: shapes[place % shapes.length] },
      ),
      words(plot, row, { x: 'x', y: 'y', text: 'name' }, { color: colors.ink, baseline: 'middle' }),
    ];
  });
}

/** What the first and the last part of each input begin and end with. */
function ends({ found, inputs, columns, rows }: DecisionMap, plot: Plot, { theme }: Look) {
  const { soft } = colorsOf(theme);
  const [x, y] = inputs.map((i) => found.inputs[i]);
  const half = plot.width / 2 - 8;
  const last = { column: columns[columns.length - 1], row: rows[rows.length - 1] };
  const below = { color: soft, baseline: 'top', dy: 8 } as const;
  const beside = { color: soft, align: 'right', dx: -8 } as const;
  const room = plot.margin.left - 10;
  const own = { x: 'x', y: 'y', text: 'label' };
  return [
    words(plot, [{ x: 0, y: 0, label: cut(x.show(columns[0].low), 12, half) }], own, below),
    words(plot, [{ x: plot.x[1], y: 0, label: cut(x.show(last.column.high), 12, half) }], own, {
      ...below,
      align: 'right',
    }),
    words(plot, [{ x: 0, y: 0, label: cut(y.show(rows[0].low), 12, room) }], own, {
      ...beside,
      baseline: 'bottom',
    }),
    words(plot, [{ x: 0, y: plot.y[1], label: cut(y.show(last.row.high), 12, room) }], own, {
      ...beside,
      baseline: 'top',
    }),
  ];
}
