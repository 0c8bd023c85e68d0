/** All inputs of a scenario in groups, generated from the parameter table: for all arms or for one, searched, or only what changed. */
import { armPlace } from '../../src/report/charts/look.ts';
import { say } from '../../src/report/charts/words.ts';
import { change } from '../app/edit.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { scenario } from '../app/workspace.ts';
import { addArm } from '../state/arms.ts';
import { ArmEditor, ArmMark, TacticInputs } from './ArmEditor.tsx';
import { armCount, groups, isReadable, names, plain, scopesOf, tacticsOf } from './catalog.ts';
import { Filters, Found, isChangedOnly, nameOf, search } from './Found.tsx';
import { useFirst } from './first.ts';
import { Group } from './Group.tsx';
import { ParameterField } from './ParameterField.tsx';
import { RunInputs } from './RunInputs.tsx';
import { MOST_ARMS, scopeArm } from './scope.ts';
import { inputWords } from './words.ts';
import './inputs.css';

export function Inputs() {
  const words = useWords(inputWords);
  useFirst();
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
