/**
 * The least of a smooth function of a few numbers, without its slopes: the simplex of Nelder and Mead 1965 (The Computer
 * Journal 7(4):308-313) with their coefficients, begun anew from where it stops until a new beginning gains nothing.
 */

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

/** Values and places closer than this, relative to their size, count as the same. */
const CLOSE = 1e-12;
const MOST_STEPS = 4000;
const MOST_RESTARTS = 20;

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

export function minimize(of: (at: readonly number[]) => number, start: readonly number[], step = 1): Minimum {
  let best = descend(of, start, step);
  for (let restart = 0; restart < MOST_RESTARTS; restart++) {
    const next = descend(of, best.at, step / 4);
    const gain = best.value - next.value;
    if (gain > 0) best = next;
    if (!(gain > CLOSE * (Math.abs(best.value) + 1))) break;
  }
  return best;
}

function descend(of: (at: readonly number[]) => number, start: readonly number[], step: number): Corner {
  const corner = (at: readonly number[]): Corner => {
    const value = of(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const moved = start.map((_, i) => start.map((x, j) => (i === j ? x + step : x)));
  let corners = [start, ...moved].map(corner);
  for (let n = 0; n < MOST_STEPS; n++) {
    corners.sort((a, b) => a.value - b.value);
    if (isSmall(corners)) break;
    const next = replaceWorst(corners, corner);
    corners = next ?? corners.map(({ at }) => corner(toward(corners[0].at, at, 0.5)));
  }
  corners.sort((a, b) => a.value - b.value);
  return corners[0];
}

/** `from` moved by `part` of the way to `to`. */
function toward(from: readonly number[], to: readonly number[], part: number): number[] {
  return from.map((x, i) => x + part * (to[i] - x));
}

/** The sorted corners with the worst moved to a better place; null where none was found. */
function replaceWorst(
  corners: readonly Corner[],
  corner: (at: readonly number[]) => Corner,
): Corner[] | null {
  const others = corners.slice(0, -1);
  const worst = corners[corners.length - 1];
  const center = worst.at.map((_, i) => others.reduce((sum, { at }) => sum + at[i], 0) / others.length);
  const reflected = corner(toward(center, worst.at, -1));
  if (reflected.value < corners[0].value) {
    const further = corner(toward(center, worst.at, -2));
    return [...others, further.value < reflected.value ? further : reflected];
  }
  if (reflected.value < others[others.length - 1].value) return [...others, reflected];
  const nearer = reflected.value < worst.value ? reflected : worst;
  const inside = corner(toward(center, nearer.at, 0.5));
  return inside.value < nearer.value ? [...others, inside] : null;
}

function isSmall(corners: readonly Corner[]): boolean {
  const [best, worst] = [corners[0], corners[corners.length - 1]];
  const size = best.at.reduce((most, x, i) => Math.max(most, Math.abs(x - worst.at[i])), 0);
  return worst.value - best.value <= CLOSE * Math.abs(best.value) && size < 1e-6;
}
