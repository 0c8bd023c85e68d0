/** The small form of field.long.test.ts. */
import { expect, it } from 'vitest';
import { fieldChances } from './field.ts';

// 2 x 100 crossings of four worlds that know nothing of each other: 4 standard errors of an even coin are 14 points.
it('gives an arm even chances against itself with luck of its own', () => {
  for (const { metric, chance } of fieldChances(['netRevenue', 'members'], 100, 'fixed'))
    expect(Math.abs(chance - 0.5), metric).toBeLessThan(4 * Math.sqrt(0.25 / 200));
});
