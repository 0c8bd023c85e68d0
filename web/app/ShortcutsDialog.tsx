/** The single keys there are: each can be changed, and all can be switched off. */
import { useState } from 'preact/hooks';
import { say } from '../../src/report/charts/words.ts';
import { Dialog } from './Dialog.tsx';
import { useLocale, useWords } from './Shell.tsx';
import {
  chooseKey,
  isUsual,
  keyFor,
  resetKeys,
  type ShortcutName,
  shortcutNames,
  shortcutsOff,
  switchShortcuts,
  usualKeys,
} from './shortcut-keys.ts';
import { shortcutWords } from './shortcut-words.ts';

const shown = (key: string): string => (key === 'Escape' ? 'Esc' : key);

export function ShortcutsDialog() {
  const locale = useLocale();
  const words = useWords(shortcutWords);
  const [isOn, setOn] = useState(!shortcutsOff());
  /** The action that waits for its key, and what became of the last choice. */
  const [waiting, setWaiting] = useState<ShortcutName | null>(null);
  const [said, setSaid] = useState('');
  const choose = (name: ShortcutName, key: string) => {
    setWaiting(null);
    const outcome = chooseKey(name, key);
    if (outcome === 'chosen')
      setSaid(say(words.chosen, { key: shown(key), name: words.names[name] }, locale));
    else if (outcome === 'no key') setSaid(words.noKey);
    else setSaid(say(words.taken, { key: shown(key), name: words.names[outcome.taken] }, locale));
  };
  return (
    <Dialog title={words.title}>
      <p class="fine">{words.lead}</p>
      <ul class="keys">
        {shortcutNames.map((name) => (
          <li key={name}>
            <KeyButton
              name={name}
              isWaiting={waiting === name}
              wait={(waits) => setWaiting(waits ? name : null)}
              choose={(key) => choose(name, key)}
            />
            <span>{words.names[name]}</span>
            {!isUsual(name) && (
              <button
                type="button"
                class="keys-reset"
                aria-label={say(words.resetOf, { name: words.names[name] }, locale)}
                onClick={() => choose(name, usualKeys[name])}
              >
                ↺ {shown(usualKeys[name])}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="keys-said" role="status">
        {said}
      </p>
      <p class="row">
        <label class="share-check">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              switchShortcuts(checked);
              setOn(checked);
            }}
          />{' '}
          {words.on}
        </label>
        {!shortcutNames.every(isUsual) && (
          <button
            type="button"
            class="framed"
            onClick={() => {
              resetKeys();
              setSaid(words.allReset);
            }}
          >
            {words.resetAll}
          </button>
        )}
      </p>
    </Dialog>
  );
}

interface KeyButtonProps {
  readonly name: ShortcutName;
  readonly isWaiting: boolean;
  readonly wait: (waits: boolean) => void;
  readonly choose: (key: string) => void;
}

/** Shows a key; pressed, it takes the next one instead. Escape and Tab leave it as it is. */
function KeyButton({ name, isWaiting, wait, choose }: KeyButtonProps) {
  const locale = useLocale();
  const words = useWords(shortcutWords);
  const key = shown(keyFor(name));
  return (
    <button
      type="button"
      class="keys-key"
      aria-label={say(words.change, { key, name: words.names[name] }, locale)}
      aria-pressed={isWaiting}
      onClick={() => wait(!isWaiting)}
      onBlur={() => isWaiting && wait(false)}
      onKeyDown={(event) => {
        if (!isWaiting || event.key === 'Tab' || event.key === 'Shift' || event.ctrlKey || event.metaKey)
          return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') wait(false);
        else choose(event.key);
      }}
    >
      {isWaiting ? words.press : <kbd>{key}</kbd>}
    </button>
  );
}
