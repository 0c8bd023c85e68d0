import { describe, expect, it } from 'vitest';
import { measuredPages, siteSizes } from '../../bench/site-sizes.ts';

describe('the built site', () => {
  it('keeps within its budgets of bytes', () => {
    const over = siteSizes('dist/site', measuredPages)
      .filter(({ bytes, budget }) => bytes > budget)
      .map(({ what, bytes, budget }) => `${what}: ${(bytes / 1024).toFixed(1)} of ${budget / 1024} KB`);
    expect(over).toEqual([]);
  });
});
