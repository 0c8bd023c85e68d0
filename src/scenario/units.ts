/**
 * Numbers as people write them in a file: `22%`, `12 months`, `129 CNY`, `4% per month`, `6 per hour`, `on`, and ranges
 * such as `5% to 12%`. A plain number is in the unit of its parameter.
 *
 *   rate: `N per month` is a hazard of N a month, N / (365.25/12) a day; `4% per month` is a hazard of .04 a month, not
 *         a chance of 4 % to happen within a month (that would be a hazard of .0408)
 *   days: months have 365.25/12 days, years 365.25; the total is rounded to whole days
 */
import { readDecimal, splitNumber } from './decimal.ts';
import { durationDays, ratePerDay } from './durations.ts';
import { meant } from './nearest.ts';
import type { Parameter } from './parameter.ts';
import type { OwnText, Value } from './scenario.ts';
import { got, listed, type MessageName, type Slots, tell } from './tell.ts';
import { boundFault, noun, reachable } from './unit-rules.ts';

/** A number read from a file, or what is wrong with it in words that follow the path. */
export type Reading = { readonly value: Value } | { readonly problem: OwnText };

/** One end of a range, or the whole of a value. */
interface Amount {
  readonly amount: number;
  readonly per?: 'visit' | 'active day';
}

type Wrong = (cure?: OwnText, bound?: OwnText) => { readonly problem: OwnText };

const fault = (name: MessageName, slots: Slots) => ({ problem: tell(name, slots) });

/** Longer texts are no numbers; patterns need not try. */
const MAX_LENGTH = 200;

/** Reads what stands in a file at a parameter's place. */
export function readValue(parameter: Parameter, raw: unknown, currency: string): Reading {
  if (parameter.kind === 'switch') return readSwitch(raw);
  if (parameter.kind === 'choice') return readChoice(parameter, raw);
  const wrong: Wrong = (cure = tell('none'), bound = tell('none')) =>
    fault('mustBe', { noun: noun(parameter, currency), bound, got: got(raw), cure });
  if (typeof raw !== 'number' && (typeof raw !== 'string' || raw.length > MAX_LENGTH)) return wrong();
  const ends = typeof raw === 'number' ? [] : raw.trim().split(/\s+to\s+/i);
  if (ends.length > 2) return wrong(tell('twoEnds'));
  if (ends.length === 2) return readRange(parameter, ends[0], ends[1], currency, wrong);
  const amount = typeof raw === 'number' ? { amount: raw } : readAmount(parameter, ends[0], currency);
  const value = checked(amount, parameter, wrong);
  if (!('problem' in value)) return { value };
  return /\d\s*%?\s*(?:[-–—~～]|\.\.)\s*\d/.test(ends[0] ?? '') ? wrong(tell('rangeWritten')) : value;
}

function readRange(parameter: Parameter, from: string, to: string, currency: string, wrong: Wrong): Reading {
  const top = checked(readAmount(parameter, to, currency), parameter, wrong);
  if ('problem' in top) return top;
  const bottom = checked(readLow(parameter, from, to, currency), parameter, wrong);
  if ('problem' in bottom) return bottom;
  if (bottom.per !== top.per) return wrong(tell('sameUnit'));
  const range = { low: bottom.amount, high: top.amount };
  if (!(range.low < range.high)) return fault('rangeOrder', { from, to });
  const near = reachable(parameter, range, currency, top.per);
  return near === null ? { value: { ...top, amount: range } } : fault('unreachable', { ...near, from, to });
}

function readSwitch(raw: unknown): Reading {
  const text = typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
  if (text === true || text === 'on' || text === 'true') return { value: { amount: 1 } };
  if (text === false || text === 'off' || text === 'false') return { value: { amount: 0 } };
  return fault('onOff', { got: got(raw) });
}

function readChoice({ options = [] }: Parameter, raw: unknown): Reading {
  const index = typeof raw === 'string' ? options.indexOf(raw.trim().toLowerCase()) : -1;
  if (index >= 0) return { value: { amount: index } };
  const hint = typeof raw === 'string' ? meant(raw, options) : tell('none');
  return fault('oneOf', { options: listed(options), got: got(raw), hint });
}

/** Refuses what is no number, what breaks a bound, and what a computer cannot hold exactly. */
function checked(
  found: Amount | OwnText,
  parameter: Parameter,
  wrong: Wrong,
): Amount | { readonly problem: OwnText } {
  if (!('amount' in found)) return wrong(found);
  const { amount } = found;
  if (!Number.isFinite(amount)) return wrong(tell('notFinite'));
  if (Math.abs(amount) > Number.MAX_SAFE_INTEGER) return wrong(tell('tooLarge'));
  const bound = boundFault(parameter, amount);
  // Minus nothing is nothing.
  if (bound === null) return { ...found, amount: amount + 0 };
  const part = parameter.kind === 'chance' || parameter.kind === 'share';
  return wrong(part && amount > 1 && amount <= 100 ? tell('percentWritten', { amount }) : undefined, bound);
}

/** The lower end may leave out the unit: `5 to 12 per hour`, `5 to 12%`. */
function readLow(parameter: Parameter, low: string, high: string, currency: string): Amount | OwnText {
  const bare = readDecimal(low);
  const unit = splitNumber(high)?.words ?? '';
  if (Number.isNaN(bare)) return readAmount(parameter, low, currency);
  if (unit === '') return { amount: bare };
  const top = readAmount(parameter, high, currency);
  if (unit.startsWith('%') && bare !== 0 && 'amount' in top && bare < top.amount) return tell('bothPercent');
  return readAmount(parameter, `${low} ${unit}`, currency);
}

/** One number with its unit; else words that say what could be done. */
function readAmount(parameter: Parameter, text: string, currency: string): Amount | OwnText {
  const { number, words } = splitNumber(text) ?? { number: '', words: '' };
  if (number === '') return tell('none');
  if (/^,\d/.test(words)) return tell('noComma');
  const percent = words.startsWith('%');
  const amount = readDecimal(number, percent ? -2 : 0);
  const unit = percent ? words.slice(1).trim() : words;
  return percent ? percentIn(parameter, amount, unit, number) : amountIn(parameter, amount, unit, currency);
}

function percentIn(parameter: Parameter, amount: number, unit: string, number: string): Amount | OwnText {
  const { kind } = parameter;
  if (kind === 'rate' && parameter.unit === 'per day' && unit === '') return tell('howOften', { number });
  return kind === 'chance' || kind === 'share' || kind === 'rate'
    ? amountIn(parameter, amount, unit, '')
    : tell('none');
}

function amountIn(parameter: Parameter, amount: number, unit: string, currency: string): Amount | OwnText {
  const { kind } = parameter;
  if (unit === '' || ownWords(parameter, currency).includes(unit)) return { amount };
  if (kind === 'rate' && parameter.unit === 'per day') {
    const rate = unit.startsWith('per ') ? ratePerDay(amount, unit.slice(4)) : null;
    return rate === null ? tell('rateSpans') : { amount: rate };
  }
  if (kind === 'days' && parameter.unit === 'days') return daysIn(amount, unit);
  if (kind === 'load') return loadIn(amount, unit);
  const foreign = kind === 'money' && /^[a-z]{3}\b/i.test(unit) && !unit.startsWith(currency);
  return foreign ? tell('ownMoney', { currency }) : tell('none');
}

/** A duration in days; a text where the unit is none. */
function daysIn(amount: number, unit: string): Amount | OwnText {
  const days = durationDays(amount, unit.replace(/s$/, ''));
  return days === null ? tell('daySpans') : { amount: days };
}

function loadIn(amount: number, unit: string): Amount | OwnText {
  const per = /^(?:ads? )?per (hour(?: of use)?|visit|active day)$/.exec(unit)?.[1];
  if (per === 'visit' || per === 'active day') return { amount, per };
  return per === undefined ? tell('none') : { amount };
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

/** The months that `12 months` or `1 year` names; null where a duration is not in whole months. */
export function readMonths(raw: unknown): number | null {
  const { number, words } = (typeof raw === 'string' && splitNumber(raw)) || { number: '', words: '' };
  const months = words.startsWith('year') ? 12 : words.startsWith('month') ? 1 : 0;
  return months > 0 && /^\d{1,4}$/.test(number) ? Number(number) * months : null;
}
