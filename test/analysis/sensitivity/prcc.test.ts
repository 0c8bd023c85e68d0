import { describe, expect, it } from 'vitest';
import { prcc } from '../../../src/analysis/sensitivity/prcc.ts';
import { ranks } from '../../../src/analysis/sensitivity/ranks.ts';
import { designs } from '../../../src/experiment/designs/index.ts';
import { any, cube, normals, numbers, one, type Point, played } from './functions.ts';
import { outcomes, inputs as points } from './table.ts';

describe('ranks', () => {
  // scipy.stats.rankdata of 3, 1, 1, 1, 2, 3, 3.
  it('share the mean where numbers are equal, counted or repeated', () => {
    expect([...ranks([3, 1, 1, 1, 2, 3, 3], [1, 1, 1, 1, 1, 1, 1])]).toEqual([6, 2, 2, 2, 4, 6, 6]);
    expect([...ranks([3, 1, 2], [3, 3, 1])]).toEqual([6, 2, 4]);
  });
});

describe('prcc', () => {
  // numpy 2.4 and scipy 1.17: pearsonr of what least squares on the other inputs' ranks leave of ranks of input and outcome.
  it('is that of numpy and scipy on a table', () => {
    const found = numbers(prcc(one(outcomes), points, any).value);
    expect(found[0]).toBeCloseTo(0.5906398071703457, 10);
    expect(found[1]).toBeCloseTo(0.8447844754221113, 10);
    expect(found[2]).toBeCloseTo(-0.3417664322201205, 10);
  });

  it('is 1 and -1 for what an input alone settles, however bent, and near 0 for one that does nothing', () => {
    const own = cube(2, 100);
    const up = prcc(
      one(
        played(
          own,
          ([x]) => x ** 5,
          1,
          () => 0,
        ),
      ),
      own,
    );
    expect(up.value[0].value).toBeCloseTo(1, 6);
    const down = prcc(
      one(
        played(
          own,
          ([x, y]) => -(x ** 3) + 1e-9 * y,
          1,
          () => 0,
        ),
      ),
      own,
    );
    expect(down.value[0].value).toBeCloseTo(-1, 3);
  });

  // m = 2 x + y + 1.5 z on 400 points, and luck that takes a third of what is left of the means' variance.
  it('is drawn to 0 by luck, and brought back', () => {
    const own = cube(3, 400);
    const of = ([x, y, z]: Point) => 2 * x + y + 1.5 * Math.sin(9 * z);
    const clean = numbers(prcc(one(played(own, of, 1, () => 0)), own).value);
    const chance = normals('prcc');
    const noisy = played(own, of, 4, (p, k) => 2.4 * chance(p, k));
    const found = prcc({ outcomes: noisy, luck: 'independent', seed: 'x' }, own);
    const [value, corrected] = [found.value, found.corrected].map(numbers);
    expect(clean[0] - value[0]).toBeGreaterThan(0.05);
    expect(Math.abs(corrected[0] - clean[0])).toBeLessThan(0.04);
    expect(Math.abs(corrected[1] - clean[1])).toBeLessThan(0.08);
  });

  // Of straight lines with normal luck: the partial correlation of x and y = x + e given nothing else. Coverage of 90 % over 100
  // studies, standard error .03.
  it('has ranges that hold the truth about nine times in ten', () => {
    const truths = Array.from({ length: 3 }, (_, s) => {
      const own = designs.random.points({ dimensions: 2, points: 20000, seed: `truth ${s}` });
      return numbers(prcc({ ...one(lines(own, `t${s}`)), times: 2 }, own, any).value)[0];
    });
    const truth = truths.reduce((sum, x) => sum + x / 3, 0);
    let held = 0;
    for (let study = 0; study < 100; study++) {
      const own = designs.random.points({ dimensions: 2, points: 100, seed: `study ${study}` });
      const asked = { ...one(lines(own, `${study}`)), seed: `${study}`, times: 200 };
      const [{ low, high }] = prcc(asked, own, any).value;
      if (low !== null && high !== null && low <= truth && high >= truth) held++;
    }
    expect(held / 100).toBeGreaterThan(0.9 - 4 * 0.03);
    expect(held / 100).toBeLessThan(0.9 + 3 * 0.03);
  });

  it('refuses inputs that cannot be told apart, too few points, and only luck', () => {
    const twice = cube(1, 60).map(([x]) => [x, x]);
    const same = prcc(
      one(
        played(
          twice,
          ([x]) => x,
          1,
          () => 0,
        ),
      ),
      twice,
    );
    expect(same.value[0].refusal?.en).toMatch(/do not vary enough/);
    expect(prcc(one(outcomes), points).value[0].refusal?.en).toMatch(/^too few points to say: 16 of the 30 /);
    const own = cube(2, 60);
    const luck = played(own, () => 0, 4, normals('prcc luck'));
    const found = prcc({ outcomes: luck, luck: 'independent', seed: 'x' }, own);
    expect(found.corrected[1].refusal?.en).toMatch(/cannot be told from luck/);
  });
});

function lines(own: readonly Point[], seed: string): Float64Array[] {
  const chance = normals(seed);
  return played(
    own,
    ([x, y]) => x + y,
    1,
    (p, k) => 0.4 * chance(p, k),
  );
}
