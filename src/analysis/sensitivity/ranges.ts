/**
 * How sure an index is: bootstrap over design points (or their blocks or paths), in which each is taken as often as chance has
 * it, and widened by what few worlds leave open.
 *
 *   90 % range = the 5th and 95th percentile of the resampled values, stretched about the value by
 *                sqrt(1 + (error by worlds / spread of the resampled values)^2)
 *
 * Efron and Tibshirani 1993, An introduction to the bootstrap, 13. The points of even designs (Sobol, Latin hypercube)
 * make indices surer than the bootstrap knows, so for those the ranges are on the wide side.
 */
import { sampleVariance } from 'simple-statistics';
import { Stream, seedWords } from '../../random/keys.ts';
import type { OwnText } from '../../scenario/scenario.ts';
import { quantile, sorted } from '../quantiles.ts';
import { type Refusal, refusal } from './refusals.ts';

export interface Range {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** An index with its 90 % range, or, with nothing else, why it is not given. */
export type Index = (Range & { readonly refusal: null }) | Refused;

export interface Refused {
  readonly value: null;
  readonly low: null;
  readonly high: null;
  readonly refusal: OwnText;
}

export interface Limits {
  /** Ranges that are wider are not given. */
  readonly width: number;
  /** The fewest blocks, paths or points. */
  readonly fewest: number;
}

/** 90 %, as all ranges here. */
const ENDS = [0.05, 0.95] as const;

/** Values of the statistics when each of n blocks counts as often as chance has it. By statistic, then by time. */
export function resampled(
  n: number,
  times: number,
  seed: string,
  statistics: (counts: Float64Array) => readonly number[],
): number[][] {
  const stream = new Stream(seedWords(seed), 0, 'bootstrap');
  const counts = new Float64Array(n);
  const draws: number[][] = [];
  for (let time = 0; time < times; time++) {
    stream.on(time);
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[Math.floor((stream.draw(i) / 4294967296) * n)]++;
    statistics(counts).forEach((value, s) => {
      draws[s] ??= [];
      draws[s].push(value);
    });
  }
  return draws;
}

export function rangeOf(value: number, draws: readonly number[], worldError = 0): Range {
  const rising = sorted(draws);
  const variance = sampleVariance(draws as number[]);
  if (!(variance > 0)) return { value, low: value - 1.645 * worldError, high: value + 1.645 * worldError };
  const stretch = Math.sqrt(1 + (worldError * worldError) / variance);
  const [low, high] = ENDS.map((p) => value + (quantile(rising, p) - value) * stretch);
  return { value, low, high };
}

/** The range, or a refusal where it is wider than the limit; `unit` is what a width is measured in. */
export function within(range: Range, width: number, unit = 1): Index {
  const own = (range.high - range.low) / unit;
  return own <= width ? { ...range, refusal: null } : refused('wide', { width: round(own), limit: width });
}

export const refused = (
  why: Refusal,
  slots: Readonly<Record<string, string | number | OwnText>> = {},
): Refused => ({
  value: null,
  low: null,
  high: null,
  refusal: refusal(why, slots),
});

const round = (x: number): string => (Number.isFinite(x) ? x.toPrecision(2) : '∞');
