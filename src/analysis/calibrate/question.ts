/**
 * What a calibration asks: one arm of a scenario, some of its ranges as priors, and targets. A simulation is one world of
 * that arm in which the varied inputs have given values, as a posterior of one row; everything else that is uncertain is
 * drawn as in any world.
 */
import { type Networks, type Plan, planExperiment } from '../../experiment/plan.ts';
import { atDeviation, uncertainInputs } from '../../scenario/assumptions.ts';
import type { Parameter } from '../../scenario/parameter.ts';
import type { Range, Scenario } from '../../scenario/scenario.ts';
import type { Prior } from './prior.ts';
import { type CalibrationTarget, summaryOf } from './targets.ts';

export interface CalibrationInput {
  readonly path: string;
  readonly parameter: Parameter;
  /** 5th and 95th percentile of the prior. */
  readonly range: Range;
  readonly prior: Prior;
}

export interface Question {
  /** With the one arm, for as many days as there are targets. */
  readonly scenario: Scenario;
  readonly networks: Networks;
  readonly inputs: readonly CalibrationInput[];
  /** Those to fit first, then those held out. */
  readonly targets: readonly CalibrationTarget[];
  /** How many are to be fitted. */
  readonly fitted: number;
}

/** `paths`: what is varied; each must be drawn from a range by the arm. */
export function questionOf(
  scenario: Scenario,
  networks: Networks,
  arm: number,
  paths: readonly string[],
  targets: readonly CalibrationTarget[],
): Question {
  const { posterior: _, ...rest } = scenario;
  const alone = { ...rest, arms: [scenario.arms[arm]], horizonDays: daysOf(targets) };
  // Where assumptions are fixed, everything but the inputs has its median.
  const known = uncertainInputs(alone.assumptions === 'fixed' ? { ...alone, assumptions: 'stated' } : alone);
  const inputs = paths.flatMap((path) => {
    const input = known.get(path);
    if (input === undefined) return [];
    const { parameter, range } = input;
    return [{ path, parameter, range, prior: { at: (z: number) => atDeviation(parameter, range, z) } }];
  });
  const [fit, out] = [targets.filter(({ heldOut }) => !heldOut), targets.filter(({ heldOut }) => heldOut)];
  return { scenario: alone, networks, inputs, targets: [...fit, ...out], fitted: fit.length };
}

const daysOf = (targets: readonly CalibrationTarget[]): number => Math.max(...targets.map(({ day }) => day));

/** The plan of a simulation with these values of the inputs. */
export function planAt({ scenario, networks, inputs, targets }: Question, values: readonly number[]): Plan {
  const posterior = Object.fromEntries(inputs.map(({ path }, i) => [path, [values[i]]]));
  const metrics = [...new Set(targets.map(({ metric }) => metric.name))];
  return planExperiment({ ...scenario, posterior }, networks, metrics);
}

/** What a world came to at each target. */
export const summariesOf = (
  { targets }: Pick<Question, 'targets'>,
  daily: Readonly<Record<string, ArrayLike<number>>>,
): number[] => targets.map((target) => summaryOf(target, daily));
