/** Figures and words of a calibration, as pages and the command line have them. */
import type { Metric } from '../metrics/definitions.ts';
import { readFor } from '../scenario/input-words.ts';
import type { Parameter } from '../scenario/parameter.ts';
import { amount, count, type Locale } from './format.ts';

/** A value of an input to three figures, in words of files. */
export function inputAmount(parameter: Parameter, value: number, currency: string, locale: Locale): string {
  const { kind, unit } = parameter;
  const isDays = kind === 'days' && unit === 'days';
  const short =
    kind === 'count' || (isDays && value >= 100) ? Math.round(value) : Number(value.toPrecision(3));
  if (kind === 'rate' && unit === 'per day') return rateFor(short, locale);
  return readFor(parameter, { amount: short }, currency, locale);
}

/** Rates that people can tell apart: by the day, or by the month where they are small. */
function rateFor(perDay: number, locale: Locale): string {
  const isSmall = perDay < 0.05;
  const number = Number((isSmall ? perDay * 30.4375 : perDay).toPrecision(3));
  if (locale === 'zh-CN') return `${isSmall ? '每月' : '每天'} ${number}`;
  return `${number} per ${isSmall ? 'month' : 'day'}`;
}

/** A value of a metric: people and counts in full where that is short. */
export const targetAmount = ({ unit }: Metric, value: number, currency: string, locale: Locale): string =>
  (unit === 'people' || unit === 'count') && Math.abs(value) >= 10 && Math.abs(value) < 100_000
    ? count(value, locale)
    : amount(value, unit, currency, locale);
