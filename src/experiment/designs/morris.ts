/**
 * Morris paths: each starts at a random place of a grid and moves every input once, in random order, by delta.
 *
 *   levels p (even, 4 unless said),  delta = p / (2 (p - 1)),  a start below 1 - delta for what goes up, above delta for what
 *   goes down, each by an even coin;  inputs + 1 points a path, path after path
 *
 * With an even p all levels are met equally often. More points are more paths: the start is kept. Morris 1991,
 * doi:10.2307/1269043.
 */
import { Stream, seedWords } from '../../random/keys.ts';
import type { OwnText } from '../../scenario/scenario.ts';
import type { DesignOptions, Points } from './design.ts';
import { randomOrder } from './latin-hypercube.ts';
import { tellOfDesign } from './words.ts';

export function morris({ dimensions, points, seed, levels = 4 }: DesignOptions): Points {
  const words = seedWords(seed);
  const stream = new Stream(words, 0, 'morris design');
  const order = new Stream(words, 0, 'morris design: order');
  const paths = Math.floor(points / (dimensions + 1));
  return Array.from({ length: paths }, (_, path) => pathOf(path, dimensions, levels, stream, order)).flat();
}

export const problemOfMorris = ({ levels = 4 }: DesignOptions): OwnText | null =>
  levels % 2 === 0 ? null : tellOfDesign('evenLevels', { got: levels });

/** A start and one move for each input. */
export const fewestOfMorris = (dimensions: number): number => dimensions + 1;

function pathOf(path: number, dimensions: number, levels: number, stream: Stream, order: Stream): number[][] {
  const steps = levels / 2;
  const at = Array.from({ length: dimensions }, (_, j) => {
    const low = Math.floor((stream.drawEvent(path, 2 * j) / 4294967296) * steps);
    const goesUp = stream.drawEvent(path, 2 * j + 1) < 2147483648;
    return goesUp ? { from: low, to: low + steps } : { from: low + steps, to: low };
  });
  const level = (k: number) => k / (levels - 1);
  const place = at.map(({ from }) => level(from));
  const rows = [[...place]];
  for (const j of randomOrder(dimensions, order.on(path))) {
    place[j] = level(at[j].to);
    rows.push([...place]);
  }
  return rows;
}
