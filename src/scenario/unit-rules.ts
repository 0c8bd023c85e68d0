/** What a parameter may be, in words: the rules that messages name. */
import { printDecimal } from './decimal.ts';
import type { Kind, Parameter } from './parameter.ts';
import { printRange } from './print.ts';
import type { Range, Value } from './scenario.ts';

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
  if (amount < low)
    return `, at least ${low}${low === 0 ? '' : low === 1 ? tail.replace('days', 'day') : tail}`;
  if (kind === 'positive' && min === undefined && amount === 0) return ', above 0';
  if (max !== undefined && amount > max) return `, at most ${max}${tail}`;
  return kind === 'count' && !Number.isInteger(amount) ? '' : null;
}

/** Why no draw can come from a range that touches the end of its family, and a near one that can; null if all is well. */
export function reachFault(
  parameter: Parameter,
  { low, high }: Range,
  currency: string,
  per?: Value['per'],
): string | null {
  const { kind } = parameter;
  const part = kind === 'chance' || kind === 'share';
  if (kind === 'signed' || (low > 0 && !(part && high === 1))) return null;
  const near = printRange(parameter, inside(kind, low, high), currency, per);
  const ends = part ? '0 % and 100 %' : '0';
  return `must be a range that stays off ${ends}, which no draw reaches: try \`${near}\``;
}

/** The nearest range, in round figures, that a draw can come from. */
function inside(kind: Kind, low: number, high: number): Range {
  const part = kind === 'chance' || kind === 'share';
  if (kind === 'count') return { low: 1, high: Math.max(2, high) };
  const near = low > 0 ? low : oneFigure(part ? Math.min(0.01, high / 10) : high / 10);
  if (!part || high < 1) return { low: near, high };
  return { low: near, high: near < 0.98 ? 0.99 : (1 + near) / 2 };
}

const oneFigure = (x: number): number => Number(x.toPrecision(1));
