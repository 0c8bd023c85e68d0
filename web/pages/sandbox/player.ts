/**
 * The playhead: which day the stage shows. Days are simulated ahead of it, so playing, stepping and scrubbing need no
 * worker. It follows the clock and not the frames, so that a hidden tab loses nothing.
 */
import { batch, computed, signal } from '@preact/signals';

export const speeds = ['x1', 'x4', 'max'] as const;
export type Speed = (typeof speeds)[number];

/** Days a second: a week, a month; `max` is as fast as days come. */
const pace: Readonly<Record<Speed, number>> = { x1: 7, x4: 28, max: Number.POSITIVE_INFINITY };

export const isPlaying = signal(false);
export const speed = signal<Speed>('x1');
/** Days that are simulated, and days in all. */
export const known = signal(0);
export const horizon = signal(0);
/** Where the playhead stands, in days and parts of days. */
const head = signal(0);
/** Days that have been lived on the stage; 0 is the eve. */
export const day = computed(() => Math.floor(head.value));

/** The playhead after some time: not beyond the days that are there. */
export function advance(at: number, milliseconds: number, daysPerSecond: number, there: number): number {
  if (at >= there) return at;
  if (daysPerSecond === Number.POSITIVE_INFINITY) return there;
  return Math.min(there, at + (milliseconds / 1000) * daysPerSecond);
}

/** Whether nobody can see the page: then it goes on, and nothing is drawn. */
export const isHidden = signal(false);
if (typeof document === 'object')
  document.addEventListener('visibilitychange', () => {
    isHidden.value = document.hidden;
  });

/** Longest gap between two ticks that counts in full: after a suspended computer wakes, a year must not be skipped. */
const LONGEST_TICK = 1500;

let last = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let frame = 0;

export function play(): void {
  if (isPlaying.value) return;
  batch(() => {
    if (horizon.value > 0 && day.value >= horizon.value) head.value = 0;
    isPlaying.value = true;
  });
  last = performance.now();
  waitForTick();
}

export function pause(): void {
  isPlaying.value = false;
  cancelAnimationFrame(frame);
  clearTimeout(timer);
}

export const toggle = (): void => (isPlaying.value ? pause() : play());

/** Goes some days on or back, and stays there. */
export function step(days: number): void {
  pause();
  seek(day.value + days);
}

export function seek(to: number): void {
  head.value = Math.max(0, Math.min(to, known.value));
}

/** Another run is on the stage: while playing it begins at day 0, else it is shown at the same day as soon as it is there. */
export function restart(days: number): void {
  batch(() => {
    aim = isPlaying.value ? 0 : Math.min(Math.max(aim, head.value), days);
    horizon.value = days;
    known.value = 0;
    head.value = 0;
  });
}

/** Day to which a paused stage catches up. */
let aim = 0;

/** More days are there. */
export function arrive(days: number): void {
  batch(() => {
    known.value = days;
    if (!isPlaying.value && head.value < aim) head.value = Math.min(aim, days);
    if (days >= aim) aim = 0;
  });
}

/** Waits for the next frame; in a hidden tab, and where somebody wants little motion, for longer. */
function waitForTick(): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (document.hidden || isCalm) timer = setTimeout(tick, isCalm ? 500 : 250);
  else frame = requestAnimationFrame(tick);
}

function tick(): void {
  if (!isPlaying.value) return;
  const now = performance.now();
  head.value = advance(head.value, Math.min(LONGEST_TICK, now - last), pace[speed.value], known.value);
  last = now;
  if (horizon.value > 0 && day.value >= horizon.value) pause();
  else waitForTick();
}
