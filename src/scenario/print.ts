/** Values in the words of a file: what `units.ts` reads back to the same number. */
import { printDecimal } from './decimal.ts';
import { spanDays } from './durations.ts';
import type { Parameter } from './parameter.ts';
import type { Range, Value } from './scenario.ts';

/** A number and the words that follow it. */
interface Printed {
  readonly number: string;
  readonly unit: string;
}

/** One number of a parameter, e.g. its default. */
export function printAmount(
  parameter: Parameter,
  amount: number,
  currency: string,
  per?: Value['per'],
): string {
  const { number, unit } = printed(parameter, [amount], currency, per)[0];
  return number + unit;
}

/** A range: `5% to 12%`, `3 to 12 per hour`. */
export function printRange(
  parameter: Parameter,
  { low, high }: Range,
  currency: string,
  per?: Value['per'],
): string {
  const [from, to] = printed(parameter, [low, high], currency, per);
  const shared = from.unit === to.unit && from.unit.startsWith(' ');
  return `${from.number}${shared ? '' : from.unit} to ${to.number}${to.unit}`;
}

/** A value as a file has it. */
export function printValue(parameter: Parameter, { amount, per }: Value, currency: string): string {
  return typeof amount === 'number'
    ? printAmount(parameter, amount, currency, per)
    : printRange(parameter, amount, currency, per);
}

function printed(
  parameter: Parameter,
  amounts: readonly number[],
  currency: string,
  per: Value['per'],
): Printed[] {
  const { kind, unit, options = [] } = parameter;
  const all = (words: string, places = 0): Printed[] =>
    amounts.map((amount) => ({ number: printDecimal(amount, places), unit: words }));
  switch (kind) {
    case 'chance':
    case 'share':
      return all('%', 2);
    case 'days':
      return all(unit === 'days' ? (amounts.length === 1 && amounts[0] === 1 ? ' day' : ' days') : '');
    case 'rate':
      return unit === 'per day'
        ? printedRates(amounts)
        : all(unit.includes('per ') ? ` ${unit.slice(unit.indexOf('per '))}` : '');
    case 'money':
      return all(` ${currency}`);
    case 'load':
      return all(` per ${per ?? 'hour'}`);
    case 'switch':
      return amounts.map((amount) => ({ number: amount === 0 ? 'off' : 'on', unit: '' }));
    case 'choice':
      return amounts.map((amount) => ({ number: options[amount] ?? String(amount), unit: '' }));
    default:
      return all('');
  }
}

/** Rates in the span of time that needs the fewest figures. */
function printedRates(rates: readonly number[]): Printed[] {
  let best: Printed[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const [name, days] of spanDays) {
    const counts = rates.map((rate) => shortest(rate, days));
    const figures = counts.reduce((sum, count) => sum + count.replace(/^0\.0*|[-.]/g, '').length, 0);
    if (figures >= fewest || counts.includes('')) continue;
    fewest = figures;
    best = counts.map((number) => ({ number, unit: ` per ${name}` }));
  }
  return best;
}

/** The shortest count per span of days that is read back as exactly this rate; empty if there is none. */
function shortest(rate: number, days: number): string {
  for (let figures = 1; figures <= 17; figures++) {
    const count = Number((rate * days).toPrecision(figures));
    if (count / days === rate) return printDecimal(count);
  }
  return '';
}
