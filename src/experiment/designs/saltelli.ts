/**
 * Saltelli's blocks for Sobol indices: for each base point two independent places a and b, and a with one coordinate
 * after the other taken from b.
 *
 *   a, b, a with b[0], a with b[1], ...                 inputs + 2 points a block, block after block
 *
 * a and b are the two halves of a scrambled Sobol point of twice as many dimensions. More points are more blocks: the
 * start is kept. Powers of two of blocks are the most even. Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018.
 */
import type { DesignOptions, Points } from './design.ts';
import { sobol } from './sobol.ts';

export function saltelli({ dimensions, points, seed }: DesignOptions): Points {
  const blocks = Math.floor(points / (dimensions + 2));
  return sobol({ dimensions: 2 * dimensions, points: blocks, seed }).flatMap((base) => {
    const a = base.slice(0, dimensions);
    const b = base.slice(dimensions);
    return [a, b, ...a.map((_, i) => a.map((u, j) => (i === j ? b[j] : u)))];
  });
}

/** One block. */
export const fewestOfSaltelli = (dimensions: number): number => dimensions + 2;
