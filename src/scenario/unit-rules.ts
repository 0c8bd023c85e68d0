/** What a parameter may be, in words: the rules that messages name. */
import { printDecimal } from './decimal.ts';
import type { Parameter } from './parameter.ts';

/** `a chance from 0 to 100 %`, `ads per hour, visit or active day`: follows "must be". */
export function noun(parameter: Parameter, currency: string): string {
  const { kind, unit } = parameter;
  switch (kind) {
    case 'chance':
      return 'a chance from 0 to 100 %';
    case 'share':
      return 'a share from 0 to 100 %';
    case 'count':
      return `a whole number (${unit})`;
    case 'days':
      return unit === 'days' ? 'a duration such as `30 days`' : `a number (${unit})`;
    case 'rate':
      return unit === 'per day' ? 'a rate such as `3 per day` or `4% per month`' : `a number (${unit})`;
    case 'money':
      return `money such as \`129 ${currency}\``;
    case 'load':
      return 'ads per hour, visit or active day';
    default:
      return `a number (${unit})`;
  }
}

/** The bound that a number breaks, as it follows the noun; null if it keeps them all. */
export function boundFault({ kind, unit, min, max }: Parameter, amount: number): string | null {
  if (kind === 'chance' || kind === 'share') {
    if (amount < 0 || amount > 1) return '';
    if (min !== undefined && amount < min) return `, at least ${printDecimal(min, 2)}%`;
    return max !== undefined && amount > max ? `, at most ${printDecimal(max, 2)}%` : null;
  }
  const tail =
    kind === 'rate' && unit === 'per day' ? ' per day' : kind === 'days' && unit === 'days' ? ' days' : '';
  const low = min ?? (kind === 'signed' ? Number.NEGATIVE_INFINITY : 0);
  if (amount < low) return `, at least ${low}${low === 0 ? '' : tail}`;
  if (kind === 'positive' && min === undefined && amount === 0) return ', above 0';
  if (max !== undefined && amount > max) return `, at most ${max}${tail}`;
  return kind === 'count' && !Number.isInteger(amount) ? '' : null;
}

/** Why no draw can come from a range that touches the end of its family, and a near one that can; null if all is well. */
export function reachFault({ kind }: Parameter, low: number, high: number, currency: string): string | null {
  const part = kind === 'chance' || kind === 'share';
  if (kind === 'signed' || (low > 0 && !(part && high === 1))) return null;
  const whole = kind === 'count' ? 1 : null;
  const near = low > 0 ? low : (whole ?? oneFigure(part ? Math.min(0.01, high / 10) : high / 10));
  const top = part && high === 1 ? (near > 0.98 ? 1 - oneFigure((1 - near) / 10) : 0.99) : high;
  const print = (x: number): string => {
    if (part) return `${printDecimal(x, 2)}%`;
    if (kind === 'days') return `${printDecimal(x)} days`;
    if (kind === 'rate') return `${printDecimal(x)} per day`;
    return kind === 'money' ? `${printDecimal(x)} ${currency}` : printDecimal(x);
  };
  const ends = part ? '0 % and 100 %' : '0';
  return `must be a range that stays off ${ends}, which no draw reaches: try \`${print(near)} to ${print(top)}\``;
}

const oneFigure = (x: number): number => Number(x.toPrecision(1));
