import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DesignName, designNames, designs, problemWith } from '../../../src/experiment/designs/index.ts';

const options = fc.record({
  dimensions: fc.integer({ min: 1, max: 5 }),
  points: fc.integer({ min: 40, max: 90 }),
  seed: fc.string({ maxLength: 5 }),
});

describe.each(designNames)('%s', (name) => {
  const { points, about, keepsStart } = designs[name];

  it('stays in the unit cube, within the number of points, with one coordinate an input', () => {
    fc.assert(
      fc.property(options, (asked) => {
        const found = points(asked);
        expect(found.length).toBeLessThanOrEqual(asked.points);
        expect(found.length).toBeGreaterThanOrEqual(designs[name].fewest(asked.dimensions));
        for (const point of found) {
          expect(point).toHaveLength(asked.dimensions);
          for (const u of point) expect(u >= 0 && u <= 1).toBe(true);
        }
      }),
      { seed: 6, numRuns: 50 },
    );
  });

  it('gives the same points for the same seed', () => {
    const asked = { dimensions: 3, points: 64, seed: 'again' };
    expect(points(asked)).toEqual(points(asked));
  });

  it('says what it is for in both languages, in one line', () => {
    for (const text of [about.en, about['zh-CN']]) expect(text).toMatch(/^[^\n]{10,110}$/);
    expect(about['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it(keepsStart ? 'keeps its start when it is widened' : 'does not claim to keep its start', () => {
    const few = points({ dimensions: 3, points: 65, seed: 'wide' });
    const many = points({ dimensions: 3, points: 130, seed: 'wide' });
    if (keepsStart) expect(many.slice(0, few.length)).toEqual(few);
    else expect(many.slice(0, few.length)).not.toEqual(few);
  });

  it('refuses nonsense in words', () => {
    const asked = { dimensions: 3, points: 64, seed: 'x' };
    expect(problemWith(name, asked)).toBeNull();
    expect(() => points({ ...asked, dimensions: 0 })).toThrow(
      `${name}: inputs must be a whole number of at least 1; got 0`,
    );
    for (const few of [0, -1, 1.5, Number.NaN])
      expect(problemWith(name, { ...asked, points: few })).toMatch(/^points must be a whole number of at /);
    expect(problemWith(name, { ...asked, levels: 1 })).toMatch(/^levels must be a whole number of at /);
  });
});

it('names what a block design and a grid need', () => {
  const problem = (name: DesignName, dimensions: number, points: number, levels?: number) =>
    problemWith(name, { dimensions, points, seed: 'x', ...(levels && { levels }) });
  expect(problem('saltelli', 3, 4)).toBe('points must be a whole number of at least 5 for 3 inputs; got 4');
  expect(problem('morris', 1, 1)).toBe('points must be a whole number of at least 2 for 1 input; got 1');
  expect(problem('morris', 2, 9, 5)).toBe('levels must be even for paths; got 5');
  expect(problem('grid', 2, 99, 10)).toBe('points must be at least 100 for 10 levels of 2 inputs; got 99');
  expect(problem('grid', 400, 1e6)).toMatch(/^points must be a whole number of at least \d+ for 400 inputs/);
  expect(problem('one-at-a-time', 2, 9, 5)).toBeNull();
  expect(problem('one-at-a-time', 2, 8, 5)).toMatch(/^points must be at least 9 /);
  expect(problem('saltelli', 129, 1e6)).toBe('inputs must be at most 128; got 129');
  expect(problem('sobol', 257, 10)).toBe('inputs must be at most 256; got 257');
});

describe('random, sobol and saltelli', () => {
  it.each(['random', 'sobol'] as const)('%s leaves inputs where they were when another is added', (name) => {
    const two = designs[name].points({ dimensions: 2, points: 50, seed: 's' });
    const three = designs[name].points({ dimensions: 3, points: 50, seed: 's' });
    expect(three.map((point) => point.slice(0, 2))).toEqual(two);
  });

  it.each(['random', 'sobol', 'saltelli', 'latin-hypercube'] as const)('%s never reaches 0 or 1', (name) => {
    const found = designs[name].points({ dimensions: 2, points: 2000, seed: 's' }).flat();
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(Math.max(...found)).toBeLessThan(1);
  });
});

describe('grid', () => {
  it('has every combination, worked by hand', () => {
    expect(designs.grid.points({ dimensions: 2, points: 8, seed: '' })).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    const nine = designs.grid.points({ dimensions: 2, points: 9, seed: '' });
    expect(nine).toHaveLength(9);
    expect(nine[5]).toEqual([0.5, 1]);
  });
});

describe('one-at-a-time', () => {
  it('starts in the middle and moves one input, worked by hand', () => {
    expect(designs['one-at-a-time'].points({ dimensions: 2, points: 5, seed: '' })).toEqual([
      [0.5, 0.5],
      [0, 0.5],
      [1, 0.5],
      [0.5, 0],
      [0.5, 1],
    ]);
  });

  it('uses all points that it is given where an input can have as many values', () => {
    for (const points of [5, 9, 13, 17])
      expect(designs['one-at-a-time'].points({ dimensions: 2, points, seed: '' })).toHaveLength(points);
  });
});

describe('latin-hypercube', () => {
  const asked = { dimensions: 3, points: 40, seed: 'latin' };
  const nearestPair = (points: readonly (readonly number[])[]) =>
    Math.min(
      ...points.flatMap((a, i) => points.slice(i + 1).map((b) => Math.hypot(...a.map((u, j) => u - b[j])))),
    );

  it.each([false, true])('meets every part of every range once (maximin: %s)', (maximin) => {
    const found = designs['latin-hypercube'].points({ ...asked, maximin });
    for (let j = 0; j < 3; j++)
      expect(new Set(found.map((point) => Math.floor(point[j] * 40))).size).toBe(40);
  });

  // Of independent orders the correlation has the standard error 1 / sqrt(1999).
  it('orders each input by luck of its own', () => {
    const found = designs['latin-hypercube'].points({ dimensions: 2, points: 2000, seed: 'orders' });
    const correlation = found.reduce((sum, [x, y]) => sum + 12 * (x - 0.5) * (y - 0.5), 0) / 2000;
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(1999));
  });

  // scipy 1.17.1 of the same size and number of seeds: .086 plain, .139 with optimization="random-cd".
  it('has its nearest points further apart with maximin', () => {
    const mean = (maximin: boolean) =>
      Array.from({ length: 20 }, (_, s) =>
        nearestPair(designs['latin-hypercube'].points({ ...asked, seed: `${s}`, maximin })),
      ).reduce((sum, d) => sum + d / 20, 0);
    expect(Math.abs(mean(false) - 0.086)).toBeLessThan(0.03);
    expect(mean(true)).toBeGreaterThan(0.139);
  });
});

describe('morris', () => {
  const found = designs.morris.points({ dimensions: 4, points: 5000, seed: 'paths' });

  it('moves each input once a path, by 2/3 of its range, on four levels', () => {
    expect(found).toHaveLength(5000);
    for (let start = 0; start < found.length; start += 5) {
      const moved = [0, 1, 2, 3].map((step) => {
        const moves = found[start + step + 1].map((u, j) => u - found[start + step][j]);
        const changed = moves.flatMap((d, j) => (d === 0 ? [] : [j]));
        expect(changed).toHaveLength(1);
        expect(Math.abs(moves[changed[0]])).toBeCloseTo(2 / 3, 12);
        return changed[0];
      });
      expect([...moved].sort()).toEqual([0, 1, 2, 3]);
    }
  });

  // 1,000 starts: each level a quarter of them, standard error .0137; 4 of them.
  it('starts on every level, moves up and down, and begins with any input equally often', () => {
    const share = (is: (path: number) => boolean) =>
      Array.from({ length: 1000 }, (_, path) => is(path)).filter(Boolean).length / 1000;
    for (const level of [0, 1 / 3, 2 / 3, 1])
      for (let j = 0; j < 4; j++)
        expect(Math.abs(share((path) => found[5 * path][j] === level) - 0.25)).toBeLessThan(0.055);
    for (let j = 0; j < 4; j++)
      expect(Math.abs(share((path) => found[5 * path][j] !== found[5 * path + 1][j]) - 0.25)).toBeLessThan(
        0.055,
      );
  });
});

describe('saltelli', () => {
  it('takes one coordinate of the second place after the other', () => {
    const found = designs.saltelli.points({ dimensions: 2, points: 4 * 16 + 3, seed: 's' });
    expect(found).toHaveLength(64);
    for (let block = 0; block < 64; block += 4) {
      const [a, b] = [found[block], found[block + 1]];
      expect(found[block + 2]).toEqual([b[0], a[1]]);
      expect(found[block + 3]).toEqual([a[0], b[1]]);
      expect(a[0]).not.toBe(b[0]);
    }
  });
});
