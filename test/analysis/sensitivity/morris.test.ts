import { describe, expect, it } from 'vitest';
import { morrisIndices } from '../../../src/analysis/sensitivity/morris.ts';
import { designs } from '../../../src/experiment/designs/index.ts';
import { gFunction, meansOf, normals, numbers, type Point, played } from './functions.ts';

const paths = (dimensions: number, count: number, seed = 'paths') =>
  designs.morris.points({ dimensions, points: count * (dimensions + 1), seed });
const still = () => 0;
const wide = { width: 99, fewest: 2 };

/**
 * Morris 1991, section 5: 20 inputs on [0, 1]; w = 2 (x - 1/2), for inputs 3, 5 and 7 2 (1.1 x / (x + .1) - 1/2).
 * 20 for the first ten, -15 for pairs of the first six, -10 for threes of the first five, 5 for the first four together; the
 * rest of the first and second order standard normal.
 */
function morris1991(): (x: Point) => number {
  const chance = normals('coefficients');
  return (x) => {
    const w = x.map((u, i) => 2 * ([2, 4, 6].includes(i) ? (1.1 * u) / (u + 0.1) - 0.5 : u - 0.5));
    let y = chance(0, 0);
    w.forEach((wi, i) => {
      y += (i < 10 ? 20 : chance(1, i)) * wi;
      for (let j = i + 1; j < 20; j++) {
        y += (j < 6 ? -15 : chance(2 + i, j)) * wi * w[j];
        for (let l = j + 1; l < 5; l++) y += -10 * wi * w[j] * w[l];
      }
    });
    return y + 5 * w[0] * w[1] * w[2] * w[3];
  };
}

describe('the function of Morris 1991', () => {
  // Published there (figure 1): 1 to 7 strong and bent or tied to others, 8 to 10 strong and straight, 11 to 20 negligible.
  it('is sorted as published: ten of twenty inputs matter, of which three act alone', () => {
    const points = paths(20, 40);
    const found = morrisIndices(
      { outcomes: played(points, morris1991(), 1, still), luck: 'none', seed: 'm', times: 50 },
      points,
      wide,
    );
    const [star, mu, sigma] = [found.muStar, found.mu, found.sigma].map(numbers);
    const weakest = Math.min(...star.slice(0, 10));
    expect(weakest).toBeGreaterThan(3 * Math.max(...star.slice(10)));
    for (const i of [7, 8, 9]) {
      // 20 x 2 per whole range, and normal coefficients of 19 pairs: about 2 sqrt(19 / 2).
      expect(Math.abs(mu[i] - 40)).toBeLessThan(8);
      expect(sigma[i]).toBeLessThan(10);
    }
    for (const i of [0, 1, 2, 3, 4, 5]) expect(sigma[i]).toBeGreaterThan(15);
  });
});

describe('the g function on four levels', () => {
  // On levels 0, 1/3, 2/3, 1 a factor is (2 or 2/3 + a) / (1 + a), and each move by 2/3 changes |4 u - 2| by 4/3.
  it('has the effects worked by hand', () => {
    const a = [0, 1, 9];
    const points = paths(3, 4000);
    const found = morrisIndices(
      { outcomes: played(points, gFunction(a), 1, still), luck: 'none', seed: 'g', times: 50 },
      points,
    );
    a.forEach((own, i) => {
      const others = a.filter((_, j) => j !== i);
      const mean = others.reduce((all, o) => (all * (4 / 3 + o)) / (1 + o), 2 / (1 + own));
      const square = others.reduce(
        (all, o) => (all * (20 / 9 + (8 / 3) * o + o * o)) / (1 + o) ** 2,
        (2 / (1 + own)) ** 2,
      );
      // 4 standard errors of means of 4,000 paths.
      const error = Math.sqrt(square / 4000);
      expect(Math.abs(numbers(found.muStar)[i] - mean)).toBeLessThan(4 * error);
      expect(Math.abs(numbers(found.mu)[i])).toBeLessThan(4 * error);
      expect(numbers(found.sigma)[i] / Math.sqrt(square)).toBeCloseTo(1, 1);
    });
  });
});

describe('luck', () => {
  const points = paths(3, 200);
  const of = ([x, y]: Point) => 10 * x + 4 * y * y;

  it.each(['independent', 'paired'] as const)('gives an input without effect no effect (%s)', (luck) => {
    const chance = normals(luck);
    // Paired: each world has luck of its own and bends the third input a little.
    const noise = (p: number, k: number, [, , z]: Point) =>
      luck === 'paired' ? 50 * chance(0, k) + 0.6 * (z - 0.5) * chance(1, k) : 2 * chance(p, k);
    const outcomes = played(points, of, 8, noise);
    const found = morrisIndices({ outcomes, luck, seed: 'l' }, points);
    const naive = morrisIndices({ outcomes: meansOf(outcomes), luck: 'none', seed: 'l' }, points);
    const [first, second, third] = found.muStar;
    expect(first.value).toBeCloseTo(10, 0);
    expect(second.value).toBeCloseTo(4, 0);
    expect(third.low).toBeLessThan(0);
    expect(Math.abs(third.value ?? 9)).toBeLessThan(0.5);
    expect(naive.muStar[2].low).toBeGreaterThan(luck === 'paired' ? 0 : 0.5);
    expect(numbers(found.sigma)[2]).toBeLessThan(0.45);
    // e of 10 x is 10 on every path; the naive sigma is luck of the means: 2 x sqrt(2) x 1.5 / sqrt(8).
    if (luck === 'independent') expect(numbers(naive.sigma)[0]).toBeCloseTo(1.5, 0);
    expect(numbers(found.sigma)[0]).toBeLessThan(0.45);
  });

  it('is named where there is nothing else', () => {
    const outcomes = played(points, () => 0, 4, normals('all'));
    const found = morrisIndices({ outcomes, luck: 'independent', seed: 'l' }, points);
    expect(found.mu[0].refusal?.en).toMatch(/cannot be told from luck/);
  });
});

describe('ranges and refusals', () => {
  // 200 studies of 20 paths: coverage of 90 % with the standard error .021; twenty paths make a bootstrap short by some
  // points (the spread of n is divided by n, not by n - 1, and it knows no t).
  it('hold the truth about nine times in ten', () => {
    const held = [0, 0];
    for (let study = 0; study < 200; study++) {
      const points = paths(2, 20, `study ${study}`);
      const outcomes = played(points, ([x, y]) => x + 3 * y + x * y, 4, normals(`luck ${study}`));
      const { mu } = morrisIndices(
        { outcomes, luck: 'independent', seed: `${study}`, times: 200 },
        points,
        wide,
      );
      // Means of 1 + y and 3 + x over the levels.
      [1.5, 3.5].forEach((truth, i) => {
        const { low, high } = mu[i];
        if (low !== null && high !== null && low <= truth && high >= truth) held[i]++;
      });
    }
    for (const own of held) {
      expect(own / 200).toBeGreaterThan(0.8);
      expect(own / 200).toBeLessThan(0.97);
    }
  });

  it('refuse seven paths, and a range as wide as the largest effect', () => {
    const points = paths(2, 7);
    const outcomes = played(points, ([x, y]) => x + y, 1, still);
    const few = morrisIndices({ outcomes, luck: 'none', seed: 'r' }, points);
    expect(few.mu[0].refusal?.en).toBe('too few points to say: 7 of the 8 paths that it takes');
    const more = paths(2, 40);
    const noisy = played(
      more,
      ([x, y]) => x + y,
      3,
      (p, k) => 2.5 * normals('n')(p, k),
    );
    const { mu, muStar, sigma } = morrisIndices({ outcomes: noisy, luck: 'independent', seed: 'r' }, more, {
      width: 0.2,
      fewest: 8,
    });
    for (const { refusal } of [...mu, ...muStar, ...sigma]) expect(refusal?.en).toBeDefined();
  });
});
