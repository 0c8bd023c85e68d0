/** Editors of the sentence's parts. Loaded with the first one that is opened. */

import { findMetric, metrics } from '../../../src/metrics/definitions.ts';
import { inLocale, metricNamed } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { edit } from '../../app/edit.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { doc, scenario } from '../../app/workspace.ts';
import { ArmEditor } from '../../inputs/ArmEditor.tsx';
import { ParameterField } from '../../inputs/ParameterField.tsx';
import { armNames } from '../../state/arms.ts';
import { readValue } from '../../state/document.ts';
import { compareWords } from './words.ts';

type Part = 'members' | 'horizon' | 'metric' | 'rails' | number;

export function SentenceEditor({ part }: { readonly part: Part }) {
  if (part === 'members') return <Members />;
  if (part === 'horizon') return <Horizon />;
  if (part === 'metric') return <JudgedMetric />;
  if (part === 'rails') return <Rails />;
  return <Arm arm={part} />;
}

const Members = () => (
  <div class="compare-fields">
    <ParameterField path="community.members" arm={null} />
    <ParameterField path="community.prospects" arm={null} />
  </div>
);

const usualMonths = [1, 3, 6, 12, 24] as const;

function Horizon() {
  const words = useWords(compareWords);
  const locale = useLocale();
  const months = scenario.value?.horizonMonths ?? null;
  const set = (value: string) => void edit([{ path: ['horizon'], value }], 'horizon');
  return (
    <fieldset class="compare-options">
      <legend>{words.horizon}</legend>
      {usualMonths.map((count) => (
        <button
          type="button"
          key={count}
          class="framed"
          aria-pressed={count === months}
          onClick={() => set(`${count} months`)}
        >
          {say(words.months, { count }, locale)}
        </button>
      ))}
      <label class="field">
        <span>{words.ownHorizon}</span>
        <input
          value={String(readValue(doc.value?.text ?? '', ['horizon']) ?? '')}
          onChange={(event) => set(event.currentTarget.value)}
        />
      </label>
    </fieldset>
  );
}

/** What can be judged: every metric with a good direction. */
const judged = metrics.filter(({ better }) => better !== null);

function JudgedMetric() {
  const words = useWords(compareWords);
  const locale = useLocale();
  const asked = scenario.value;
  if (asked === null) return null;
  const set = (name: string) => {
    const isMoney = metricNamed(name).unit === 'money';
    const wasMoney = metricNamed(asked.judge.metric).unit === 'money';
    const forget = isMoney === wasMoney ? [] : [{ path: ['judge', 'matters'], remove: true } as const];
    void edit([{ path: ['judge', 'metric'], value: name }, ...forget]);
  };
  return (
    <label class="field">
      <span>{words.judge}</span>
      <select value={asked.judge.metric} onChange={(event) => set(event.currentTarget.value)}>
        {judged.map(({ name, label }) => (
          <option key={name} value={name}>
            {inLocale(label, locale)}
          </option>
        ))}
      </select>
    </label>
  );
}

const kinds = ['worse', 'at least', 'at most'] as const;
type Rail = { readonly metric: string } & { readonly [kind in (typeof kinds)[number]]?: string | number };

/** Guardrails as the file has them. */
function railsOf(text: string): Rail[] {
  const found = readValue(text, ['judge', 'guardrails']);
  return Array.isArray(found) ? (found as unknown as Rail[]) : [];
}

function Rails() {
  const words = useWords(compareWords);
  const locale = useLocale();
  const rails = railsOf(doc.value?.text ?? '');
  const labels = { worse: words.worse, 'at least': words.atLeast, 'at most': words.atMost };
  const write = (next: readonly Rail[]) =>
    void edit([
      next.length === 0
        ? { path: ['judge', 'guardrails'], remove: true }
        : { path: ['judge', 'guardrails'], value: next.map((rail) => ({ ...rail })) as never },
    ]);
  const free = judged.filter(({ name }) => !rails.some(({ metric }) => metricName(metric) === name));
  return (
    <div class="compare-rails">
      <h3>{words.rails}</h3>
      {rails.map((rail, i) => {
        const kind = kinds.find((each) => rail[each] !== undefined) ?? 'worse';
        const name = inLocale(metricNamed(metricName(rail.metric)).label, locale);
        return (
          <div class="row" key={`${rail.metric} ${kind}`}>
            <span class="compare-rail-name">{name}</span>
            <select
              aria-label={name}
              value={kind}
              onChange={(event) => {
                const { value } = event.currentTarget;
                write(rails.with(i, { metric: rail.metric, [value]: rail[kind] } as Rail));
              }}
            >
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {labels[each]}
                </option>
              ))}
            </select>
            <input
              class="compare-limit"
              aria-label={`${name}, ${labels[kind]}`}
              value={String(rail[kind] ?? '')}
              onChange={(event) =>
                write(rails.with(i, { metric: rail.metric, [kind]: event.currentTarget.value } as Rail))
              }
            />
            <button type="button" aria-label={`✕ ${name}`} onClick={() => write(rails.toSpliced(i, 1))}>
              ✕
            </button>
          </div>
        );
      })}
      <p class="fine">{words.railHelp}</p>
      <label class="field">
        <span>{words.addRail}</span>
        <select
          value=""
          onChange={(event) => {
            const metric = event.currentTarget.value;
            const { unit } = metricNamed(metric);
            write([...rails, { metric, worse: unit === 'share' ? '2 points' : '10%' }]);
          }}
        >
          <option value="" />
          {free.map(({ name, label }) => (
            <option key={name} value={name}>
              {inLocale(label, locale)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The name of a metric that a file may call otherwise. */
const metricName = (typed: string): string => findMetric(typed)?.name ?? 'netRevenue';

/** The arm at a place; nothing where it was taken away. */
const Arm = ({ arm }: { readonly arm: number }) =>
  arm < armNames(doc.value?.text ?? '').length ? <ArmEditor arm={arm} /> : null;
