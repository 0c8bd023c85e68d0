/** Keeps a canvas of dots up to date: everything anew where size, colors or people changed, else only what moved. */
import { armPlace } from '../../../src/report/charts/look.ts';
import { type DotLayout, layOut } from './dot-layout.ts';
import { halo, makeStamps, paint, paintNames, type Stamps } from './dot-painter.ts';
import type { ArmRun } from './stage-run.ts';

export interface Wanted {
  readonly arm: ArmRun;
  /** Names of the segments, as people read them. */
  readonly segments: readonly string[];
  readonly codes: Uint8Array;
  /** Place of the person who is followed; -1 for nobody. */
  readonly place: number;
  readonly width: number;
  readonly height: number;
  /** Name of the look: another one has other colors. */
  readonly look: string;
}

/** What stands on the canvas. */
export interface Drawn {
  readonly key: string;
  readonly segment: Uint8Array;
  readonly layout: DotLayout;
  readonly stamps: Stamps;
  readonly codes: Uint8Array;
}

export function drawDots(canvas: HTMLCanvasElement, before: Drawn | null, wanted: Wanted): Drawn | null {
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const { arm, segments, codes, place, width, height, look } = wanted;
  const { segment } = arm.cast;
  const scale = Math.min(3, devicePixelRatio || 1);
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const key = [width, height, place, look, isDark, scale, arm.cast.arm, segments.join()].join(' ');
  if (before !== null && before.key === key && before.segment === segment) {
    paint(context, before.layout, before.stamps, scale, [codes, before.codes]);
    if (place >= 0) ringAround(canvas, before.layout, place, scale);
    return { ...before, codes };
  }
  const layout = layOut(segment, segments.length, { width, height });
  resize(canvas, width, Math.ceil(layout.height), scale);
  const colors = colorsOf(canvas, arm.cast.arm);
  const stamps = makeStamps(layout.pitch, scale, colors);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  paintNames(context, layout, segments, colors, `13px ${getComputedStyle(canvas).fontFamily}`);
  paint(context, layout, stamps, scale, [codes, null]);
  if (place >= 0) ringAround(canvas, layout, place, scale);
  return { key, segment, layout, stamps, codes };
}

/** Setting the size clears the canvas. */
function resize(canvas: HTMLCanvasElement, width: number, height: number, scale: number): void {
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

function colorsOf(canvas: HTMLCanvasElement, arm: number) {
  const style = getComputedStyle(canvas);
  const color = (name: string) => style.getPropertyValue(name).trim() || style.color;
  return { arm: color(`--arm${armPlace(arm)}`), ink: color('--ink'), soft: color('--soft') };
}

function ringAround(
  canvas: HTMLCanvasElement,
  { x, y, pitch }: DotLayout,
  place: number,
  scale: number,
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  halo(context, x[place], y[place], pitch, getComputedStyle(canvas).getPropertyValue('--ink').trim());
}
