/** Limits of the `judge`, each in a unit of its metric: a change, a level, the smallest difference that matters. */
import type { Metric, MetricUnit } from '../metrics/definitions.ts';
import { readDecimal, splitNumber } from './decimal.ts';
import type { Judge, OwnText, Text } from './scenario.ts';
import { got, tell } from './tell.ts';

/** A number as written and the words after it. */
interface Written {
  readonly number: string;
  readonly words: string;
}

function written(raw: unknown): Written {
  const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' && raw.length < 200 ? raw : '';
  return splitNumber(text) ?? { number: '', words: '' };
}

const finite = (x: number): number | null => (Math.abs(x) <= Number.MAX_SAFE_INTEGER ? x : null);

/** `2 points` is .02. */
function inPoints({ number, words }: Written): number | null {
  const points = /^(?:percentage )?points?$/.test(words) ? readDecimal(number, -2) : Number.NaN;
  return points >= 0 && points <= 1 ? points : null;
}

/** `5%` is .05; up to ten times the baseline. */
function inPercent({ number, words }: Written): number | null {
  const part = words === '%' ? readDecimal(number, -2) : Number.NaN;
  return part >= 0 && part <= 10 ? part : null;
}

const ownWords = (currency: string): Readonly<Record<MetricUnit, readonly string[]>> => ({
  money: [currency],
  share: [],
  people: ['people', 'person', 'members', 'member'],
  count: ['times', 'time'],
  hours: ['hours', 'hour'],
  minutes: ['minutes', 'minute'],
  score: [],
});

/** A number in the metric's own unit; null if it is none. */
function inOwnUnit({ number, words }: Written, { unit }: Metric, currency: string): number | null {
  if (unit !== 'share')
    return words === '' || ownWords(currency)[unit].includes(words) ? finite(readDecimal(number)) : null;
  const share = words === '%' ? readDecimal(number, -2) : words === '' ? readDecimal(number) : Number.NaN;
  return share >= 0 && share <= 1 ? share : null;
}

const examples = (currency: string): Readonly<Record<MetricUnit, string>> => ({
  money: `2000 ${currency}`,
  share: '50%',
  people: '50 people',
  count: '50',
  hours: '50 hours',
  minutes: '50 minutes',
  score: '0.3',
});

/** A metric's label in every language. */
export const labelOf = ({ en, 'zh-CN': chinese = en }: Text): OwnText => ({ en, 'zh-CN': chinese });

/** The smallest difference that matters; a text says what is wrong with it. */
export function readMatters(
  raw: unknown,
  metric: Metric,
  currency: string,
): Judge['matters'] | { readonly problem: OwnText } {
  const given = written(raw);
  const relative = inPercent(given);
  if (relative !== null) return { relative };
  const share = metric.unit === 'share';
  // A bare 0.02 of money would be two hundredths of a yuan, and hardly ever meant so.
  const bare = metric.unit === 'money' && given.words === '';
  const absolute = share ? inPoints(given) : bare ? null : inOwnUnit(given, metric, currency);
  if (absolute !== null && absolute >= 0) return { absolute };
  const example = share ? '1 point' : examples(currency)[metric.unit];
  return { problem: tell('matters', { example, got: got(raw) }) };
}

/** How far a metric may move in its bad direction; a text says what is wrong with it. */
export function readChange(raw: unknown, { unit, better, label }: Metric): number | OwnText {
  if (better === null) return tell('changeless', { metric: labelOf(label) });
  const given = written(raw);
  const limit = unit === 'share' ? inPoints(given) : inPercent(given);
  const example = unit === 'share' ? '2 points' : '5%';
  return limit ?? tell('change', { example, got: got(raw) });
}

/** A floor or ceiling; a text says what is wrong with it. */
export function readLevel(raw: unknown, metric: Metric, currency: string): number | OwnText {
  const limit = inOwnUnit(written(raw), metric, currency);
  const example = examples(currency)[metric.unit];
  return limit ?? tell('level', { metric: labelOf(metric.label), example, got: got(raw) });
}
