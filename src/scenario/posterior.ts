/**
 * Draws that stand in for ranges: what data have said of some inputs.
 *
 *   posterior:
 *     leave.perTie: [0.31, 0.28, 0.35]    a column for each input; all are of one length
 *     people.visits: [4.1, 3.2, 4.4]      row 2 is 0.28 and 3.2: its numbers belong together
 *
 * A world and its twin take row floor(u n), u keyed by (seed, floor(world / 2), 'assumption:posterior'), as all of them are
 * equally likely; with `assumptions: fixed` every input has its median. A plain number that the file gives to an input
 * counts before it, a range does not.
 */
import { Stream } from '../random/keys.ts';
import type { Parameter } from './parameter.ts';
import type { Posterior, Scenario, Value } from './scenario.ts';

type Column = readonly number[];

/** A column, where a world's number comes from it. */
export interface Drawn {
  readonly column: Column;
  /** All draws are one number. */
  readonly isOne: boolean;
  at(row: number | 'median', parameter: Parameter): number;
}

/** Where a posterior settles an input; null where it does not, or the file gives a plain number. */
export function fromPosterior(
  posterior: Posterior | undefined,
  path: string,
  value: Value | undefined,
): Drawn | null {
  if (posterior === undefined || !Object.hasOwn(posterior, path)) return null;
  if (typeof value?.amount === 'number') return null;
  const column = posterior[path];
  return {
    column,
    isOne: column.every((draw) => draw === column[0]),
    at: (row, { kind }) => {
      if (row !== 'median') return column[row];
      const median = posteriorQuantile(column, 0.5);
      return kind === 'count' ? Math.round(median) : median;
    },
  };
}

/** The row that a world takes. */
export function posteriorRow(
  { posterior, assumptions }: Pick<Scenario, 'posterior' | 'assumptions'>,
  seed: Uint32Array,
  world: number,
): number | 'median' {
  if (posterior === undefined || assumptions === 'fixed') return 'median';
  const rows = Object.values(posterior)[0].length;
  const u = new Stream(seed, Math.floor(world / 2), 'assumption:posterior').on(-1).uniform(0);
  return Math.floor(u * rows);
}

/** Where a draw stands in its column, from 0 to 1: of those that equal it half are below. */
export function midRank(column: Column, draw: number): number {
  let below = 0;
  let equal = 0;
  for (const each of column) {
    if (each < draw) below++;
    else if (each === draw) equal++;
  }
  return (below + equal / 2) / column.length;
}

const rising = new WeakMap<Column, Float64Array>();

/** The value below which a share `u` of a column lies: draw number i of n in rising order stands at (i - 1/2) / n. */
export function posteriorQuantile(column: Column, u: number): number {
  const sorted = rising.get(column) ?? Float64Array.from(column).sort();
  rising.set(column, sorted);
  const place = Math.min(sorted.length - 1, Math.max(0, u * sorted.length - 0.5));
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
