/**
 * A design says where to try: design points in the unit cube, one coordinate an input, 0 the low end of the input's
 * range and 1 the high end.
 *
 * Pure, and the same on any engine: chance comes from the text seed by keyed draws, one stream an input. What a
 * coordinate stands for is the caller's business: between two ends low + u (high - low), of n choices the one at
 * place min(n - 1, floor(n u)).
 */
import type { OwnText } from '../../scenario/scenario.ts';
import { tellOfDesign } from './words.ts';

export interface DesignOptions {
  /** Inputs that vary: a whole number of at least 1. */
  readonly dimensions: number;
  /** The most points; a design that comes in blocks has as many whole blocks as fit. */
  readonly points: number;
  /** Text that all chance comes from. */
  readonly seed: string;
  /** grid, one-at-a-time, morris: how many values an input takes; by default as many as fit (morris: 4). */
  readonly levels?: number;
  /** latin-hypercube: also spread the points apart, which takes longer. */
  readonly maximin?: boolean;
}

export type Points = readonly (readonly number[])[];

export interface Design {
  /** What it is for, in one line. */
  readonly about: OwnText;
  /**
   * Whether more points of the same seed begin with the points of fewer, so that a widened study keeps what it has.
   * Morris and Saltelli keep whole blocks, since they have nothing else.
   */
  readonly keepsStart: boolean;
  /** The fewest points that it makes sense with. */
  readonly fewest: (dimensions: number) => number;
  /** The most inputs it can have, where there is such a limit. */
  readonly mostDimensions?: number;
  /** What else is wrong with options, in plain words; null where nothing is. */
  readonly problem?: (options: DesignOptions) => OwnText | null;
  /** Throws a RangeError where `problemWith` names a problem. */
  readonly points: (options: DesignOptions) => Points;
}

const isWhole = (x: number, least: number) => Number.isSafeInteger(x) && x >= least;

/** What is wrong with the options of a design, in plain words; null where nothing is. */
export function problemIn(
  { fewest, mostDimensions = Number.POSITIVE_INFINITY, problem }: Design,
  options: DesignOptions,
): OwnText | null {
  const { dimensions, points, levels } = options;
  if (!isWhole(dimensions, 1)) return tellOfDesign('fewestInputs', { got: dimensions });
  if (dimensions > mostDimensions)
    return tellOfDesign('mostInputs', { most: mostDimensions, got: dimensions });
  const least = fewest(dimensions);
  const inputs = tellOfDesign(dimensions === 1 ? 'oneInput' : 'someInputs', { count: dimensions });
  if (!isWhole(points, least)) return tellOfDesign('fewestPoints', { least, inputs, got: points });
  if (levels !== undefined && !isWhole(levels, 2)) return tellOfDesign('fewestLevels', { got: levels });
  return problem?.(options) ?? null;
}

/** Levels that take more points than there are. */
export function tooMany(count: number, { points, levels = 0, dimensions }: DesignOptions): OwnText | null {
  if (count <= points) return null;
  return tellOfDesign('tooManyLevels', { count, levels, dimensions, got: points });
}

/** The values at equal steps from 0 to 1. */
export const evenly = (levels: number): number[] =>
  Array.from({ length: levels }, (_, k) => k / (levels - 1));
