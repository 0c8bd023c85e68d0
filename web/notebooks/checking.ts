/** What cells of notebooks hold against laws. */
import { type CheckResult, checkedMetrics, holdAgainst } from '../../src/analysis/yardsticks.ts';
import { runExperiment } from '../../src/experiment/experiment.ts';
import { localExecutor } from '../../src/experiment/local.ts';
import { planExperiment } from '../../src/experiment/plan.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import { say } from '../../src/report/charts/words.ts';
import { tableOf } from './elements.ts';
import { scenarioOf } from './fitting.ts';
import { kitWords, locale } from './words.ts';

/** Runs a yardstick in this thread and holds it against what it says is expected. */
export async function hold(text: string, onWorld: () => void): Promise<CheckResult[]> {
  const scenario = scenarioOf(text, 'yardstick.yaml');
  const plan = planExperiment(scenario, new Map(), checkedMetrics(scenario));
  const { results } = await runExperiment(plan, { executor: localExecutor(), onWorld });
  return holdAgainst(scenario, results);
}

/** What checks came to, by the name of what was held against them. */
export function checks(
  held: readonly (readonly [name: string, found: readonly CheckResult[]])[],
): HTMLElement {
  const words = kitWords[locale()];
  const figure = (x: number | null) => (x === null ? '–' : String(Number(x.toPrecision(5))));
  const rows = held.flatMap(([name, found]) =>
    found.map(({ check, observed, tolerance, pass }) => {
      const { label } = metrics[metricIndex[check.metric]];
      const day = check.on === null ? '' : ` · ${say(words.day, { day: check.on }, locale())}`;
      const cells = [`${label[locale()] ?? label.en}${day}`, figure(check.expected), figure(observed)];
      return [name, ...cells, `± ${figure(tolerance)}`, pass ? words.holds : words.fails] as const;
    }),
  );
  return tableOf(words.checkColumns, rows);
}
