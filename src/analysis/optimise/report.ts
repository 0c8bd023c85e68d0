/**
 * What candidates come to in worlds that chose nothing.
 *
 * The best of many in some worlds is partly the luckiest there, and its mean flatters it (Smith and Winkler 2006,
 * doi:10.1287/mnsc.1050.0451). So the race is run in the even twins, and every figure that is told of a candidate is of the
 * odd ones, in which it has no luck but its own.
 *
 *   chosen     mean paired difference to the baseline in the worlds of the race
 *   reported   the same in the other worlds, with its 95 % range (`sure.ts`): without bias
 *   shrinkage  chosen - reported: how far the race flattered
 *
 *   better     the range lies above 0
 *   same       it lies within the smallest difference that matters, or there is no difference at all
 *   worse      it lies below 0
 *   open       none of these
 */
import { HELD_UP_TO } from '../guardrails.ts';
import { meanOf, numbersOf } from '../quantiles.ts';
import type { AlwaysRange } from '../sequential/always.ts';
import { differencesOf, type RaceData } from './race.ts';
import { meanRange } from './sure.ts';

/** Chance that a range does not hold the mean. */
export const RANGE_ERROR = 0.05;

export type Status = 'better' | 'same' | 'worse' | 'open';

export interface LimitReport {
  /** Share of worlds beyond; null where that cannot be told in any world. */
  readonly chanceWorse: number | null;
  readonly held: boolean;
}

/** Of differences in the good direction: more is better. */
export interface GoalReport {
  readonly chosen: number | null;
  readonly reported: AlwaysRange | null;
  readonly shrinkage: number | null;
}

export interface CandidateReport {
  readonly candidate: number;
  readonly goals: readonly GoalReport[];
  /** Share of the report's worlds in which it is better than the baseline, half of the ties counted in. */
  readonly chanceBetter: number | null;
  readonly limits: readonly LimitReport[];
  readonly status: Status;
}

export interface Halves {
  readonly race: RaceData;
  readonly report: RaceData;
}

/** One candidate against the baseline, candidate 0. */
export function reportOn(candidate: number, halves: Halves, matters: number): CandidateReport {
  const goals = halves.report.goals.map((_, goal) => goalReport(candidate, goal, halves));
  return {
    candidate,
    goals,
    chanceBetter: meanOf(leadsOf(candidate, halves.report)),
    limits: halves.report.beyond(candidate).map(limitReport),
    status: statusOf(goals[0].reported, matters),
  };
}

function goalReport(candidate: number, goal: number, { race, report }: Halves): GoalReport {
  const [chosen, fresh] = [race, report].map(({ goals, ids }) =>
    differencesOf(goals[goal](candidate), goals[goal](0), ids),
  );
  const mean = meanOf(chosen);
  const reported = fresh.length < 2 ? null : meanRange(fresh, RANGE_ERROR);
  return {
    chosen: mean,
    reported,
    shrinkage: mean === null || reported === null ? null : mean - reported.mean,
  };
}

function leadsOf(candidate: number, { goals: [goal] }: RaceData): number[] {
  const [own, baseline] = [goal(candidate), goal(0)];
  return numbersOf(Array.from(own, (x, k) => x - baseline[k])).map((d) => (Math.sign(d) + 1) / 2);
}

function limitReport(column: ArrayLike<number>): LimitReport {
  const chanceWorse = meanOf(Array.from(column));
  return { chanceWorse, held: chanceWorse !== null && chanceWorse <= HELD_UP_TO };
}

function statusOf(range: AlwaysRange | null, matters: number): Status {
  if (range === null) return 'open';
  const { low, high } = range;
  if ((low > -matters && high < matters) || (low === 0 && high === 0)) return 'same';
  return low > 0 ? 'better' : high < 0 ? 'worse' : 'open';
}
