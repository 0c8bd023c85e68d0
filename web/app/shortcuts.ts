/**
 * What single keys do. They can be changed and switched off (`?` opens the list of them), and never act while something is
 * being typed.
 */
import { edit, setTab, undo } from './edit.ts';
import { nameOf, places, type ShortcutName, shortcutsOff } from './shortcut-keys.ts';
import { dialog, live, run, scenario, view } from './workspace.ts';

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

/** Clicks the arm at a place of the sentence. */
const armActs = Object.fromEntries(
  places.map((place) => [`arm ${place}`, () => click('.compare-slot[class*=" t"]', place - 1)]),
) as Record<`arm ${(typeof places)[number]}`, () => void>;

const acts: Readonly<Record<ShortcutName, () => void>> = {
  help: () => show('shortcuts'),
  run: () => void live().then(({ compareNow }) => compareNow()),
  stop: stopRun,
  share: () => show('share'),
  open: () => show('open'),
  undo,
  ...armActs,
  'previous metric': () => void judgeByNext(-1),
  'next metric': () => void judgeByNext(1),
  table: () => click('.chart-tools button:nth-child(2)'),
  tab: () => setTab(tabs[(tabs.indexOf(view.value.tab) + 1) % tabs.length]),
};

function stopRun(): void {
  if (run.value.is === 'running') void live().then(({ stop }) => stop());
}

function show(which: 'share' | 'open' | 'shortcuts'): void {
  dialog.value = which;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Acts on a key. Keys with Ctrl, Alt or Command belong to the browser. */
export function onShortcut(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || isTyping(target) || dialog.value !== null) return;
  const name = nameOf(key);
  if (name === undefined || (shortcutsOff() && name !== 'help')) return;
  // Escape closes what is open, too.
  if (key !== 'Escape') event.preventDefault();
  acts[name]();
}
