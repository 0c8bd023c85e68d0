import { expect, it } from 'vitest';
import { killSweep } from './kills.ts';

it('a sweep that is killed 4 times ends with the very results of one that was not', {
  timeout: 1_200_000,
}, async () => {
  const { digests, exports, expected, faults, inWrites, unfinished } = await killSweep(4, 6);
  expect(faults).toEqual([]);
  expect(digests.length).toBeGreaterThan(0);
  for (const digest of digests) expect(digest).toBe(expected.digest);
  for (const text of exports) expect(text === expected.export).toBe(true);
  expect(expected.export.split('\n').length).toBeGreaterThan(450);
  expect(unfinished).toBeGreaterThan(2);
  expect(inWrites).toBeGreaterThan(0);
});
