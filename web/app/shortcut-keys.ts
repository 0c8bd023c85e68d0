/**
 * Which key does what: the usual one, or the one that this viewer chose; and whether single keys act at all. Kept on this
 * device.
 */
import { keep, kept } from './settings.ts';

const KEYS = 'seedbed.keys';
const OFF = 'seedbed.shortcuts';

export const places = [1, 2, 3, 4, 5] as const;

export type ShortcutName =
  | 'help'
  | 'run'
  | 'stop'
  | 'share'
  | 'open'
  | 'undo'
  | `arm ${(typeof places)[number]}`
  | 'previous metric'
  | 'next metric'
  | 'table'
  | 'tab';

export const usualKeys: Readonly<Record<ShortcutName, string>> = {
  help: '?',
  run: 'r',
  stop: 'Escape',
  share: 's',
  open: 'o',
  undo: 'z',
  'arm 1': '1',
  'arm 2': '2',
  'arm 3': '3',
  'arm 4': '4',
  'arm 5': '5',
  'previous metric': '[',
  'next metric': ']',
  table: 't',
  tab: 'n',
};

export const shortcutNames = Object.keys(usualKeys) as ShortcutName[];

/** What was chosen on this page, for browsers that keep nothing. */
let chosenKeys: ReadonlyMap<ShortcutName, string> | null = null;
let chosenOn: boolean | null = null;

/** A letter, a digit, a sign: keys that move about, delete or press buttons keep their meaning. */
const isKey = (key: unknown): key is string =>
  typeof key === 'string' && [...key].length === 1 && /[^\s\p{C}]/u.test(key);

function chosen(): ReadonlyMap<ShortcutName, string> {
  chosenKeys ??= readChosen(kept(KEYS));
  return chosenKeys;
}

function readChosen(text: string | null): Map<ShortcutName, string> {
  try {
    const found = new Map<string, unknown>(Object.entries(JSON.parse(text ?? '{}') ?? {}));
    return new Map(
      shortcutNames.flatMap((name) => {
        const key = found.get(name);
        return isKey(key) ? [[name, key] as const] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

export const keyFor = (name: ShortcutName): string => chosen().get(name) ?? usualKeys[name];

/** What a key does. */
export const nameOf = (key: string): ShortcutName | undefined =>
  shortcutNames.find((name) => keyFor(name) === key);

export const isUsual = (name: ShortcutName): boolean => keyFor(name) === usualKeys[name];

/** Gives an action another key. Says why not, where the key is no letter, digit or sign, or does something else already. */
export function chooseKey(name: ShortcutName, key: string): 'chosen' | 'no key' | { taken: ShortcutName } {
  if (key !== usualKeys[name] && !isKey(key)) return 'no key';
  const other = nameOf(key);
  if (other !== undefined && other !== name) return { taken: other };
  const next = new Map(chosen());
  if (key === usualKeys[name]) next.delete(name);
  else next.set(name, key);
  write(next);
  return 'chosen';
}

export const resetKeys = (): void => write(new Map());

function write(keys: ReadonlyMap<ShortcutName, string>): void {
  chosenKeys = keys;
  keep(KEYS, keys.size === 0 ? null : JSON.stringify(Object.fromEntries(keys)));
}

export const shortcutsOff = (): boolean => (chosenOn === null ? kept(OFF) === 'off' : !chosenOn);

export function switchShortcuts(isOn: boolean): void {
  chosenOn = isOn;
  keep(OFF, isOn ? null : 'off');
}
