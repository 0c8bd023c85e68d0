/** A small community that was really run, for charts that need its segments, cohorts and drawn assumptions. */
import { compareArms } from '../../../src/analysis/compare.ts';
import { comparisonInput } from '../../../src/experiment/comparison-input.ts';
import { runExperiment } from '../../../src/experiment/experiment.ts';
import { localExecutor } from '../../../src/experiment/local.ts';
import { planExperiment } from '../../../src/experiment/plan.ts';
import type { ChartSource } from '../../../src/report/charts/source.ts';
import { verdictTexts } from '../../../src/report/verdict/verdict.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const text = `
seedbed: 1
title: Small
question: Small?
horizon: 120 days
worlds: 52
seed: small
currency: CNY
community:
  members: 60
  prospects: 100
  segments:
    regulars: { share: 40%, people: {} }
    visitors: { share: 60%, people: {} }
arms:
  - name: nothing
    label: { en: Nothing, zh-CN: 无策略 }
  - name: ads
    label: { en: Ads, zh-CN: 广告 }
    tactics:
      ads: { load: 6 per hour }
      acquisition: { arrivals: 1 per day }
judge:
  metric: netRevenue
  matters: 100 CNY
`;

let made: Promise<Omit<ChartSource, 'locale'>> | undefined;

export function small(): Promise<Omit<ChartSource, 'locale'>> {
  made ??= run();
  return made;
}

async function run(): Promise<Omit<ChartSource, 'locale'>> {
  const { scenario, problems } = parseScenario(text, 'small.yaml');
  if (!scenario) throw new Error(JSON.stringify(problems));
  const plan = planExperiment(scenario, new Map());
  const result = await runExperiment(plan, { executor: localExecutor() });
  const input = comparisonInput(plan, 'small.yaml', result);
  const comparison = compareArms({ ...input, words: verdictTexts });
  return { scenario, comparison, results: result.results, draws: input.draws };
}
