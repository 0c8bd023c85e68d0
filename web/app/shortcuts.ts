/**
 * Single keys for what is done often. They can be switched off (`?` opens the list, which says so), and never act while
 * something is being typed.
 */
import { edit, setTab, undo } from './edit.ts';
import { dialog, live, run, scenario, view } from './workspace.ts';

const OFF = 'seedbed.shortcuts';

export interface Shortcut {
  readonly key: string;
  readonly name: 'help' | 'run' | 'stop' | 'share' | 'open' | 'undo' | 'arm' | 'metric' | 'table' | 'tab';
  readonly act: () => void;
}

const tabs = ['guardrails', 'money', 'segments', 'differs', 'luck', 'figures'] as const;

/** Clicks what the page has for it, if it has. */
const click = (selector: string, place = 0): void =>
  document.querySelectorAll<HTMLElement>(selector)[place]?.click();

/** The next or the previous metric that can be judged by. */
async function judgeByNext(by: 1 | -1): Promise<void> {
  const now = scenario.value;
  if (now === null) return;
  const { metrics } = await import('../../src/metrics/definitions.ts');
  const judged = metrics.filter(({ better }) => better !== null).map(({ name }) => name);
  const next = judged[(judged.indexOf(now.judge.metric) + by + judged.length) % judged.length];
  await edit([
    { path: ['judge', 'metric'], value: next },
    { path: ['judge', 'matters'], remove: true },
  ]);
}

export const shortcuts: readonly Shortcut[] = [
  { key: '?', name: 'help', act: () => show('shortcuts') },
  { key: 'r', name: 'run', act: () => void live().then(({ compareNow }) => compareNow()) },
  { key: 'Escape', name: 'stop', act: stopRun },
  { key: 's', name: 'share', act: () => show('share') },
  { key: 'o', name: 'open', act: () => show('open') },
  { key: 'z', name: 'undo', act: undo },
  ...[1, 2, 3, 4, 5].map(
    (place): Shortcut => ({
      key: String(place),
      name: 'arm',
      act: () => click('.compare-slot[class*=" t"]', place - 1),
    }),
  ),
  { key: '[', name: 'metric', act: () => void judgeByNext(-1) },
  { key: ']', name: 'metric', act: () => void judgeByNext(1) },
  { key: 't', name: 'table', act: () => click('.chart-tools button:nth-child(2)') },
  {
    key: 'n',
    name: 'tab',
    act: () => setTab(tabs[(tabs.indexOf(view.value.tab) + 1) % tabs.length]),
  },
];

function stopRun(): void {
  if (run.value.is === 'running') void live().then(({ stop }) => stop());
}

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
