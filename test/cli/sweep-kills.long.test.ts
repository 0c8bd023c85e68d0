import { expect, it } from 'vitest';
import { killSweep } from './kills.ts';

it('a sweep that is killed 100 times ends with the very results of one that was not', async () => {
  const { digests, exports, expected, faults, inWrites, unfinished } = await killSweep(100, 2026);
  expect(faults).toEqual([]);
  for (const digest of digests) expect(digest).toBe(expected.digest);
  for (const text of exports) expect(text === expected.export).toBe(true);
  expect(unfinished).toBeGreaterThan(60);
  expect(inWrites).toBeGreaterThan(5);
  console.info({ kills: 100, unfinished, inWrites, whole: digests.length });
});
