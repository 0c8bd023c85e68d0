/** What keeps the scenario from running: every problem with its place, and the fault that ended a run. */
import { say } from '../../../src/report/charts/words.ts';
import { linkNow, siteRoot } from '../../app/address.ts';
import { runNow } from '../../app/edit.ts';
import { lazily } from '../../app/lazily.tsx';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { problems, run, scenario } from '../../app/workspace.ts';
import { compareWords } from './words.ts';

/** Needs the parameter table. */
const ProblemList = lazily(() => import('./ProblemList.tsx').then((module) => module.ProblemList));

export function Problems() {
  const words = useWords(compareWords);
  const locale = useLocale();
  const found = problems.value;
  if (found.length === 0) return null;
  const toSandbox = async () => {
    location.href = new URL(`sandbox/${(await linkNow(false)) ?? ''}`, siteRoot()).href;
  };
  return (
    <div class="notice compare-problems" role="alert">
      <div>
        <p>
          <strong>{words.invalid}</strong> {say(words.problems, { count: found.length }, locale)}
        </p>
        <ProblemList />
        <p class="fine">{words.keep}</p>
      </div>
      <button type="button" class="framed" onClick={() => void toSandbox()}>
        {words.toSandbox}
      </button>
    </div>
  );
}

/** A run that failed: what happened, what to copy for a report, and another try. */
export function Fault() {
  const words = useWords(compareWords);
  const state = run.value;
  if (state.is !== 'failed' || scenario.value === null) return null;
  return (
    <div class="notice" role="alert">
      <div>
        <p>
          <strong>{words.failed}</strong> {state.message}
        </p>
        <details>
          <summary>{words.diagnostic}</summary>
          <pre>{state.diagnostic}</pre>
        </details>
      </div>
      <button type="button" class="framed" onClick={() => void runNow()}>
        {words.again}
      </button>
    </div>
  );
}
