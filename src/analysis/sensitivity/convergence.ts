/**
 * Whether more points would still move an index: the index and its range from ever more of the points, as rows for a
 * plot. A curve that still climbs or falls at its end is not there yet.
 *
 *   counts: doubled from `fewest` blocks (paths, points) up to all of them
 *
 * For designs whose start is itself a design of their kind (random, Sobol, Morris, Saltelli).
 */
import type { Index } from './ranges.ts';

export interface Step {
  /** Blocks, paths or points. */
  readonly count: number;
  /** Name of the index, such as `first`. */
  readonly index: string;
  readonly input: number;
  /** Null where it cannot be given from so few. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export function convergence(
  blocks: number,
  fewest: number,
  analyze: (count: number) => Readonly<Record<string, readonly Index[]>>,
): Step[] {
  const counts: number[] = [];
  for (let count = fewest; count < blocks; count *= 2) counts.push(count);
  return [...counts, blocks].flatMap((count) =>
    Object.entries(analyze(count)).flatMap(([index, inputs]) =>
      inputs.map(({ value, low, high }, input) => ({ count, index, input, value, low, high })),
    ),
  );
}
