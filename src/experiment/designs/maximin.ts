/**
 * Spreads the points of a Latin hypercube apart: two points trade one coordinate, which leaves every input's values as
 * they are, and the trade stays when the crowding falls.
 *
 *   crowding = sum over pairs of 1 / distance^10,   so that the nearest pairs count most
 *
 * Morris and Mitchell 1995, doi:10.1016/0378-3758(94)00035-T (their phi with p = 10), by descent alone.
 */
import type { Stream } from '../../random/keys.ts';

const TRIES_PER_POINT = 60;
/** Distances worked out at most, so that large designs stay quick. */
const MOST_WORK = 4e8;

/** Changes the columns in place. */
export function spreadApart(columns: readonly number[][], stream: Stream): void {
  const points = columns[0].length;
  if (points < 3) return;
  const tries = Math.min(TRIES_PER_POINT * points, Math.floor(MOST_WORK / (4 * points * columns.length)));
  const pick = (n: number, t: number, event: number) =>
    Math.floor((stream.drawEvent(t, event) / 4294967296) * n);
  for (let t = 0; t < tries; t++) {
    const column = columns[pick(columns.length, t, 0)];
    const p = pick(points, t, 1);
    const q = (p + 1 + pick(points - 1, t, 2)) % points;
    const before = crowdingOf(columns, p, q);
    trade(column, p, q);
    if (crowdingOf(columns, p, q) >= before) trade(column, p, q);
  }
}

function trade(column: number[], p: number, q: number): void {
  [column[p], column[q]] = [column[q], column[p]];
}

/** What points p and q add; their own distance stays as it is in a trade and is left out. */
function crowdingOf(columns: readonly number[][], p: number, q: number): number {
  let sum = 0;
  for (let other = 0; other < columns[0].length; other++) {
    if (other === p || other === q) continue;
    sum += crowding(columns, p, other) + crowding(columns, q, other);
  }
  return sum;
}

function crowding(columns: readonly number[][], p: number, q: number): number {
  let square = 0;
  for (const column of columns) square += (column[p] - column[q]) * (column[p] - column[q]);
  return 1 / (square * square * square * square * square);
}
