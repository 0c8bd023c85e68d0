/** The run in the foot of a page: seed, worlds, what is counted, progress with a way to stop it. */
import { say as fill } from '../../src/report/charts/words.ts';
import { compareWords } from '../pages/compare/words.ts';
import { useLocale, useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { dialog, live, problems, run, scenario, shown } from './workspace.ts';

export function RunStatus() {
  const words = useWords(compareWords);
  const locale = useLocale();
  const asked = shown.value?.scenario ?? scenario.value;
  const counted = asked && (asked.assumptions === 'fixed' ? words.luck : words.assumptions);
  return (
    <>
      {asked && (
        <span>
          {fill(words.seed, { seed: asked.seed }, locale)} · {counted}
        </span>
      )}
      <span class="run">
        <RunChip />
      </span>
    </>
  );
}

/** How far the run is. */
export function RunChip() {
  const frame = useWords(shareWords);
  const words = useWords(compareWords);
  const locale = useLocale();
  const state = run.value;
  if (state.is === 'running') {
    const { done, planned, rate, secondsLeft } = state;
    const text =
      rate === null || secondsLeft === null
        ? fill(words.running, { done, planned }, locale)
        : fill(
            words.runningLong,
            {
              done,
              planned,
              rate: rate < 10 ? rate.toFixed(1) : Math.round(rate),
              left: Math.ceil(secondsLeft),
            },
            locale,
          );
    return (
      <span class="run-chip">
        <progress max={planned} value={done} aria-label={fill(words.running, { done, planned }, locale)} />
        <span>{text}</span>
        <button type="button" class="framed" onClick={() => void live().then(({ stop }) => stop())}>
          {words.stop}
        </button>
      </span>
    );
  }
  const text =
    state.is === 'stopped'
      ? fill(words.stopped, { done: state.done, planned: state.planned }, locale)
      : state.is === 'done'
        ? fill(words.done, { worlds: state.worlds, seconds: state.seconds.toFixed(1) }, locale)
        : null;
  if (scenario.value === null) return null;
  return (
    <span class={state.is === 'stopped' ? 'run-chip' : 'run-rest'}>
      {text !== null && <span>{text}</span>}
      <button
        type="button"
        class="framed"
        disabled={problems.value.length > 0}
        onClick={() => void live().then(({ compareNow }) => compareNow())}
      >
        {state.is === 'stopped' ? frame.goOn : frame.run}
      </button>
      <button type="button" onClick={() => (dialog.value = 'shortcuts')}>
        {frame.keys}
      </button>
    </span>
  );
}
