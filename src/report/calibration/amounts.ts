/** Figures and words of a calibration, as pages and the command line have them. */
import { MONTH_DAYS } from '../../metrics/calendar.ts';
import type { Metric } from '../../metrics/definitions.ts';
import { readFor } from '../../scenario/input-words.ts';
import type { Parameter } from '../../scenario/parameter.ts';
import { amount, count, type Locale } from '../format.ts';

/** A value of an input to three figures, in words of files. */
export function inputAmount(parameter: Parameter, value: number, currency: string, locale: Locale): string {
  const { kind, unit } = parameter;
  const isDays = kind === 'days' && unit === 'days';
  const short =
    kind === 'count' || (isDays && value >= 100) ? Math.round(value) : Number(value.toPrecision(3));
  if (kind === 'rate' && unit === 'per day') return rateFor(short, parameter.range[1] < SELDOM, locale);
  return readFor(parameter, { amount: short }, currency, locale);
}

/** Rates whose plausible range ends below this are told by the month. [a day] */
const SELDOM = 0.1;

function rateFor(perDay: number, isSeldom: boolean, locale: Locale): string {
  const number = Number((isSeldom ? perDay * MONTH_DAYS : perDay).toPrecision(3));
  if (locale === 'zh-CN') return `${isSeldom ? '每月' : '每天'} ${number}`;
  return `${number} per ${isSeldom ? 'month' : 'day'}`;
}

/** Two ends with the words that they share said once: `0.03 .. 0.11 per month`. */
export function endsInWords(low: string, high: string): string {
  const [, unit = ''] = /^\S+( .+)$/.exec(low) ?? [];
  if (unit !== '' && high.endsWith(unit) && /^\S+$/.test(high.slice(0, -unit.length)))
    return `${low.slice(0, -unit.length)} .. ${high}`;
  const [, before = ''] = /^(\D+ )\S+$/.exec(low) ?? [];
  return before !== '' && high.startsWith(before)
    ? `${low} .. ${high.slice(before.length)}`
    : `${low} .. ${high}`;
}

/** A value of a metric: people and counts in full where that is short. */
export const targetAmount = ({ unit }: Metric, value: number, currency: string, locale: Locale): string =>
  (unit === 'people' || unit === 'count') && Math.abs(value) >= 10 && Math.abs(value) < 100_000
    ? count(value, locale)
    : amount(value, unit, currency, locale);
