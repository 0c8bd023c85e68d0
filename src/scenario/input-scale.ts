/** Where a slider begins and ends, how far a step goes, and what stands at each place of it. */
import { exp, log } from '../random/math.ts';
import { spanDays } from './durations.ts';
import type { Parameter } from './parameter.ts';
import { printAmount } from './print.ts';

export interface InputScale {
  /** Plausible low and high: the ends of the slider. A value beyond them may be typed. */
  readonly range: readonly [low: number, high: number];
  /** What a value must keep; infinite where nothing bounds it. */
  readonly bounds: readonly [min: number, max: number];
  /** One step of the arrow keys on a slider that is not logarithmic; 1 for a switch or choice. */
  readonly step: number;
  /** The range spans two decades or more: equal ways on the slider are equal factors. */
  readonly log: boolean;
  /** The round value at a place of the slider, 0 to 1. */
  at(place: number): number;
  /** Where a value stands on the slider, 0 to 1; beyond the range at its end. */
  place(value: number): number;
}

const oneFigure = (x: number): number => Number(x.toPrecision(1));
const clean = (x: number): number => Number(x.toPrecision(12));
const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** The scale of a parameter's input. */
export function scaleOf(parameter: Parameter): InputScale {
  const range = rangeOf(parameter);
  const [low, high] = range;
  const isLog = low > 0 && high / low >= 100;
  const days = spanOf(parameter);
  const step = stepOf(parameter, (high - low) * days) / days;
  const whole = parameter.kind === 'count' || parameter.kind === 'choice' || parameter.kind === 'switch';
  const ratio = isLog ? log(high / low) : 1;
  const at = (place: number): number => {
    if (!(place > 0 && place < 1)) return place >= 1 ? high : low;
    const exact = isLog ? low * exp(place * ratio) : low + Math.round((place * (high - low)) / step) * step;
    const shown = isLog ? Number((exact * days).toPrecision(2)) : clean(exact * days);
    return clamp((whole ? Math.round(shown) : shown) / days, low, high);
  };
  const place = (value: number): number => {
    const inside = clamp(value, low, high);
    return isLog ? log(inside / low) / ratio : high > low ? (inside - low) / (high - low) : 0;
  };
  return { range, bounds: boundsOf(parameter), step, log: isLog, at, place };
}

/** The plausible range; where the table has none to show, what lies around the default. */
function rangeOf(parameter: Parameter): readonly [number, number] {
  const { kind, range, options = [] } = parameter;
  if (kind === 'switch') return [0, 1];
  if (kind === 'choice') return [0, options.length - 1];
  if (range[0] < range[1]) return range;
  const [min, max] = boundsOf(parameter);
  const usual = parameter.default;
  return usual > 0
    ? [Math.max(min, usual / 2), Math.min(max, usual * 2)]
    : [Math.max(min, 0), Math.min(max, 1)];
}

function boundsOf({ kind, min, max, options = [] }: Parameter): readonly [number, number] {
  if (kind === 'switch') return [0, 1];
  if (kind === 'choice') return [0, options.length - 1];
  const part = kind === 'chance' || kind === 'share';
  const least = kind === 'signed' ? Number.NEGATIVE_INFINITY : 0;
  return [min ?? least, max ?? (part ? 1 : Number.POSITIVE_INFINITY)];
}

/** About a hundredth of the way, in round figures of the unit that people see. */
function stepOf({ kind }: Parameter, way: number): number {
  const step = oneFigure(way / 100);
  if (kind === 'switch' || kind === 'choice') return 1;
  return kind === 'count' || (kind === 'days' && way >= 10) ? Math.max(1, Math.round(step)) : step;
}

/** Days of the span of time that the default is spoken of in: a rate of `0.1 per month` moves in months. */
function spanOf(parameter: Parameter): number {
  if (parameter.kind !== 'rate' || parameter.unit !== 'per day') return 1;
  const span = /per (\w+)$/.exec(printAmount(parameter, parameter.default, ''))?.[1] ?? 'day';
  return spanDays.get(span) ?? 1;
}
