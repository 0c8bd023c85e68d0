/** Functions whose indices are known exactly, and luck to plant on them. */

import { designs } from '../../../src/experiment/designs/index.ts';
import { Stream, seedWords } from '../../../src/random/keys.ts';
import { normalQuantile } from '../../../src/random/normal.ts';

export type Point = readonly number[];

/** Ishigami and Homma 1990 with a = 7, b = .1 on the unit cube; its variance is a^2 / 8 + b pi^4 / 5 + b^2 pi^8 / 18 + 1 / 2. */
export function ishigami([u1, u2, u3]: Point): number {
  const [x1, x2, x3] = [u1, u2, u3].map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}

export const ishigamiVariance = 49 / 8 + (0.1 * Math.PI ** 4) / 5 + (0.01 * Math.PI ** 8) / 18 + 0.5;

/** Sobol's g function: the product of (|4 u - 2| + a) / (1 + a). */
export const gFunction =
  (a: readonly number[]) =>
  (u: Point): number =>
    a.reduce((product, own, i) => (product * (Math.abs(4 * u[i] - 2) + own)) / (1 + own), 1);

/** Its exact indices: V[i] = 1 / (3 (1 + a[i])^2), V = product of (1 + V[i]) - 1. */
export function gIndices(a: readonly number[]) {
  const parts = a.map((own) => 1 / (3 * (1 + own) ** 2));
  const product = parts.reduce((all, v) => all * (1 + v), 1);
  const variance = product - 1;
  return {
    variance,
    first: parts.map((v) => v / variance),
    total: parts.map((v) => (v * product) / (1 + v) / variance),
  };
}

/** Standard normal luck of a point and world; the same at every point where `p` is. */
export function normals(seed: string) {
  const stream = new Stream(seedWords(seed), 0, 'planted luck');
  return (p: number, k: number): number => normalQuantile((stream.drawEvent(p, k) + 0.5) / 4294967296);
}

/** Outcomes of `worlds` worlds at each point: the function plus luck. */
export function played(
  points: readonly Point[],
  of: (point: Point) => number,
  worlds: number,
  luck: (p: number, k: number, point: Point) => number,
): Float64Array[] {
  return points.map((point, p) => {
    const y = of(point);
    return Float64Array.from({ length: worlds }, (_, k) => y + luck(p, k, point));
  });
}

export const meansOf = (outcomes: readonly Float64Array[]): Float64Array[] =>
  outcomes.map((row) => Float64Array.of(row.reduce((sum, y) => sum + y / row.length, 0)));

/** Limits that refuse nothing. */
export const any = { width: 99, fewest: 2 };

/** A question about outcomes without luck. */
export const one = (y: readonly Float64Array[]) => ({
  outcomes: y,
  luck: 'none' as const,
  seed: 'x',
  times: 100,
});

export const numbers = (indices: readonly { readonly value: number | null }[]) =>
  indices.map(({ value }) => value ?? Number.NaN);

/** Points that fill the cube. */
export const cube = (dimensions: number, count: number, seed = 'cube') =>
  designs['latin-hypercube'].points({ dimensions, points: count, seed });
