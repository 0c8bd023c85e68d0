import { mean, sampleVariance } from 'simple-statistics';
import { prepare, simulateWorld } from '../src/engine/simulate.ts';
import { metricIndex } from '../src/metrics/definitions.ts';
import type { Scenario } from '../src/scenario/scenario.ts';

/** What pairing saves for one metric. */
export interface PairingGain {
  readonly metric: string;
  readonly worlds: number;
  /** Variance of the difference between two arms in two worlds of different luck, over that in one world. */
  readonly ratio: number;
  readonly mean: number;
}

/**
 * Runs two arms of a scenario in the same worlds. Unpaired variance is that of the difference of independent worlds:
 * the sum of the two arms' variances.
 */
export function pairingGain(
  scenario: Scenario,
  metricNames: readonly string[],
  worlds: number,
): PairingGain[] {
  const prepared = prepare(scenario);
  const arms = [0, 1].map(() => metricNames.map(() => [] as number[]));
  for (let world = 0; world < worlds; world++) {
    for (const arm of [0, 1]) {
      const { outcomes } = simulateWorld(prepared, world, arm);
      metricNames.forEach((name, i) => {
        arms[arm][i].push(outcomes[metricIndex[name]]);
      });
    }
  }
  return metricNames.map((metric, i) => {
    const [a, b] = [arms[0][i], arms[1][i]];
    const difference = b.map((value, w) => value - a[w]);
    return {
      metric,
      worlds,
      ratio: (sampleVariance(a) + sampleVariance(b)) / sampleVariance(difference),
      mean: mean(difference),
    };
  });
}
