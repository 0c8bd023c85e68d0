/** Which layers of a chart may cover each other: the rectangle that holds a layer's marks, words estimated. */
import { BOLD, textWidth } from '../../src/report/charts/text.ts';
import type { Mark } from './marks.ts';
import type { SlotKind } from './slots.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** More than touching. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

export function boundsOf(kind: SlotKind, marks: readonly Mark[]): Box {
  const boxes = marks.map((mark) => boxOf(kind, mark));
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function boxOf(kind: SlotKind, mark: Mark): Box {
  const at = (name: string) => Number(mark[name] ?? 0);
  if (kind === 'words') return wordsBox(mark);
  if (kind === 'dots') {
    const half = Math.sqrt(at('size')) / 2;
    return { left: at('x') - half, right: at('x') + half, top: at('y') - half, bottom: at('y') + half };
  }
  const [x2, y2] = kind === 'lines' ? [at('x'), at('y')] : [at('x2'), at('y2')];
  const half = kind === 'boxes' ? 0 : Math.max(0.5, at('width') / 2);
  return {
    left: Math.min(at('x'), x2) - half,
    right: Math.max(at('x'), x2) + half,
    top: Math.min(at('y'), y2) - half,
    bottom: Math.max(at('y'), y2) + half,
  };
}

function wordsBox(mark: Mark): Box {
  const lines = (Array.isArray(mark.text) ? mark.text : [mark.text]).map(String);
  const size = Number(mark.size);
  const wide =
    Math.max(...lines.map((text) => textWidth(text, size))) * (Number(mark.weight) > 400 ? BOLD : 1);
  const high = (lines.length - 1) * Number(mark.lineHeight) + size;
  const x = Number(mark.x) + Number(mark.dx);
  const y = Number(mark.y) + Number(mark.dy);
  const left = mark.align === 'right' ? x - wide : mark.align === 'center' ? x - wide / 2 : x;
  const top = mark.baseline === 'top' ? y : mark.baseline === 'middle' ? y - size / 2 : y - size;
  return { left, right: left + wide, top, bottom: top + high };
}
