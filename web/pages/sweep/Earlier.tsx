/** Offers to go on with a sweep that was left before it was done. */
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import { begin } from '../../app/edit.ts';
import { readDocument } from '../../app/live-run.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { usualView } from '../../app/workspace.ts';
import { type KeptSweep, keptSweeps } from './kept.ts';
import { forget, layOutNow, prepared, start, state } from './session.ts';
import { usualSetup } from './setup.ts';
import { sweepPageWords } from './words.ts';

export function Earlier() {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const [left, setLeft] = useState<KeptSweep | null>(null);
  useEffect(() => {
    void keptSweeps().then((all) => setLeft(all.find(({ done, needed }) => done < needed) ?? null));
  }, []);
  const isBusy = state.value.is === 'running';
  if (left === null || isBusy || state.value.is === 'paused' || state.value.is === 'stopped') return null;
  const takeUp = async () => {
    setLeft(null);
    if (prepared.value?.id !== left.id) {
      const kept = Object.entries(left.setup).filter(
        ([name, value]) => usualSetup[name as keyof typeof usualSetup] !== value,
      );
      begin(left.doc, { ...usualView, sweep: Object.fromEntries(kept) });
      readDocument();
      await layOutNow();
    }
    await start();
  };
  const drop = async () => {
    setLeft(null);
    await forget(left.id);
  };
  return (
    <div class="notice" role="status">
      <span>{say(words.earlier, { title: left.title, done: left.done, needed: left.needed }, locale)}</span>
      <span class="row">
        <button type="button" class="framed" onClick={() => void takeUp()}>
          {words.takeUp}
        </button>
        <button type="button" onClick={() => void drop()}>
          {words.forget}
        </button>
      </span>
    </div>
  );
}
