/**
 * Every combination of evenly spaced values, both ends among them. The last input turns fastest.
 *
 *   levels^inputs points;  levels: the most for which they fit, where none is given
 *
 * A grid with more levels is another grid: nothing is kept.
 */
import type { OwnText } from '../../scenario/scenario.ts';
import { type DesignOptions, evenly, type Points, tooMany } from './design.ts';

export function grid({ dimensions, points, levels = mostLevels(dimensions, points) }: DesignOptions): Points {
  const count = power(levels, dimensions);
  const values = evenly(levels);
  return Array.from({ length: count }, (_, place) => {
    const point: number[] = [];
    for (let rest = place, j = 0; j < dimensions; j++, rest = Math.floor(rest / levels))
      point.unshift(values[rest % levels]);
    return point;
  });
}

export const problemOfGrid = (options: DesignOptions): OwnText | null =>
  options.levels === undefined ? null : tooMany(power(options.levels, options.dimensions), options);

/** Two levels of each input. */
export const fewestOfGrid = (dimensions: number): number => power(2, dimensions);

function mostLevels(dimensions: number, points: number): number {
  let levels = 2;
  while (power(levels + 1, dimensions) <= points) levels++;
  return levels;
}

function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent && product < Number.MAX_SAFE_INTEGER; i++) product *= base;
  return product;
}
