/** Directions: which way a tactic moves a community, as mean differences between arms of the same worlds. */
import { expect } from 'vitest';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import type { Model } from '../../src/engine/model.ts';
import { type Changes, mean, merged, runDays, scenarioOf, standardError } from '../engine/isolated.ts';

/** A community of the defaults, nobody outside, no number uncertain. */
const usual: Changes = {
  seedbed: 1,
  title: 'Direction',
  assumptions: 'fixed',
  horizon: '120 days',
  community: { members: 1200, prospects: 0 },
};

/** What `read` says of each arm in each world: a row per world. */
export function byWorld<T>(
  changes: Changes,
  arms: readonly Changes[],
  worlds: number,
  read: (model: Model) => T,
): T[][] {
  const named = arms.map((arm, i) => ({ name: `arm ${i}`, ...arm }));
  const prepared = prepare(scenarioOf(merged(merged(usual, changes), { arms: named })));
  return Array.from({ length: worlds }, (_, world) =>
    arms.map((_, arm) => read(runDays(compileModel(prepared, world, arm)))),
  );
}

/** Whether the mean of these differences is above 0 by 4 standard errors. */
export function expectAbove(differences: readonly number[], what = 'difference'): void {
  expect(differences.length, what).toBeGreaterThan(3);
  expect(mean(differences), what).toBeGreaterThan(4 * standardError(differences));
}
