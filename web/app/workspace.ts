/**
 * The one state of the pages that work on a scenario: what is asked (the text of a scenario file), how it is looked at,
 * and what is known so far. Pages read signals; everything that changes them goes through the functions here.
 *
 * This file is small, since every page loads it at once. What needs the engine, the reader of scenarios or the words of
 * verdicts is in `live.ts`, which is loaded when it is first needed.
 */
import { computed, signal } from '@preact/signals';
import type { Comparison } from '../../src/analysis/comparison.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import type { Slots } from '../../src/report/format-message.ts';
import type { StoredRun, StoredSummary } from '../../src/report/stored.ts';
import type { OwnText, Problem, Scenario } from '../../src/scenario/scenario.ts';
import type { PickedFile } from '../state/files.ts';
import { type NoticeId, noticeText } from './notice-words.ts';

/** What is asked. */
export interface Doc {
  /** The story that it started from; null when it came from a file. */
  readonly preset: string | null;
  /** Name of the file, for messages and downloads. */
  readonly file: string;
  readonly text: string;
}

/** How a result is looked at. Unknown keys of links are kept. */
export interface View {
  readonly difference: 'relative' | 'absolute' | 'month';
  /** Percent of worlds that bands and ranges hold. */
  readonly interval: 50 | 80 | 90 | 95;
  readonly tab: 'guardrails' | 'money' | 'segments' | 'differs' | 'luck' | 'figures';
  readonly [other: string]: unknown;
}

export const usualView: View = { difference: 'relative', interval: 90, tab: 'guardrails' };

/** A result as pages show it. */
export interface Shown {
  readonly scenario: Scenario;
  readonly comparison: Comparison;
  readonly results: readonly WorldResult[];
  /** Worlds that were asked for. */
  readonly planned: number;
  /** `stored`: came with the site or a file; `computed`: in this tab. */
  readonly origin: 'stored' | 'computed';
}

export type RunState =
  | { readonly is: 'idle' }
  | {
      readonly is: 'running';
      readonly done: number;
      readonly planned: number;
      /** Worlds a second, and seconds that are left; null before both can be said. */
      readonly rate: number | null;
      readonly secondsLeft: number | null;
      /** Takes more than ten seconds: worth a pause, and a word when it is done. */
      readonly isLong: boolean;
    }
  | { readonly is: 'stopped' | 'paused'; readonly done: number; readonly planned: number }
  | { readonly is: 'done'; readonly worlds: number; readonly seconds: number }
  | { readonly is: 'failed'; readonly message: string; readonly diagnostic: string };

/** Something that the page has to say once: a bad link, another version, no workers. */
export interface Notice {
  /** Two of one id are one. */
  readonly id: string;
  readonly text: OwnText;
}

export const doc = signal<Doc | null>(null);
export const view = signal<View>(usualView);
export const scenario = signal<Scenario | null>(null);
export const problems = signal<readonly Problem[]>([]);
export const shown = signal<Shown | null>(null);
/** A stored result that is no comparison of arms with its worlds: one arm's days, or figures alone. */
export const other = signal<StoredRun | StoredSummary | null>(null);
export const run = signal<RunState>({ is: 'idle' });
/** First digits of the digest that a link's maker saw, until the page has its own. */
export const claim = signal<string | null>(null);
export const notices = signal<readonly Notice[]>([]);
/** Whether the page has anything to undo or redo. */
export const canUndo = signal(false);
export const canRedo = signal(false);

/** Shown results are those of an earlier text. */
export const isStale = computed(() => {
  const now = scenario.value;
  const isOther = problems.value.length > 0 || shown.value?.scenario !== now;
  return shown.value !== null && now !== null && isOther;
});

type Live = typeof import('./live.ts');
let loading: Promise<Live> | undefined;

/** The engine's side of the page, loaded once. */
export function live(): Promise<Live> {
  loading ??= import('./live.ts');
  return loading;
}

/** Says something in the frame of the page: one of the usual notices, or a text of its own. */
export function say(id: NoticeId, slots?: Slots): void {
  tell({ id, text: noticeText(id, slots) });
}

export function tell(notice: Notice): void {
  notices.value = [...notices.value.filter(({ id }) => id !== notice.id), notice];
}

export function dismiss(id: string): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** Takes files that are opened on a page before they go the usual way; true where it took them. */
export const opener = signal<((files: readonly PickedFile[]) => Promise<boolean>) | null>(null);

/** The dialog that is open over the page. */
export const dialog = signal<'share' | 'export' | 'open' | 'shortcuts' | null>(null);
