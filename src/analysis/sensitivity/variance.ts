/**
 * What the outcomes vary by: inputs and luck.
 *
 *   inputs    variance over points of m, the mean over all worlds; products of different worlds (luck.ts)
 *   luck      mean over points of the variance between worlds of a point
 *   luckShare luck / (inputs + luck): the part of the variance of a single run that no input explains
 *
 * An index is a part of the inputs' variance. The same part of a single run's variance is index x (1 - luckShare).
 */
import { centered, cross, type Luck, luckVariance, meanOf, type Outcomes, worldErrors } from './luck.ts';
import { type Range, type Refused, rangeOf, refused, resampled } from './ranges.ts';
import { units } from './refusals.ts';

export interface Variances {
  readonly inputs: Range;
  readonly luck: number;
  /** Within [0, 1]; null where nothing varies. */
  readonly luckShare: number | null;
}

export interface Asked {
  /** In the order of the design. */
  readonly outcomes: Outcomes;
  readonly luck: Luck;
  /** Of the bootstrap. */
  readonly seed: string;
  /** How often the bootstrap resamples. */
  readonly times?: number;
}

export const TIMES = 500;

/** Rows stand in blocks of `size`, which are resampled as one. */
export function variances({ outcomes, luck, seed, times = TIMES }: Asked, size = 1): Variances {
  const rows = centered(outcomes);
  const blocks = Math.floor(rows.length / size);
  const squares = (omit: number) =>
    Float64Array.from({ length: blocks }, (_, b) =>
      meanOf(rows.slice(b * size, (b + 1) * size).map((row) => cross(row, row, omit))),
    );
  const all = squares(-1);
  const draws = resampled(blocks, times, seed, (counts) => [
    all.reduce((sum, square, b) => sum + square * counts[b], 0) / blocks,
  ]);
  const [error] = worldErrors(luck, rows[0].length, (omit) => [meanOf(squares(omit))]);
  const inputs = rangeOf(meanOf(all), draws[0], error);
  const own = luck === 'none' ? 0 : luckVariance(outcomes);
  const total = Math.max(0, inputs.value) + own;
  return { inputs, luck: own, luckShare: total > 0 ? own / total : null };
}

/** Why no index at all can be given; null where some can. */
export function refusalOfAll(
  { outcomes, luck }: Pick<Asked, 'outcomes' | 'luck'>,
  found: { readonly count: number; readonly fewest: number; readonly unit: keyof typeof units },
  { inputs }: Variances,
): Refused | null {
  const { count, fewest, unit } = found;
  if (count < fewest) return refused('few', { count, fewest, unit: units[unit] });
  const worlds = outcomes[0].length;
  const needed = luck === 'none' ? 1 : luck === 'paired' ? 3 : 2;
  if (worlds < needed) return refused('fewWorlds', { count: worlds, fewest: needed });
  if (outcomes.some((row) => !Array.from(row).every(Number.isFinite))) return refused('missing');
  if (!(inputs.value > 0)) return refused(luck === 'none' ? 'alike' : 'onlyLuck');
  return luck !== 'none' && inputs.low <= 0 ? refused('onlyLuck') : null;
}
