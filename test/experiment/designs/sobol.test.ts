import { describe, expect, it } from 'vitest';
import { designs } from '../../../src/experiment/designs/index.ts';
import { bareSobol } from '../../../src/experiment/designs/sobol.ts';
import { MOST_DIMENSIONS } from '../../../src/experiment/designs/sobol-directions.ts';

// Printed by scipy 1.17.1: stats.qmc.Sobol(d, scramble=False, bits=32), times 2^32.
describe('the bare sequence is that of scipy', () => {
  it('in its first points', () => {
    const first = [0, 1, 2, 3, 4].map((j) => [...bareSobol(j, 8)].map((x) => x / 2 ** 32));
    expect(first).toEqual([
      [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125],
      [0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625],
      [0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375],
      [0, 0.5, 0.25, 0.75, 0.875, 0.375, 0.625, 0.125],
      [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125],
    ]);
  });

  it('in all 256 dimensions of the first 4,096 points, by a weighted sum', () => {
    const prime = 2 ** 31 - 1;
    let sum = 0n;
    for (let j = 0; j < MOST_DIMENSIONS; j++)
      bareSobol(j, 4096).forEach((x, p) => {
        sum += BigInt(((p * 31 + j * 17) % 1009) * x);
      });
    expect(Number(sum % BigInt(prime))).toBe(939417609);
  });

  it('in a point far on', () => {
    const far = 2 ** 20 + 12345;
    expect([0, 1, 2, 17, 100, 255].map((j) => bareSobol(j, far + 1)[far])).toEqual([
      2752780288, 2822535168, 2230614016, 3338823680, 3637659648, 1952839680,
    ]);
  });
});

describe('scrambling', () => {
  const points = designs.sobol.points({ dimensions: 6, points: 256, seed: 'even' });

  it('keeps one point in every 256th of each input', () => {
    for (let j = 0; j < 6; j++)
      expect(new Set(points.map((point) => Math.floor(point[j] * 256))).size).toBe(256);
  });

  it('keeps one point in every box of area 1/256 of the first two inputs, however it is cut', () => {
    for (let cuts = 0; cuts <= 8; cuts++) {
      const boxes = points.map(([x, y]) => `${Math.floor(x * 2 ** cuts)} ${Math.floor(y * 2 ** (8 - cuts))}`);
      expect(new Set(boxes).size).toBe(256);
    }
  });

  // 2,000 seeds: the mean of a uniform has the standard error .0065; 4 of them.
  it('puts a point anywhere with equal chance, and two inputs apart from each other', () => {
    const seeds = Array.from({ length: 2000 }, (_, s) =>
      designs.sobol.points({ dimensions: 2, points: 4, seed: `seed ${s}` }),
    );
    const mean = (of: (found: readonly (readonly number[])[]) => number) =>
      seeds.reduce((sum, found) => sum + of(found) / seeds.length, 0);
    for (const p of [0, 3])
      for (const j of [0, 1]) expect(Math.abs(mean((found) => found[p][j]) - 0.5)).toBeLessThan(0.026);
    const together = mean((found) => (found[0][0] - 0.5) * (found[0][1] - 0.5));
    expect(Math.abs(together)).toBeLessThan((4 / 12) * Math.sqrt(1 / 2000));
    // A shift alone would turn the second bits of two points alike.
    const secondBit = (found: readonly (readonly number[])[], p: number) => Math.floor(found[p][0] * 4) % 2;
    const alike = mean((found) => (secondBit(found, 0) === secondBit(found, 1) ? 1 : 0));
    expect(Math.abs(alike - 0.5)).toBeLessThan(4 * 0.0112);
    const byDepth = mean((found) => ((found[0][0] * 1024) % 1) - 0.5);
    expect(Math.abs(byDepth)).toBeLessThan(0.026);
  });

  // The mean of x y z over 256 points: by chance its variance is (1/27 - 1/64) / 256 = 8.4e-5.
  it('makes the mean of a smooth function at least a hundred times surer than chance does', () => {
    const errors = Array.from({ length: 100 }, (_, s) => {
      const found = designs.sobol.points({ dimensions: 3, points: 256, seed: `${s}` });
      return found.reduce((sum, [x, y, z]) => sum + (x * y * z) / 256, 0) - 1 / 8;
    });
    const variance = errors.reduce((sum, e) => sum + (e * e) / 100, 0);
    expect(variance).toBeLessThan(8.4e-5 / 100);
    expect(variance).toBeGreaterThan(0);
  });
});
