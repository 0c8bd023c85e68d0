/** Worlds worth looking at, by what one arm makes of the judged metric against another in each. */
import type { WorldResult } from '../../../src/experiment/results.ts';
import { findMetric, metricIndex } from '../../../src/metrics/definitions.ts';

/** As good as 19 in 20 worlds or better for the second arm, in the middle, or as bad. */
export const worldKinds = ['bad', 'typical', 'good'] as const;
export type WorldKind = (typeof worldKinds)[number];

const depth: Readonly<Record<WorldKind, number>> = { bad: 0.05, typical: 0.5, good: 0.95 };

/** The world of each kind; undefined where there are no two results to compare. */
export function chooseWorlds(
  results: readonly WorldResult[],
  arms: readonly number[],
  metric: string,
): Readonly<Record<WorldKind, number>> | undefined {
  const at = metricIndex[metric];
  if (arms.length < 2 || at === undefined) return undefined;
  const sign = findMetric(metric)?.better === 'less' ? -1 : 1;
  const values = (arm: number) =>
    new Map(results.filter((each) => each.arm === arm).map((each) => [each.world, each.outcomes[at]]));
  const [one, other] = [values(arms[0]), values(arms[1])];
  const gains = [...other]
    .map(([world, value]) => ({ world, gain: (value - (one.get(world) ?? Number.NaN)) * sign }))
    .filter(({ gain }) => Number.isFinite(gain))
    .sort((a, b) => a.gain - b.gain || a.world - b.world);
  if (gains.length === 0) return undefined;
  const pick = (kind: WorldKind) => gains[Math.round(depth[kind] * (gains.length - 1))].world;
  return { bad: pick('bad'), typical: pick('typical'), good: pick('good') };
}
