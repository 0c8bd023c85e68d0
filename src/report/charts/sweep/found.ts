/**
 * What charts of a sweep are drawn from: design points with what every arm came to in every world, however they came here
 * (run in a page, or read from an exported file).
 */
import { goodDirection, pairedDifferences } from '../../../analysis/differences.ts';
import { numbersOf, quantile, sorted } from '../../../analysis/quantiles.ts';
import type { Metric } from '../../../metrics/definitions.ts';
import { log } from '../../../random/math.ts';
import { amount, asChange, change, type Locale, type NumberStyle } from '../../format.ts';
import type { ShownArm } from '../source.ts';

/** An input that was varied. */
export interface VariedInput {
  readonly path: string;
  readonly label: string;
  readonly scale: 'linear' | 'log' | 'whole' | 'choice';
  readonly low: number;
  readonly high: number;
  /** Of choices: the numbers to choose from. */
  readonly among: readonly number[];
  /** A value in words, in the language of the charts. */
  readonly show: (value: number) => string;
}

export interface FoundPoint {
  /** From 1. */
  readonly number: number;
  /** One for each input. */
  readonly values: readonly number[];
  /** By arm, then world: the judged number; NaN where there is none. */
  readonly outcomes: readonly Float64Array[];
}

export interface Found {
  readonly locale: Locale;
  readonly currency: string;
  readonly inputs: readonly VariedInput[];
  readonly arms: readonly ShownArm[];
  /** The arm that is held against the baseline; of a single arm it is that one, and its numbers stand for themselves. */
  readonly arm: ShownArm;
  readonly metric: Metric;
  readonly points: readonly FoundPoint[];
}

export const hasBaseline = ({ arm }: Found): boolean => arm.place > 0;

/** Of a point, by world: the arm less the baseline; of a single arm its own number. */
export const judged = ({ arm }: Found, { outcomes }: FoundPoint): Float64Array =>
  arm.place === 0 ? outcomes[0] : pairedDifferences(outcomes[arm.place], outcomes[0]);

/** A judged number in words. */
export function showJudged(found: Found, value: number, style?: NumberStyle): string {
  const { metric, currency, locale } = found;
  return hasBaseline(found)
    ? change(value, metric.unit, currency, locale, style ?? asChange)
    : amount(value, metric.unit, currency, locale, style);
}

/** +1 where more is good or nothing is said, -1 where less is. */
export const direction = ({ metric }: Found): 1 | -1 => goodDirection(metric.better) || 1;

/** Where a value stands between the ends of its input, from 0 to 1. */
export function placeIn({ scale, low, high, among }: VariedInput, value: number): number {
  if (scale === 'choice')
    return among.length < 2 ? 0.5 : Math.max(0, among.indexOf(value)) / (among.length - 1);
  if (!(high > low)) return 0.5;
  const at = scale === 'log' ? log(value / low) / log(high / low) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, at));
}

export interface Summary {
  readonly mean: number;
  readonly median: number;
  readonly p05: number;
  readonly p25: number;
  readonly p75: number;
  readonly p95: number;
}

/** Of numbers that there are; null where there is none. */
export function summary(values: Iterable<number>): Summary | null {
  const rising = sorted(numbersOf(values));
  if (rising.length === 0) return null;
  const at = (p: number) => quantile(rising, p);
  const mean = rising.reduce((sum, x) => sum + x, 0) / rising.length;
  return { mean, median: at(0.5), p05: at(0.05), p25: at(0.25), p75: at(0.75), p95: at(0.95) };
}

/** Points that lie near each other in one input. */
export interface Bin {
  readonly low: number;
  readonly high: number;
  /** Mean place from 0 to 1. */
  readonly place: number;
  readonly points: readonly FoundPoint[];
}

/** Values of an input are bins of their own up to so many; else points are cut into fifths. */
const MOST_VALUES = 8;
const PARTS = 5;

/** Points by an input, in rising order: a bin for each value, or fifths of all points. */
export function binsOf({ inputs, points }: Found, input: number): Bin[] {
  const rising = [...points].sort((a, b) => a.values[input] - b.values[input] || a.number - b.number);
  const own = [...new Set(rising.map(({ values }) => values[input]))];
  const parts = Math.min(PARTS, rising.length);
  const cut = (k: number) => Math.round((k * rising.length) / parts);
  const groups =
    own.length <= MOST_VALUES
      ? own.map((value) => rising.filter(({ values }) => values[input] === value))
      : Array.from({ length: parts }, (_, k) => rising.slice(cut(k), cut(k + 1)));
  return groups.map((group) => ({
    low: group[0].values[input],
    high: group[group.length - 1].values[input],
    place: group.reduce((sum, { values }) => sum + placeIn(inputs[input], values[input]), 0) / group.length,
    points: group,
  }));
}

/** The judged numbers of all points of a bin, in all of their worlds. */
export const judgedIn = (found: Found, { points }: Pick<Bin, 'points'>): Summary | null =>
  summary(points.flatMap((point) => [...judged(found, point)]));

/** Mean of a point over its worlds; NaN where there is none. */
export const meanOfPoint = (found: Found, point: FoundPoint): number =>
  summary(judged(found, point))?.mean ?? Number.NaN;
