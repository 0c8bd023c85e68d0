/**
 * What undo goes back to: texts of the scenario with the view on them, the newest last. Steps of one drag or one burst of
 * typing are one step. Everything here is plain data; nothing reads a clock or a storage by itself.
 */
import { isPlainMapping, isSafe, type PlainMapping } from './plain.ts';

/** One state of a page. */
export interface Step {
  readonly text: string;
  readonly view: PlainMapping;
}

export interface History {
  readonly steps: readonly Step[];
  /** The step that is shown. */
  readonly at: number;
  /** What the last change was made with, and when; null after undo, redo or reload. */
  readonly last: { readonly key: string; readonly time: number } | null;
}

export const MAX_HISTORY = 200;
/** Changes of the same input within so many milliseconds are one step. */
export const BURST = 1000;

export const startHistory = (step: Step): History => ({ steps: [step], at: 0, last: null });
export const shown = ({ steps, at }: History): Step => steps[at];
export const canUndo = ({ at }: History): boolean => at > 0;
export const canRedo = ({ steps, at }: History): boolean => at < steps.length - 1;

export interface Change {
  /** What the change was made with: the path of an input, `text` for the editor; null never joins another change. */
  readonly key: string | null;
  /** Milliseconds of any clock that does not go back. */
  readonly time: number;
  /** Length of a burst; `Infinity` while a slider is held. */
  readonly burst?: number;
}

/** Adds a step, or makes it part of the last one; a burst that ends where it began is none. Undone steps are forgotten. */
export function record(history: History, step: Step, { key, time, burst = BURST }: Change): History {
  const last = key === null ? null : { key, time };
  if (isSame(shown(history), step)) return history;
  const joins = history.last?.key === key && time - history.last.time <= burst && history.at > 0;
  const before = history.steps.slice(0, joins ? history.at : history.at + 1);
  const newest = before[before.length - 1];
  if (joins && isSame(newest, step)) return { steps: before, at: before.length - 1, last: null };
  const steps = [...before, step].slice(-MAX_HISTORY);
  return { steps, at: steps.length - 1, last };
}

const isSame = (one: Step, other: Step): boolean =>
  one.text === other.text && JSON.stringify(one.view) === JSON.stringify(other.view);

export function undo(history: History): History {
  return { ...history, at: Math.max(0, history.at - 1), last: null };
}

export function redo(history: History): History {
  return { ...history, at: Math.min(history.steps.length - 1, history.at + 1), last: null };
}

/** Where a page keeps its history over a reload: `sessionStorage`, or nothing. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const SCHEMA = 'seedbed/history@1';

/** A text as what differs from the one before it: letters shared at the start, at the end, and what stands between. */
type Stored = readonly [start: number, end: number, between: string, view: PlainMapping];

/** Keeps a history; where the storage is too small, the newest half of it, and so on. False if nothing could be kept. */
export function saveHistory(storage: Storage, name: string, history: History): boolean {
  const { steps, at } = history;
  for (let kept = steps.length; kept >= 1; kept = Math.floor(kept / 2)) {
    const from = Math.max(0, Math.min(steps.length - kept, at));
    const some = steps.slice(from, from + kept);
    try {
      storage.setItem(name, JSON.stringify({ schema: SCHEMA, at: at - from, steps: stored(some) }));
      return true;
    } catch {
      // Too large for the storage, or no storage at all: try with less.
    }
  }
  return false;
}

/** The history that was kept; null where there is none, or none that can be read. */
export function loadHistory(storage: Storage, name: string): History | null {
  try {
    const raw: unknown = JSON.parse(storage.getItem(name) ?? 'null');
    if (!isPlainMapping(raw) || !isSafe(raw) || raw.schema !== SCHEMA || !Array.isArray(raw.steps))
      return null;
    const steps = restored(raw.steps);
    const { at } = raw;
    const fits =
      steps !== null && typeof at === 'number' && Object.hasOwn(steps, at) && steps.length <= MAX_HISTORY;
    return fits ? { steps, at, last: null } : null;
  } catch {
    return null;
  }
}

function stored(steps: readonly Step[]): Stored[] {
  return steps.map(({ text, view }, i) => {
    const before = i === 0 ? '' : steps[i - 1].text;
    const most = Math.min(text.length, before.length);
    let start = 0;
    while (start < most && text[start] === before[start]) start++;
    let end = 0;
    while (end < most - start && text.at(-1 - end) === before.at(-1 - end)) end++;
    return [start, end, text.slice(start, text.length - end), view];
  });
}

/** Longest text that is taken back from a storage: that of a scenario file, and some. */
const MAX_TEXT = 1_000_000;

function restored(entries: readonly unknown[]): Step[] | null {
  const steps: Step[] = [];
  for (const entry of entries) {
    const before = steps.at(-1)?.text ?? '';
    const [start, end, between, view] = Array.isArray(entry) ? entry : [];
    if (!isLength(start, before) || !isLength(end, before) || start + end > before.length) return null;
    if (typeof between !== 'string' || !isPlainMapping(view)) return null;
    const text = before.slice(0, start) + between + before.slice(before.length - end);
    if (text.length > MAX_TEXT) return null;
    steps.push({ text, view });
  }
  return steps.length > 0 ? steps : null;
}

const isLength = (value: unknown, text: string): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= text.length;
