/** A box that takes what somebody types, and hands it on when they are done or pause. */
import { useEffect, useState } from 'preact/hooks';

interface BoxProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly disabled: boolean;
  /** Id of the words that say what is wrong with it. */
  readonly problem: string | undefined;
  readonly onText: (text: string) => void;
}

export function TypedBox({ id, label, text, disabled, problem, onText }: BoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  // What counts has changed by other means: the draft is of the past.
  useEffect(() => setDraft(null), [text]);
  const done = () => {
    if (draft !== null && draft.trim() !== '' && draft !== text) onText(draft.trim());
    else setDraft(null);
  };
  return (
    <input
      id={id}
      type="text"
      class="inputs-box"
      aria-label={label}
      aria-invalid={problem === undefined ? undefined : 'true'}
      aria-describedby={problem}
      autocomplete="off"
      spellcheck={false}
      size={Math.min(16, Math.max(5, text.length))}
      disabled={disabled}
      value={draft ?? text}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onChange={done}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
