/** A comparison as pages to print: a summary on the first, then figures, assumptions with their sources, and limits. */
import { useEffect } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import { lazily } from '../../app/lazily.tsx';
import { Notices } from '../../app/Notices.tsx';
import { openPage } from '../../app/open.ts';
import { RunStatus } from '../../app/RunStatus.tsx';
import { Shell, useLocale, useWords } from '../../app/Shell.tsx';
import { problems, run, shown } from '../../app/workspace.ts';
import { printInLight } from './print.ts';
import './report.css';
import { reportWords } from './words.ts';

const Pages = lazily(() => import('./Pages.tsx').then((module) => module.Pages));

export function Report() {
  const words = useWords(reportWords);
  useEffect(() => {
    void openPage({ compares: true });
    return printInLight();
  }, []);
  const toCompare = typeof location === 'undefined' ? '' : location.hash;
  const tools = (
    <>
      <a class="button" href={`../compare/${toCompare}`}>
        {words.compare}
      </a>
      <button type="button" class="primary" disabled={shown.value === null} onClick={() => window.print()}>
        {words.print}
      </button>
    </>
  );
  return (
    <Shell route="report" tools={tools} status={<RunStatus />}>
      <h1 class="unseen">{words.title}</h1>
      <Notices />
      <State />
      {shown.value && <Pages result={shown.value} />}
    </Shell>
  );
}

/** What there is to say while there is no whole result. */
function State() {
  const words = useWords(reportWords);
  const locale = useLocale();
  const state = run.value;
  const result = shown.value;
  const text = () => {
    if (state.is === 'failed') return say(words.failed, { why: state.message }, locale);
    if (problems.value.length > 0) return words.invalid;
    if (result !== null && result.comparison.worlds < result.planned)
      return say(words.partial, { worlds: result.comparison.worlds, planned: result.planned }, locale);
    if (result !== null) return null;
    if (state.is === 'running')
      return say(words.running, { done: state.done, planned: state.planned }, locale);
    return words.waiting;
  };
  const said = text();
  return said === null ? null : (
    <p class="report-state" role="status">
      {said}
    </p>
  );
}
