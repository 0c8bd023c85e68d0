import { describe, expect, it } from 'vitest';
import { CmaEs } from '../../../src/analysis/calibrate/cma-es.ts';
import { normals } from '../sensitivity/functions.ts';

type Of = (x: readonly number[]) => number;
const sphere: Of = (x) => x.reduce((sum, own) => sum + own * own, 0);
/** Axes a thousandfold apart: condition 10^6. */
const ellipsoid: Of = (x) => x.reduce((sum, own, i) => sum + (1000 ** (i / (x.length - 1)) * own) ** 2, 0);
const rosenbrock: Of = (x) =>
  x.slice(1).reduce((sum, own, i) => sum + 100 * (own - x[i] ** 2) ** 2 + (1 - x[i]) ** 2, 0);
/** One long axis, a thousandfold: what the path of the mean is for. */
const cigar: Of = (x) => x.reduce((sum, own, i) => sum + (i === 0 ? own * own : 1e6 * own * own), 0);
/** Turned, so that no axis is of use. */
const turned: Of = (x) =>
  ellipsoid(x.map((_, i) => x.reduce((sum, own, j) => sum + mirror(i, j, x.length) * own, 0)));
const mirror = (i: number, j: number, n: number) => (i === j ? 1 : 0) - 2 / n;

function search(of: Of, start: readonly number[], goal: number, seed = 'cma', most = 30_000) {
  const cma = new CmaEs(start, 0.5, seed);
  while (!cma.ended && cma.best.value > goal && cma.evaluations < most) cma.tell(cma.ask().map(of));
  return cma;
}
const ones = (n: number) => new Array<number>(n).fill(1);

describe('CMA-ES', () => {
  // Measured here: 1,800, 4,300, 4,200, 4,300 and 5,500 evaluations, the sizes that Hansen and Ostermeier 2001 (Evolutionary
  // Computation 9(2):159) show for ten dimensions. Without the path of the mean a cigar takes 8,500.
  it.each([
    ['the sphere', sphere, ones(10), 2700],
    ['an ellipsoid of condition 10^6', ellipsoid, ones(10), 6500],
    ['the same turned', turned, ones(10), 6500],
    ['a cigar', cigar, ones(10), 6500],
    ["Rosenbrock's valley", rosenbrock, new Array<number>(10).fill(0), 8500],
  ])('finds the least of %s in ten dimensions', (_, of, start, most) => {
    for (const seed of ['a', 'b', 'c']) {
      const { best, evaluations } = search(of, start, 1e-10, seed);
      expect(best.value).toBeLessThan(1e-10);
      expect(evaluations).toBeLessThan(most);
      expect(of(best.at)).toBe(best.value);
    }
  });

  it('goes the same way for any rising function of the values', () => {
    const plain = search(sphere, [1, 2, 3], 1e-6);
    const bent = search((x) => Math.log(sphere(x)), [1, 2, 3], Math.log(1e-6));
    expect(bent.best.at).toEqual(plain.best.at);
    expect(bent.evaluations).toBe(plain.evaluations);
  });

  it('finds its way through noise, and around what has no value', () => {
    const luck = normals('noise');
    let n = 0;
    const noisy = search(
      (x) => sphere(x) + 0.01 * luck(n++, 0),
      ones(4),
      Number.NEGATIVE_INFINITY,
      'n',
      2000,
    );
    expect(sphere(noisy.best.at)).toBeLessThan(0.05);
    const holed = search((x) => (x[0] > 0.9 ? Number.NaN : sphere(x)), ones(4), 1e-8);
    expect(holed.best.value).toBeLessThan(1e-8);
  });

  it('gives the same for the same seed, and ends by itself', () => {
    const run = () => search(sphere, [5, -5], -1, 'same');
    expect(run().best).toEqual(run().best);
    expect(run().ended).toBe(true);
    expect(run().best.value).toBeLessThan(1e-15);
  });

  it('works with a single number', () => {
    expect(search(([x]) => (x - 3) ** 2, [0], 1e-12).best.at[0]).toBeCloseTo(3, 5);
  });
});
