/** The sweep in the foot of the page. */
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { shareWords } from '../../app/share-words.ts';
import { dialog } from '../../app/workspace.ts';
import { compareWords } from '../compare/words.ts';
import { count, pause, prepared, state } from './session.ts';
import { roughly, sweepPageWords } from './words.ts';

export function Status() {
  const words = useWords(sweepPageWords);
  const compare = useWords(compareWords);
  const frame = useWords(shareWords);
  const locale = useLocale();
  const { needed, there } = count.value;
  const now = state.value;
  const seed = prepared.value?.scenario.seed;
  return (
    <>
      {seed !== undefined && <span>{say(compare.seed, { seed }, locale)}</span>}
      <span class="run">
        {now.is === 'running' ? (
          <span class="run-chip">
            <progress max={needed} value={there} aria-label={words.results} />
            <span>
              {say(words.running, { there, needed }, locale)}
              {now.secondsLeft !== null &&
                ` · ${say(words.left, { time: roughly(now.secondsLeft, (text, slots) => say(text, slots, locale), words) }, locale)}`}
            </span>
            <button type="button" class="framed" onClick={pause}>
              {words.pause}
            </button>
          </span>
        ) : (
          <span class="run-rest">
            <button type="button" onClick={() => (dialog.value = 'shortcuts')}>
              {frame.keys}
            </button>
          </span>
        )}
      </span>
    </>
  );
}
