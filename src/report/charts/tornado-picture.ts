import type { ChartSpec, Heading, Layer, Row } from './drawing.ts';
import { assemble, boxes, dots, rules } from './drawing.ts';
import { armColor, type Look } from './look.ts';
import { layRows, type RowLayout } from './rows.ts';
import { showValue, type Tornado } from './tornado.ts';
import { tornadoWords } from './tornado-words.ts';
import { say } from './words.ts';

/** Draws a bar for each input; its part on the other side of 0 than the mean is hollow. */
export function tornadoPicture(found: Tornado, heading: Heading, look: Look): ChartSpec {
  const { reading, scale, bars } = found;
  const ends = bars.flatMap(({ low, high }) => [scale.of(low), scale.of(high)]);
  const laid = layRows(
    bars.map(({ label, range }) => ({ name: label, under: range })),
    Math.min(0, ...ends),
    Math.max(0, ...ends),
    (value) => scale.show(value, { digits: 2, signed: true }),
    look,
  );
  const { plot, colors } = laid;
  const color = armColor(colors, reading.arm.place);
  const rows = rowsOf(found, laid);
  const sign = found.mean < 0 ? -1 : 1;
  const layer = (own: readonly Row[], style: Parameters<typeof boxes>[3]): Layer[] =>
    own.length > 0 ? [boxes(plot, own, { x: 'from', x2: 'to', y: 'bottom', y2: 'top' }, style)] : [];
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        ...laid.layers,
        ...layer(parts(rows, sign), { color, opacity: 0.4 }),
        ...layer(parts(rows, sign === 1 ? -1 : 1), { color: colors.card, outline: color }),
        rules(plot, rows, { x: 'mean', y: 'bottom', y2: 'top' }, { color: colors.ink, opacity: 0.75 }),
        dots(plot, rows, { x: 'low', y: 'y' }, { color: colors.card, size: 9, outline: color }),
        dots(plot, rows, { x: 'high', y: 'y' }, { color, size: 10 }),
      ],
    },
    look,
  );
}

function rowsOf({ source, scale, bars, mean }: Tornado, { middle }: RowLayout) {
  return bars.map(({ path, label, low, high }, i) => {
    const slots = { label, low: showValue(scale, low), high: showValue(scale, high) };
    return {
      path,
      low: scale.of(low),
      high: scale.of(high),
      from: Math.min(scale.of(low), scale.of(high)),
      to: Math.max(scale.of(low), scale.of(high)),
      mean: scale.of(mean),
      y: middle(i),
      bottom: middle(i) - 8,
      top: middle(i) + 8,
      note: say(tornadoWords[source.locale].note, slots, source.locale),
    };
  });
}

/** The parts of the bars that lie on one side of 0. */
function parts<Bar extends { readonly from: number; readonly to: number }>(
  bars: readonly Bar[],
  sign: 1 | -1,
): Bar[] {
  return bars
    .map((bar) =>
      sign === 1
        ? { ...bar, from: Math.max(0, bar.from), to: Math.max(0, bar.to) }
        : { ...bar, from: Math.min(0, bar.from), to: Math.min(0, bar.to) },
    )
    .filter(({ from, to }) => to > from);
}
