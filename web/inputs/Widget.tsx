/** What an input is changed by: a switch, a choice, or a slider with a typed box and a toggle that makes a range of it. */
import { say } from '../../src/report/charts/words.ts';
import type { Input } from '../../src/scenario/inputs.ts';
import type { Value } from '../../src/scenario/scenario.ts';
import { useLocale, useWords } from '../app/Shell.tsx';
import { isReadable } from './catalog.ts';
import { type fieldState, isRange, middleOf, toggled, withEnd } from './field-value.ts';
import { typedMonths } from './horizon.ts';
import { Slider } from './Slider.tsx';
import { TypedBox } from './TypedBox.tsx';
import type { Drag } from './use-drag.ts';
import { inputWords } from './words.ts';

interface WidgetProps {
  readonly id: string;
  readonly input: Input;
  readonly state: ReturnType<typeof fieldState>;
  readonly label: string;
  readonly drag: Drag;
  /** How the file says a sound value, where that is not how the input prints it. */
  readonly said: string | null;
  readonly write: (value: Value) => void;
  /** Any text, however wrong. */
  readonly put: (text: string) => void;
}

export function Widget(props: WidgetProps) {
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

/** Whether a file may give a range: of everything but what a run is made of. */
const canBeRange = ({ path }: Input): boolean => path !== 'horizon' && path !== 'worlds';

/** Slider, typed box, and the toggle that makes a range of a value. */
function Numbers({ id, input, state, label, drag, said, write, put }: WidgetProps) {
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
          : (said ?? input.print(value?.per ? { amount, per: value.per } : amount, locale))
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
    const months = input.path === 'horizon' ? typedMonths(text) : null;
    if (months !== null && 'value' in reading) put(months);
    else if ('value' in reading) write(reading.value);
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
        isUnknown={value === null}
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
        {canBeRange(input) && (
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
        )}
      </div>
    </div>
  );
}
