/** Identical arms with independent luck. Leaves out/calibration/field.json. */
import { expect, it } from 'vitest';
import { keep } from './experiments.ts';
import { fieldChances } from './field.ts';

const metrics = ['netRevenue', 'hours', 'members', 'orders', 'silences', 'trust'];
const twins = 1500;

it('gives an arm even chances against itself with luck of its own', () => {
  const fixed = fieldChances(metrics, twins, 'fixed');
  const plausible = fieldChances(metrics, twins, 'plausible');
  keep('field', { fixed, plausible });
  for (const { metric, chance } of [...fixed, ...plausible])
    console.log(`${metric}: ${(100 * chance).toFixed(1)} %`);
  // Both crossings of a twin are coins of their own where the truth is settled; where it is drawn they may agree, at worst always.
  for (const { metric, chance } of fixed)
    expect(Math.abs(chance - 0.5), metric).toBeLessThan(4 * Math.sqrt(0.25 / (2 * twins)));
  for (const { metric, chance } of plausible)
    expect(Math.abs(chance - 0.5), metric).toBeLessThan(4 * Math.sqrt(0.25 / twins));
});
