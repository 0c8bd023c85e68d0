/**
 * The sandbox: inputs on the left, the stage in the middle, the log on the right; on phones the stage first, the rest as
 * tabs below it. Everything that needs the engine or the parameter table is loaded after the first paint.
 */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { lazily } from '../../app/lazily.tsx';
import { Notices } from '../../app/Notices.tsx';
import { openPage } from '../../app/open.ts';
import { usePageData } from '../../app/page-data.ts';
import { RunStatus } from '../../app/RunStatus.tsx';
import { Shell, useLocale, useWords } from '../../app/Shell.tsx';
import { Tools } from '../../app/Tools.tsx';
import { doc, problems, scenario } from '../../app/workspace.ts';
import { blank } from './blank.ts';
import { sandboxWords } from './words.ts';
import './sandbox.css';
import '../../inputs/inputs.css';

const Stage = lazily(async () => (await import('./Stage.tsx')).Stage);
const StageActions = lazily(async () => (await import('./StageActions.tsx')).StageActions);
const EventLog = lazily(async () => (await import('./EventLog.tsx')).EventLog);
const Inputs = lazily(async () => (await import('../../inputs/Inputs.tsx')).Inputs);
const ScenarioText = lazily(async () => (await import('../../inputs/ScenarioText.tsx')).ScenarioText);

type Pane = 'inputs' | 'text' | 'log';
const pane = signal<Pane>('inputs');

export function Sandbox() {
  const words = useWords(sandboxWords);
  const locale = useLocale();
  const { stories, story } = usePageData();
  useEffect(() => void openPage({ compares: false, blank }), []);
  const first = stories.find(({ name }) => name === story?.name)?.title;
  const title = scenario.value?.title ?? first;
  return (
    <Shell route="sandbox" tools={<Tools />} status={<RunStatus />} wide>
      <Notices />
      <div class="sandbox-top">
        <h1 class="sandbox-title">{title ? (title[locale] ?? title.en) : words.title}</h1>
        <div class="sandbox-actions">{doc.value && <StageActions />}</div>
      </div>
      <div class={`sandbox sandbox-on-${pane.value}`}>
        <section class="sandbox-stage" aria-label={words.onePossible}>
          {doc.value ? <Stage /> : <div class="sandbox-waiting">{words.loading}</div>}
        </section>
        <Panes />
        <aside class="sandbox-right">{doc.value && <EventLog />}</aside>
      </div>
    </Shell>
  );
}

/** Inputs and text, and where there is little room the log too. */
function Panes() {
  const words = useWords(sandboxWords);
  const tab = (name: Pane, label: string) => (
    <button
      type="button"
      role="tab"
      id={`sandbox-tab-${name}`}
      class={`sandbox-tab-${name}`}
      aria-selected={pane.value === name}
      aria-controls={name === 'log' ? undefined : 'sandbox-pane'}
      onClick={() => {
        pane.value = name;
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="sandbox-left">
      <div class="tabs sandbox-tabs" role="tablist" aria-label={words.panes}>
        {tab('inputs', words.inputs)}
        {tab('text', problems.value.length > 0 ? `${words.text} ⚠` : words.text)}
        {tab('log', words.log)}
      </div>
      <div
        id="sandbox-pane"
        class="sandbox-pane"
        role="tabpanel"
        aria-labelledby={`sandbox-tab-${pane.value}`}
      >
        {doc.value && (pane.value === 'text' ? <ScenarioText /> : <Inputs />)}
      </div>
    </div>
  );
}
