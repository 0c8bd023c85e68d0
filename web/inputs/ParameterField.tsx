/** One input, generated from the parameter table: it reads and writes the text of the scenario. */
import { useId, useRef, useState } from 'preact/hooks';
import { say } from '../../src/report/charts/words.ts';
import type { Locale } from '../../src/report/format.ts';
import type { Input } from '../../src/scenario/inputs.ts';
import type { Value } from '../../src/scenario/scenario.ts';
import { edit } from '../app/edit.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { scenario } from '../app/workspace.ts';
import { inputAt, isPlausible, isReadable, placeNow, presetValue } from './catalog.ts';
import { FieldAbout } from './FieldAbout.tsx';
import { FieldProblem } from './FieldProblem.tsx';
import { fieldState, isRange, middleOf, toggled, withEnd } from './field-value.ts';
import { Slider } from './Slider.tsx';
import { TypedBox } from './TypedBox.tsx';
import { type Drag, useDrag } from './use-drag.ts';
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

/** A change that waits, with the drag that it is part of. */
interface Waiting {
  readonly text: string;
  readonly key: string;
  readonly burst: number | undefined;
}

/** Puts a text at the place of an input. At most twenty times a second; the last one always. */
function useWrite(path: string, arm: number | null, drag: Drag) {
  const waiting = useRef<{ next: Waiting | null } | null>(null);
  const send = ({ text, key, burst }: Waiting) =>
    void edit([{ path: placeNow(path, arm).write, value: plainly(text) }], key, burst);
  return (text: string) => {
    const change = { text, key: drag.key(), burst: drag.burst() };
    if (waiting.current) {
      waiting.current.next = change;
      return;
    }
    waiting.current = { next: null };
    send(change);
    setTimeout(() => {
      const next = waiting.current?.next;
      waiting.current = null;
      if (next) send(next);
    }, 50);
  };
}

/** Plain numbers are written as numbers. */
const plainly = (text: string): string | number =>
  /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;

function Field({ path, arm, of, input }: FieldProps & { readonly input: Input }) {
  const id = useId();
  const [isTold, setTold] = useState(false);
  const locale = useLocale();
  const words = useWords(inputWords);
  const drag = useDrag(`${path} ${arm ?? 'all'}`);
  const put = useWrite(path, arm, drag);
  const place = placeNow(path, arm);
  const state = fieldState(input, place.value, isPlausible.value);
  const write = (value: Value) => put(input.write(value));
  const atFirst = presetValue(place);
  const changed =
    JSON.stringify(
      place.from === 'arm' || arm === null ? (place.read ? place.value : undefined) : undefined,
    ) !== JSON.stringify(atFirst);
  const reset = () =>
    void edit([
      atFirst === undefined ? { path: place.write, remove: true } : { path: place.write, value: atFirst },
    ]);
  const label = input.label[locale];
  return (
    <fieldset class={`inputs-field${changed ? ' inputs-changed' : ''}`} aria-labelledby={`${id}-label`}>
      <div class="inputs-head">
        <label id={`${id}-label`} for={`${id}-box`}>
          {label}
          {of !== undefined && <span class="inputs-of">{of}</span>}
          {hasBareUnit(input, locale) && <span class="inputs-unit"> {input.unit[locale]}</span>}
        </label>
        <span class="inputs-tools">
          {changed && (
            <button
              type="button"
              class="inputs-reset"
              onClick={reset}
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
      <Widget {...{ id, input, state, write, put, drag, label }} />
      {state.wrong && <FieldProblem input={input} wrong={state.wrong} id={`${id}-problem`} use={write} />}
      <FieldNotes {...{ place, arm }} />
      {isTold && <FieldAbout input={input} isDrawn={isPlausible.value && input.drawn} />}
    </fieldset>
  );
}

/** Whether a bare number is shown, which needs its unit beside it. */
const hasBareUnit = (input: Input, locale: Locale): boolean =>
  input.widget === 'slider' && /^[\d.,\s+−-]+$/.test(input.print(input.default, locale));

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

interface WidgetProps {
  readonly id: string;
  readonly input: Input;
  readonly state: ReturnType<typeof fieldState>;
  readonly label: string;
  readonly drag: Drag;
  readonly write: (value: Value) => void;
  /** Any text, however wrong. */
  readonly put: (text: string) => void;
}

function Widget(props: WidgetProps) {
  const { input } = props;
  if (input.widget === 'switch') return <Switch {...props} />;
  if (input.widget === 'choice') return <Choice {...props} />;
  return <Numbers {...props} />;
}

function Switch({ id, state, write }: WidgetProps) {
  const words = useWords(inputWords);
  const isOn = state.value?.amount === 1;
  return (
    <button
      type="button"
      id={`${id}-box`}
      role="switch"
      aria-checked={isOn}
      class="inputs-switch"
      disabled={!isReadable.value}
      onClick={() => write({ amount: isOn ? 0 : 1 })}
    >
      <span aria-hidden="true" class="inputs-knob" />
      {isOn ? words.on : words.off}
    </button>
  );
}

function Choice({ id, input, state, write }: WidgetProps) {
  const locale = useLocale();
  return (
    <select
      id={`${id}-box`}
      disabled={!isReadable.value}
      value={typeof state.value?.amount === 'number' ? String(state.value.amount) : ''}
      onChange={(event) => write({ amount: Number(event.currentTarget.value) })}
    >
      {state.value === null && <option value="">?</option>}
      {input.options.map(({ name, label }, i) => (
        <option key={name} value={i}>
          {label[locale]}
        </option>
      ))}
    </select>
  );
}

/** Slider, typed box, and the toggle that makes a range of a value. */
function Numbers({ id, input, state, label, drag, write, put }: WidgetProps) {
  const locale = useLocale();
  const words = useWords(inputWords);
  const { value, wrong } = state;
  const range = value && isRange(value) ? value : null;
  const disabled = !isReadable.value;
  const box = (key: string, name: string, amount: number | null, typed: (text: string) => void) => (
    <TypedBox
      id={key}
      label={name}
      disabled={disabled}
      text={
        amount === null
          ? (wrong?.typed ?? '')
          : input.print(value?.per ? { amount, per: value.per } : amount, locale)
      }
      problem={wrong ? `${id}-problem` : undefined}
      onText={typed}
    />
  );
  const typeEnd = (end: 'low' | 'high') => (text: string) => {
    const reading = input.parse(text);
    if (range && 'value' in reading && typeof reading.value.amount === 'number')
      write({ ...range, amount: withEnd(range.amount, end, reading.value.amount) });
    else put(text);
  };
  const typeOne = (text: string) => {
    const reading = input.parse(text);
    if ('value' in reading) write(reading.value);
    else put(text);
  };
  const shown = value === null ? null : middleOf(input, value);
  return (
    <div class="inputs-widget">
      <Slider
        input={input}
        label={label}
        disabled={disabled}
        drag={drag}
        ends={range ? [range.amount.low, range.amount.high] : [shown ?? input.default]}
        onMove={(amounts) =>
          write({
            ...(value ?? {}),
            amount: amounts.length === 2 ? { low: amounts[0], high: amounts[1] } : amounts[0],
          })
        }
      />
      <div class="inputs-boxes">
        {range ? (
          <>
            {box(`${id}-box`, `${label}: ${words.from}`, range.amount.low, typeEnd('low'))}
            <span>{words.to}</span>
            {box(`${id}-high`, `${label}: ${words.to}`, range.amount.high, typeEnd('high'))}
          </>
        ) : (
          box(`${id}-box`, label, shown, typeOne)
        )}
        <button
          type="button"
          class="inputs-uncertain"
          aria-pressed={range !== null}
          aria-label={say(words.uncertainOf, { label }, locale)}
          title={say(words.uncertainOf, { label }, locale)}
          disabled={disabled || value === null}
          onClick={() => value && write(toggled(input, value))}
        >
          ±
        </button>
      </div>
    </div>
  );
}
