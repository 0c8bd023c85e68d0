/** The inputs that a sweep varies, each with its range, and a search for more. */
import { useId, useMemo, useState } from 'preact/hooks';
import { plain } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import { uncertainPaths } from '../../../src/scenario/assumptions.ts';
import { labelAt } from '../../../src/scenario/labels.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { useLocale, useWords } from '../../app/Shell.tsx';
import { scenario } from '../../app/workspace.ts';
import { groups } from '../../inputs/catalog.ts';
import { matches } from '../../inputs/search.ts';
import { inputAt } from './input-at.ts';
import { pathOf, suggested } from './prepare.ts';
import { prepared, problems } from './session.ts';
import { MOST_INPUTS, setSetup, setup } from './setup.ts';
import { sweepPageWords } from './words.ts';

export function VariedInputs() {
  const words = useWords(sweepPageWords);
  const asked = scenario.value;
  if (asked === null) return null;
  const vary = setup.value.vary ?? suggested(asked);
  const set = (next: readonly string[]) => setSetup({ vary: next });
  return (
    <fieldset class="sweep-inputs">
      <legend>{words.inputs}</legend>
      <p class="fine">{words.inputsLead}</p>
      <ul>
        {vary.map((one, i) => (
          <VariedInput
            key={pathOf(one)}
            vary={one}
            asked={asked}
            isAlone={vary.length === 1}
            onRange={(range) => set(vary.with(i, range === '' ? pathOf(one) : `${pathOf(one)}=${range}`))}
            onRemove={() => set(vary.toSpliced(i, 1))}
          />
        ))}
      </ul>
      {vary.length >= MOST_INPUTS ? (
        <p class="fine">{words.full}</p>
      ) : (
        <FindInput asked={asked} taken={vary.map(pathOf)} onTake={(path) => set([...vary, path])} />
      )}
    </fieldset>
  );
}

interface VariedInputProps {
  readonly vary: string;
  readonly asked: Scenario;
  readonly isAlone: boolean;
  readonly onRange: (range: string) => void;
  readonly onRemove: () => void;
}

function VariedInput({ vary, asked, isAlone, onRange, onRemove }: VariedInputProps) {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const id = useId();
  const path = pathOf(vary);
  const label = plain(labelAt(path, asked, locale));
  const own = problems.value.filter((problem) => problem.path === path);
  const typed = vary.slice(path.length + 1);
  return (
    <li>
      <span class="sweep-label">
        {label}
        <code>{path}</code>
      </span>
      <input
        type="text"
        aria-label={say(words.range, { label }, locale)}
        aria-describedby={own.length > 0 ? id : undefined}
        aria-invalid={own.length > 0}
        placeholder={usualRange(path, asked, locale)}
        value={typed}
        onChange={(event) => onRange(event.currentTarget.value.trim())}
      />
      <button
        type="button"
        aria-label={say(words.remove, { label }, locale)}
        title={say(words.remove, { label }, locale)}
        disabled={isAlone}
        onClick={onRemove}
      >
        ✕
      </button>
      {own.length > 0 && (
        <p class="problem" id={id} role="alert">
          {own.map(({ why }) => why[locale]).join(' ')}
        </p>
      )}
    </li>
  );
}

/** The range that an empty box means, in words. */
function usualRange(path: string, asked: Scenario, locale: 'en' | 'zh-CN'): string {
  const input = inputAt(path, asked);
  if (input === null) return '';
  if (input.widget !== 'slider') return input.options.map(({ label }) => label[locale]).join(', ');
  const found = prepared.value?.inputs.find((each) => each.path === path);
  const [low, high] = found === undefined ? input.range : [found.low, found.high];
  return input.print({ amount: { low, high } }, locale);
}

interface FindInputProps {
  readonly asked: Scenario;
  readonly taken: readonly string[];
  readonly onTake: (path: string) => void;
}

/** Matches that are shown. */
const MOST_FOUND = 8;

/** Inputs by search; without one those that are uncertain in this scenario. */
function FindInput({ asked, taken, onTake }: FindInputProps) {
  const words = useWords(sweepPageWords);
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const uncertain = useMemo(() => uncertainPaths(asked), [asked]);
  const isSearch = search.trim() !== '';
  const paths = (isSearch ? searched(search, asked, uncertain, locale) : uncertain)
    .filter((path) => !taken.includes(path))
    .slice(0, MOST_FOUND);
  const title = isSearch ? words.found : words.uncertain;
  return (
    <div class="sweep-find">
      <label class="field">
        <span>{words.search}</span>
        <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
      </label>
      <fieldset aria-label={title}>
        <span class="fine">{paths.length === 0 && isSearch ? words.noneFound : title}</span>
        {paths.map((path) => {
          const label = plain(labelAt(path, asked, locale));
          return (
            <button
              key={path}
              type="button"
              class="framed"
              aria-label={say(words.add, { label }, locale)}
              title={path}
              onClick={() => {
                setSearch('');
                onTake(path);
              }}
            >
              + {label}
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}

/** Paths whose words match, the uncertain ones first; of tactics those that an arm uses, under their own names. */
function searched(
  search: string,
  { arms }: Scenario,
  uncertain: readonly string[],
  locale: 'en' | 'zh-CN',
): string[] {
  const used = new Map(
    arms.flatMap(({ tactics }) => tactics.map(({ name, tactic }) => [name, tactic] as const)),
  );
  const paths = groups.value.flatMap((group) =>
    group.inputs
      .filter((input) => matches(search, input, group, locale))
      .flatMap(({ path }) =>
        group.tactic === null
          ? [path]
          : [...used]
              .filter(([, tactic]) => tactic === group.tactic)
              .map(([name]) => path.replace(`tactics.${group.tactic}.`, `tactics.${name}.`)),
      ),
  );
  const isUncertain = (path: string) => (uncertain.includes(path) ? 0 : 1);
  return paths.sort((a, b) => isUncertain(a) - isUncertain(b));
}
