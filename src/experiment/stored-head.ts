/** What the head of a file of worlds asks for, and whether its worlds can be believed to come from that. */
import type { Locale } from '../report/format.ts';
import { formatProblem, type ParseOptions, parseScenario } from '../scenario/parse.ts';
import type { OwnText, Scenario } from '../scenario/scenario.ts';
import { engineFingerprint, version } from '../version.ts';
import { textDigest } from './digest.ts';
import { armKey, canonical, keptMetrics } from './plan.ts';
import type { Head } from './worlds-head.ts';

/** Why a file cannot be shown, or what its viewer should know. What fills a slot may be a text in both languages. */
export interface Notice<Name extends string> {
  readonly name: Name;
  readonly slots: Readonly<Record<string, string | number | OwnText>>;
}

export type Origin = Notice<'otherVersion' | 'otherCode' | 'networkMissing'>;

type Asked = { scenario: Scenario; problem: null } | { scenario: null; problem: OwnText };

/** What the command line said to the scenario's file. */
export function optionsOf({ scenario: { set, worlds, seed } }: Head): ParseOptions {
  return {
    ...(set.length > 0 && { set }),
    ...(worlds !== undefined && { worlds }),
    ...(seed !== undefined && { seed }),
  };
}

/** The scenario that a head asks for. */
export function scenarioOf(head: Head): Asked {
  const { file, command, arms } = head;
  const { scenario, problems } = parseScenario(head.scenario.text, file, optionsOf(head));
  if (scenario === null) {
    const inWords = (locale: Locale) => formatProblem(file, problems[0], locale);
    return refused(inWords('en'), inWords('zh-CN'));
  }
  if (command === 'compare')
    return scenario.arms.length > 1
      ? { scenario, problem: null }
      : refused('a comparison needs at least two arms', '对比至少需要两个方案');
  const arm = scenario.arms.find(({ name }) => name === arms[0].name);
  if (arm === undefined) return refused('it has no such arm as was run', '其中没有所运行的方案');
  return { scenario: { ...scenario, arms: [arm] }, problem: null };
}

const refused = (en: string, chinese: string): Asked => ({
  scenario: null,
  problem: { en, 'zh-CN': chinese },
});

/** True unless the code that we are would have made these worlds from another scenario. Networks are not at hand. */
export function isFrom(head: Head, scenario: Scenario): boolean {
  if (head.seed !== scenario.seed || head.arms.length !== scenario.arms.length) return false;
  if (head.hash !== textDigest(canonical(head.arms.map(({ key }) => key)))) return false;
  return scenario.arms.every((arm, place) => {
    const { name, key } = head.arms[place];
    if (name !== arm.name) return false;
    return arm.networkFile !== null || !isOurs(head) || key === armKey(scenario, arm, new Map());
  });
}

/** Another version's file may know other metrics; without those that decide and those of the charts it cannot be shown. */
export function hasAllMetrics({ command, kept, metrics: names }: Head, scenario: Scenario): boolean {
  const { metric, guardrails } = scenario.judge;
  const daily = keptMetrics(scenario, command === 'run' ? 'everything' : 'for comparing');
  return (
    [metric, ...guardrails.map((guardrail) => guardrail.metric)].every((name) => names.includes(name)) &&
    daily.every((name) => kept.includes(name))
  );
}

const isOurs = ({ code, version: made }: Head) => code === engineFingerprint && made === version;

/** What there is to say of who made it, and of what it was made from. */
export function originOf(head: Head, { arms }: Scenario): Origin[] {
  const remarks: Origin[] = [];
  if (!isOurs(head)) {
    const name = head.version === version ? 'otherCode' : 'otherVersion';
    remarks.push({ name, slots: { made: head.version, have: version } });
  }
  if (arms.some(({ networkFile }) => networkFile !== null))
    remarks.push({ name: 'networkMissing', slots: {} });
  return remarks;
}
