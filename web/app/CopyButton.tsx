import { useState } from 'preact/hooks';
import { useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { copyText } from './sharing.ts';

/** Copies, and says so for a moment. */
export function CopyButton({
  text,
  label,
}: {
  readonly text: () => string | Promise<string>;
  readonly label: string;
}) {
  const words = useWords(shareWords);
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    setDone(await copyText(await text()));
    setTimeout(() => setDone(false), 2000);
  };
  return (
    <button type="button" class="framed" onClick={() => void copy()}>
      <span aria-live="polite">{isDone ? words.copied : label}</span>
    </button>
  );
}
