/**
 * The middle of all inputs, then each input alone over evenly spaced values, both ends among them, the others staying
 * in the middle.
 *
 *   1 + inputs x levels points, less the middle where an input would meet it again (an odd number of levels)
 *
 * Says nothing of how inputs act together. More levels are other values: nothing is kept but the middle.
 */
import type { OwnText } from '../../scenario/scenario.ts';
import { type DesignOptions, evenly, type Points, tooMany } from './design.ts';

export function oneAtATime({
  dimensions,
  points,
  levels = mostLevels(dimensions, points),
}: DesignOptions): Points {
  const values = besideMiddle(levels);
  const middle = Array.from({ length: dimensions }, () => 0.5);
  const moved = middle.flatMap((_, i) => values.map((value) => middle.map((u, j) => (i === j ? value : u))));
  return [middle, ...moved];
}

const besideMiddle = (levels: number): number[] => evenly(levels).filter((value) => value !== 0.5);

export const problemOfOneAtATime = (options: DesignOptions): OwnText | null =>
  options.levels === undefined
    ? null
    : tooMany(1 + options.dimensions * besideMiddle(options.levels).length, options);

/** The middle and both ends of each input. */
export const fewestOneAtATime = (dimensions: number): number => 1 + 2 * dimensions;

/** Values an input can have beside the middle; an odd number of levels has one in the middle for nothing. */
function mostLevels(dimensions: number, points: number): number {
  const beside = Math.floor((points - 1) / dimensions);
  return beside % 2 === 0 ? beside + 1 : beside;
}
