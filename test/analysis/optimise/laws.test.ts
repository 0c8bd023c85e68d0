import { describe, expect, it } from 'vitest';
import { DROP_ERROR } from '../../../src/analysis/optimise/looks.ts';
import { dropTally, play } from './studies.ts';

/** Mean of numbers in standard errors from 0. */
function inErrors(numbers: readonly number[]): number {
  const n = numbers.length;
  const mean = numbers.reduce((sum, x) => sum + x, 0) / n;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  return mean / Math.sqrt(variance / n);
}

const studies = (count: number, means: readonly number[], kind: 'normal' | 'skewed' = 'normal') =>
  Promise.all(Array.from({ length: count }, (_, study) => play({ kind, means, twins: 12, study })));

describe('candidates that are all alike', () => {
  const means = new Array(12).fill(0);

  it('look better than they are where they are chosen, and as they are in the other half', async () => {
    const found = await studies(300, means);
    expect(inErrors(found.map(({ chosen }) => chosen))).toBeGreaterThan(4);
    expect(Math.abs(inErrors(found.map(({ reported }) => reported)))).toBeLessThan(4);
  });

  it('have the truth in 95 % of the ranges that are reported', async () => {
    const found = (await studies(300, means)).filter(({ winner }) => winner !== 0);
    const missed = found.filter(({ range }) => range === null || range.low > 0 || range.high < 0).length;
    const [n, p] = [found.length, 0.05];
    expect(missed / n).toBeLessThan(p + 4 * Math.sqrt((p * (1 - p)) / n));
  });

  it.each(['normal', 'skewed'] as const)(
    'are each dropped with a chance of at most the nominal one (%s)',
    async (kind) => {
      const count = 200;
      const found = await studies(count, means, kind);
      // Of one candidate, so that studies are independent.
      for (const candidate of [1, 7]) {
        const dropped = found.filter(({ raced }) => !raced.state.left.includes(candidate)).length / count;
        expect(dropped).toBeLessThan(DROP_ERROR + 4 * Math.sqrt((DROP_ERROR * (1 - DROP_ERROR)) / count));
      }
    },
  );
});

describe('a candidate as good as the leader', () => {
  it.each(['normal', 'skewed', 'very skewed', 'rare'] as const)(
    'is dropped with a chance of at most the nominal one where differences are %s',
    (kind) => {
      const count = 600;
      const { wrong } = dropTally(kind, 2, 23, count);
      expect(wrong).toBeLessThan(DROP_ERROR + 4 * Math.sqrt((DROP_ERROR * (1 - DROP_ERROR)) / count));
    },
  );
});

describe('a candidate that is plainly the best', () => {
  it('wins, and the others are out early', async () => {
    const found = await studies(40, [0, 0, 0, 10, 0, 0]);
    for (const { winner, raced } of found) {
      expect(winner).toBe(3);
      expect(raced.ended).toBe('one');
    }
  });
});
