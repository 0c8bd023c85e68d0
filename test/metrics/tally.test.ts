import { expect, it } from 'vitest';
import { clearTally, newTally } from '../../src/metrics/tally.ts';

it('a tally begins at zero, and is cleared to that', () => {
  const tally = newTally();
  expect(Object.values(tally).every((n) => n === 0)).toBe(true);
  for (const name of Object.keys(tally) as (keyof typeof tally)[]) tally[name] = 3;
  clearTally(tally);
  expect(tally).toEqual(newTally());
});
