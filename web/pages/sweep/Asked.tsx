/** What to try, and what that takes: scenario, inputs with their ranges, design, points and worlds, forecast, start. */
import { useId } from 'preact/hooks';
import { designNames, designs } from '../../../src/experiment/designs/index.ts';
import { inLocale } from '../../../src/report/charts/source.ts';
import { capital, say } from '../../../src/report/charts/words.ts';
import { count as inFull } from '../../../src/report/format.ts';
import { storyText } from '../../app/address.ts';
import { begin } from '../../app/edit.ts';
import { readDocument } from '../../app/live-run.ts';
import { openFiles } from '../../app/opening.ts';
import { usePageData } from '../../app/page-data.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { doc, scenario, view } from '../../app/workspace.ts';
import { count, forecast, layOutNow, pause, prepared, problems, start, state, stop } from './session.ts';
import { MOST_POINTS, MOST_WORLDS, setSetup, setup } from './setup.ts';
import { VariedInputs } from './VariedInputs.tsx';
import { roughly, sweepPageWords } from './words.ts';

export function Asked() {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const { design, points, worlds } = setup.value;
  const about = useId();
  const general = problems.value.filter(({ path }) => path === null);
  return (
    <section class="card sweep-asked" aria-labelledby="sweep-what">
      <h2 id="sweep-what">{words.what}</h2>
      <ScenarioChoice />
      <VariedInputs />
      <div class="sweep-fields">
        <label class="field">
          <span>{words.design}</span>
          <select
            value={design}
            aria-describedby={about}
            onChange={(event) => {
              const name = designNames.find((each) => each === event.currentTarget.value);
              if (name) setSetup({ design: name });
            }}
          >
            {designNames.map((name) => (
              <option key={name} value={name}>
                {words.designs[name]}
              </option>
            ))}
          </select>
        </label>
        <WholeField
          label={words.points}
          hint={words.pointsHint}
          value={points}
          most={MOST_POINTS}
          take={(next) => setSetup({ points: next })}
        />
        <WholeField
          label={words.worlds}
          hint={words.worldsHint}
          value={worlds}
          most={MOST_WORLDS}
          take={(next) => setSetup({ worlds: next })}
        />
      </div>
      <p class="fine" id={about}>
        {say(words.about, { text: capital(inLocale(designs[design].about, locale)) }, locale)}
      </p>
      {general.map(({ why }) => (
        <p class="problem" role="alert" key={why.en}>
          {why[locale]}
        </p>
      ))}
      <Cost />
      <OpenFile />
    </section>
  );
}

/** A story of the gallery, or what was opened. */
function ScenarioChoice() {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const { stories } = usePageData();
  const preset = doc.value?.preset ?? '';
  const choose = async (name: string) => {
    const text = await storyText(name);
    if (text === null) return;
    begin({ preset: name, file: `${name}.yaml`, text }, { ...view.value, sweep: {} });
    readDocument();
  };
  const own = scenario.value;
  return (
    <label class="field sweep-scenario">
      <span>{words.scenario}</span>
      <select value={preset} onChange={(event) => void choose(event.currentTarget.value)}>
        {preset === '' && <option value="">{own === null ? words.own : inLocale(own.title, locale)}</option>}
        {stories.map(({ name, title }) => (
          <option key={name} value={name}>
            {inLocale(title, locale)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface WholeFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly most: number;
  readonly take: (value: number) => void;
}

/** A whole number from 2 to the most; what is typed wrongly stays, is marked, and is not taken. */
function WholeField({ label, hint, value, most, take }: WholeFieldProps) {
  const id = useId();
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={2}
        max={most}
        step={1}
        defaultValue={String(value)}
        key={value}
        aria-describedby={id}
        onChange={(event) => {
          const field = event.currentTarget;
          const next = Number(field.value);
          const isRight = Number.isInteger(next) && next >= 2 && next <= most;
          field.setAttribute('aria-invalid', String(!isRight));
          if (isRight) take(next);
        }}
      />
      <span class="fine" id={id}>
        {hint}
      </span>
    </label>
  );
}

/** How many runs, how long, and what to do about it. */
function Cost() {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const made = prepared.value;
  const now = state.value;
  const { needed, there } = count.value;
  const fill = (text: string, slots: Parameters<typeof say>[1]) => say(text, slots, locale);
  const full = (value: number) => inFull(value, locale);
  const parts: string[] = [];
  if (made !== null && needed > 0) {
    const arms = made.scenario.arms.length;
    const all = made.points.length * made.worlds * arms;
    parts.push(
      fill(words.asked, {
        points: full(made.points.length),
        worlds: full(made.worlds),
        arms,
        all: full(all),
      }),
    );
    if (needed < all) parts.push(fill(words.shared, { needed: full(needed) }));
    if (there > 0 && there < needed) parts.push(fill(words.there, { there: full(there) }));
    if (now.is === 'ready' && forecast.value !== null)
      parts.push(fill(words.forecast, { time: roughly(forecast.value, fill, words) }));
  }
  const slots = { there: full(there), needed: full(needed) };
  const says = {
    preparing: problems.value.length > 0 ? '' : words.preparing,
    piloting: words.piloting,
    ready: '',
    running: fill(words.running, slots),
    paused: fill(words.paused, slots),
    stopped: fill(words.stopped, slots),
    done: fill(words.done, slots),
    failed: now.is === 'failed' ? fill(words.failed, { why: now.message }) : '',
  }[now.is];
  const mayStart = made !== null && ['ready', 'piloting', 'paused', 'stopped'].includes(now.is);
  return (
    <div class="sweep-cost" data-moves="">
      <p>{parts.join(' · ')}</p>
      <div class="row">
        {now.is === 'running' ? (
          <>
            <button type="button" class="primary" onClick={pause}>
              {words.pause}
            </button>
            <button type="button" class="framed" onClick={() => void stop()}>
              {words.stop}
            </button>
            <progress max={needed} value={there} aria-label={says} />
          </>
        ) : now.is === 'failed' ? (
          <button type="button" class="primary" onClick={() => void layOutNow()}>
            {words.again}
          </button>
        ) : (
          now.is !== 'done' && (
            <button type="button" class="primary" disabled={!mayStart} onClick={() => void start()}>
              {now.is === 'paused' || now.is === 'stopped' ? words.goOn : words.start}
            </button>
          )
        )}
        <span class="sweep-says" role="status">
          {now.is === 'running' ? '' : says}
        </span>
        {now.is === 'running' && <span class="sweep-says">{says}</span>}
      </div>
    </div>
  );
}

/** What the command line has found. */
function OpenFile() {
  const words = useWords(sweepPageWords);
  return (
    <details class="sweep-open">
      <summary>{words.open}</summary>
      <label class="field">
        <span>{words.openHint}</span>
        <input
          type="file"
          accept=".parquet,.json"
          multiple
          onChange={(event) => {
            const field = event.currentTarget;
            void openFiles([...(field.files ?? [])]).then(() => (field.value = ''));
          }}
        />
      </label>
    </details>
  );
}
