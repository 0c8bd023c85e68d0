/** How arms are compared: in what differences are given, and folded what ranges hold, worlds, uncertainty, what matters, the seed. */
import { useState } from 'preact/hooks';
import { say } from '../../../src/report/charts/words.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { edit, setView } from '../../app/edit.ts';
import { lazily } from '../../app/lazily.tsx';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { scenario, usualView, view } from '../../app/workspace.ts';
import { compareWords } from './words.ts';

/** Needs the reader of files. */
const Matters = lazily(() => import('../../inputs/TextField.tsx').then(({ TextField }) => TextField));

const worldsOffered = [64, 200, 500, 2000] as const;

export function Options() {
  const words = useWords(compareWords);
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const asked = scenario.value;
  if (asked === null) return null;
  return (
    <details class="compare-how" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.options}</summary>
      <div class="compare-fields">
        <Choice
          label={words.interval}
          value={String(view.value.interval)}
          options={{ 50: '50%', 80: '80%', 90: '90%', 95: '95%' }}
          choose={(interval) =>
            setView({
              interval:
                ([50, 80, 90, 95] as const).find((each) => String(each) === interval) ?? usualView.interval,
            })
          }
        />
        <Choice
          label={words.worlds}
          value={String(asked.worlds)}
          options={Object.fromEntries(
            [...new Set([...worldsOffered, asked.worlds])]
              .sort((a, b) => a - b)
              .map((each) => [String(each), each.toLocaleString(locale)]),
          )}
          choose={(worlds) => void edit([{ path: ['worlds'], value: Number(worlds) }])}
        />
        <Choice<Scenario['assumptions']>
          label={words.uncertainty}
          value={asked.assumptions}
          options={words.uncertainties}
          choose={(assumptions) => void edit([{ path: ['assumptions'], value: assumptions }])}
        />
        {isOpen && <Matters path={['judge', 'matters']} label={words.matters} usual={mattersText(asked)} />}
        <div class="field">
          <span>{say(words.seedLabel, { seed: asked.seed }, locale)}</span>
          <button
            type="button"
            class="framed"
            onClick={() => void edit([{ path: ['seed'], value: nextSeed(asked.seed) }])}
          >
            {words.newLuck}
          </button>
        </div>
      </div>
    </details>
  );
}

/** `luck`, `luck 2`, `luck 3` ...: every press is another luck, and the same for everybody who presses as often. */
export function nextSeed(seed: string): string {
  const found = /^(.*?)(?: (\d+))?$/.exec(seed);
  return `${found?.[1] ?? seed} ${Number(found?.[2] ?? 1) + 1}`;
}

/** What counts where the file says nothing. */
const mattersText = ({ judge }: Scenario): string =>
  'relative' in judge.matters
    ? `${Number((judge.matters.relative * 100).toPrecision(6))}%`
    : String(judge.matters.absolute);

/** In what differences are given: changes every figure at once, so it stands in plain sight above the charts. */
export function Differences() {
  const words = useWords(compareWords);
  const names = ['relative', 'absolute', 'month'] as const;
  return (
    <fieldset class="compare-differences">
      <legend>{words.difference}</legend>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          class="framed"
          aria-pressed={view.value.difference === name}
          onClick={() => setView({ difference: name })}
        >
          {words.differences[name]}
        </button>
      ))}
    </fieldset>
  );
}

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly value: Name;
  readonly options: Readonly<Record<Name, string>>;
  readonly choose: (name: Name) => void;
}

function Choice<Name extends string>({ label, value, options, choose }: ChoiceProps<Name>) {
  const names = Object.keys(options) as Name[];
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = names.find((name) => name === event.currentTarget.value);
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {options[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
