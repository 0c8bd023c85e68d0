/** The words around a drawing that stands by itself: title and question above it, where it comes from below. */
import type { ChartSpec } from '../../src/report/charts/drawing.ts';
import { light } from '../../src/report/charts/look.ts';
import { wrap } from '../../src/report/charts/text.ts';
import type { Mark } from './marks.ts';
import type { Scene } from './scene.ts';

/** A title as `assemble` of drawing.ts writes it. */
interface Title {
  readonly text: readonly string[];
  readonly subtitle: readonly string[];
  readonly offset: number;
  readonly fontSize: number;
  readonly fontWeight: number;
  readonly lineHeight: number;
  readonly color: string;
  readonly subtitleFontSize: number;
  readonly subtitleLineHeight: number;
  readonly subtitleColor: string;
  readonly subtitlePadding: number;
}

const FOOT = { size: 11, line: 16, gap: 12 } as const;

/** Rows of words, and how much room the footer takes below the drawing. */
export function headingRows(
  spec: ChartSpec,
  { width, height, padding }: Pick<Scene, 'width' | 'height' | 'padding'>,
  footer: readonly string[],
  font: string,
): { words: readonly Mark[]; below: number } {
  const title = spec.title as Title | undefined;
  const frame = title ? 16 : 0;
  const x = frame - padding.left;
  const room = padding.left + width + padding.right - 2 * frame;
  const lines = footer.flatMap((text) => wrap(text, FOOT.size, room, 3));
  const foot = {
    ...plain(x, height + padding.bottom + FOOT.gap - 6, lines, font),
    color: title?.subtitleColor ?? light.soft,
    size: FOOT.size,
    weight: 400,
    lineHeight: FOOT.line,
  };
  return {
    words: [
      ...(title ? titleRows(title, x, 26 - padding.top, font) : []),
      ...(lines.length > 0 ? [foot] : []),
    ],
    below: lines.length === 0 ? 0 : lines.length * FOOT.line + FOOT.gap,
  };
}

function titleRows(title: Title, x: number, top: number, font: string): Mark[] {
  const { lineHeight, subtitlePadding, fontSize } = title;
  const under = top + title.text.length * lineHeight + (fontSize - lineHeight) + subtitlePadding;
  return [
    {
      ...plain(x, top, title.text, font),
      color: title.color,
      size: fontSize,
      weight: title.fontWeight,
      lineHeight,
    },
    {
      ...plain(x, under, title.subtitle, font),
      color: title.subtitleColor,
      size: title.subtitleFontSize,
      weight: 400,
      lineHeight: title.subtitleLineHeight,
    },
  ];
}

const plain = (x: number, y: number, text: readonly string[], font: string) => ({
  x,
  y,
  text,
  font,
  align: 'left',
  baseline: 'top',
  dx: 0,
  dy: 0,
  row: {},
});
