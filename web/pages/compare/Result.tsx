/** What is known of the arms: verdict, key figures, charts side by side, tabs for the rest. Follows worlds as they come in. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ComparisonParts } from '../../../src/report/parts.ts';
import type { OwnText } from '../../../src/scenario/scenario.ts';
import { setTab } from '../../app/edit.ts';
import { lazily } from '../../app/lazily.tsx';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { Static } from '../../app/Static.tsx';
import { isStale, live, problems, run, type Shown, shown, type View, view } from '../../app/workspace.ts';
import { Differences, Options } from './Options.tsx';
import { resultWords } from './result-words.ts';
import { compareWords } from './words.ts';

const Charts = lazily(
  () => import('./Charts.tsx').then((module) => module.Charts),
  ({ before }) => before ?? null,
);

const Flip = lazily(() => import('./Charts.tsx').then((module) => module.Flip));

const tabs = ['guardrails', 'money', 'segments', 'differs', 'luck', 'figures'] as const;

/** `before`: what is shown until the result can be put into words. */
export function Result({ before }: { readonly before: ComponentChildren }) {
  const words = useWords(compareWords);
  const more = useWords(resultWords);
  const locale = useLocale();
  const result = shown.value;
  const parts = useParts(result);
  if (result === null || parts === null) return <>{before}</>;
  return (
    <div
      class={isStale.value ? 'compare-result compare-stale' : 'compare-result'}
      aria-busy={run.value.is === 'running'}
    >
      <Says result={result} />
      {parts.extremes.map((text) => (
        <p class="notice" key={text.en}>
          {text[locale]}
        </p>
      ))}
      <Markup html={parts.verdict} />
      <p class="compare-more">
        <button
          type="button"
          onClick={() => {
            setTab('luck');
            goTo('compare-panel');
          }}
        >
          {more.why}
        </button>
        <button type="button" onClick={() => goTo('what-if')}>
          {more.whatIf}
        </button>
      </p>
      <Markup html={parts.keyFigures} />
      <Differences />
      <Charts names={['fan', 'paired']} before={<Static name="charts" />} />
      <Options />
      <Tabs />
      <div role="tabpanel" id="compare-panel" aria-labelledby={`tab-${view.value.tab}`} class="compare-panel">
        <Panel tab={view.value.tab} parts={parts} />
      </div>
      <section aria-labelledby="what-if">
        <h2 id="what-if">{words.change}</h2>
        <Flip />
        <Charts names={['tornado']} />
      </section>
    </div>
  );
}

/** The address stays what it is: it holds the state of the page. */
const goTo = (id: string): void => document.getElementById(id)?.scrollIntoView({ behavior: 'smooth' });

/** Said above a result that is not simply that of the page's settings. */
function Says({ result }: { readonly result: Shown }) {
  const words = useWords(compareWords);
  const { lastValid } = useWords(resultWords);
  if (problems.value.length > 0) return <p class="compare-says">{lastValid}</p>;
  if (isStale.value) return <p class="compare-says">{words.stale}</p>;
  if (result.origin === 'stored') return <p class="compare-says">{words.stored}</p>;
  return null;
}

interface Parts extends ComparisonParts {
  readonly extremes: readonly OwnText[];
}

function useParts(result: Shown | null): Parts | null {
  const locale = useLocale();
  const [parts, setParts] = useState<Parts | null>(null);
  const { difference, interval } = view.value;
  useEffect(() => {
    let isWanted = true;
    if (result)
      void live().then(({ partsOf, extremesShown }) => {
        if (isWanted) setParts({ ...partsOf(result, locale), extremes: extremesShown(result) });
      });
    return () => {
      isWanted = false;
    };
  }, [result, locale, difference, interval]);
  return parts;
}

/** Markup of the report: our own templates, which escape every name. */
const Markup = ({ html }: { readonly html: string }) => <div dangerouslySetInnerHTML={{ __html: html }} />;

/** The kinds of details; there from the first paint on. */
export function Tabs() {
  const words = useWords(compareWords);
  return (
    <div class="tabs" role="tablist" aria-label={words.details}>
      {tabs.map((tab) => (
        <Tab key={tab} tab={tab} />
      ))}
    </div>
  );
}

function Tab({ tab }: { readonly tab: View['tab'] }) {
  const words = useWords(compareWords);
  const isChosen = view.value.tab === tab;
  const step = (by: number) => {
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${tab}`}
      aria-selected={isChosen}
      aria-controls="compare-panel"
      tabIndex={isChosen ? 0 : -1}
      onClick={() => setTab(tab)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1);
        if (event.key === 'ArrowLeft') step(-1);
      }}
    >
      {words.tabs[tab]}
    </button>
  );
}

function Panel({ tab, parts }: { readonly tab: View['tab']; readonly parts: ComparisonParts }) {
  if (tab === 'money') return <Charts names={['money']} />;
  if (tab === 'segments') return <Charts names={['segments']} />;
  if (tab === 'luck')
    return (
      <>
        <Charts names={['luck']} />
        <Markup html={parts.assumptions} />
      </>
    );
  if (tab === 'differs') return <Markup html={parts.differing} />;
  if (tab === 'figures') return <Markup html={parts.figures} />;
  return (
    <>
      <Charts names={['guardrails']} />
      <Markup html={parts.guardrails} />
    </>
  );
}
