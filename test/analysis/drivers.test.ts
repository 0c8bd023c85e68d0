import { describe, expect, it } from 'vitest';
import { drivers, nearestFlip } from '../../src/analysis/drivers.ts';
import { drawsOf, normals } from './synthetic.ts';

const paths = ['a', 'b', 'c', 'idle'];
const draws = drawsOf(paths);
const normal = normals('luck');
const ids = Array.from({ length: 400 }, (_, world) => world);
const u = (world: number, path: string) => draws.uniform(world, path);

/** 10 + 4 a - 8 b + 0.5 c, and luck of one. */
const linear = ids.map(
  (world) => 10 + 4 * u(world, 'a') - 8 * u(world, 'b') + 0.5 * u(world, 'c') + normal('luck', world),
);

describe('what moves the difference most', () => {
  it('finds the slopes of a linear model, largest first', () => {
    const found = drivers(linear, ids, draws);
    expect(found.map(({ path }) => path).slice(0, 2)).toEqual(['b', 'a']);
    const slope = (path: string) => found.find((each) => each.path === path)?.slope ?? Number.NaN;
    expect(Math.abs(slope('b') + 8)).toBeLessThan(0.9);
    expect(Math.abs(slope('a') - 4)).toBeLessThan(1.4);
    expect(Math.abs(slope('idle'))).toBeLessThan(1.4);
  });

  it('gives the means of the outer fifths: 80 % of the way from end to end', () => {
    const exact = ids.map((world) => 3 * u(world, 'a'));
    const [found] = drivers(exact, ids, { ...draws, paths: ['a'] });
    expect(found.slope).toBeCloseTo(3, 10);
    expect(found.low).toBeCloseTo(0.3, 1);
    expect(found.high).toBeCloseTo(2.7, 1);
    expect(found.at(0.5)).toBeCloseTo(1.5, 10);
  });

  it('calls clear what is clear and nothing else', () => {
    const found = drivers(linear, ids, draws);
    const clear = found.filter((each) => each.clear).map(({ path }) => path);
    expect(clear).toEqual(['b', 'a']);
  });

  it('finds where the sign turns', () => {
    const turning = ids.map((world) => 6 - 8 * u(world, 'b') + 0.2 * normal('luck', world));
    const [b] = drivers(turning, ids, { ...draws, paths: ['b'] });
    expect(Math.abs((b.flipAt ?? 0) - 0.75)).toBeLessThan(0.02);
    const late = ids.map((world) => 7.8 - 8 * u(world, 'b'));
    expect(drivers(late, ids, { ...draws, paths: ['b'] })[0].flipAt).toBeNull();
    const never = drivers(linear, ids, draws);
    expect(nearestFlip(never)).toBeNull();
  });

  it('takes the flip nearest to the middle of a range', () => {
    const both = ids.map((world) => 2 - 8 * (u(world, 'a') - 0.5) - 4.4 * (u(world, 'b') - 0.5));
    const flip = nearestFlip(drivers(both, ids, { ...draws, paths: ['a', 'b'] }));
    expect(flip?.path).toBe('a');
    expect(Math.abs((flip?.flipAt ?? 0) - 0.75)).toBeLessThan(0.03);
  });

  it('counts a twin once and leaves out worlds without a number', () => {
    const gaps = linear.map((d, k) => (k % 7 === 0 ? Number.NaN : d));
    expect(drivers(gaps, ids, draws)[0].path).toBe('b');
    const twice = drivers(
      ids.map((world) => u(world, 'a')),
      ids,
      { ...draws, paths: ['a'] },
    );
    expect(twice[0].slope).toBeCloseTo(1, 10);
  });

  it('says nothing from too few twins, and finds nothing where nothing differs', () => {
    expect(drivers(linear.slice(0, 48), ids.slice(0, 48), draws)).toEqual([]);
    const still = drivers(
      ids.map(() => 0),
      ids,
      draws,
    );
    expect(still.every(({ clear, flipAt }) => !clear && flipAt === null)).toBe(true);
  });
});
