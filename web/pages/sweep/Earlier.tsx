/** Offers to go on with a sweep that was left before it was done. */
import { useEffect, useState } from 'preact/hooks';
import { inLocale } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { begin } from '../../app/edit.ts';
import { readDocument } from '../../app/live-run.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { usualView } from '../../app/workspace.ts';
import { leftSweep } from './kept.ts';
import { forget, layOutNow, prepared, start, state } from './session.ts';
import { usualSetup } from './setup.ts';
import { sweepPageWords } from './words.ts';

export function Earlier() {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const [left, setLeft] = useState<Awaited<ReturnType<typeof leftSweep>>>(null);
  useEffect(() => {
    void leftSweep().then(setLeft);
  }, []);
  const isBusy = state.value.is === 'running';
  if (left === null || isBusy || state.value.is === 'paused' || state.value.is === 'stopped') return null;
  const { sweep, done } = left;
  const takeUp = async () => {
    setLeft(null);
    if (prepared.value?.id !== sweep.id) {
      const kept = Object.entries(sweep.setup).filter(
        ([name, value]) => usualSetup[name as keyof typeof usualSetup] !== value,
      );
      begin(sweep.doc, { ...usualView, sweep: Object.fromEntries(kept) });
      readDocument();
      await layOutNow();
    }
    await start();
  };
  const drop = async () => {
    setLeft(null);
    await forget(sweep.id);
  };
  return (
    <div class="notice" role="status">
      <span>
        {say(words.earlier, { title: inLocale(sweep.title, locale), done, needed: sweep.needed }, locale)}
      </span>
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
