/** Inputs by search, or only those that changed, as one list. */
import { signal } from '@preact/signals';
import { say } from '../../src/report/charts/words.ts';
import type { Input, InputGroup } from '../../src/scenario/inputs.ts';
import { resetAll } from '../app/edit.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { scenario } from '../app/workspace.ts';
import { AddTactic } from './ArmEditor.tsx';
import { armCount, groups, plain, scopesOf } from './catalog.ts';
import { isChanged } from './first.ts';
import { ParameterField } from './ParameterField.tsx';
import { scopeArm } from './scope.ts';
import { matches } from './search.ts';
import { inputWords } from './words.ts';

export const search = signal('');
export const isChangedOnly = signal(false);

/** Everything that says something else than at first, for all arms and each. */
function changes(): { input: Input; group: InputGroup; arm: number | null }[] {
  const scopes: (number | null)[] = [null, ...Array.from({ length: armCount(plain.value) }, (_, arm) => arm)];
  return groups.value.flatMap((group) =>
    group.inputs.flatMap((input) =>
      scopes.filter((arm) => isChanged(input.path, arm)).map((arm) => ({ input, group, arm })),
    ),
  );
}

export function Filters() {
  const locale = useLocale();
  const words = useWords(inputWords);
  const count = changes().length;
  return (
    <div class="inputs-filters">
      <input
        type="search"
        value={search.value}
        aria-label={words.search}
        placeholder={words.search}
        onInput={(event) => {
          search.value = event.currentTarget.value;
        }}
      />
      <button
        type="button"
        class="framed"
        aria-pressed={isChangedOnly.value}
        onClick={() => {
          isChangedOnly.value = !isChangedOnly.value;
        }}
      >
        {say(words.changedOnly, { count }, locale)}
      </button>
      {isChangedOnly.value && count > 0 && (
        <button type="button" class="framed" onClick={() => resetAll()}>
          {words.resetAll}
        </button>
      )}
    </div>
  );
}

/** What the search or the filter finds, as one list. */
export function Found() {
  const locale = useLocale();
  const words = useWords(inputWords);
  const all = isChangedOnly.value
    ? changes()
    : groups.value.flatMap((group) =>
        group.inputs.flatMap((input) =>
          scopesOf(plain.value, input.path, scopeArm.value).map((arm) => ({ input, group, arm })),
        ),
      );
  const found = all.filter(({ input, group }) => matches(search.value, input, group, locale));
  const hidden = isChangedOnly.value
    ? []
    : groups.value.filter((group) => group.tactic !== null && unusedMatch(group, locale));
  return (
    <div class="inputs-found">
      {found.length === 0 && hidden.length === 0 && (
        <p class="inputs-note">
          {isChangedOnly.value && search.value === ''
            ? words.nothingChanged
            : say(words.nothingFound, { text: search.value }, locale)}{' '}
          <button type="button" class="framed" onClick={showAll}>
            {words.showAll}
          </button>
        </p>
      )}
      {found.map(({ input, arm }) => (
        <ParameterField key={`${input.path} ${arm}`} path={input.path} arm={arm} of={nameOf(arm, locale)} />
      ))}
      {hidden.map((group) => (
        <div key={group.path} class="inputs-hidden">
          <p class="inputs-note">
            <b>{group.label[locale]}</b> {group.about[locale]}
          </p>
          <AddTactic
            arm={scopeArm.value}
            used={groups.value.flatMap(({ tactic }) =>
              tactic === null || tactic === group.tactic
                ? []
                : [{ name: tactic, kind: tactic, from: 'arm' as const }],
            )}
          />
        </div>
      ))}
    </div>
  );
}

/** Whether a search is about a tactic that nobody in scope uses. */
function unusedMatch(group: InputGroup, locale: ReturnType<typeof useLocale>): boolean {
  const isUsed = group.inputs.some(({ path }) => scopesOf(plain.value, path, scopeArm.value).length > 0);
  return !isUsed && group.inputs.some((input) => matches(search.value, input, group, locale));
}

function showAll(): void {
  search.value = '';
  isChangedOnly.value = false;
}

export const nameOf = (arm: number | null, locale: ReturnType<typeof useLocale>): string | undefined =>
  arm === null ? undefined : (scenario.value?.arms[arm]?.label[locale] ?? scenario.value?.arms[arm]?.name);
