import type { WorldRecord } from '../engine/simulate.ts';
import type { Cohorts } from '../metrics/cohorts.ts';
import type { Plan } from './plan.ts';

/** What one arm did in one world. Money in whole currency units. */
export interface WorldResult {
  readonly world: number;
  /** Place of the arm in the scenario. */
  readonly arm: number;
  /** One number per metric, in the order of `metrics`; NaN (always the same bits) where there is none to give. */
  readonly outcomes: Float64Array;
  /** Daily values by metric name: those of `dailyMetrics` for `compare`, all daily ones for `run`. */
  readonly daily: Readonly<Record<string, Float64Array>>;
  /**
   * One number per segment, in the order of the arm's segments, for each of `segmentMetrics`, and `people` ever inside.
   * Empty where an earlier version wrote none.
   */
  readonly segments: Readonly<Record<string, Float64Array>>;
  /** People by month of joining, and the steps of newcomers; null where an earlier version wrote none. */
  readonly cohorts: Cohorts | null;
  /** sha256 (hex) over outcomes and every daily metric of this world and arm. */
  readonly digest: string;
  /** What the world wants to say, e.g. that prospects ran out. */
  readonly remarks: readonly string[];
}

/** Daily metrics that `compare` keeps for charts (beside the judged one). */
export const dailyMetrics = ['netRevenue', 'members', 'activeMembers'] as const;

/** A record as it is kept: its own copy of the days that the plan keeps, beside a digest over all of them. */
export function resultOf<Digest>(
  plan: Plan,
  world: number,
  arm: number,
  record: WorldRecord,
  digest: Digest,
) {
  const { outcomes, daily, segments, cohorts, remarks } = record;
  const kept = Object.fromEntries(plan.kept.map((name) => [name, daily[name].slice()]));
  return {
    world,
    arm,
    outcomes: outcomes.slice(),
    daily: kept,
    segments,
    cohorts,
    digest,
    remarks: [...remarks],
  };
}
