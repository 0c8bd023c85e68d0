import { describe, expect, it } from 'vitest';
import { signTest, uniformity } from '../../../src/analysis/calibrate/ranks.ts';
import { MOST, retentionRanks } from './likelihood-ranks.ts';

describe('the likelihood of retention', () => {
  // 200 studies: a true fit fails one of these by chance in about one seed of 200; the seed is fixed.
  it('gives posteriors among whose draws truths rank evenly', () => {
    for (const ranks of retentionRanks(200, 'retention')) {
      expect(uniformity(ranks, MOST, 10)).toBeGreaterThan(0.005);
      expect(signTest(ranks, MOST)).toBeGreaterThan(0.01);
    }
  });

  it('is told from one that counts a period too few', () => {
    const shifted = retentionRanks(200, 'retention', (alive) => alive.slice(1));
    expect(Math.min(...shifted.map((ranks) => signTest(ranks, MOST)))).toBeLessThan(1e-6);
  });
});
