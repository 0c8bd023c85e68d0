/** The name beside a person who is pointed at or looked at: drawn on the canvas above the picture. */
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
  const isLeft = x + size + 8 + width > context.canvas.width / ratio;
  const left = isLeft ? x - size - 8 - width : x + size + 8;
  context.beginPath();
  context.roundRect(left, y - HIGH / 2, width, HIGH, 6);
  context.fillStyle = look.card;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = look.strong;
  context.stroke();
  context.fillStyle = look.ink;
  context.textBaseline = 'middle';
  context.fillText(label, left + PAD, y + 0.5);
  context.textBaseline = 'alphabetic';
}
