/**
 * Single keys for what is done often. They can be switched off (`?` opens the list, which says so), and never act while
 * something is being typed.
 */
import { setTab, undo } from './edit.ts';
import { dialog, live, run, view } from './workspace.ts';

const OFF = 'seedbed.shortcuts';

export interface Shortcut {
  readonly key: string;
  readonly name: 'help' | 'run' | 'stop' | 'share' | 'open' | 'undo' | 'tab';
  readonly act: () => void;
}

const tabs = ['guardrails', 'money', 'segments', 'differs', 'luck', 'figures'] as const;

export const shortcuts: readonly Shortcut[] = [
  { key: '?', name: 'help', act: () => show('shortcuts') },
  { key: 'r', name: 'run', act: () => void live().then(({ compareNow }) => compareNow()) },
  {
    key: 'Escape',
    name: 'stop',
    act: () => run.value.is === 'running' && void live().then(({ stop }) => stop()),
  },
  { key: 's', name: 'share', act: () => show('share') },
  { key: 'o', name: 'open', act: () => show('open') },
  { key: 'z', name: 'undo', act: undo },
  {
    key: 't',
    name: 'tab',
    act: () => setTab(tabs[(tabs.indexOf(view.value.tab) + 1) % tabs.length]),
  },
];

function show(which: 'share' | 'open' | 'shortcuts'): void {
  dialog.value = which;
}

/** What was chosen on this page, for browsers that keep nothing. */
let chosen: boolean | null = null;

export function shortcutsOff(): boolean {
  if (chosen !== null) return !chosen;
  try {
    return localStorage.getItem(OFF) === 'off';
  } catch {
    return false;
  }
}

export function switchShortcuts(isOn: boolean): void {
  chosen = isOn;
  try {
    if (isOn) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, 'off');
  } catch {
    // Nothing is kept here; the choice holds for this page.
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Acts on a key. Keys with Ctrl, Alt or Command belong to the browser. */
export function onShortcut(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || isTyping(target) || dialog.value !== null) return;
  const found = shortcuts.find((each) => each.key === key);
  if (found === undefined || (shortcutsOff() && found.name !== 'help')) return;
  if (found.name !== 'stop') event.preventDefault();
  found.act();
}
