/** The run in the foot of a page: seed, worlds, what is counted, progress with a way to stop it. */
import { say as fill } from '../../src/report/charts/words.ts';
import type { Locale } from '../../src/report/format.ts';
import { compareWords } from '../pages/compare/words.ts';
import { canNotify, isAwaited, toggleNotice } from './notify.ts';
import { useLocale, useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { dialog, live, problems, type RunState, run, scenario, shown } from './workspace.ts';

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
  const state = run.value;
  if (state.is === 'running') return <Running state={state} />;
  return scenario.value === null ? null : <AtRest state={state} />;
}

type RunningState = Extract<RunState, { is: 'running' }>;

/** With ways to end it; a long one can be paused, or tell when it is done. */
function Running({ state }: { readonly state: RunningState }) {
  const words = useWords(compareWords);
  const locale = useLocale();
  const { done, planned, isLong } = state;
  return (
    <span class="run-chip">
      <progress max={planned} value={done} aria-label={fill(words.running, { done, planned }, locale)} />
      <span>{runningText(state, words, locale)}</span>
      <button type="button" class="framed" onClick={() => void live().then(({ stop }) => stop())}>
        {words.stop}
      </button>
      {isLong && (
        <button type="button" class="framed" onClick={() => void live().then(({ pause }) => pause())}>
          {words.pause}
        </button>
      )}
      {isLong && canNotify() && (
        <button
          type="button"
          class="framed"
          aria-pressed={isAwaited.value}
          onClick={() => void toggleNotice(words.notified)}
        >
          {words.notify}
        </button>
      )}
    </span>
  );
}

function runningText(
  { done, planned, rate, secondsLeft }: RunningState,
  words: (typeof compareWords)[Locale],
  locale: Locale,
): string {
  if (rate === null || secondsLeft === null) return fill(words.running, { done, planned }, locale);
  const shownRate = rate < 10 ? rate.toFixed(1) : Math.round(rate);
  return fill(words.runningLong, { done, planned, rate: shownRate, left: Math.ceil(secondsLeft) }, locale);
}

/** What became of the last run, and a way to go on or to run anew. */
function AtRest({ state }: { readonly state: RunState }) {
  const frame = useWords(shareWords);
  const words = useWords(compareWords);
  const text = restText(state, words, useLocale());
  const isPart = state.is === 'stopped' || state.is === 'paused';
  return (
    <span class={isPart ? 'run-chip' : 'run-rest'}>
      {text !== null && <span>{text}</span>}
      <button
        type="button"
        class="framed"
        disabled={problems.value.length > 0}
        onClick={() => void live().then(({ compareNow }) => compareNow())}
      >
        {isPart ? frame.goOn : frame.run}
      </button>
      <button type="button" onClick={() => (dialog.value = 'shortcuts')}>
        {frame.keys}
      </button>
    </span>
  );
}

function restText(state: RunState, words: (typeof compareWords)[Locale], locale: Locale): string | null {
  if (state.is === 'stopped' || state.is === 'paused') {
    const { done, planned } = state;
    return fill(words[state.is], { done, planned }, locale);
  }
  if (state.is !== 'done') return null;
  return fill(words.done, { worlds: state.worlds, seconds: state.seconds.toFixed(1) }, locale);
}
