/** What a parameter may be, in words: the rules that messages name. */
import { printDecimal } from './decimal.ts';
import type { Kind, Parameter } from './parameter.ts';
import { printRange } from './print.ts';
import type { OwnText, Range, Value } from './scenario.ts';
import { tell } from './tell.ts';
import { unitWords } from './unit-words.ts';

/** `a chance from 0 to 100 %`, `ads per hour, visit or active day`: follows "must be". */
export function noun({ kind, unit }: Parameter, currency: string): OwnText {
  const number = (name: 'aNumber' | 'aCount') =>
    tell(name, { unit: { en: unit, 'zh-CN': unitWords(unit, currency)['zh-CN'] } });
  switch (kind) {
    case 'chance':
      return tell('aChance');
    case 'share':
      return tell('aShare');
    case 'count':
      return number('aCount');
    case 'days':
      return unit === 'days' ? tell('aDuration') : number('aNumber');
    case 'rate':
      return unit === 'per day' ? tell('aRate') : number('aNumber');
    case 'money':
      return tell('someMoney', { currency });
    case 'load':
      return tell('aLoad');
    default:
      return number('aNumber');
  }
}

/** The bound that a number breaks, as it follows the noun; null if it keeps them all. */
export function boundFault({ kind, unit, min, max }: Parameter, amount: number): OwnText | null {
  if (kind === 'chance' || kind === 'share') {
    if (amount < 0 || amount > 1) return tell('none');
    if (min !== undefined && amount < min) return tell('atLeast', { bound: `${printDecimal(min, 2)}%` });
    return max !== undefined && amount > max ? tell('atMost', { bound: `${printDecimal(max, 2)}%` }) : null;
  }
  const tail =
    kind === 'rate' && unit === 'per day' ? ' per day' : kind === 'days' && unit === 'days' ? ' days' : '';
  const low = min ?? (kind === 'signed' ? Number.NEGATIVE_INFINITY : 0);
  if (amount < low)
    return tell('atLeast', {
      bound: `${low}${low === 0 ? '' : low === 1 ? tail.replace('days', 'day') : tail}`,
    });
  if (kind === 'positive' && min === undefined && amount === 0) return tell('aboveNought');
  if (max !== undefined && amount > max) return tell('atMost', { bound: `${max}${tail}` });
  return kind === 'count' && !Number.isInteger(amount) ? tell('none') : null;
}

/** Where a range touches the end of its family, from which no draw comes: that end, and a near range; null if all is well. */
export function reachable(
  parameter: Parameter,
  { low, high }: Range,
  currency: string,
  per?: Value['per'],
): { readonly ends: OwnText; readonly near: string } | null {
  const { kind } = parameter;
  const part = kind === 'chance' || kind === 'share';
  if (kind === 'signed' || (low > 0 && !(part && high === 1))) return null;
  const near = printRange(parameter, inside(kind, low, high), currency, per);
  return { ends: tell(part ? 'part' : 'nought'), near };
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
