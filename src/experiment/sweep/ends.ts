/** The ends between which an input is varied, as somebody types them. */
import { splitNumber } from '../../scenario/decimal.ts';
import { scaleOf } from '../../scenario/input-scale.ts';
import type { Parameter } from '../../scenario/parameter.ts';
import type { OwnText, Value } from '../../scenario/scenario.ts';
import { listed } from '../../scenario/tell.ts';
import { readValue } from '../../scenario/units.ts';
import { tellOfSweep } from './words.ts';

export type Scale = 'linear' | 'log' | 'whole' | 'choice';

export interface Ends {
  readonly low: number;
  readonly high: number;
  readonly per?: Value['per'];
  readonly scale: Scale;
  /** Of choices: the numbers to choose from. */
  readonly among: readonly number[];
}

/** High ends of this many times the low one are taken on a logarithmic scale, unless the text says otherwise. */
const LOG_FROM = 100;
/** So many days and more are varied in whole days. */
const WHOLE_DAYS = 10;

type Problem = { readonly problem: OwnText };

/** A `--vary` at its first `=` that is not in quotes: the path, and what stands behind; empty where nothing does. */
export function splitVary(vary: string): readonly [path: string, ends: string] {
  const cut = vary.search(/=(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return cut < 0 ? [vary.trim(), ''] : [vary.slice(0, cut).trim(), vary.slice(cut + 1).trim()];
}

/** What a scenario states of an input, with what its amounts are counted by. */
export type Stated = Pick<Ends, 'low' | 'high' | 'per'>;

/**
 * Reads `LO..HI`, `LO to HI`, either with `:log` or `:linear` behind; choices with commas; nothing: the range that is stated, else
 * the plausible one.
 */
export function endsIn(
  parameter: Parameter,
  text: string,
  currency: string,
  stated: Stated | null = null,
): Ends | Problem {
  if (parameter.kind === 'switch' || parameter.kind === 'choice') return choices(parameter, text, currency);
  const [, typed = '', wanted] = /^(.*?)\s*(?::\s*(log|linear))?$/s.exec(text) ?? [];
  const range = typed === '' ? (stated ?? plausible(parameter)) : typedRange(parameter, typed, currency);
  if ('problem' in range) return range;
  const { low, high } = range;
  if (wanted === 'log' && low <= 0) return { problem: tellOfSweep('logFrom', { got: JSON.stringify(text) }) };
  return { ...range, scale: scaleFor(parameter, low, high, wanted), among: [] };
}

function scaleFor({ kind, unit }: Parameter, low: number, high: number, wanted: string | undefined): Scale {
  if (wanted === 'log' || (wanted === undefined && low > 0 && high / low >= LOG_FROM)) return 'log';
  const isDays = kind === 'days' && unit === 'days' && high - low >= WHOLE_DAYS;
  const isWhole = Number.isInteger(low) && Number.isInteger(high);
  return kind === 'count' || (isDays && isWhole) ? 'whole' : 'linear';
}

function plausible(parameter: Parameter): { low: number; high: number } {
  const [low, high] = scaleOf(parameter).range;
  return parameter.kind === 'count' ? { low: Math.ceil(low), high: Math.floor(high) } : { low, high };
}

function typedRange(
  parameter: Parameter,
  typed: string,
  currency: string,
): { low: number; high: number; per?: Value['per'] } | Problem {
  const [from, to, more] = typed.split(/\s*\.\.\s*|\s+to\s+/i);
  if (to === undefined || more !== undefined || from === '' || to === '')
    return { problem: tellOfSweep('aRange', { example: example(parameter), got: JSON.stringify(typed) }) };
  const top = readValue(parameter, to, currency);
  const bottom = readValue(parameter, withUnit(from, to), currency);
  for (const end of [bottom, top]) if ('problem' in end) return { problem: end.problem };
  const [low, high] = [bottom, top].map((end) => ('value' in end ? end.value : { amount: Number.NaN }));
  if (typeof low.amount !== 'number' || typeof high.amount !== 'number' || low.per !== high.per)
    return { problem: tellOfSweep('sameUnit', { got: JSON.stringify(typed) }) };
  if (!(low.amount < high.amount)) return { problem: tellOfSweep('order', { got: JSON.stringify(typed) }) };
  return { low: low.amount, high: high.amount, ...(high.per !== undefined && { per: high.per }) };
}

const example = ({ kind }: Parameter): string =>
  ({ chance: '5%..12%', share: '5%..12%', days: '30..90 days', rate: '1..4 per month' })[kind as string] ??
  '2..8';

/** The low end may leave out the unit: `5..12 per hour`, `5..12%`. */
function withUnit(from: string, to: string): string {
  const low = splitNumber(from);
  const words = splitNumber(to)?.words ?? '';
  if (low === null || low.words !== '' || words === '') return from;
  return words.startsWith('%') ? `${from}${words}` : `${from} ${words}`;
}

function choices(parameter: Parameter, text: string, currency: string): Ends | Problem {
  const names = parameter.kind === 'switch' ? ['off', 'on'] : (parameter.options ?? []);
  const among: number[] = [];
  for (const name of text === '' ? names : text.split(',')) {
    const reading = readValue(parameter, name.trim(), currency);
    if ('problem' in reading) return { problem: reading.problem };
    if (typeof reading.value.amount === 'number' && !among.includes(reading.value.amount))
      among.push(reading.value.amount);
  }
  if (among.length < 2)
    return { problem: tellOfSweep('twoChoices', { names: listed(names), got: JSON.stringify(text) }) };
  return { low: among[0], high: among[among.length - 1], scale: 'choice', among };
}
