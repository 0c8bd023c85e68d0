/**
 * The engine's side of a page: reads the scenario, runs its worlds in workers, and keeps the shown result up to date
 * while worlds come in. One run at a time: a new one takes the place of the one under way.
 */
import { batch } from '@preact/signals';
import { compareArms } from '../../src/analysis/compare.ts';
import { comparisonInput } from '../../src/experiment/comparison-input.ts';
import type { Executor, FinishedWorld } from '../../src/experiment/executor.ts';
import { type ExperimentResult, runExperiment, withoutGaps } from '../../src/experiment/experiment.ts';
import { type Networks, type Plan, planExperiment } from '../../src/experiment/plan.ts';
import { verdictTexts } from '../../src/report/verdict/verdict.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { version } from '../../src/version.ts';
import { armMemory, NoWorkers, usualWorkers, workerExecutor } from '../engine/pool.ts';
import { slicedExecutor } from '../engine/sliced.ts';
import { doc, problems, run, type Shown, say, scenario, shown } from './workspace.ts';

const memory = armMemory();
let executor: Executor = workerExecutor({ workers: usualWorkers(), memory });
const networks: Networks = new Map();

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

/** Stops the run; worlds that are finished stay. */
export function stop(): void {
  current?.abort();
}

/** Runs what the page asks. Resolves when it is done, stopped or superseded. */
export async function compareNow(): Promise<void> {
  stop();
  if (!readDocument() || scenario.value === null) return;
  const asked = scenario.value;
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
      if (progress.isTimeToLook()) show(plan, file, partOf(finished));
    });
    if (current !== mine) return;
    const whole = mine.signal.aborted ? withoutGaps(result) : result;
    show(plan, file, whole);
    run.value = mine.signal.aborted ? progress.stopped(whole.worlds) : progress.done();
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
    say({ id: 'noWorkers' });
    executor = slicedExecutor(memory);
    return await runExperiment(plan, { executor, signal, onWorld });
  }
}

const partOf = (finished: readonly FinishedWorld[]): ExperimentResult =>
  withoutGaps({ results: finished.flat(), digest: '', worlds: finished.length });

/** Puts a result before the viewer. Fewer than two worlds say nothing yet. */
function show(plan: Plan, file: string, result: ExperimentResult): void {
  if (result.worlds < 2 || plan.scenario.arms.length < 2) return;
  const comparison = compareArms({ ...comparisonInput(plan, file, result), words: verdictTexts });
  const next: Shown = {
    scenario: plan.scenario,
    plan,
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
    if (!isDue && !FIRST_LOOKS.includes(this.worlds)) return false;
    this.looked = now;
    return true;
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
