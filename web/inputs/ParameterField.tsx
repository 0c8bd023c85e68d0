/** One input, generated from the parameter table: it reads and writes the text of the scenario. */

import { useId, useState } from 'preact/hooks';
import { say } from '../../src/report/charts/words.ts';
import type { Locale } from '../../src/report/format.ts';
import type { Input } from '../../src/scenario/inputs.ts';
import type { Value } from '../../src/scenario/scenario.ts';
import { edit } from '../app/edit.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { scenario } from '../app/workspace.ts';
import type { Plain } from '../state/plain.ts';
import { baseValue, inputAt, isPlausible, placeNow } from './catalog.ts';
import { FieldAbout } from './FieldAbout.tsx';
import { FieldProblem } from './FieldProblem.tsx';
import { fieldState, isBeyond, isRange } from './field-value.ts';
import { isChanged, presetValue, useFirst } from './first.ts';
import { monthsText } from './horizon.ts';
import { lastGood } from './last-good.ts';
import { useDrag } from './use-drag.ts';
import { useWrite } from './use-write.ts';
import { Widget } from './Widget.tsx';
import { inputWords } from './words.ts';
import './inputs.css';

interface FieldProps {
  /** Where it stands: `leave.base`, `tactics.ads.load`. */
  readonly path: string;
  /** The arm that it is for; null for what all arms share. */
  readonly arm: number | null;
  /** Says whose value it is, where several stand together. */
  readonly of?: string | undefined;
}

export function ParameterField(props: FieldProps) {
  const input = inputAt(props.path, props.arm);
  return input ? <Field {...props} input={input} /> : null;
}

function Field({ path, arm, of, input }: FieldProps & { readonly input: Input }) {
  const id = useId();
  const [isTold, setTold] = useState(false);
  const locale = useLocale();
  const words = useWords(inputWords);
  const drag = useDrag(`${path} ${arm ?? 'all'}`);
  const put = useWrite(path, arm, drag);
  const place = placeNow(path, arm);
  const state = fieldState(input, place.value, isPlausible.value, baseValue(path));
  const write = (value: Value) => put(input.write(value));
  useFirst();
  const atFirst = presetValue(place);
  const changed = isChanged(path, arm);
  const before = lastGood(place.write);
  const putBack = (was: Plain | undefined) =>
    void edit([was === undefined ? { path: place.write, remove: true } : { path: place.write, value: was }]);
  const label = input.label[locale];
  const said = path === 'horizon' ? monthsText(place.value, locale) : null;
  return (
    <fieldset class={`inputs-field${changed ? ' inputs-changed' : ''}`} aria-labelledby={`${id}-label`}>
      <div class="inputs-head">
        <label id={`${id}-label`} for={`${id}-box`}>
          {label}
          {of !== undefined && <span class="inputs-of"> {of}</span>}
          {hasBareUnit(input, locale) && <span class="inputs-unit"> {input.unit[locale]}</span>}
        </label>
        <span class="inputs-tools">
          {changed && (
            <button
              type="button"
              class="inputs-reset"
              onClick={() => putBack(atFirst)}
              title={say(words.resetOf, { label }, locale)}
            >
              ↺ {words.reset}
              <span class="unseen"> {label}</span>
            </button>
          )}
          <button
            type="button"
            class="inputs-why"
            aria-expanded={isTold}
            aria-label={say(words.about, { label }, locale)}
            title={say(words.about, { label }, locale)}
            onClick={() => setTold(!isTold)}
          >
            ?
          </button>
        </span>
      </div>
      <Widget {...{ id, input, state, write, put, drag, label, said }} />
      {state.wrong && (
        <FieldProblem
          input={input}
          wrong={state.wrong}
          id={`${id}-problem`}
          use={write}
          before={fieldState(input, before, isPlausible.value, baseValue(path)).value}
          goBack={() => putBack(before)}
        />
      )}
      {state.value && <BeyondNote input={input} value={state.value} />}
      <FieldNotes {...{ place, arm }} />
      {isTold && <FieldAbout input={input} isDrawn={isPlausible.value && input.drawn} />}
    </fieldset>
  );
}

/** Whether a bare number is shown, which needs its unit beside it. */
const hasBareUnit = (input: Input, locale: Locale): boolean =>
  input.widget === 'slider' && /^[\d.,\s+−-]+$/.test(input.print(input.default, locale));

/** Says that the slider does not reach what was typed. */
function BeyondNote({ input, value }: { readonly input: Input; readonly value: Value }) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const ends = isRange(value) ? [value.amount.low, value.amount.high] : [Number(value.amount)];
  if (input.widget !== 'slider' || value.per || !ends.some((end) => isBeyond(input, end))) return null;
  const [low, high] = input.range.map((end) => input.print(end, locale));
  return <p class="inputs-note">{say(words.beyond, { low, high }, locale)}</p>;
}

/** Says where other values stand. */
function FieldNotes({
  place,
  arm,
}: {
  readonly place: ReturnType<typeof placeNow>;
  readonly arm: number | null;
}) {
  const locale = useLocale();
  const words = useWords(inputWords);
  if (arm !== null || place.overriddenIn.length === 0) return null;
  const names = place.overriddenIn.map(
    (i) => scenario.value?.arms[i]?.label[locale] ?? scenario.value?.arms[i]?.name ?? String(i + 1),
  );
  const arms = new Intl.ListFormat(locale).format(names);
  return <p class="inputs-note">{say(words.ownIn, { arms, count: names.length }, locale)}</p>;
}
