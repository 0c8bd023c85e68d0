import { describe, expect, it } from 'vitest';
import { DROP_ERROR } from '../../../src/analysis/optimise/looks.ts';
import { dropTally, play } from './studies.ts';

describe('races over many synthetic studies', () => {
  it.each(['normal', 'skewed', 'very skewed', 'heavy-tailed', 'rare'] as const)(
    'drop a candidate as good as the leader with at most the nominal chance (%s differences)',
    (kind) => {
      const studies = 2000;
      const limit = DROP_ERROR + 4 * Math.sqrt((DROP_ERROR * (1 - DROP_ERROR)) / studies);
      for (const candidates of [2, 6, 31])
        for (const most of [12, 50, 125]) {
          const { wrong, twins } = dropTally(kind, candidates, most, studies);
          console.info(
            `${kind}, ${candidates} candidates, ${most} twins: ${(wrong * 100).toFixed(1)} % wrong, ${twins.toFixed(0)} twins`,
          );
          expect(wrong).toBeLessThan(limit);
        }
    },
    600_000,
  );

  it('report candidates that are all alike without bias', async () => {
    for (const kind of ['normal', 'skewed', 'heavy-tailed'] as const) {
      const found = await Promise.all(
        Array.from({ length: 2000 }, (_, study) =>
          play({ kind, means: new Array(20).fill(0), twins: 50, study }),
        ),
      );
      const [chosen, reported] = [found.map((one) => one.chosen), found.map((one) => one.reported)].map(
        (numbers) => {
          const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
          const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (numbers.length - 1);
          return { mean, error: Math.sqrt(variance / numbers.length) };
        },
      );
      console.info(
        `${kind}: chosen ${chosen.mean.toFixed(3)}, reported ${reported.mean.toFixed(3)} +- ${reported.error.toFixed(3)}`,
      );
      expect(chosen.mean).toBeGreaterThan(4 * chosen.error);
      expect(Math.abs(reported.mean)).toBeLessThan(4 * reported.error);
    }
  }, 600_000);
});
