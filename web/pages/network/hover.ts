/** The name above a person who is pointed at or looked at: drawn on the canvas above the picture. */
import type { Look } from './look.ts';

interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null;
}

const HIGH = 24;
const PAD = 8;

export function drawHover(
  context: CanvasRenderingContext2D,
  { x, y, size, label }: Pointed,
  look: Look,
): void {
  context.lineWidth = 1.5;
  context.strokeStyle = look.ink;
  context.beginPath();
  context.arc(x, y, size + 3, 0, Math.PI * 2);
  context.stroke();
  if (!label) return;
  context.font = `600 13px ${look.font}`;
  const width = context.measureText(label).width + 2 * PAD;
  const ratio = window.devicePixelRatio || 1;
  const left = Math.max(2, Math.min(x - width / 2, context.canvas.width / ratio - width - 2));
  const above = y - size - 8 - HIGH;
  const top = above < 2 ? y + size + 8 : above;
  context.beginPath();
  context.roundRect(left, top, width, HIGH, 6);
  context.fillStyle = look.card;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = look.strong;
  context.stroke();
  context.fillStyle = look.ink;
  context.textBaseline = 'middle';
  context.fillText(label, left + PAD, top + HIGH / 2 + 0.5);
  context.textBaseline = 'alphabetic';
}
