/** The field chance of an arm against itself, where the two sides have luck of their own. */
import { chanceBetterField } from '../../src/analysis/differences.ts';
import { findMetric } from '../../src/metrics/definitions.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { outcomeIn, runMany, runnerOf, smallScenario } from './experiments.ts';

export interface FieldChance {
  readonly metric: string;
  readonly twins: number;
  readonly chance: number;
}

/** One arm under a seed. */
function oneArm(seed: string, assumptions: string): Scenario {
  const { arms, ...rest } = smallScenario({ seed, assumptions, horizon: '21 days' });
  return { ...rest, arms: arms.slice(0, 1) };
}

/**
 * The arm of one seed against the same arm of another. Under `fixed` both seeds have the same truth and only luck differs;
 * under `plausible` their truths are two draws of the same ranges, so either side is as likely to be ahead.
 */
export function fieldChances(
  names: readonly string[],
  twins: number,
  assumptions: 'fixed' | 'plausible',
): FieldChance[] {
  const sides = ['here', 'there'].map((seed) => runMany(runnerOf(oneArm(seed, assumptions)), 0, 2 * twins));
  const ids = sides[0].map(({ world }) => world);
  return names.map((metric) => {
    const [here, there] = sides.map((results) => results.map((result) => outcomeIn(result, metric)));
    const chance = chanceBetterField(here, there, ids, findMetric(metric)?.better ?? null);
    return { metric, twins, chance: chance ?? Number.NaN };
  });
}
