/** The stage: one possible world, its people as dots, its figures and lines, and the buttons that let it run. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { armPlace } from '../../../src/report/charts/look.ts';
import { say } from '../../../src/report/charts/words.ts';
import { count } from '../../../src/report/format.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { live, problems, scenario } from '../../app/workspace.ts';
import { Course } from './Course.tsx';
import { Dots, DotTable } from './Dots.tsx';
import { Figures, LastChange } from './Figures.tsx';
import { Guided, TourButton } from './Guided.tsx';
import { Legend } from './Legend.tsx';
import { followed } from './log.ts';
import { step, toggle } from './player.ts';
import { drawnMetric, end, failure, perform, run, shownArm, staged } from './stage.ts';
import type { StageRun } from './stage-run.ts';
import { Transport } from './Transport.tsx';
import { sandboxWords } from './words.ts';

/** Milliseconds of rest after a change before its run begins: a drag is not run at every pixel. */
const REST = 40;

export function Stage() {
  const asked = scenario.value;
  useEffect(() => {
    if (asked === null || asked === staged.value) return;
    const timer = setTimeout(() => void begin(asked), REST);
    return () => clearTimeout(timer);
  }, [asked]);
  useEffect(() => end, []);
  return (
    <>
      <StageHead />
      <Trouble />
      <Guided />
      <Transport />
      <LastChange />
      <OnStage />
    </>
  );
}

/** Runs a scenario with the network files that it names, or says which one is missing. */
async function begin(asked: Scenario): Promise<void> {
  const { missingNetwork, networks } = await live();
  lacking.value = missingNetwork();
  if (lacking.value === null && scenario.value === asked) perform(asked, networks);
}
const lacking = signal<string | null>(null);

/** Which arms are shown, and what makes another scenario of them. */
function StageHead() {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const arms = staged.value?.arms ?? [];
  const chips: (number | null)[] = [null, ...arms.keys()];
  return (
    <div class="sandbox-stage-head">
      <fieldset class="sandbox-chips" aria-label={words.show}>
        {(arms.length > 1 ? chips : []).map((arm) => (
          <button
            key={arm}
            type="button"
            class={arm === null ? 'framed' : `framed t${armPlace(arm)}`}
            aria-pressed={shownArm.value === arm}
            onClick={() => {
              shownArm.value = arm;
            }}
          >
            {arm !== null && (
              <svg class="dash" viewBox="0 0 18 8" aria-hidden="true">
                <line class={`l${armPlace(arm)}`} x1="0" x2="18" y1="4" y2="4" />
              </svg>
            )}
            {arm === null ? words.allArms : (arms[arm].label[locale] ?? arms[arm].name)}
          </button>
        ))}
      </fieldset>
      <TourButton />
    </div>
  );
}

/** What keeps the stage from showing what is asked. */
function Trouble() {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const wrong = problems.value.length;
  if (wrong > 0)
    return (
      <p class="sandbox-trouble" role="status">
        {say(words.invalid, { count: wrong }, locale)}
      </p>
    );
  if (lacking.value !== null)
    return (
      <p class="sandbox-trouble" role="alert">
        {say(words.networkFile, { file: lacking.value }, locale)}
      </p>
    );
  if (failure.value !== null)
    return (
      <p class="sandbox-trouble" role="alert">
        {say(words.failed, { why: failure.value }, locale)}{' '}
        <button type="button" class="framed" onClick={() => scenario.value && void begin(scenario.value)}>
          {words.again}
        </button>
      </p>
    );
  return null;
}

function OnStage() {
  const locale = useLocale();
  const words = useWords(sandboxWords);
  const shown = run.value;
  const asked = staged.value;
  if (shown === null || asked === null) return <div class="sandbox-waiting">{words.loading}</div>;
  const arms = shown.arms
    .filter((_, i) => shownArm.value === null || shownArm.value === i)
    .map((arm) => ({ arm, label: asked.arms[arm.cast.arm].label[locale] ?? asked.arms[arm.cast.arm].name }));
  const judged = drawnMetric(asked);
  const height = arms.length === 1 ? 340 : arms.length === 2 ? 200 : arms.length === 3 ? 146 : 120;
  return (
    <>
      <Figures arms={arms} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys play and step here */}
      <section class="sandbox-people" tabIndex={0} aria-label={words.stage} onKeyDown={stageKeys}>
        {arms.map(({ arm, label }) => (
          <Dots key={arm.cast.arm} {...{ arm, label, height }} />
        ))}
        <Legend />
        <p class="sandbox-note">
          <b>{words.onePossible}</b> · {say(words.seed, { seed: asked.seed }, locale)} ·{' '}
          {sampleNote(shown, locale)}
          {words.stageHelp}{' '}
          <button type="button" class="framed" onClick={() => followSomebody(shown)}>
            {words.followSomebody}
          </button>
        </p>
        <details>
          <summary>{words.asTable}</summary>
          <DotTable arms={arms} />
        </details>
      </section>
      <div class="sandbox-courses">
        <Course name={judged} arms={arms} />
        <Course name={judged === 'members' ? 'activeMembers' : 'members'} arms={arms} />
      </div>
    </>
  );
}

function sampleNote({ arms }: StageRun, locale: ReturnType<typeof useLocale>): string {
  const { places, reachable } = arms[0].cast;
  if (places.length === reachable) return '';
  const values = { shown: count(places.length, locale), all: count(reachable, locale) };
  return `${say(sandboxWords[locale].sampled, values, locale)} `;
}

/** The next of those who are members on the stage, in turn. */
function followSomebody({ arms }: StageRun): void {
  const { places } = arms[shownArm.value ?? 0].cast;
  const at = followed.value === null ? 0 : places.indexOf(followed.value) + 37;
  followed.value = places[Math.max(0, at) % places.length];
}

/** Space plays, arrows step: on the stage itself, not on its buttons. */
function stageKeys(event: KeyboardEvent): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === ' ') toggle();
  else if (event.key === 'ArrowRight') step(1);
  else if (event.key === 'ArrowLeft') step(-1);
  else return;
  event.preventDefault();
}
