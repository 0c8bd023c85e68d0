/** All inputs of a scenario in groups, generated from the parameter table: for all arms or for one, searched, or only what changed. */

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { armPlace } from '../../src/report/charts/look.ts';
import { say } from '../../src/report/charts/words.ts';
import type { Input, InputGroup } from '../../src/scenario/inputs.ts';
import { change, resetAll } from '../app/edit.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { doc, scenario } from '../app/workspace.ts';
import { addArm } from '../state/arms.ts';
import { AddTactic, ArmEditor, ArmMark, TacticInputs } from './ArmEditor.tsx';
import {
  armCount,
  followPreset,
  groups,
  isChanged,
  isReadable,
  names,
  plain,
  scopesOf,
  tacticsOf,
} from './catalog.ts';
import { Group } from './Group.tsx';
import { ParameterField } from './ParameterField.tsx';
import { RunInputs } from './RunInputs.tsx';
import { MOST_ARMS, scopeArm } from './scope.ts';
import { matches } from './search.ts';
import { inputWords } from './words.ts';
import './inputs.css';

const search = signal('');
const isChangedOnly = signal(false);

export function Inputs() {
  const words = useWords(inputWords);
  const name = doc.value?.preset;
  useEffect(() => void followPreset(), [name]);
  const arms = armCount(plain.value);
  const scope = scopeArm.value !== null && scopeArm.value < arms ? scopeArm.value : null;
  const isFiltered = search.value.trim() !== '' || isChangedOnly.value;
  return (
    <div class="inputs">
      <ScopeChips scope={scope} />
      <Filters />
      {!isReadable.value && (
        <p class="inputs-problem" role="alert">
          {words.unreadable}
        </p>
      )}
      {isFiltered ? <Found /> : <Grouped scope={scope} />}
    </div>
  );
}

function ScopeChips({ scope }: { readonly scope: number | null }) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const label = (arm: number) => scenario.value?.arms[arm]?.label[locale] ?? names.value[arm];
  const add = () =>
    void change((text) => addArm(text, 0, say(words.copyName, { name: names.value[0] }, locale))).then(
      (isDone) => {
        if (isDone) scopeArm.value = armCount(plain.value) - 1;
      },
    );
  const chips: (number | null)[] = [null, ...names.value.keys()];
  return (
    <fieldset class="inputs-scope" aria-label={words.scope}>
      {chips.map((arm) => (
        <button
          key={arm}
          type="button"
          class={arm === null ? 'framed' : `framed t${armPlace(arm)}`}
          aria-pressed={scope === arm}
          onClick={() => {
            scopeArm.value = arm;
          }}
        >
          {arm !== null && <ArmMark arm={arm} />}
          {arm === null ? words.allArms : label(arm)}
        </button>
      ))}
      {names.value.length < MOST_ARMS && (
        <button type="button" class="framed" aria-label={words.addArm} title={words.addArm} onClick={add}>
          +
        </button>
      )}
    </fieldset>
  );
}

/** Everything that says something else than at first, for all arms and each. */
function changes(): { input: Input; group: InputGroup; arm: number | null }[] {
  const scopes: (number | null)[] = [null, ...Array.from({ length: armCount(plain.value) }, (_, arm) => arm)];
  return groups.value.flatMap((group) =>
    group.inputs.flatMap((input) =>
      scopes.filter((arm) => isChanged(input.path, arm)).map((arm) => ({ input, group, arm })),
    ),
  );
}

function Filters() {
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
function Found() {
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

const nameOf = (arm: number | null, locale: ReturnType<typeof useLocale>): string | undefined =>
  arm === null ? undefined : (scenario.value?.arms[arm]?.label[locale] ?? scenario.value?.arms[arm]?.name);

/** The few that are changed first, then the arm or the shared tactics, then the rest. */
function Grouped({ scope }: { readonly scope: number | null }) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const basic = groups.value
    .flatMap(({ inputs }) => inputs)
    .filter((input) => input.basic)
    .flatMap(({ path }) => scopesOf(plain.value, path, scope).map((arm) => ({ path, arm })));
  return (
    <>
      {scope !== null && <ArmEditor key={scope} arm={scope} />}
      {scope === null && (
        <Group label={words.basic} about={words.basicAbout} isOpen>
          {() =>
            basic.map(({ path, arm }) => (
              <ParameterField key={`${path} ${arm}`} path={path} arm={arm} of={nameOf(arm, locale)} />
            ))
          }
        </Group>
      )}
      {scope === null &&
        tacticsOf(plain.value, null).map((tactic) => (
          <TacticInputs key={tactic.name} arm={null} tactic={tactic} />
        ))}
      {groups.value
        .filter(({ tactic }) => tactic === null)
        .map(({ path, label, about, inputs }) => (
          <Group key={path} label={label[locale]} about={about[locale]}>
            {() => inputs.map((input) => <ParameterField key={input.path} path={input.path} arm={scope} />)}
          </Group>
        ))}
      {scope === null && (
        <Group label={words.run} about={words.runAbout}>
          {() => <RunInputs />}
        </Group>
      )}
    </>
  );
}
