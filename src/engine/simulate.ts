import { type Cohorts, cohortsOf } from '../metrics/cohorts.ts';
import { outcomesOf } from '../metrics/record.ts';
import { segmentsOf } from '../metrics/segments.ts';
import { runArm } from './branch.ts';
import type { Prepared } from './compile.ts';
import type { Model } from './model.ts';

export { type Prepared, prepare } from './compile.ts';

/** What one arm did in one world. */
export interface WorldRecord {
  /** One number per metric, in the order of `metrics`; NaN where there is none to give. */
  readonly outcomes: Float64Array;
  /** Daily values of every metric that has them. */
  readonly daily: Readonly<Record<string, Float64Array>>;
  /** One number per segment, in the order of the arm's segments, for each of `segmentMetrics`, and `people` ever inside. */
  readonly segments: Readonly<Record<string, Float64Array>>;
  readonly cohorts: Cohorts;
  readonly remarks: readonly string[];
}

/**
 * Runs one arm in one world: a pure function of the scenario's seed, the world and the arm. Calling all arms of a world
 * in a row is cheaper, since they share the drawing of people.
 */
export function simulateWorld(prepared: Prepared, world: number, arm: number): WorldRecord {
  return recordOf(runArm(prepared, world, arm));
}

/** What a model that has run through all its days came to. */
export function recordOf(model: Model): WorldRecord {
  return {
    outcomes: outcomesOf(model),
    daily: model.record.daily,
    segments: segmentsOf(model),
    cohorts: cohortsOf(model),
    remarks: remarksOf(model),
  };
}

/** Share of prospects inside at which growth is at its ceiling. */
const CEILING = 0.8;
/** In plain words here, so that workers carry no others; `scenario/remarks.ts` knows them in every language. */
const GROWN_UP =
  'over 80% of prospects had joined: growth was at its ceiling, so more prospects would change the result';

const outOfMoney = (name: string): string => `the budget of tactics.${name} came to its end`;

const outOfStaff = (name: string): string => `there was no staff left for tactics.${name} on some days`;

function remarksOf({ people, reachable, everJoined, tactics }: Model): string[] {
  const prospects = reachable - people.founders;
  const joined = everJoined - people.founders;
  const grown = prospects > 0 && joined > CEILING * prospects ? [GROWN_UP] : [];
  const spent = tactics.filter(({ schedule }) => schedule.isSpent).map(({ name }) => outOfMoney(name));
  const short = tactics.filter(({ schedule }) => schedule.isShort).map(({ name }) => outOfStaff(name));
  return [...grown, ...spent, ...short];
}
