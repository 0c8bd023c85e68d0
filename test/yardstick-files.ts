/** The yardsticks that come with Seedbed, and how they are held in the test suite. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckResult, checkedMetrics, holdAgainst } from '../src/analysis/yardsticks.ts';
import { runExperiment } from '../src/experiment/experiment.ts';
import { localExecutor } from '../src/experiment/local.ts';
import { planExperiment } from '../src/experiment/plan.ts';
import { readNetwork } from '../src/population/edge-list.ts';
import { formatProblem, type ParseOptions, parseScenario } from '../src/scenario/parse.ts';
import type { Scenario } from '../src/scenario/scenario.ts';

export const folder = join('scenarios', 'yardsticks');

/** Any file that lies there is one. */
export const files = readdirSync(folder)
  .filter((name) => /\.(yaml|yml|json)$/.test(name))
  .sort();

export function yardstickIn(file: string, options: ParseOptions = {}): Scenario {
  const { scenario, problems } = parseScenario(readFileSync(join(folder, file), 'utf8'), file, options);
  if (scenario === null) throw new Error(problems.map((problem) => formatProblem(file, problem)).join('\n'));
  return scenario;
}

/** Runs all worlds in this thread and holds them against the yardstick. */
export async function held(scenario: Scenario): Promise<CheckResult[]> {
  const networks = scenario.arms
    .flatMap(({ networkFile }) => networkFile ?? [])
    .map((name) => {
      return [name, readNetwork(readFileSync(join(folder, name), 'utf8'), name).ties] as const;
    });
  const plan = planExperiment(scenario, new Map(networks), checkedMetrics(scenario));
  const { results } = await runExperiment(plan, { executor: localExecutor() });
  return holdAgainst(scenario, results);
}

/** Checks that failed, in words. */
export const failures = (results: readonly CheckResult[]): string[] =>
  results
    .filter(({ pass }) => pass === false)
    .map(
      ({ check, observed, tolerance }) =>
        `${check.metric} ${check.on ?? ''}: ${observed} instead of ${check.expected} ± ${tolerance}`,
    );
