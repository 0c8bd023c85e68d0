/**
 * Draws people as dots on a canvas, color and shape by state: a full disc is here today, a ring is a member, a bar is
 * dormant, a cross has left, a point has not joined. Only who changed is drawn anew, so that thousands take a millisecond.
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

/** A dot of each state, drawn once: stamping it is many times faster than drawing it. */
export interface Stamps {
  readonly sheet: HTMLCanvasElement;
  /** Side of a stamp, in pixels of the screen. */
  readonly side: number;
}

/** Stamps for a pitch on a screen of so many pixels to one of the page. */
export function makeStamps(pitch: number, scale: number, colors: DotColors): Stamps {
  const side = Math.max(2, Math.floor(pitch * scale));
  const sheet = document.createElement('canvas');
  const codes = Object.keys(traces).map(Number);
  sheet.width = side * codes.length;
  sheet.height = side;
  const context = sheet.getContext('2d');
  if (context === null) return { sheet, side };
  context.lineWidth = scale * Math.max(0.9, Math.min(2, pitch * 0.13));
  for (const code of codes) {
    const { trace, size, isFilled } = traces[code];
    const path = new Path2D();
    trace(path, side * (code + 0.5), side / 2, scale * Math.max(0.7, size * pitch));
    context.globalAlpha = code === Dot.left ? 0.7 : 1;
    context.fillStyle = colorOf(code, colors);
    context.strokeStyle = context.fillStyle;
    if (isFilled) context.fill(path);
    else context.stroke(path);
  }
  return { sheet, side };
}

/** Stamps everybody whose state is another than before; everybody where nothing was drawn before. */
export function paint(
  context: CanvasRenderingContext2D,
  { x, y }: DotLayout,
  { sheet, side }: Stamps,
  scale: number,
  [codes, before]: readonly [Uint8Array, Uint8Array | null],
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (before !== null && before[i] === code) continue;
    const left = Math.round(x[i] * scale - side / 2);
    const top = Math.round(y[i] * scale - side / 2);
    if (before !== null) context.clearRect(left, top, side, side);
    context.drawImage(sheet, code * side, 0, side, side, left, top, side, side);
  }
}

/** A ring around the person who is followed. */
export function halo(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  pitch: number,
  color: string,
): void {
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
