/**
 * From the results of all worlds to the comparison of the arms: the JSON of `compare`.
 *
 * The first arm is the baseline. Only worlds in which every arm is finished enter, in the order of their numbers, so
 * that the order in which they were run changes nothing.
 */
import type { WorldResult } from '../experiment/results.ts';
import { metrics } from '../metrics/definitions.ts';
import type { Draws } from '../scenario/draws.ts';
import { remark, remarkInWorlds, remarkOfArm } from '../scenario/remarks.ts';
import type { Scenario, Text } from '../scenario/scenario.ts';
import type { Comparison, Findings } from './comparison.ts';
import { decide } from './decide.ts';
import { difference, luckShare } from './differences.ts';
import { guardrailsOf, guardrailWarnings } from './guardrails.ts';
import { spread } from './quantiles.ts';
import { tabulate } from './worlds.ts';

export interface ComparisonInput {
  readonly scenario: Scenario;
  /** Name of the scenario's file, and hash of what it says. */
  readonly file: string;
  readonly hash: string;
  readonly version: string;
  /** Of all results. */
  readonly digest: string;
  /** All arms in all worlds, in any order. */
  readonly results: readonly WorldResult[];
  /** What the caller has to say; it opens the warnings. */
  readonly remarks: readonly string[];
  /** The uncertain inputs and where they stand in each world; without paths nothing is uncertain but luck. */
  readonly draws: Draws;
  /** Puts the findings into words: `verdictTexts` of `report/verdict`. */
  readonly words: (findings: Findings, scenario: Scenario) => Required<Text>;
}

/** A remark of single worlds becomes a warning when at least this share of them makes it. */
const WORTH_SAYING = 0.1;

/** Everything there is to say about the arms. The scenario has at least two. */
export function compareArms(input: ComparisonInput): Comparison {
  const { scenario, results, draws } = input;
  const names = scenario.arms.map((arm) => arm.name);
  if (names.length < 2) throw new RangeError('a comparison needs at least two arms');
  const worlds = tabulate(results, names.length, metrics.length);
  const spreads = worlds.columns.map((columns) => columns.map(spread));
  const alternatives = names.slice(1).map((name, i) => ({ name, place: i + 1 }));
  const guardrails = alternatives.flatMap(({ name, place }) =>
    guardrailsOf(worlds, place, name, scenario.judge.guardrails),
  );
  const { decision, differences: decisive, warnings } = decide(worlds, scenario, draws);
  const findings: Findings = {
    schema: 'seedbed/compare@1',
    version: input.version,
    seed: scenario.seed,
    worlds: worlds.ids.length,
    scenario: { file: input.file, title: scenario.title.en, hash: input.hash },
    digest: input.digest,
    arms: names.map((name, arm) => ({
      name,
      metrics: Object.fromEntries(metrics.map((metric, m) => [metric.name, spreads[arm][m]])),
    })),
    differences: alternatives.flatMap(({ name, place }) =>
      metrics.map((metric, m) =>
        difference(
          { arm: name, baseline: names[0], metric },
          worlds.columns[place][m],
          worlds.columns[0][m],
          spreads[0][m],
          worlds.ids,
        ),
      ),
    ),
    guardrails,
    uncertainty: {
      includes: draws.paths.length > 0 ? ['luck', 'assumptions'] : ['luck'],
      luckShare: luckShare(decisive, worlds.ids),
    },
    warnings: [
      ...input.remarks,
      ...unfinished(scenario, worlds.ids.length),
      ...remarksOfWorlds(results, worlds.ids, names),
      ...guardrailWarnings(guardrails),
      ...warnings,
    ],
    decision,
  };
  const { status, arm } = decision;
  return { ...findings, verdict: { status, arm, text: input.words(findings, scenario) } };
}

function unfinished({ worlds }: Scenario, finished: number): string[] {
  return finished < worlds ? [remark('unfinished', { count: finished, worlds })] : [];
}

/** What at least a tenth of an arm's worlds remarks, with how many do. */
function remarksOfWorlds(
  results: readonly WorldResult[],
  ids: readonly number[],
  names: readonly string[],
): string[] {
  const finished = new Set(ids);
  const counts = new Map<string, number>();
  return names.flatMap((name, arm) => {
    counts.clear();
    for (const result of results)
      if (result.arm === arm && finished.has(result.world))
        for (const text of new Set(result.remarks)) counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts]
      .filter(([, count]) => count >= WORTH_SAYING * ids.length)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([text, count]) => remarkOfArm(name, remarkInWorlds(text, count, ids.length)));
  });
}
