/**
 * The engine's side of a page: reads the scenario, runs its worlds in workers, and keeps the shown result up to date
 * while worlds come in. One run at a time: a new one takes the place of the one under way.
 */
import { batch } from '@preact/signals';
import { compareArms } from '../../src/analysis/compare.ts';
import { comparisonInput } from '../../src/experiment/comparison-input.ts';
import type { Executor, FinishedWorld } from '../../src/experiment/executor.ts';
import { type ExperimentResult, runExperiment, withoutGaps } from '../../src/experiment/experiment.ts';
import { type Plan, planExperiment } from '../../src/experiment/plan.ts';
import { readNetwork } from '../../src/population/edge-list.ts';
import type { Ties } from '../../src/population/ties.ts';
import { extremesOf } from '../../src/report/extremes.ts';
import type { Locale } from '../../src/report/format.ts';
import { comparisonParts } from '../../src/report/parts.ts';
import type { StoredComparison, StoredFile } from '../../src/report/stored.ts';
import { verdictTexts } from '../../src/report/verdict/verdict.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { OwnText, Scenario } from '../../src/scenario/scenario.ts';
import { engineFingerprint, version } from '../../src/version.ts';
import { armMemory, NoWorkers, usualWorkers, workerExecutor } from '../engine/pool.ts';
import { slicedExecutor } from '../engine/sliced.ts';
import { siteRoot, storyText } from './address.ts';
import { begin } from './edit.ts';
import { pageData } from './page-data.ts';
import {
  claim,
  doc,
  other,
  problems,
  run,
  type Shown,
  say,
  scenario,
  shown,
  tell,
  view,
} from './workspace.ts';

const memory = armMemory();
let executor: Executor = workerExecutor({ workers: usualWorkers(), memory });
/** Network files that were read, by the names that scenarios give them. */
export const networks = new Map<string, Ties>();

/** The run under way. */
let current: AbortController | undefined;

/** Milliseconds between two looks at the verdict while worlds come in, and between two counts. */
const LOOK_EVERY = 500;
const COUNT_EVERY = 50;
/** Numbers of worlds at which the first looks are worth it. */
const FIRST_LOOKS = [16, 64];

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
  current?.abort();
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
    run.value = mine.signal.aborted ? progress.stopped(whole.worlds) : progress.done();
    if (!mine.signal.aborted) holdAgainst(whole.digest, whole.worlds);
  } catch (error) {
    if (current === mine) run.value = failed(error, asked);
  }
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
function holdAgainst(digest: string, worlds: number): void {
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

/** Where the result of what the page asks is stored, from the root of the site: of a story that nobody has changed. */
async function storedPath(): Promise<string | null> {
  const asked = new URLSearchParams(location.search).get('result');
  if (asked !== null) return asked;
  const now = doc.value;
  const path = pageData().stories.find(({ name }) => name === now?.preset)?.result?.path ?? null;
  if (now === null || now.preset === null || path === null) return null;
  return now.text === (await storyText(now.preset)) ? path : null;
}

/** Opens the result that came with the page, or that its address names on the same host; false if there is none. */
export async function openOwnResult(): Promise<boolean> {
  const path = await storedPath();
  if (path === null) return false;
  const address = new URL(path, siteRoot());
  if (address.origin !== location.origin) {
    say('resultFailed', { why: address.origin });
    return false;
  }
  try {
    const answer = await fetch(address);
    if (!answer.ok) {
      say('noResult', { status: answer.status });
      return false;
    }
    const text = await answer.text();
    const file = { name: address.pathname.split('/').at(-1) ?? 'result', text: async () => text };
    return await openResult([file], async () => (await storedPath()) === path);
  } catch (error) {
    say('resultFailed', { why: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

/**
 * Shows a stored result as it is, without running anything. Where it is no longer wanted (somebody has changed the question
 * meanwhile), its worlds are remembered only, for the arms that the change did not touch.
 */
export async function openResult(
  files: readonly StoredFile[],
  isWanted: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  const { openStored } = await import('../../src/report/stored.ts');
  const { stored, problems: why } = await openStored(files);
  if (stored === null) {
    for (const [i, text] of why.entries()) tell({ id: `result ${i}`, text });
    return false;
  }
  if (stored.kind === 'compare') remember(stored);
  if (!(await isWanted())) return true;
  for (const [i, text] of stored.remarks.entries()) tell({ id: `remark ${i}`, text });
  if (stored.kind !== 'compare') {
    other.value = stored;
    return true;
  }
  showStored(stored);
  return true;
}

/** Worlds that this very code made need not run again. */
function remember({ scenario: asked, results, code }: StoredComparison): void {
  const hasNetworks = asked.arms.some(({ networkFile }) => networkFile !== null);
  if (code !== engineFingerprint || hasNetworks) return;
  const plan = planExperiment(asked, networks);
  for (const result of results) memory.keep(plan, result);
}

function showStored({ comparison, results, scenario: asked, file, text, worlds }: StoredComparison): void {
  stop();
  const now = doc.value;
  if (now?.text !== text) begin({ preset: null, file, text });
  readDocument();
  const same = scenario.value ?? asked;
  if (worlds === asked.worlds) holdAgainst(comparison.digest, worlds);
  batch(() => {
    other.value = null;
    run.value = { is: 'idle' };
    shown.value = { scenario: same, comparison, results, planned: worlds, origin: 'stored' };
  });
}

/** The parts of what is shown, in words. */
export const partsOf = ({ scenario: asked, comparison, results }: Shown, locale: Locale) =>
  comparisonParts({ scenario: asked, comparison, results, locale }, view.value);

/** What is extreme about what is shown, said before anything else. */
export const extremesShown = ({ scenario: asked, results }: Shown): readonly OwnText[] =>
  extremesOf(asked, results);

/** What can be copied into a report of a fault: nothing about people, nothing from the disk. */
function failed(error: unknown, { seed, worlds, arms }: Scenario) {
  const message = error instanceof Error ? error.message : String(error);
  const diagnostic = JSON.stringify({ version, seed, worlds, arms: arms.length, message }, null, 1);
  return { is: 'failed', message, diagnostic } as const;
}

/** Counts worlds and says how long the rest will take. */
class Progress {
  private readonly started = performance.now();
  private readonly planned: number;
  private worlds = 0;
  private counted = 0;
  private looked = 0;

  constructor(planned: number) {
    this.planned = planned;
  }

  count(): void {
    this.worlds++;
    const now = performance.now();
    if (now - this.counted < COUNT_EVERY) return;
    this.counted = now;
    run.value = this.state();
  }

  isTimeToLook(): boolean {
    const now = performance.now();
    const isDue = now - this.looked >= LOOK_EVERY && this.worlds >= FIRST_LOOKS[0];
    return isDue || FIRST_LOOKS.includes(this.worlds);
  }

  /** Looks, and leaves the page at least five times as long alone as the look took. */
  look(work: () => void): void {
    const before = performance.now();
    work();
    const now = performance.now();
    this.looked = Math.max(before, now + 5 * (now - before) - LOOK_EVERY);
  }

  state() {
    const seconds = (performance.now() - this.started) / 1000;
    const known = this.worlds >= 4 && seconds > 0.5;
    const rate = known ? this.worlds / seconds : null;
    const secondsLeft = rate === null ? null : (this.planned - this.worlds) / rate;
    return { is: 'running', done: this.worlds, planned: this.planned, rate, secondsLeft } as const;
  }

  stopped(done: number) {
    return { is: 'stopped', done, planned: this.planned } as const;
  }

  done() {
    const seconds = (performance.now() - this.started) / 1000;
    return { is: 'done', worlds: this.planned, seconds } as const;
  }
}
