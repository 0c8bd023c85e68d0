/**
 * Runs the worlds that the page asks for in workers, and keeps the shown result up to date while they come in. One run at a
 * time: a new one takes the place of the one under way.
 */
import { batch } from '@preact/signals';
import { compareArms } from '../../src/analysis/compare.ts';
import { comparisonInput } from '../../src/experiment/comparison-input.ts';
import type { Executor, FinishedWorld } from '../../src/experiment/executor.ts';
import { type ExperimentResult, runExperiment, withoutGaps } from '../../src/experiment/experiment.ts';
import { type Plan, planExperiment } from '../../src/experiment/plan.ts';
import { readNetwork } from '../../src/population/edge-list.ts';
import type { Ties } from '../../src/population/ties.ts';
import type { StoredFile } from '../../src/report/stored.ts';
import { verdictTexts } from '../../src/report/verdict/verdict.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { version } from '../../src/version.ts';
import { armMemory, NoWorkers, usualWorkers, workerExecutor } from '../engine/pool.ts';
import { slicedExecutor } from '../engine/sliced.ts';
import { Progress } from './progress.ts';
import { claim, doc, problems, run, type Shown, say, scenario, shown } from './workspace.ts';

/** Worlds that were run or read, by arm: what is known need not run again. */
export const memory = armMemory();
let executor: Executor = workerExecutor({ workers: usualWorkers(), memory });
/** Network files that were read, by the names that scenarios give them. */
export const networks = new Map<string, Ties>();

/** The run under way, and why one ended early. */
let current: AbortController | undefined;
const STOPPED = 'stopped';
const PAUSED = 'paused';

/** Reads the text of the page; true when it is a scenario that can be run. */
export function readDocument(): boolean {
  const asked = doc.value;
  if (asked === null) return false;
  const parsed = parseScenario(asked.text, asked.file);
  batch(() => {
    problems.value = parsed.problems;
    if (parsed.scenario) scenario.value = parsed.scenario;
  });
  return parsed.scenario !== null;
}

/** Takes the network files that the scenario names from among these files. */
export async function readNetworks(files: readonly StoredFile[]): Promise<void> {
  if (!readDocument() || scenario.value === null) return;
  for (const { networkFile } of scenario.value.arms) {
    const found = files.find(({ name }) => networkFile !== null && name.endsWith(networkFile));
    if (networkFile === null || found === undefined) continue;
    try {
      networks.set(networkFile, readNetwork(await found.text(), networkFile).ties);
    } catch (error) {
      say('fileFailed', { why: error instanceof Error ? error.message : String(error) });
    }
  }
}

/** A network file that the scenario names and that this page does not have; null if it has all. */
export const missingNetwork = (): string | null =>
  scenario.value?.arms
    .map(({ networkFile }) => networkFile)
    .find((file) => file !== null && !networks.has(file)) ?? null;

/** Stops the run; worlds that are finished stay. */
export function stop(): void {
  current?.abort(STOPPED);
}

/** The same with the intent to go on: `compareNow` then runs only the worlds that are missing. */
export function pause(): void {
  current?.abort(PAUSED);
}

/** Runs what the page asks. Resolves when it is done, stopped or superseded. */
export async function compareNow(): Promise<void> {
  stop();
  if (!readDocument() || scenario.value === null) return;
  const asked = scenario.value;
  const lacks = missingNetwork();
  if (lacks !== null) return say('network', { file: lacks });
  if (asked.arms.length < 2) return say('oneArm');
  const file = doc.value?.file ?? 'scenario.yaml';
  const mine = new AbortController();
  current = mine;
  const progress = new Progress(asked.worlds);
  run.value = progress.state();
  try {
    const plan = planExperiment(asked, networks);
    progress.expectKnown(knownWorlds(plan));
    const finished: FinishedWorld[] = [];
    const result = await attempt(plan, mine.signal, (world) => {
      if (current !== mine) return;
      finished.push(world);
      progress.count();
      if (progress.isTimeToLook()) progress.look(() => show(plan, file, partOf(finished)));
    });
    if (current !== mine) return;
    const whole = mine.signal.aborted ? withoutGaps(result) : result;
    show(plan, file, whole);
    run.value = mine.signal.aborted
      ? progress.stopped(whole.worlds, mine.signal.reason === PAUSED ? PAUSED : STOPPED)
      : progress.done();
    if (!mine.signal.aborted) holdAgainst(whole.digest, whole.worlds);
  } catch (error) {
    if (current === mine) run.value = failed(error, asked);
  }
}

/** How many worlds are remembered whole. */
function knownWorlds(plan: Plan): number {
  const worlds = Array.from({ length: plan.scenario.worlds }, (_, world) => world);
  return worlds.filter((world) => plan.armKeys.every((_, arm) => memory.find(plan, arm, world))).length;
}

/** In workers; where those are blocked, once and for all in this thread. */
async function attempt(plan: Plan, signal: AbortSignal, onWorld: (world: FinishedWorld) => void) {
  try {
    return await runExperiment(plan, { executor, signal, onWorld });
  } catch (error) {
    if (!(error instanceof NoWorkers)) throw error;
    say('noWorkers');
    executor = slicedExecutor(memory);
    return await runExperiment(plan, { executor, signal, onWorld });
  }
}

/** Says whether a link's result came out again. */
export function holdAgainst(digest: string, worlds: number): void {
  const made = claim.value;
  if (made === null) return;
  claim.value = null;
  if (digest.startsWith(made)) say('reproduced', { worlds });
  else say('otherResult', { here: digest.slice(0, 12), made });
}

const partOf = (finished: readonly FinishedWorld[]): ExperimentResult =>
  withoutGaps({ results: finished.flat(), digest: '', worlds: finished.length });

/** Puts a result before the viewer. Fewer than two worlds say nothing yet. */
function show(plan: Plan, file: string, result: ExperimentResult): void {
  if (result.worlds < 2 || plan.scenario.arms.length < 2) return;
  const comparison = compareArms({ ...comparisonInput(plan, file, result), words: verdictTexts });
  const next: Shown = {
    scenario: plan.scenario,
    comparison,
    results: result.results,
    planned: plan.scenario.worlds,
    origin: 'computed',
  };
  shown.value = next;
}

/** What can be copied into a report of a fault: nothing about people, nothing from the disk. */
function failed(error: unknown, { seed, worlds, arms }: Scenario) {
  const message = error instanceof Error ? error.message : String(error);
  const diagnostic = JSON.stringify({ version, seed, worlds, arms: arms.length, message }, null, 1);
  return { is: 'failed', message, diagnostic } as const;
}
