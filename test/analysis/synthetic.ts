/** Results and scenarios made by hand, for tests of what is worked out from them. */

import { compareArms } from '../../src/analysis/compare.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { metricIndex, metrics } from '../../src/metrics/definitions.ts';
import { Stream, seedWords } from '../../src/random/keys.ts';
import { normalQuantile } from '../../src/random/normal.ts';
import { verdictTexts } from '../../src/report/verdict/verdict.ts';
import type { Draws } from '../../src/scenario/draws.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export const labels = [
  { name: 'blunt', label: { en: 'Blunt ads', 'zh-CN': '硬广' } },
  { name: 'tailored', label: { en: 'Tailored ads', 'zh-CN': '定向广告' } },
  { name: 'none', label: { en: 'No ads', 'zh-CN': '无广告' } },
  { name: 'paid', label: { en: 'Paid membership', 'zh-CN': '付费会员' } },
] as const;

const arm = (name: string, label: Scenario['arms'][number]['label']): Scenario['arms'][number] => ({
  name,
  label,
  sections: {},
  segments: [{ name: 'everyone', share: 1, people: {} }],
  networkFile: null,
  tactics: [],
});

/** A year judged by net revenue with 2 % that matter, and these changes to it. */
export function scenarioWith(arms: number, changes: Partial<Scenario> = {}): Scenario {
  return {
    title: { en: 'Ads', 'zh-CN': '广告' },
    question: { en: 'Which ads?' },
    summary: { en: '' },
    horizonDays: 365,
    horizonMonths: 12,
    branchDay: 0,
    currency: 'CNY',
    seed: 'seed',
    worlds: 0,
    assumptions: 'plausible',
    arms: labels.slice(0, arms).map(({ name, label }) => arm(name, label)),
    judge: { metric: 'netRevenue', matters: { relative: 0.02 }, guardrails: [], show: [] },
    yardstick: null,
    notes: [],
    ...changes,
  };
}

/** Values of metrics by name; those that are not named have no number. */
export type Outcome = Readonly<Record<string, number>>;

/** The result of an arm in a world. */
export function result(
  world: number,
  armPlace: number,
  outcome: Outcome,
  remarks: string[] = [],
): WorldResult {
  const outcomes = new Float64Array(metrics.length).fill(Number.NaN);
  for (const [name, value] of Object.entries(outcome)) {
    if (metricIndex[name] === undefined) throw new Error(`there is no metric ${name}`);
    outcomes[metricIndex[name]] = value;
  }
  return { world, arm: armPlace, outcomes, daily: {}, segments: {}, cohorts: null, digest: '', remarks };
}

/** All arms in worlds 0 .. worlds - 1. */
export function resultsOf(
  worlds: number,
  arms: number,
  outcome: (world: number, arm: number) => Outcome,
): WorldResult[] {
  return Array.from({ length: worlds * arms }, (_, i) => {
    const world = Math.floor(i / arms);
    return result(world, i % arms, outcome(world, i % arms));
  });
}

const noDraws: Draws = { paths: [], uniform: () => 0.5 };

/** Compares results of a scenario; nothing is uncertain unless draws are given. */
export function compare(scenario: Scenario, results: readonly WorldResult[], draws: Draws = noDraws) {
  return compareArms({
    scenario,
    file: 'scenarios/test.yaml',
    hash: 'hash',
    version: '0.0.0',
    digest: 'digest',
    results,
    remarks: [],
    words: verdictTexts,
    draws,
  });
}

/** One uncertain input that stands at the same place in both worlds of a twin. */
export function drawsOf(paths: readonly string[], seed = 'assumptions'): Draws {
  const words = seedWords(seed);
  return {
    paths,
    uniform: (world, path) => new Stream(words, Math.floor(world / 2), path).uniform(0),
  };
}

/** Standard normal numbers by name, world and place. */
export function normals(seed: string) {
  const words = seedWords(seed);
  return (name: string, world: number, place = 0) =>
    normalQuantile(new Stream(words, world, name).uniform(place));
}
