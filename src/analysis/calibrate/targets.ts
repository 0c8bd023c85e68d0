/**
 * What a calibration is to meet: values of metrics on days, as a table of a file.
 *
 *   metric    any that has daily values, by any of its names
 *   day       the evening on which it is read, from 1
 *   value     in the metric's unit; shares as 0.22 or 22%
 *   error     standard error of the value; empty: the spread over prior draws is the scale
 *   days      of counts and money (sums of days): over how many days up to that one, 1 where it is empty; other metrics: the mean of
 *             so many evenings. What a metric itself looks back over (weekly actives: 7 days) is in it anyhow.
 *   holdOut   yes: not fitted, but foretold and compared
 *   counted   yes: the error is that of counting, which worlds have of themselves; no (or empty): an error of measuring
 */
import { findMetric, type Metric, metrics } from '../../metrics/definitions.ts';
import { didYouMean } from '../../scenario/nearest.ts';
import { columnsOf, FitFileError, type FitProblem, type FitRule, type Row } from '../fit-rows.ts';
import type { Target } from './distance.ts';

export interface CalibrationTarget extends Target {
  readonly metric: Metric;
  /** Evening, from 1. */
  readonly day: number;
  /** How many days up to that evening make the value. */
  readonly days: number;
  readonly heldOut: boolean;
  readonly counted: boolean;
}

const NEEDED = ['metric', 'day', 'value'] as const;
const OPTIONAL = {
  error: ['error', 'se', 'standarderror', 'standard_error'],
  days: ['days', 'window'],
  holdOut: ['holdout', 'hold_out', 'heldout', 'held_out'],
  counted: ['counted'],
} as const;

type Column = (typeof NEEDED)[number] | keyof typeof OPTIONAL;

/** Reads a table of targets; throws a `FitFileError` with all that is wrong with it. */
export function readTargets(
  rows: readonly Row[],
  horizonDays: number,
  problems: FitProblem[] = [],
): CalibrationTarget[] {
  const found = rows.length > 0 ? readRows(rows, horizonDays, problems) : [];
  if (problems.length === 0 && found.every(({ heldOut }) => heldOut))
    problems.push({ line: rows[rows.length - 1].line, column: 1, path: 'holdOut', rule: 'noneToFit' });
  if (problems.length > 0) throw new FitFileError(problems);
  return found;
}

function readRows(rows: readonly Row[], horizonDays: number, problems: FitProblem[]): CalibrationTarget[] {
  const [head, ...body] = rows;
  const needed = columnsOf(
    head,
    NEEDED.map((name) => [name]),
  );
  if (needed === null) {
    problems.push({
      line: head.line,
      column: 1,
      path: '',
      rule: 'columns',
      detail: 'metric,day,value,error',
    });
    return [];
  }
  const places = new Map<Column, number>(NEEDED.map((name, i) => [name, needed[i]]));
  for (const [name, names] of Object.entries(OPTIONAL)) {
    const place = columnsOf(head, [names]);
    if (place !== null) places.set(name as Column, place[0]);
  }
  if (body.length === 0 && problems.length === 0)
    problems.push({ line: head.line, column: 1, path: 'metric', rule: 'missing' });
  const seen = new Map<string, number>();
  return body.flatMap((row) => {
    const target = new RowReader(row, places, horizonDays, problems).target(seen);
    return target === null ? [] : [target];
  });
}

class RowReader {
  private readonly row: Row;
  private readonly places: ReadonlyMap<Column, number>;
  private readonly horizonDays: number;
  private readonly problems: FitProblem[];

  constructor(row: Row, places: ReadonlyMap<Column, number>, horizonDays: number, problems: FitProblem[]) {
    this.row = row;
    this.places = places;
    this.horizonDays = horizonDays;
    this.problems = problems;
  }

  /** The target of the row; null where something is wrong with it. */
  target(seen: Map<string, number>): CalibrationTarget | null {
    const before = this.problems.length;
    const metric = this.metric();
    const day = this.day();
    const value = this.number('value', metric, 'value');
    const error = this.text('error') === '' ? null : this.number('error', metric, 'error');
    if (error !== null && error <= 0) this.wrong('error', 'error');
    const days = this.text('days') === '' ? 1 : this.whole('days');
    if (days === null || (day !== null && days > day)) this.wrong('days', 'window');
    const [heldOut, counted] = [this.yesNo('holdOut'), this.yesNo('counted')];
    if (metric === null || day === null || value === null || days === null) return null;
    const key = `${metric.name} ${day} ${days}`;
    const other = seen.get(key);
    if (other !== undefined) this.wrong('metric', 'again', String(other));
    else seen.set(key, this.row.line);
    if (this.problems.length > before) return null;
    return { metric, day, days, value, error, heldOut, counted };
  }

  private metric(): Metric | null {
    const text = this.needed('metric');
    if (text === null) return null;
    const metric = findMetric(text);
    if (metric === undefined) {
      const names = metrics.filter(({ summary }) => summary !== 'state').map(({ name }) => name);
      return this.wrong('metric', 'metric', didYouMean(text, names));
    }
    return metric.summary === 'state' ? this.wrong('metric', 'daily', metric.label.en) : metric;
  }

  private day(): number | null {
    if (this.needed('day') === null) return null;
    const day = this.whole('day');
    if (day === null) return this.wrong('day', 'day');
    return day > this.horizonDays ? this.wrong('day', 'horizon', String(this.horizonDays)) : day;
  }

  private number(column: 'value' | 'error', metric: Metric | null, rule: FitRule): number | null {
    const text = this.needed(column);
    if (text === null) return null;
    const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?)\s*(%?)$/i.exec(text);
    const isShare = metric?.unit === 'share';
    if (match === null || (match[2] !== '' && metric !== null && !isShare)) return this.wrong(column, rule);
    const number = match[2] === '' ? Number(match[1]) : Number(match[1]) / 100;
    if (!Number.isFinite(number)) return this.wrong(column, rule);
    if (isShare && !(number >= 0 && number <= 1)) return this.wrong(column, 'share');
    return number;
  }

  private yesNo(column: 'holdOut' | 'counted'): boolean {
    const text = this.text(column).toLowerCase();
    if (['yes', 'true', '1'].includes(text)) return true;
    if (!['', 'no', 'false', '0'].includes(text)) this.wrong(column, 'yesNo');
    return false;
  }

  private whole(column: 'day' | 'days'): number | null {
    const text = this.text(column);
    return /^\d{1,6}(?:\.0*)?$/.test(text) && Number(text) >= 1 ? Number(text) : null;
  }

  private text(column: Column): string {
    const place = this.places.get(column);
    return place === undefined ? '' : (this.row.fields[place]?.text.trim() ?? '');
  }

  private needed(column: Column): string | null {
    const text = this.text(column);
    return text === '' ? this.wrong(column, 'missing') : text;
  }

  private wrong(path: Column, rule: FitRule, detail?: string): null {
    const field = this.row.fields[this.places.get(path) ?? 0];
    const last = this.row.fields[this.row.fields.length - 1];
    this.problems.push({
      line: this.row.line,
      column: field?.column ?? last.column + last.text.length,
      path,
      rule,
      ...(field !== undefined && rule !== 'missing' && { value: field.text }),
      ...(detail !== undefined && { detail }),
    });
    return null;
  }
}

/** The last share of days held out, beside those that are already. */
export function holdOutLast<T extends CalibrationTarget>(targets: readonly T[], share: number): T[] {
  const last = Math.max(...targets.map(({ day }) => day));
  return targets.map((target) => (target.day > (1 - share) * last ? { ...target, heldOut: true } : target));
}

/** The table as a file that `readTargets` reads back. */
export function targetsCsv(targets: readonly CalibrationTarget[]): string {
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  const lines = targets.map(({ metric, day, days, value, error, heldOut, counted }) =>
    [metric.name, day, days, value, error ?? '', yes(heldOut), yes(counted)].join(','),
  );
  return `${['metric,day,days,value,error,holdOut,counted', ...lines].join('\n')}\n`;
}

/** What a world came to where the target looks. */
export function summaryOf(
  { metric, day, days }: Pick<CalibrationTarget, 'metric' | 'day' | 'days'>,
  daily: Readonly<Record<string, ArrayLike<number>>>,
): number {
  const values = daily[metric.name];
  let sum = 0;
  for (let at = day - days; at < day; at++) sum += values[at];
  return metric.summary === 'sum' ? sum : sum / days;
}
