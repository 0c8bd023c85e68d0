/** How arms are compared: in what differences are given, what ranges hold, worlds, uncertainty, what matters, the seed. */
import { say } from '../../../src/report/charts/words.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { edit, setView } from '../../app/edit.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { scenario, usualView, type View, view } from '../../app/workspace.ts';
import { compareWords } from './words.ts';

const worldsOffered = [64, 200, 500, 2000] as const;

export function Options() {
  const words = useWords(compareWords);
  const locale = useLocale();
  const asked = scenario.value;
  if (asked === null) return null;
  return (
    <details class="compare-how">
      <summary>{words.options}</summary>
      <div class="compare-fields">
        <Choice<View['difference']>
          label={words.difference}
          value={view.value.difference}
          options={words.differences}
          choose={(difference) => setView({ difference })}
        />
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
        <Matters asked={asked} />
        <div class="field">
          <span>{say(words.seed, { seed: asked.seed }, locale)}</span>
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

function Matters({ asked }: { readonly asked: Scenario }) {
  const words = useWords(compareWords);
  const { matters } = asked.judge;
  const value =
    'relative' in matters ? `${Number((matters.relative * 100).toPrecision(6))}%` : String(matters.absolute);
  return (
    <label class="field">
      <span>{words.matters}</span>
      <input
        value={value}
        onChange={(event) => void edit([{ path: ['judge', 'matters'], value: event.currentTarget.value }])}
      />
    </label>
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
