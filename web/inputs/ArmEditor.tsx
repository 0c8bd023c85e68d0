/** One arm: its name, the tactics that it uses with their inputs, and what can be done with the arm as a whole. */
import { useId } from 'preact/hooks';
import { armPlace } from '../../src/report/charts/look.ts';
import { say } from '../../src/report/charts/words.ts';
import type { Input } from '../../src/scenario/inputs.ts';
import { change } from '../app/edit.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { scenario } from '../app/workspace.ts';
import { addArm, makeBaseline, removeArm, renameArm, setTactic, unsetTactic } from '../state/arms.ts';
import { armCount, groups, isReadable, names, plain, tacticsOf, type UsedTactic } from './catalog.ts';
import { Group } from './Group.tsx';
import { ParameterField } from './ParameterField.tsx';
import { MOST_ARMS, scopeArm } from './scope.ts';
import { TypedBox } from './TypedBox.tsx';
import { inputWords } from './words.ts';
import './inputs.css';

export function ArmEditor({ arm }: { readonly arm: number }) {
  const id = useId();
  const locale = useLocale();
  const words = useWords(inputWords);
  const label = scenario.value?.arms[arm]?.label[locale];
  const name = label ?? names.value[arm] ?? '';
  const used = tacticsOf(plain.value, arm);
  const rename = (text: string) => void change((file) => renameArm(file, arm, text));
  return (
    <section class={`inputs-arm t${armPlace(arm)}`} aria-label={name}>
      <div class="inputs-arm-head">
        <ArmMark arm={arm} />
        <TypedBox
          id={`${id}-name`}
          label={words.armName}
          text={name}
          disabled={!isReadable.value}
          problem={undefined}
          onText={rename}
        />
      </div>
      <ArmButtons arm={arm} name={names.value[arm] ?? name} />
      {used.length === 0 && <p class="inputs-note">{words.noTactics}</p>}
      {used.map((tactic) => (
        <TacticInputs key={tactic.name} arm={arm} tactic={tactic} />
      ))}
      <AddTactic arm={arm} used={used} />
    </section>
  );
}

/** The line by which an arm is known in charts. */
export const ArmMark = ({ arm }: { readonly arm: number }) => (
  <svg class="dash" viewBox="0 0 18 8" aria-hidden="true">
    <line class={`l${armPlace(arm)}`} x1="0" x2="18" y1="4" y2="4" />
  </svg>
);

function ArmButtons({ arm, name }: { readonly arm: number; readonly name: string }) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const count = armCount(plain.value);
  const copy = () =>
    void change((text) => addArm(text, arm, say(words.copyName, { name }, locale))).then((isDone) => {
      if (isDone) scopeArm.value = armCount(plain.value) - 1;
    });
  const remove = () => {
    scopeArm.value = null;
    void change((text) => removeArm(text, arm));
  };
  const first = () => {
    scopeArm.value = 0;
    void change((text) => makeBaseline(text, arm));
  };
  return (
    <div class="row inputs-arm-buttons">
      {arm === 0 ? (
        <span class="inputs-badge">{words.baseline}</span>
      ) : (
        <button type="button" class="framed" onClick={first}>
          {words.makeBaseline}
        </button>
      )}
      <button
        type="button"
        class="framed"
        disabled={count >= MOST_ARMS}
        title={words.armLimit}
        onClick={copy}
      >
        {words.copy}
      </button>
      <button type="button" class="framed" disabled={count <= 2} title={words.armLimit} onClick={remove}>
        {words.remove}
      </button>
    </div>
  );
}

/** The inputs of a tactic that an arm uses. */
export function TacticInputs({ arm, tactic }: { readonly arm: number | null; readonly tactic: UsedTactic }) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const group = groups.value.find((each) => each.tactic === tactic.kind);
  if (group === undefined) return null;
  const named = group.label[locale];
  const label = tactic.name === tactic.kind ? named : `${named} (${tactic.name})`;
  const [own, plan] = [false, true].map((ofPlan) =>
    group.inputs.filter((input) => input.isOfPlan === ofPlan),
  );
  const field = ({ path }: Input) => {
    const place = path.replace(`tactics.${tactic.kind}.`, `tactics.${tactic.name}.`);
    return <ParameterField key={place} path={place} arm={arm} />;
  };
  const isShared = arm !== null && tactic.from === 'shared';
  return (
    <details class="inputs-group" open>
      <summary>
        {label}
        {isShared && <small> {words.sharedTactic}</small>}
      </summary>
      <p class="inputs-group-about">{group.about[locale]}</p>
      {own.map(field)}
      <Group label={words.plan} about={words.planAbout}>
        {() => plan.map(field)}
      </Group>
      <button
        type="button"
        class="inputs-take"
        onClick={() => void change((text) => unsetTactic(text, arm, tactic.name))}
      >
        − {say(words.removeTactic, { label }, locale)}
      </button>
    </details>
  );
}

/** Every tactic of the table that the arm does not use. */
export function AddTactic({
  arm,
  used,
}: {
  readonly arm: number | null;
  readonly used: readonly UsedTactic[];
}) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const others = groups.value.flatMap(({ tactic, label, about }) =>
    tactic === null || used.some(({ kind }) => kind === tactic) ? [] : [{ tactic, label, about }],
  );
  return (
    <fieldset class="row inputs-add" aria-label={words.tactics}>
      {others.map(({ tactic, label, about }) => (
        <button
          key={tactic}
          type="button"
          class="framed"
          title={about[locale]}
          disabled={!isReadable.value}
          onClick={() => void change((text) => setTactic(text, arm, tactic))}
        >
          + {say(words.addTactic, { label: label[locale] }, locale)}
        </button>
      ))}
    </fieldset>
  );
}
