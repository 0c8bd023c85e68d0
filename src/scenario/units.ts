/**
 * Numbers as people write them in a file: `22%`, `12 months`, `129 CNY`, `4% per month`, `6 per hour`, `on`, and ranges
 * such as `5% to 12%`. A plain number is in the unit of its parameter.
 *
 *   rate: `N per month` is a hazard of N a month, N / (365.25/12) a day; `4% per month` is a hazard of .04 a month, not
 *         a chance of 4 % to happen within a month (that would be a hazard of .0408)
 *   days: months have 365.25/12 days, years 365.25; the total is rounded to whole days
 */
import { readDecimal } from './decimal.ts';
import { didYouMean } from './nearest.ts';
import type { Parameter } from './parameter.ts';
import { show } from './path.ts';
import type { Value } from './scenario.ts';
import { boundFault, noun, reachFault } from './unit-rules.ts';

export const DAYS_PER_MONTH = 30.4375;
export const DAYS_PER_YEAR = 365.25;

const daysPer: ReadonlyMap<string, number> = new Map([
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['month', DAYS_PER_MONTH],
  ['year', DAYS_PER_YEAR],
]);

/** A number read from a file, or what is wrong with it in words that follow the path. */
export type Reading = { readonly value: Value } | { readonly problem: string };

/** One end of a range, or the whole of a value. */
interface Amount {
  readonly amount: number;
  readonly per?: 'visit' | 'active day';
}

const fault = (problem: string) => ({ problem });

/** Reads what stands in a file at a parameter's place. */
export function readValue(parameter: Parameter, raw: unknown, currency: string): Reading {
  if (parameter.kind === 'switch') return readSwitch(raw);
  if (parameter.kind === 'choice') return readChoice(parameter, raw);
  const wrong = (bound = '', cure = ''): { problem: string } =>
    fault(`must be ${noun(parameter, currency)}${bound}; got ${show(raw)}${cure}`);
  if (typeof raw === 'number') {
    const found = checked({ amount: raw }, parameter, wrong);
    return 'problem' in found ? found : { value: found };
  }
  if (typeof raw !== 'string') return wrong();
  const ends = raw.trim().split(/\s+to\s+/i);
  if (ends.length > 2) return wrong('', ' (a range has two ends: `low to high`)');
  const high = readAmount(parameter, ends[ends.length - 1], currency);
  if (typeof high === 'string') return wrong('', high);
  const top = checked(high, parameter, wrong);
  if ('problem' in top) return top;
  if (ends.length === 1) return { value: top };
  const low = readLow(parameter, ends[0], ends[1], currency);
  if (typeof low === 'string') return wrong('', low);
  const bottom = checked(low, parameter, wrong);
  if ('problem' in bottom) return bottom;
  if (bottom.per !== top.per) return wrong('', ' (both ends of a range must be in the same unit)');
  if (!(bottom.amount < top.amount)) return wrong(' from a lower to a higher', '');
  const unreachable = reachFault(parameter, bottom.amount, top.amount, currency);
  if (unreachable !== null) return fault(`${unreachable}; got ${show(raw)}`);
  return { value: { ...top, amount: { low: bottom.amount, high: top.amount } } };
}

function readSwitch(raw: unknown): Reading {
  const text = typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
  if (text === true || text === 'on' || text === 'true') return { value: { amount: 1 } };
  if (text === false || text === 'off' || text === 'false') return { value: { amount: 0 } };
  return fault(`must be on or off; got ${show(raw)}`);
}

function readChoice({ options = [] }: Parameter, raw: unknown): Reading {
  const index = typeof raw === 'string' ? options.indexOf(raw.trim().toLowerCase()) : -1;
  if (index >= 0) return { value: { amount: index } };
  const hint = typeof raw === 'string' ? didYouMean(raw, options) : '';
  return fault(
    `must be one of ${options.join(', ')}; got ${show(raw)}${hint.startsWith('; did') ? hint : ''}`,
  );
}

/** Bounds of the kind and of the parameter, and numbers that a computer cannot hold exactly. */
function checked(
  found: Amount,
  parameter: Parameter,
  wrong: (bound?: string, cure?: string) => { problem: string },
): Amount | { problem: string } {
  const { amount } = found;
  if (!Number.isFinite(amount)) return wrong('', ' (not a finite number)');
  if (Math.abs(amount) > Number.MAX_SAFE_INTEGER) return wrong('', ' (too large to be exact)');
  const bound = boundFault(parameter, amount);
  if (bound === null) return found;
  const percent =
    (parameter.kind === 'chance' || parameter.kind === 'share') && amount > 1 && amount <= 100
      ? ` (${amount} % is written ${amount}%)`
      : '';
  return wrong(bound, percent);
}

/** The lower end may leave out the unit: `5 to 12 per hour`, `5 to 12%`. */
function readLow(parameter: Parameter, low: string, high: string, currency: string): Amount | string {
  const bare = readDecimal(low);
  if (Number.isNaN(bare)) return readAmount(parameter, low, currency);
  const unit = high.slice(numberLength(high)).trim();
  if (unit === '') return { amount: bare };
  const same = readAmount(parameter, `${low} ${unit}`, currency);
  const top = readAmount(parameter, high, currency);
  if (unit.startsWith('%') && bare !== 0 && typeof top !== 'string' && bare < top.amount)
    return ' (write the % on both ends)';
  return same;
}

/** One number with its unit; a text says what could be done where there is none. */
function readAmount(parameter: Parameter, text: string, currency: string): Amount | string {
  const length = numberLength(text);
  if (length === 0) return '';
  const number = text.slice(0, length);
  let unit = text.slice(length).trim().replace(/\s+/g, ' ');
  if (/^,\d/.test(unit)) return ' (write thousands without a comma)';
  const percent = unit.startsWith('%');
  if (percent) unit = unit.slice(1).trim();
  const amount = readDecimal(number, percent ? -2 : 0);
  return amountIn(parameter, amount, number, percent, unit, currency);
}

function amountIn(
  parameter: Parameter,
  amount: number,
  number: string,
  percent: boolean,
  unit: string,
  currency: string,
): Amount | string {
  const { kind } = parameter;
  const own = unit === '' || ownWords(parameter, currency).includes(unit);
  if (percent && kind !== 'chance' && kind !== 'share' && kind !== 'rate') return '';
  if (kind === 'rate' && parameter.unit === 'per day') {
    if (unit === '') return percent ? ` (say how often: ${number}% per month)` : { amount };
    const days = /^per /.test(unit) ? daysPer.get(unit.slice(4)) : undefined;
    return days === undefined ? ' (per hour, day, week, month or year)' : { amount: amount / days };
  }
  if (kind === 'days' && parameter.unit === 'days') return daysIn(amount, unit);
  if (kind === 'load') return loadIn(amount, unit);
  if (kind === 'money' && !own && /^[a-z]{3}\b/i.test(unit) && !unit.startsWith(currency))
    return ` (money is in ${currency}, the file's currency)`;
  return own ? { amount } : '';
}

/** A duration in days; a text where the unit is none. */
function daysIn(amount: number, unit: string): Amount | string {
  if (unit === '') return { amount };
  const name = unit.replace(/s$/, '');
  const days = daysPer.get(name);
  if (days === undefined) return ' (hours, days, weeks, months or years)';
  const total = name === 'hour' ? amount / 24 : amount * days;
  return { amount: name === 'month' || name === 'year' ? Math.round(total) : total };
}

function loadIn(amount: number, unit: string): Amount | string {
  const per = /^(?:ads? )?per (hour(?: of use)?|visit|active day)$/.exec(unit)?.[1];
  if (per === 'visit' || per === 'active day') return { amount, per };
  return per !== undefined || unit === '' ? { amount } : '';
}

/** Words that may follow a number: the parameter's unit, or what stands from `per` on. */
function ownWords({ unit, kind }: Parameter, currency: string): string[] {
  const words = kind === 'money' ? unit.replace(/^currency/, currency) : unit;
  const from = words.indexOf('per ');
  const all = [words, words.replace(/s$/, '')];
  if (kind === 'money') all.push(currency);
  else if (from >= 0) all.push(words.slice(from));
  return all;
}

function numberLength(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4}(?![\w.]))?/i.exec(text)?.[0].length ?? 0;
}

/** A whole number of days from `30 days` or `12 months`, and the months if it is in whole months. */
export function readMonths(raw: unknown): number | null {
  const match = typeof raw === 'string' ? /^\s*(\d{1,4})\s*(month|year)s?\s*$/.exec(raw) : null;
  return match ? Number(match[1]) * (match[2] === 'year' ? 12 : 1) : null;
}
