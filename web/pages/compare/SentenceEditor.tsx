/** Editors of the sentence's parts. Loaded with the first one that is opened. */

import { inLocale, metricNamed } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { edit } from '../../app/edit.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { doc, scenario } from '../../app/workspace.ts';
import { ArmEditor } from '../../inputs/ArmEditor.tsx';
import { ParameterField } from '../../inputs/ParameterField.tsx';
import { problemsAt } from '../../inputs/PathProblem.tsx';
import { armNames } from '../../state/arms.ts';
import { judged, Rails } from './Rails.tsx';
import type { Part } from './sentence-part.ts';
import { compareWords } from './words.ts';

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
  const months = problemsAt('horizon').length > 0 ? null : (scenario.value?.horizonMonths ?? null);
  return (
    <div class="compare-fields">
      <fieldset class="compare-options">
        <legend>{words.horizon}</legend>
        {usualMonths.map((count) => (
          <button
            type="button"
            key={count}
            class="framed"
            aria-pressed={count === months}
            onClick={() => void edit([{ path: ['horizon'], value: `${count} months` }], 'horizon')}
          >
            {say(words.months, { count }, locale)}
          </button>
        ))}
      </fieldset>
      <ParameterField path="horizon" arm={null} />
    </div>
  );
}

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

/** The arm at a place; nothing where it was taken away. */
const Arm = ({ arm }: { readonly arm: number }) =>
  arm < armNames(doc.value?.text ?? '').length ? <ArmEditor arm={arm} /> : null;
