/** What an input shows of what stands in a file, and what it writes: without a page. */
import type { Input } from '../../src/scenario/inputs.ts';
import type { OwnText, Range, Value } from '../../src/scenario/scenario.ts';
import type { Plain } from '../state/plain.ts';

export interface FieldState {
  /** A sound value: what stands there, or what counts where nothing does. */
  readonly value: Value | null;
  /** What stands there and what is wrong with it. */
  readonly wrong: { readonly typed: string; readonly problem: OwnText } | null;
  /** Whether the file says nothing here. */
  readonly isDefault: boolean;
}

/** What an input shows. `draws`: numbers that the file leaves open are drawn from their plausible range. `base`: what its base gives. */
export function fieldState(
  input: Input,
  raw: Plain | undefined,
  draws: boolean,
  base?: Plain | undefined,
): FieldState {
  if (raw === undefined || raw === null) {
    const given = base === undefined || base === null ? null : input.parse(textOf(base));
    const usual = given !== null && 'value' in given ? given.value : usualValue(input, draws);
    return { value: usual, wrong: null, isDefault: true };
  }
  const typed = textOf(raw);
  const reading = input.parse(typed);
  return 'value' in reading
    ? { value: reading.value, wrong: null, isDefault: false }
    : { value: null, wrong: { typed, problem: reading.problem }, isDefault: false };
}

const textOf = (raw: Plain): string =>
  typeof raw === 'boolean'
    ? raw
      ? 'on'
      : 'off'
    : typeof raw === 'object'
      ? JSON.stringify(raw)
      : String(raw);

const usualValue = (input: Input, draws: boolean): Value =>
  input.drawn && draws
    ? { amount: { low: input.range[0], high: input.range[1] } }
    : { amount: input.default };

export const isRange = (value: Value): value is Value & { readonly amount: Range } =>
  typeof value.amount !== 'number';

/** The one number nearest to what a value says. */
export const middleOf = (input: Input, { amount }: Value): number => {
  if (typeof amount === 'number') return amount;
  const { low, high } = amount;
  if (input.default >= low && input.default <= high) return input.default;
  const middle = (low + high) / 2;
  return input.kind === 'count' ? Math.round(middle) : middle;
};

/** Turns a number into a range around it, or a range into one number. */
export function toggled(input: Input, value: Value): Value {
  if (isRange(value)) return { ...value, amount: middleOf(input, value) };
  const [low, high] = input.range;
  const amount = Number(value.amount);
  const [min, max] = input.bounds;
  const fits = amount > low && amount < high;
  const around = fits
    ? { low, high }
    : {
        low: Math.max(min, amount - Math.abs(amount) / 4),
        high: Math.min(max, amount + Math.abs(amount) / 4),
      };
  if (around.low < around.high) return { ...value, amount: rounded(input, around) };
  return { ...value, amount: { low, high } };
}

/** In the round figures of the slider, where that keeps the two apart. */
function rounded(input: Input, { low, high }: Range): Range {
  const round = { low: Number(low.toPrecision(3)), high: Number(high.toPrecision(3)) };
  const whole = input.kind === 'count' ? { low: Math.floor(round.low), high: Math.ceil(round.high) } : round;
  return whole.low < whole.high ? whole : { low, high };
}

/** One end of a range moved; the two ends never cross. */
export function withEnd(range: Range, end: 'low' | 'high', to: number): Range {
  if (end === 'low') return { low: Math.min(to, range.high), high: Math.max(to, range.high) };
  return { low: Math.min(range.low, to), high: Math.max(range.low, to) };
}

/** The allowed value nearest to what somebody typed: what the fix button offers; null where the text is no number. */
export function mended(input: Input, typed: string): Value | null {
  const number = Number.parseFloat(typed.normalize('NFKC').replaceAll(',', ''));
  if (!Number.isFinite(number)) return null;
  const amount = /[%％]/.test(typed) ? number / 100 : number;
  const isPart = input.kind === 'chance' || input.kind === 'share';
  const meant = isPart && amount > 1 && amount <= 100 && !/[%％]/.test(typed) ? amount / 100 : amount;
  const [min, max] = input.bounds;
  const whole = input.kind === 'count' ? Math.round(meant) : meant;
  const value = { amount: Math.min(max, Math.max(min, whole)) };
  return 'value' in input.parse(input.write(value)) ? value : null;
}

/** The longest slider has this many places. */
export const SLIDER_PLACES = 1000;

export const sliderPlace = (input: Input, amount: number): number =>
  Math.round(input.place(amount) * SLIDER_PLACES);

/** Whether a value lies where the slider does not reach: it has no knob to show it. */
export const isBeyond = ({ range: [low, high] }: Input, amount: number): boolean => {
  const slack = (high - low) * 1e-9;
  return amount < low - slack || amount > high + slack;
};

/** Places that an arrow key moves: one step of the input. */
export function sliderStep(input: Input): number {
  if (input.log) return SLIDER_PLACES / 100;
  const [low, high] = input.range;
  return Math.max(1, Math.round((input.step / (high - low)) * SLIDER_PLACES));
}
