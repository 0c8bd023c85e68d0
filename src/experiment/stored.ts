/**
 * Reads a file of worlds that may come from anywhere: its head, the scenario in it, every line. What cannot be used is a
 * fault with a name; what is odd but can be shown is a remark. Words for both are the report's business.
 */
import { metrics } from '../metrics/definitions.ts';
import type { Slots } from '../report/format-message.ts';
import { findArm, formatProblem, type ParseOptions, parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { engineFingerprint, version } from '../version.ts';
import { digestOf, textDigest } from './digest.ts';
import type { FinishedWorld } from './executor.ts';
import { armKey, canonical, keptMetrics } from './plan.ts';
import type { WorldResult } from './results.ts';
import { type Line, type Recognized, TooLarge } from './stored-files.ts';
import { type LineShape, readWorldLine } from './world-lines.ts';
import { type Head, readHead } from './worlds-head.ts';

/** Why a file cannot be shown, or what its viewer should know. */
export interface Notice<Name extends string> {
  readonly name: Name;
  readonly slots: Slots;
}

export type Fault = Notice<
  | 'unreadable'
  | 'tooLarge'
  | 'damagedHead'
  | 'badScenario'
  | 'otherScenario'
  | 'otherMetrics'
  | 'noWorlds'
  | 'contradiction'
>;

export type Remark = Notice<
  'otherVersion' | 'otherCode' | 'damaged' | 'stopped' | 'networkMissing' | 'digestsDiffer'
>;

export interface StoredWorlds {
  readonly head: Head;
  /** As it was run: of `run`, with its one arm. */
  readonly scenario: Scenario;
  /** In canonical order; only worlds that can be shown without favor. */
  readonly results: readonly WorldResult[];
  readonly worlds: number;
  readonly remarks: readonly Remark[];
}

/** Reads what was recognized as a file of worlds. */
export async function readStoredWorlds({ file, lines }: Recognized): Promise<StoredWorlds | Fault> {
  const slots = { file: file.name };
  try {
    const first = await lines.next();
    const head = first.done === true ? null : readHead(first.value.line.replace(/^\ufeff/, ''));
    if (head === null) return { name: 'damagedHead', slots };
    const asked = scenarioOf(head);
    if ('problem' in asked) return { name: 'badScenario', slots: { ...slots, problem: asked.problem } };
    const { scenario } = asked;
    if (!isFrom(head, scenario)) return { name: 'otherScenario', slots };
    if (!hasAllMetrics(head, scenario))
      return { name: 'otherMetrics', slots: { ...slots, made: head.version } };
    const read = await readLines(lines, head, scenario);
    if (read === null) return { name: 'contradiction', slots };
    const { worlds, remarks } = fairPart(read.finished, read.damaged, scenario.worlds);
    if (worlds.length === 0) return { name: 'noWorlds', slots };
    const results = worlds.flat();
    const all = [...origin(head, scenario), ...remarks, ...differingDigests(head, results)];
    return { head, scenario, results, worlds: worlds.length, remarks: all };
  } catch (error) {
    if (error instanceof TooLarge) return { name: 'tooLarge', slots };
    return {
      name: 'unreadable',
      slots: { ...slots, reason: error instanceof Error ? error.message : String(error) },
    };
  } finally {
    await lines.return(undefined);
  }
}

/** What the command line said to the scenario's file. */
export function optionsOf({ scenario: { set, worlds, seed } }: Head): ParseOptions {
  return {
    ...(set.length > 0 && { set }),
    ...(worlds !== undefined && { worlds }),
    ...(seed !== undefined && { seed }),
  };
}

/** The scenario that a head asks for. */
export function scenarioOf(head: Head): { scenario: Scenario } | { problem: string } {
  const { file, command, arms } = head;
  const { scenario, problems } = parseScenario(head.scenario.text, file, optionsOf(head));
  if (scenario === null) return { problem: formatProblem(file, problems[0]) };
  if (command === 'compare')
    return scenario.arms.length > 1 ? { scenario } : { problem: 'a comparison needs at least two arms' };
  const arm = findArm(scenario, arms[0].name);
  return 'problem' in arm ? arm : { scenario: { ...scenario, arms: [arm] } };
}

/** True unless the code that we are would have made these worlds from another scenario. Networks are not at hand. */
function isFrom(head: Head, scenario: Scenario): boolean {
  if (head.seed !== scenario.seed || head.arms.length !== scenario.arms.length) return false;
  if (head.hash !== textDigest(canonical(head.arms.map(({ key }) => key)))) return false;
  return scenario.arms.every((arm, place) => {
    const { name, key } = head.arms[place];
    if (name !== arm.name) return false;
    return arm.networkFile !== null || !isOurs(head) || key === armKey(scenario, arm, new Map());
  });
}

/** Another version's file may know other metrics; without those that decide and those of the charts it cannot be shown. */
function hasAllMetrics({ command, kept, metrics: names }: Head, scenario: Scenario): boolean {
  const { metric, guardrails } = scenario.judge;
  const daily = keptMetrics(scenario, command === 'run' ? 'everything' : 'for comparing');
  return (
    [metric, ...guardrails.map((guardrail) => guardrail.metric)].every((name) => names.includes(name)) &&
    daily.every((name) => kept.includes(name))
  );
}

const isOurs = ({ code, version: made }: Head) => code === engineFingerprint && made === version;

function origin(head: Head, { arms }: Scenario): Remark[] {
  const remarks: Remark[] = [];
  if (!isOurs(head)) {
    const name = head.version === version ? 'otherCode' : 'otherVersion';
    remarks.push({ name, slots: { made: head.version, have: version } });
  }
  if (arms.some(({ networkFile }) => networkFile !== null))
    remarks.push({ name: 'networkMissing', slots: {} });
  return remarks;
}

/** A file of `run` has all that its digests are made of, so they can be made again. */
function differingDigests({ command, metrics: names }: Head, results: readonly WorldResult[]): Remark[] {
  const same = names.length === metrics.length && metrics.every(({ name }, place) => names[place] === name);
  if (command !== 'run' || !same) return [];
  const differing = results.filter(({ outcomes, daily, digest }) => digestOf(outcomes, daily) !== digest);
  return differing.length === 0 ? [] : [{ name: 'digestsDiffer', slots: { count: differing.length } }];
}

/** The worlds that were asked for, in order; null when two lines contradict each other. */
async function readLines(
  lines: AsyncIterable<Line>,
  { kept, metrics: names }: Head,
  { arms, horizonDays, worlds }: Scenario,
): Promise<{ finished: FinishedWorld[]; damaged: number } | null> {
  const shape: LineShape = { arms: arms.length, days: horizonDays, kept, metrics: names };
  const byWorld = new Map<number, FinishedWorld>();
  let damaged = 0;
  for await (const { line, ended } of lines) {
    const results = ended ? readWorldLine(line, shape) : undefined;
    if (results === undefined || !hasSegments(results, arms)) {
      damaged++;
      continue;
    }
    const { world } = results[0];
    const earlier = byWorld.get(world);
    if (earlier?.some(({ digest }, arm) => digest !== results[arm].digest)) return null;
    if (world < worlds) byWorld.set(world, earlier ?? results);
  }
  const finished = [...byWorld.values()].sort(([a], [b]) => a.world - b.world);
  return { finished, damaged };
}

/** Every arm with as many segments as its scenario has, or none where an earlier version wrote none. */
function hasSegments(results: FinishedWorld, arms: Scenario['arms']): boolean {
  return results.every(({ segments, arm }) =>
    Object.values(segments).every((values) => values.length === arms[arm].segments.length),
  );
}

/**
 * Of an interrupted run the stretch from world 0 on without a gap, so that worlds that finish fast are not favored. Where
 * all gaps are damaged lines, which favor none, everything else but their twins.
 */
function fairPart(
  finished: readonly FinishedWorld[],
  damaged: number,
  asked: number,
): { worlds: readonly FinishedWorld[]; remarks: Remark[] } {
  const there = new Set(finished.map(([{ world }]) => world));
  const missing = asked - there.size;
  const interrupted = missing > damaged;
  let gapless = 0;
  while (there.has(gapless)) gapless++;
  const isFair = ([{ world }]: FinishedWorld) =>
    interrupted
      ? world < gapless - (gapless % 2)
      : (world === asked - 1 && world % 2 === 0) || there.has(world ^ 1);
  const worlds = missing === 0 ? finished : finished.filter(isFair);
  const remarks: Remark[] = [];
  if (damaged > 0) remarks.push({ name: 'damaged', slots: { count: damaged } });
  if (missing > 0) remarks.push({ name: 'stopped', slots: { done: worlds.length, total: asked } });
  return { worlds, remarks };
}
