/** People by the month in which they joined: the steps of newcomers, who stays, when they pay back. */
import { useEffect } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import { lazily } from '../../app/lazily.tsx';
import { Notices } from '../../app/Notices.tsx';
import { openPage } from '../../app/open.ts';
import { RunStatus } from '../../app/RunStatus.tsx';
import { Shell, useLocale, useWords } from '../../app/Shell.tsx';
import { Tools } from '../../app/Tools.tsx';
import { live, problems, run, shown } from '../../app/workspace.ts';
import './cohorts.css';
import { cohortWords } from './words.ts';

const Tables = lazily(() => import('./Tables.tsx').then((module) => module.Tables));

export function Cohorts() {
  const words = useWords(cohortWords);
  useEffect(() => void openPage({ compares: true }), []);
  const result = shown.value;
  const hasCohorts = result?.results.some(({ cohorts }) => cohorts !== null) ?? false;
  return (
    <Shell route="cohorts" tools={<Tools />} status={<RunStatus />}>
      <section class="intro cohorts-intro">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </section>
      <Notices />
      {result && hasCohorts && <Tables result={result} />}
      <State isEmpty={result === null} lacks={result !== null && !hasCohorts} />
    </Shell>
  );
}

/** What there is to say while there is nothing, or not all, to show. */
function State({ isEmpty, lacks }: { readonly isEmpty: boolean; readonly lacks: boolean }) {
  const words = useWords(cohortWords);
  const locale = useLocale();
  const state = run.value;
  if (lacks && state.is !== 'running')
    return (
      <p class="cohorts-state" role="status">
        {words.without}{' '}
        <button
          type="button"
          class="framed"
          onClick={() => void live().then(({ compareNow }) => compareNow())}
        >
          {words.again}
        </button>
      </p>
    );
  if (!isEmpty && !lacks) return null;
  const text = () => {
    if (state.is === 'failed') return say(words.failed, { why: state.message }, locale);
    if (problems.value.length > 0) return words.invalid;
    if (state.is === 'running')
      return say(words.running, { done: state.done, planned: state.planned }, locale);
    return words.waiting;
  };
  return (
    <p class="cohorts-state" role="status">
      {text()} {problems.value.length > 0 && <CompareLink />}
    </p>
  );
}

function CompareLink() {
  const words = useWords(cohortWords);
  return <a href={`../compare/${location.hash}`}>{words.edit}</a>;
}
