import type { Locale } from '../format.ts';
import {
  assemble,
  boxes,
  type ChartSpec,
  type Heading,
  type Layer,
  outerWidth,
  type Plot,
  words,
} from './drawing.ts';
import { type Colors, colorsOf, type Look } from './look.ts';
import type { LuckPart } from './luck.ts';
import { luckWords } from './luck-words.ts';
import { BOLD, textWidth } from './text.ts';

const HEIGHT = 44;

/** Draws one bar in two parts, each named above and with what narrows it below. */
export function luckPicture(
  [assumed, lucky]: readonly [LuckPart, LuckPart],
  locale: Locale,
  heading: Heading,
  look: Look,
): ChartSpec {
  const colors = colorsOf(look.theme);
  const text = luckWords[locale];
  const plot: Plot = {
    width: outerWidth[look.size] - 2,
    height: HEIGHT,
    x: [0, 1],
    y: [0, HEIGHT],
    margin: { left: 1, right: 1, top: 30, bottom: 30 },
  };
  const isMore = assumed.part >= lucky.part;
  const named = [assumed, lucky].map(({ name, value }) => `${name} ${value}`);
  return assemble(
    plot,
    {
      ...heading,
      layers: [
        box(plot, 0, assumed.part, colors.ink, 0.72, colors),
        box(plot, assumed.part, 1, colors.faint, 1, colors),
        ...beside(plot, named, 13, isMore, colors),
        ...beside(plot, [text.data, text.worlds], 12, isMore, colors),
      ],
    },
    look,
  );
}

function box(plot: Plot, from: number, to: number, color: string, opacity: number, { soft }: Colors): Layer {
  const places = { x: 'from', x2: 'to', y: 'bottom', y2: 'top' };
  return boxes(plot, [{ from, to, bottom: 0, top: HEIGHT }], places, { color, opacity, outline: soft });
}

/** Words at the two ends, above the bar in bold or below it; where there is no room for both, those of the larger part. */
function beside(
  plot: Plot,
  [left, right]: readonly string[],
  size: 12 | 13,
  isLeftMore: boolean,
  colors: Colors,
): Layer[] {
  const isBold = size === 13;
  const style = {
    color: isBold ? colors.ink : colors.soft,
    size,
    weight: isBold ? 600 : 400,
    baseline: isBold ? 'bottom' : 'top',
    dy: isBold ? -8 : 8,
  } as const;
  const y = isBold ? HEIGHT : 0;
  const at = (x: number, label: string, align: 'left' | 'right') =>
    words(plot, [{ x, y, label }], { x: 'x', y: 'y', text: 'label' }, { ...style, align });
  const fits = (textWidth(left, size) + textWidth(right, size)) * (isBold ? BOLD : 1) + 16 <= plot.width;
  const [first, last] = [at(0, left, 'left'), at(1, right, 'right')];
  if (fits) return [first, last];
  return [isLeftMore ? first : last];
}
