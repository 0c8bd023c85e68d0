/**
 * What moves the difference most: each uncertain input against the difference, over twins.
 *
 *   low, high   mean difference of the twins in the lowest and the highest fifth of the input's draws
 *   slope       least squares of the twins' mean differences on where the input stands in its range (u from 0 to 1)
 *   clear       |slope| is over z times its standard error: 3 for one input, more for many (weakest.ts)
 *   flipAt      the u at which that line crosses 0, where it does so between the ends of the range (u = 0.05 and 0.95) and
 *               the mean of the fifth at that end has turned as well
 *
 * Draws are independent of each other, so one input at a time is enough; the rest is noise about its line. Twins share
 * their draws and count once.
 */
import { mean } from 'simple-statistics';
import type { Draws } from '../scenario/draws.ts';
import { beyondChance } from './weakest.ts';
import { twinMeans } from './worlds.ts';

export interface Driver {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  /** From one end of the draws to the other. */
  readonly slope: number;
  /** Further from no effect than the largest of so many idle inputs would be by chance. */
  readonly clear: boolean;
  /** The mean difference at `u` by the line. */
  readonly at: (u: number) => number;
  /** Where the sign turns; null where it does not within the range, or nothing is clear. */
  readonly flipAt: number | null;
}

/** Twins in a fifth; fewer say nothing. */
const FEWEST = 5;
/** A range names the 5th and the 95th percentile of what is drawn. */
const RANGE_ENDS = [0.05, 0.95] as const;

/** Every uncertain input, the one that moves the difference most first; none where there are too few twins. */
export function drivers(
  differences: ArrayLike<number>,
  ids: readonly number[],
  { paths, uniform }: Draws,
): Driver[] {
  const clusters = twinMeans(differences, ids);
  if (clusters.length < 5 * FEWEST) return [];
  const errors = beyondChance(paths.length);
  return paths
    .map((path) =>
      driverOf(
        path,
        errors,
        clusters.map(({ world, mean: y }) => ({ u: uniform(world, path), y })),
      ),
    )
    .sort((a, b) => Math.abs(b.slope) - Math.abs(a.slope));
}

interface Point {
  readonly u: number;
  readonly y: number;
}

function driverOf(path: string, errors: number, points: readonly Point[]): Driver {
  const rising = [...points].sort((a, b) => a.u - b.u);
  const fifth = Math.floor(rising.length / 5);
  const meanOf = (part: readonly Point[]) => mean(part.map(({ y }) => y));
  const { slope, error, at } = lineThrough(rising);
  const low = meanOf(rising.slice(0, fifth));
  const high = meanOf(rising.slice(-fifth));
  const clear = Math.abs(slope) > errors * error;
  const turnsBothWays = low > 0 !== high > 0;
  return { path, low, high, slope, clear, at, flipAt: clear && turnsBothWays ? crossing(at) : null };
}

/** Least squares, and the standard error of the slope. */
function lineThrough(points: readonly Point[]) {
  const middle = { u: mean(points.map(({ u }) => u)), y: mean(points.map(({ y }) => y)) };
  let squares = 0;
  let products = 0;
  for (const { u, y } of points) {
    squares += (u - middle.u) ** 2;
    products += (u - middle.u) * (y - middle.y);
  }
  const slope = squares === 0 ? 0 : products / squares;
  const at = (u: number) => middle.y + slope * (u - middle.u);
  let rest = 0;
  for (const { u, y } of points) rest += (y - at(u)) ** 2;
  const error = squares === 0 ? 0 : Math.sqrt(rest / Math.max(1, points.length - 2) / squares);
  return { slope, error, at };
}

function crossing(at: (u: number) => number): number | null {
  const [from, to] = RANGE_ENDS.map(at);
  if (from === to || from > 0 === to > 0) return null;
  const [low, high] = RANGE_ENDS;
  return low + ((high - low) * -from) / (to - from);
}

/** The flip that is nearest to what is assumed: the middle of the range. */
export function nearestFlip(found: readonly Driver[]): (Driver & { readonly flipAt: number }) | null {
  let nearest: (Driver & { readonly flipAt: number }) | null = null;
  for (const driver of found) {
    const { flipAt } = driver;
    if (flipAt === null) continue;
    if (nearest === null || Math.abs(flipAt - 0.5) < Math.abs(nearest.flipAt - 0.5))
      nearest = { ...driver, flipAt };
  }
  return nearest;
}
