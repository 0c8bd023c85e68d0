/**
 * Draws people as dots on a canvas, color and shape by state: a full disc is here today, a ring is a member, a bar is
 * dormant, a cross has left, a point has not joined. One path for each state, so that thousands take a millisecond or two.
 */

import { type DotLayout, HEAD } from './dot-layout.ts';
import { Dot } from './dot-states.ts';

export interface DotColors {
  /** Of the arm. */
  readonly arm: string;
  readonly ink: string;
  readonly soft: string;
}

type Trace = (path: Path2D, x: number, y: number, r: number) => void;

const disc: Trace = (path, x, y, r) => {
  path.moveTo(x + r, y);
  path.arc(x, y, r, 0, 2 * Math.PI);
};
const bar: Trace = (path, x, y, r) => {
  path.moveTo(x - r, y);
  path.lineTo(x + r, y);
};
const cross: Trace = (path, x, y, r) => {
  const d = r * 0.75;
  path.moveTo(x - d, y - d);
  path.lineTo(x + d, y + d);
  path.moveTo(x + d, y - d);
  path.lineTo(x - d, y + d);
};

/** Draws the state that a code stands for at a place: for the legend too. */
export const traces: Readonly<Record<number, { trace: Trace; size: number; isFilled: boolean }>> = {
  [Dot.here]: { trace: disc, size: 0.42, isFilled: true },
  [Dot.member]: { trace: disc, size: 0.3, isFilled: false },
  [Dot.dormant]: { trace: bar, size: 0.32, isFilled: false },
  [Dot.left]: { trace: cross, size: 0.36, isFilled: false },
  [Dot.outside]: { trace: disc, size: 0.1, isFilled: true },
};

const colorOf = (code: number, { arm, ink, soft }: DotColors): string =>
  code === Dot.here || code === Dot.member ? arm : code === Dot.left ? ink : soft;

/** Draws everybody. The context is scaled so that one unit is one pixel of the page. */
export function paint(
  context: CanvasRenderingContext2D,
  layout: DotLayout,
  codes: Uint8Array,
  colors: DotColors,
  followed: number,
): void {
  const { x, y, pitch } = layout;
  const paths = new Map<number, Path2D>();
  for (const code of Object.keys(traces).map(Number)) paths.set(code, new Path2D());
  for (let i = 0; i < codes.length; i++) {
    const { trace, size } = traces[codes[i]];
    trace(paths.get(codes[i]) as Path2D, x[i], y[i], Math.max(0.7, size * pitch));
  }
  context.lineWidth = Math.max(0.9, Math.min(2, pitch * 0.13));
  for (const [code, path] of paths) {
    context.globalAlpha = code === Dot.left ? 0.7 : 1;
    context.fillStyle = colorOf(code, colors);
    context.strokeStyle = context.fillStyle;
    if (traces[code].isFilled) context.fill(path);
    else context.stroke(path);
  }
  context.globalAlpha = 1;
  if (followed >= 0) halo(context, x[followed], y[followed], pitch, colors.ink);
}

function halo(context: CanvasRenderingContext2D, x: number, y: number, pitch: number, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, Math.max(6, pitch * 0.75), 0, 2 * Math.PI);
  context.stroke();
}

/** Names of segments over their blocks, cut to the width of each. */
export function paintNames(
  context: CanvasRenderingContext2D,
  { blocks }: DotLayout,
  names: readonly string[],
  colors: DotColors,
  font: string,
): void {
  if (names.length < 2) return;
  context.font = font;
  context.fillStyle = colors.soft;
  context.textBaseline = 'alphabetic';
  for (const { segment, left, width } of blocks)
    context.fillText(cut(context, names[segment], width), left, HEAD - 8);
}

function cut(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let letters = [...text];
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > width)
    letters = letters.slice(0, -1);
  return letters.length > 1 ? `${letters.join('')}…` : '';
}
