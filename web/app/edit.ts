/**
 * Every change of what a page asks or shows goes through here: it becomes a step that can be undone, is kept over a
 * reload, and is written into the address, so that a link, Back and reload give the same state again.
 */
import { batch } from '@preact/signals';
import {
  undo as back,
  redo as forward,
  type History,
  canUndo as hasEarlier,
  canRedo as hasNext,
  loadHistory,
  record,
  saveHistory,
  startHistory,
  shown as stepOf,
} from '../state/history.ts';
import type { PlainMapping } from '../state/plain.ts';
import { addressLater, storyText } from './address.ts';
import {
  canRedo,
  canUndo,
  claim,
  doc,
  live,
  other,
  say,
  tell,
  usualView,
  type View,
  view,
} from './workspace.ts';

type Edited = import('../state/document.ts').Edited;
type Edit = import('../state/document.ts').Edit;

const KEPT = 'seedbed.history';
const NAMED = 'seedbed.doc';

let history: History | null = null;
/** What happens after the text changed: pages that compare run anew. */
let afterChange: () => void = () => {};

/** A page says what a change of its text sets off. */
export function onChange(action: () => void): void {
  afterChange = action;
}

interface Named {
  readonly preset: string | null;
  readonly file: string;
}

/** Begins with a text, or goes on with what was kept where that is about the same question. */
export function begin(start: Named & { readonly text: string }, startView: View = usualView): void {
  other.value = null;
  claim.value = null;
  history = startHistory({ text: start.text, view: plainView(startView) });
  apply(start);
  keep(start);
}

/** Goes on where this tab was before a reload or on another page; false if there is nothing to go on with. */
export function resume(isWanted: (named: Named) => boolean): boolean {
  const named = keptName();
  const kept = storage() && loadHistory(sessionStorage, KEPT);
  if (!kept || named === null || !isWanted(named)) return false;
  history = kept;
  apply(named);
  return true;
}

/** Makes edits of the text as one step; `key` joins those of one drag or one burst of typing. */
export async function edit(
  edits: readonly Edit[],
  key: string | null = null,
  burst?: number,
): Promise<boolean> {
  const { editDocument } = await import('../state/document.ts');
  return change((text) => editDocument(text, edits), key, burst);
}

/** Applies a function of `web/state/` to the text; false, with a notice, when it refuses. */
export async function change(
  by: (text: string) => Edited,
  key: string | null = null,
  burst?: number,
): Promise<boolean> {
  if (doc.value === null) return false;
  const edited = by(doc.value.text);
  if ('fault' in edited) {
    const { editFaults } = await import('../state/words.ts');
    const { fault } = edited;
    tell({ id: 'edit', text: { en: editFaults.en[fault], 'zh-CN': editFaults['zh-CN'][fault] } });
    return false;
  }
  setText(edited.text, key, burst);
  return true;
}

/** Takes a whole text, as from the editor. */
export function setText(text: string, key: string | null = null, burst?: number): void {
  step({ text, view: plainView(view.value) }, key, burst);
}

/** Another tab of the same result: part of the address, and no step to undo. */
export function setTab(tab: View['tab']): void {
  view.value = { ...view.value, tab };
  const now = doc.value;
  if (now === null || history === null) return;
  const here = { text: now.text, view: plainView(view.value) };
  history = { ...history, steps: history.steps.with(history.at, here) };
  keep(now);
  addressLater('replace');
}

/** Another way to look at the same result. */
export function setView(changed: Partial<View>): void {
  const next = { ...view.value, ...changed };
  view.value = next;
  if (doc.value) step({ text: doc.value.text, view: plainView(next) }, 'view');
}

export function undo(): void {
  if (history && hasEarlier(history)) go(back(history));
}

export function redo(): void {
  if (history && hasNext(history)) go(forward(history));
}

/** The text that the page began with; null before it began. */
export const firstText = (): string | null => history?.steps[0].text ?? null;

/** Back to the story that the page began with, or to the first step; can be undone itself. */
export async function resetAll(): Promise<void> {
  const preset = doc.value?.preset ?? null;
  const first = preset === null ? null : await storyText(preset);
  if (history) setText(first ?? history.steps[0].text);
}

function step(next: { text: string; view: PlainMapping }, key: string | null, burst?: number): void {
  const now = doc.value;
  if (now === null) return;
  history ??= startHistory({ text: now.text, view: plainView(view.value) });
  const before = stepOf(history);
  const steps = history.steps.length;
  history = record(history, next, {
    key,
    time: performance.now(),
    ...(burst === undefined ? {} : { burst }),
  });
  apply(now);
  keep(now);
  addressLater(history.steps.length > steps ? 'push' : 'replace');
  if (before.text === next.text) return;
  claim.value = null;
  afterChange();
}

function go(to: History): void {
  const now = doc.value;
  if (now === null || history === null) return;
  const before = stepOf(history).text;
  history = to;
  apply(now);
  keep(now);
  addressLater('replace');
  if (stepOf(to).text !== before) afterChange();
}

/** Shows the current step. */
function apply({ preset, file }: Named): void {
  if (history === null) return;
  const { text, view: kept } = stepOf(history);
  const now = history;
  batch(() => {
    if (doc.value?.text !== text || doc.value.preset !== preset || doc.value.file !== file)
      doc.value = { preset, file, text };
    view.value = viewOf(kept);
    canUndo.value = hasEarlier(now);
    canRedo.value = hasNext(now);
  });
}

/** A view with nothing but what says more than the usual one. */
const plainView = (from: View): PlainMapping =>
  Object.fromEntries(
    Object.entries(from).filter(([name, value]) => usualView[name] !== value),
  ) as PlainMapping;

/** A view from a link or a storage: known keys must have known values, the others are kept as they are. */
export function viewOf(kept: PlainMapping): View {
  const one = <T>(allowed: readonly T[], value: unknown, usual: T): T =>
    allowed.find((each) => each === value) ?? usual;
  return {
    ...kept,
    difference: one(['relative', 'absolute', 'month'] as const, kept.difference, usualView.difference),
    interval: one([50, 80, 90, 95] as const, kept.interval, usualView.interval),
    tab: one(
      ['guardrails', 'money', 'segments', 'differs', 'luck', 'figures'] as const,
      kept.tab,
      usualView.tab,
    ),
  };
}

function storage(): boolean {
  try {
    return typeof sessionStorage === 'object';
  } catch {
    return false;
  }
}

function keep({ preset, file }: Named): void {
  if (history === null || !storage()) return;
  try {
    sessionStorage.setItem(NAMED, JSON.stringify({ preset, file }));
  } catch {
    say('storageFull');
  }
  if (!saveHistory(sessionStorage, KEPT, history)) say('storageFull');
}

function keptName(): Named | null {
  if (!storage()) return null;
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAMED) ?? 'null') as Partial<Named> | null;
    if (kept === null || typeof kept.file !== 'string') return null;
    return { preset: typeof kept.preset === 'string' ? kept.preset : null, file: kept.file };
  } catch {
    return null;
  }
}

/** Runs the page's scenario, as a change of it would. */
export const runNow = async (): Promise<void> => (await live()).compareNow();
