/** All of the sweep page that needs the engine: what to try, how it goes, what was found. */
import { useEffect, useMemo } from 'preact/hooks';
import { inLocale } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { count as inFull } from '../../../src/report/format.ts';
import { lazily } from '../../app/lazily.tsx';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { doc } from '../../app/workspace.ts';
import { Asked } from './Asked.tsx';
import { Earlier } from './Earlier.tsx';
import { foundHere } from './found-here.ts';
import { chosenArm, chosenMetric } from './looking.ts';
import { openedRuns } from './open.ts';
import { layOutNow, prepared, rows, shownAt, state } from './session.ts';
import { setup } from './setup.ts';
import { sweepPageWords } from './words.ts';

const Results = lazily(() => import('./Results.tsx').then((module) => module.Results));

/** Milliseconds after the last change before points are laid out. */
const SETTLED = 350;

export function Work() {
  const text = doc.value?.text;
  const wanted = setup.value;
  useEffect(() => {
    const timer = setTimeout(() => void layOutNow(), SETTLED);
    return () => clearTimeout(timer);
  }, [text, JSON.stringify(wanted)]);
  const opened = openedRuns.value;
  if (opened !== null) return <Opened />;
  return (
    <>
      <Earlier />
      <Asked />
      <Own />
    </>
  );
}

/** The sweep of this page, as far as it is done. */
function Own() {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const made = prepared.value;
  const look = { locale, arm: chosenArm.value, metric: chosenMetric.value };
  const found = useMemo(
    () => (made === null ? null : foundHere(made, rows, look)),
    [made, shownAt.value, locale, look.arm, look.metric],
  );
  if (made === null || found === null || found.points.length < 2) return null;
  const all = made.points.length;
  const isWhole = found.points.length === all;
  const slots = { points: found.points.length, all, worlds: made.worlds };
  return (
    <Results
      found={found}
      judge={made.scenario.judge.metric}
      says={say(isWhole ? words.whole : words.part, slots, locale)}
      isBusy={state.value.is === 'running'}
      name={doc.value?.preset ?? 'scenario'}
      seed={made.scenario.seed}
      worlds={made.worlds}
      send={async ({ values }) => {
        const { sendToCompare } = await import('./send.ts');
        return doc.value !== null && (await sendToCompare(doc.value, made, values));
      }}
    />
  );
}

/** A file of another sweep. */
function Opened() {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const opened = openedRuns.value;
  const look = { locale, arm: chosenArm.value, metric: chosenMetric.value };
  const found = useMemo(() => opened?.found(look) ?? null, [opened, locale, look.arm, look.metric]);
  if (opened === null || found === null) return null;
  const { name, rows: count, title, currency, judge } = opened;
  const slots = { name, rows: inFull(count, locale), title: title === null ? '' : inLocale(title, locale) };
  const [lacksCurrency, lacksJudge] = [currency === null, judge === null];
  const unknown =
    lacksCurrency && lacksJudge
      ? words.unknownBoth
      : lacksCurrency
        ? words.unknownCurrency
        : lacksJudge
          ? words.unknownJudge
          : '';
  return (
    <>
      <div class="notice sweep-opened">
        <span>
          {say(opened.title === null ? words.opened : words.openedTitle, slots, locale)} {unknown}
        </span>
        <button type="button" class="framed" onClick={() => (openedRuns.value = null)}>
          {words.close}
        </button>
      </div>
      <Results
        found={found}
        judge={judge ?? 'netRevenue'}
        says={say(
          found.points.length === opened.points ? words.whole : words.openedPart,
          { points: found.points.length, all: opened.points, worlds: opened.worlds },
          locale,
        )}
        isBusy={false}
        name={name.replace(/\.\w+$/, '')}
        seed={opened.seed}
        worlds={opened.worlds}
        send={opened.send}
      />
    </>
  );
}
