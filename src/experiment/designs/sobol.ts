/**
 * Sobol sequence with Owen's scrambling: points that fill the cube more evenly than chance does.
 *
 *   x[p] = XOR of v[k] over the bits k that are set in p ^ (p >> 1)                      (Antonov and Saleev 1979)
 *   scrambled: bit k of x is turned by a coin of its own for each value of the bits above it (Owen 1995)
 *
 * The coins are keyed draws, so nothing is kept in memory and a point is the same however many there are: a wider study
 * keeps its start, and a further input leaves the others where they were. Powers of two are the most even. Each
 * coordinate alone is uniform on the whole range, so estimates are without bias, which those of the bare sequence are not.
 */
import { draw, toUniform } from '../../random/draw.ts';
import { Stream, seedWords } from '../../random/keys.ts';
import type { DesignOptions, Points } from './design.ts';
import { BITS, directions } from './sobol-directions.ts';

export function sobol({ dimensions, points, seed }: DesignOptions): Points {
  const words = seedWords(seed);
  const columns = Array.from({ length: dimensions }, (_, j) => {
    const stream = new Stream(words, 0, `sobol design: ${j}`);
    return Array.from(scrambled(bareSobol(j, points), stream), toUniform);
  });
  return Array.from({ length: points }, (_, p) => columns.map((column) => column[p]));
}

/** A coordinate of the bare sequence, as 32 bits. */
export function bareSobol(dimension: number, points: number): Uint32Array {
  const v = directions(dimension);
  const x = new Uint32Array(points);
  for (let p = 1; p < points; p++) x[p] = x[p - 1] ^ v[lowestZero(p - 1)];
  return x;
}

/** Place of the lowest bit that is not set. */
const lowestZero = (n: number): number => 31 - Math.clz32(~n & (n + 1));

function scrambled(x: Uint32Array, stream: Stream): Uint32Array {
  const keys = Array.from({ length: BITS }, (_, k) => {
    const { a, b } = stream.on(k);
    return [a, b] as const;
  });
  return x.map((bits) => {
    let turned = 0;
    for (let k = 0; k < BITS; k++) {
      const above = k === 0 ? 0 : bits >>> (BITS - k);
      const [a, b] = keys[k];
      turned |= (draw(a, b, above) >>> 31) << (BITS - 1 - k);
    }
    return bits ^ turned;
  });
}
