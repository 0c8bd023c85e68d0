/** What cells of notebooks fit with. */
import { fitRelevance, type MessageTrial, type RelevanceFit } from '../../src/analysis/fit-relevance.ts';
import { quantile, sorted } from '../../src/analysis/quantiles.ts';
import { prepare, simulateWorld, type WorldRecord } from '../../src/engine/simulate.ts';
import { metricIndex } from '../../src/metrics/definitions.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { logistic } from '../../src/random/math.ts';
import { normalQuantile } from '../../src/random/normal.ts';
import { type ParseOptions, parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export { fitPurchases } from '../../src/analysis/fit-purchases.ts';
export { readPurchases } from '../../src/analysis/fit-purchases-file.ts';
export { fitMessages, readMessages } from '../../src/analysis/fit-relevance-file.ts';

/** A scenario that a cell wrote; its mistakes are the cell's. */
export function scenarioOf(text: string, file: string, options: ParseOptions = {}): Scenario {
  const { scenario, problems } = parseScenario(text, file, options);
  if (scenario !== null) return scenario;
  throw new Error(problems.map(({ path, message }) => `${path} ${message}`).join('\n'));
}

/** The first arm of a scenario in one world, in this thread; the page stays alive. */
export async function runWorld(text: string, world: number): Promise<WorldRecord> {
  const scenario = scenarioOf(text, 'notebook.yaml');
  await new Promise((resolve) => setTimeout(resolve, 0));
  return simulateWorld(prepare(scenario), world, 0);
}

/** What a metric of a world came to over the whole run. */
export const outcome = ({ outcomes }: WorldRecord, metric: string): number => outcomes[metricIndex[metric]];

/** The share of a cell of an experiment who respond, by a fit. */
export function predicted({ bases, messages }: RelevanceFit, cell: Omit<MessageTrial, 'responses'>): number {
  const base = bases.find(({ group }) => group === cell.group)?.base ?? 0;
  const own = messages.find(({ message }) => message === cell.message);
  return logistic(base + (own === undefined ? 0 : own.lift + own.matters * cell.fit));
}

/** 5th and 95th percentile of the relevance over all messages, were the experiment done again: responses drawn anew in every cell. */
export function relevanceRange(
  trials: readonly MessageTrial[],
  times: number,
  seed: string,
): readonly [low: number, high: number] {
  const stream = new Stream(seedWords(seed), 0, 'responses');
  const found = Array.from({ length: times }, (_, time) => {
    const again = trials.map((trial, cell) => {
      const share = trial.responses / trial.people;
      const z = normalQuantile((stream.drawEvent(time, cell) + 0.5) / 4294967296);
      const responses = trial.responses + z * Math.sqrt(trial.people * share * (1 - share));
      return { ...trial, responses: Math.round(Math.min(trial.people, Math.max(0, responses))) };
    });
    return fitRelevance(again)?.relevance ?? Number.NaN;
  });
  const known = sorted(found.filter(Number.isFinite));
  return [quantile(known, 0.05), quantile(known, 0.95)];
}
