/**
 * Latin hypercube: each input's range is cut into as many equal parts as there are points, and every part holds one.
 *
 *   u[p][j] = (order_j[p] + luck) / points,   order_j a random order of 0 .. points - 1
 *
 * McKay, Beckman and Conover 1979, doi:10.2307/1268522. With more points the parts are others: nothing is kept.
 */
import { Stream, seedWords } from '../../random/keys.ts';
import type { DesignOptions, Points } from './design.ts';
import { spreadApart } from './maximin.ts';

export function latinHypercube({ dimensions, points, seed, maximin = false }: DesignOptions): Points {
  const words = seedWords(seed);
  const columns = Array.from({ length: dimensions }, (_, j) => {
    const order = randomOrder(points, new Stream(words, 0, `latin hypercube order: ${j}`));
    const luck = new Stream(words, 0, `latin hypercube: ${j}`);
    return order.map((part, p) => (part + luck.uniform(p)) / points);
  });
  if (maximin) spreadApart(columns, new Stream(words, 0, 'latin hypercube maximin'));
  return Array.from({ length: points }, (_, p) => columns.map((column) => column[p]));
}

/** 0 .. count - 1 in the order of their draws, none of which is the same as another. */
export function randomOrder(count: number, stream: Stream): number[] {
  const places = Array.from({ length: count }, (_, k) => k);
  return places.sort((a, b) => stream.draw(a) - stream.draw(b));
}
