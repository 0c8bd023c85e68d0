import type { ComparisonInput } from '../analysis/compare.ts';
import { drawsOf } from '../scenario/draws.ts';
import { version } from '../version.ts';
import type { ExperimentResult } from './experiment.ts';
import type { Plan } from './plan.ts';

/** An experiment's results as `compareArms` takes them; only the words are still to be chosen. */
export function comparisonInput(
  { scenario, hash }: Pick<Plan, 'scenario' | 'hash'>,
  file: string,
  { results, digest }: Pick<ExperimentResult, 'results' | 'digest'>,
): Omit<ComparisonInput, 'words'> {
  const draws = drawsOf(scenario);
  return { scenario, file, hash, version, digest, results, draws, remarks: scenario.notes };
}
