/** What decides between arms: the metric, the smallest difference that matters, and guardrails. */
import { findMetric, type Metric, metrics } from '../metrics/definitions.ts';
import { readDecimal } from './decimal.ts';
import { didYouMean } from './nearest.ts';
import { type Path, show } from './path.ts';
import type { Guardrail, Judge } from './scenario.ts';

/** Tells what is wrong at a path. */
export type Report = (path: Path, message: string) => void;

interface JudgeSource {
  readonly metric?: unknown;
  readonly matters?: unknown;
  readonly guardrails?: readonly Record<string, unknown>[] | undefined;
}

const usual: Judge = { metric: 'netRevenue', matters: { relative: 0.02 }, guardrails: [] };

/** Reads the `judge` of a file; what is missing is as usual. */
export function readJudge(
  source: JudgeSource | undefined,
  currency: string,
  days: number,
  report: Report,
): Judge {
  if (source === undefined) return usual;
  const metric =
    source.metric === undefined
      ? findMetric(usual.metric)
      : readMetric(source.metric, ['judge', 'metric'], days, report);
  if (metric && metric.better === null)
    report(
      ['judge', 'metric'],
      `must be a metric that has a better end; ${metric.label.en} is good neither way (try net revenue)`,
    );
  const guardrails = (source.guardrails ?? []).flatMap((rule, i) =>
    readGuardrail(rule, i, currency, days, report),
  );
  if (!metric) return usual;
  const matters =
    source.matters === undefined ? usual.matters : readMatters(source.matters, metric, currency);
  if (typeof matters === 'string') report(['judge', 'matters'], matters);
  return { metric: metric.name, matters: typeof matters === 'string' ? usual.matters : matters, guardrails };
}

const metricNames = metrics.flatMap(({ name, label, aliases = [] }) => [label.en, name, ...aliases]);

function readMetric(raw: unknown, path: Path, days: number, report: Report): Metric | undefined {
  const metric = typeof raw === 'string' ? findMetric(raw) : undefined;
  if (!metric) {
    if (typeof raw === 'string')
      report(
        path,
        `must be a metric; got ${show(raw)}${didYouMean(raw, metricNames) || ' (see `seedbed explain`)'}`,
      );
    return undefined;
  }
  const needed = /^(?:retention|day)(\d+)/.exec(metric.name)?.[1];
  if (needed !== undefined && days <= Number(needed))
    report(path, `needs a horizon of more than ${needed} days for ${metric.label.en}; got ${days} days`);
  return metric;
}

/** A number and the word after it. */
function split(raw: unknown): { amount: number; unit: string } {
  if (typeof raw === 'number') return { amount: raw, unit: '' };
  const match = /^\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*(.*?)\s*$/i.exec(typeof raw === 'string' ? raw : '');
  return { amount: match ? readDecimal(match[1]) : Number.NaN, unit: match?.[2] ?? '' };
}

/** A number in the metric's own unit; null if it is none. */
function inOwnUnit(raw: unknown, { unit }: Metric, currency: string): number | null {
  const { amount, unit: word } = split(raw);
  if (!Number.isFinite(amount) || Math.abs(amount) > Number.MAX_SAFE_INTEGER) return null;
  if (unit === 'share') {
    const share =
      word === '%' && typeof raw === 'string' ? readDecimal(raw.replace('%', '').trim(), -2) : amount;
    return (word === '' || word === '%') && share >= 0 && share <= 1 ? share : null;
  }
  const words: Record<string, readonly string[]> = {
    money: [currency],
    people: ['people', 'person', 'members'],
    hours: ['hours', 'hour'],
    count: ['times'],
    score: [],
  };
  return word === '' || words[unit]?.includes(word) ? amount : null;
}

/** Percentage points as a share: `2 points` is .02; null if the text is none. */
function inPoints(raw: unknown): number | null {
  const match = typeof raw === 'string' ? /^\s*([\d.]+)\s*(?:percentage )?points?\s*$/.exec(raw) : null;
  const points = match ? readDecimal(match[1], -2) : Number.NaN;
  return points >= 0 && points <= 1 ? points : null;
}

/** `5%` as a part; null if the text is none. */
function inPercent(raw: unknown): number | null {
  const match = typeof raw === 'string' ? /^\s*([\d.]+)\s*%\s*$/.exec(raw) : null;
  const part = match ? readDecimal(match[1], -2) : Number.NaN;
  return part >= 0 && part <= 10 ? part : null;
}

function readMatters(raw: unknown, metric: Metric, currency: string): Judge['matters'] | string {
  const relative = inPercent(raw);
  if (relative !== null) return { relative };
  if (metric.unit === 'share') {
    const points = inPoints(raw);
    return points === null
      ? `must be \`2%\` of the baseline or \`1 point\`; got ${show(raw)}`
      : { absolute: points };
  }
  const example =
    metric.unit === 'money' ? `2000 ${currency}` : metric.unit === 'people' ? '50 people' : '50';
  const bare = metric.unit === 'money' && split(raw).unit === '';
  const absolute = bare ? null : inOwnUnit(raw, metric, currency);
  return absolute === null || absolute < 0
    ? `must be \`2%\` of the baseline or \`${example}\`, at least 0; got ${show(raw)}`
    : { absolute };
}

const limits = ['worse', 'at least', 'at most'] as const;

function readGuardrail(
  rule: Record<string, unknown>,
  i: number,
  currency: string,
  days: number,
  report: Report,
): Guardrail[] {
  const path = ['judge', 'guardrails', i];
  const metric =
    rule.metric === undefined ? undefined : readMetric(rule.metric, [...path, 'metric'], days, report);
  const given = limits.filter((name) => rule[name] !== undefined);
  if (given.length !== 1)
    report(path, `must have one of worse, at least, at most; got ${given.join(' and ') || 'none'}`);
  if (!metric || given.length !== 1) return [];
  const [name] = given;
  const raw = rule[name];
  if (name !== 'worse') {
    const limit = inOwnUnit(raw, metric, currency);
    const example = {
      money: `1000 ${currency}`,
      share: '50%',
      people: '500 people',
      count: '500',
      hours: '500 hours',
      score: '0.3',
    };
    if (limit === null)
      report(
        [...path, name],
        `must be in the unit of ${metric.label.en}, such as \`${example[metric.unit]}\`; got ${show(raw)}`,
      );
    return limit === null
      ? []
      : [{ metric: metric.name, kind: name === 'at least' ? 'atLeast' : 'atMost', limit }];
  }
  if (metric.better === null) {
    report(
      [...path, name],
      `cannot be told for ${metric.label.en}, which is good neither way: use at least or at most`,
    );
    return [];
  }
  const limit = metric.unit === 'share' ? inPoints(raw) : inPercent(raw);
  const example = metric.unit === 'share' ? '2 points' : '5%';
  if (limit === null)
    report([...path, name], `must be a change against the baseline such as \`${example}\`; got ${show(raw)}`);
  return limit === null ? [] : [{ metric: metric.name, kind: 'change', limit }];
}
