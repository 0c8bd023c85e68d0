/**
 * The indices that a design supports: Morris paths for paths, Sobol indices for Saltelli's blocks, rank correlation and PAWN
 * for whatever fills the ranges; none for a grid or one input at a time.
 */
import { convergence, type Step } from './convergence.ts';
import type { Outcomes } from './luck.ts';
import { morrisIndices, morrisLimits } from './morris.ts';
import { pawn } from './pawn.ts';
import { prcc, prccLimits } from './prcc.ts';
import type { Index } from './ranges.ts';
import type { units } from './refusals.ts';
import { sobolIndices, sobolLimits } from './sobol.ts';
import type { Variances } from './variance.ts';

export interface Tried {
  /** Name of the design (experiment/designs). */
  readonly design: string;
  /** In the order of the design, in the unit cube. */
  readonly points: readonly (readonly number[])[];
  /** A row a point, a number a world; the same worlds at every point. */
  readonly outcomes: Outcomes;
  /** Of the bootstrap. */
  readonly seed: string;
}

export interface Sensitivity {
  /** By name of the index, then by input. */
  readonly indices: Readonly<Partial<Record<IndexName, readonly Index[]>>>;
  readonly unit: keyof typeof units;
  /** Paths, blocks or points that there are. */
  readonly count: number;
  readonly worlds: number;
  readonly variance: Variances;
  /** PAWN of an input that does nothing; null where there is no PAWN. */
  readonly floor: number | null;
  /** The same from ever more of the points; empty where the start of a design is none itself. */
  readonly steps: readonly Step[];
}

export type IndexName = 'muStar' | 'mu' | 'sigma' | 'first' | 'total' | 'rank' | 'rankWithoutLuck' | 'pawn';

/** Resamples for a curve of convergence: rough ranges do. */
const ROUGH = 100;

type Analysis = Omit<Sensitivity, 'steps'>;

/** The indices that the design supports; null where it supports none. */
export function sensitivityOf(tried: Tried): Sensitivity | null {
  const { design, points } = tried;
  const dimensions = points[0].length;
  if (design === 'morris') return withSteps(tried, dimensions + 1, morrisLimits.fewest, ofPaths);
  if (design === 'saltelli') return withSteps(tried, dimensions + 2, sobolLimits.fewest, ofBlocks);
  if (design === 'latin-hypercube') return { ...ofPoints(tried), steps: [] };
  if (design === 'random' || design === 'sobol') return withSteps(tried, 1, prccLimits.fewest, ofPoints);
  return null;
}

function withSteps(
  tried: Tried,
  size: number,
  fewest: number,
  analyze: (tried: Tried, times?: number) => Analysis,
): Sensitivity {
  const { points, outcomes } = tried;
  const whole = Math.floor(points.length / size);
  const first = (count: number): Tried => ({
    ...tried,
    points: points.slice(0, count * size),
    outcomes: outcomes.slice(0, count * size),
  });
  const all = analyze(first(whole));
  const isGiven = Object.values(all.indices).some((index) => index.some(({ refusal }) => refusal === null));
  const steps = isGiven
    ? convergence(whole, fewest, (count) => analyze(first(count), count < whole ? ROUGH : undefined).indices)
    : [];
  return { ...all, steps };
}

const asked = ({ outcomes, seed }: Tried, times?: number) => ({
  outcomes,
  luck: 'paired' as const,
  seed,
  ...(times !== undefined && { times }),
});

function ofPaths(tried: Tried, times?: number): Analysis {
  const { muStar, mu, sigma, paths, worlds, variance } = morrisIndices(asked(tried, times), tried.points);
  return { indices: { muStar, mu, sigma }, unit: 'paths', count: paths, worlds, variance, floor: null };
}

function ofBlocks(tried: Tried, times?: number): Analysis {
  const { first, total, blocks, worlds, variance } = sobolIndices(
    asked(tried, times),
    tried.points[0].length,
  );
  return { indices: { total, first }, unit: 'blocks', count: blocks, worlds, variance, floor: null };
}

function ofPoints(tried: Tried, times?: number): Analysis {
  const { value, corrected, points, worlds, variance } = prcc(asked(tried, times), tried.points);
  const { median, floor } = pawn(asked(tried, times), tried.points);
  return {
    indices: { rank: value, rankWithoutLuck: corrected, pawn: median },
    unit: 'points',
    count: points,
    worlds,
    variance,
    floor,
  };
}
