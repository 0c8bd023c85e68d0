/** The guided tour on the stage: a question, a prediction, what happened; then free play. */

import { useEffect } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { at, chosen, leave, OneStop, rights } from './GuidedStop.tsx';
import { stops } from './guided-stops.ts';
import { guidedWords } from './guided-words.ts';
import { pause, seek } from './player.ts';
import { isThrough, run, staged } from './stage.ts';
import type { StageRun } from './stage-run.ts';

/** The run that the tour is about: with another one it ends. */
let toured: StageRun | null = null;

function beginTour(): void {
  toured = run.value;
  pause();
  seek(0);
  chosen.value = [];
  rights.value = 0;
  at.value = 0;
}

export function TourButton() {
  const words = useWords(guidedWords);
  const isPossible = (staged.value?.arms.length ?? 0) > 1 && isThrough.value;
  return (
    <button
      type="button"
      class="framed"
      aria-pressed={at.value !== null}
      disabled={!isPossible}
      onClick={beginTour}
    >
      {words.begin}
    </button>
  );
}

export function Guided() {
  const shown = run.value;
  const asked = staged.value;
  useEffect(() => {
    if (shown !== toured) leave();
  }, [shown]);
  if (at.value === null || shown === null || asked === null || asked.arms.length < 2) return null;
  return (
    <section class="card sandbox-guided">
      {at.value < stops.length ? <OneStop place={at.value} {...{ shown, asked }} /> : <End />}
    </section>
  );
}

function End() {
  const locale = useLocale();
  const words = useWords(guidedWords);
  return (
    <>
      <h2>{say(words.done, { right: rights.value, stops: stops.length }, locale)}</h2>
      <p>{words.doneNote}</p>
      <button type="button" class="primary" onClick={leave}>
        {words.end}
      </button>
    </>
  );
}
