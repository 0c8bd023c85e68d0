/**
 * Independent uniform points: point number p has the same coordinates however many points and inputs there are, so a
 * wider study keeps its start, and a further input leaves the others where they were.
 */
import { Stream, seedWords } from '../../random/keys.ts';
import type { DesignOptions, Points } from './design.ts';

export function random({ dimensions, points, seed }: DesignOptions): Points {
  const words = seedWords(seed);
  const inputs = Array.from({ length: dimensions }, (_, j) => new Stream(words, 0, `random design: ${j}`));
  return Array.from({ length: points }, (_, p) => inputs.map((input) => input.uniform(p)));
}
