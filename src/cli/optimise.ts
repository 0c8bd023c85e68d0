/** `optimise`: races mixes of tactics, reports on those that are left, writes what was found. */
import type { RaceResult } from '../analysis/optimise/contest.ts';
import {
  type Ground as Contest,
  finalistsOf,
  race,
  reportWorlds,
  worldsOfHalf,
} from '../analysis/optimise/contest.ts';
import { dataOf, findingsOf, type Optimization, type Question } from '../analysis/optimise/findings.ts';
import { FIRST_TWINS } from '../analysis/optimise/looks.ts';
import type { RaceState } from '../analysis/optimise/race.ts';
import { Outcomes } from '../experiment/optimise/outcomes.ts';
import { type Ground, missingOf, runMissing } from '../experiment/optimise/run.ts';
import { readOutcomes } from '../experiment/shards/outcomes.ts';
import { digestOfArms } from '../experiment/shards/result-index.ts';
import type { ResultsStore } from '../experiment/shards/results-store.ts';
import { threadPool } from '../experiment/threads.ts';
import { version } from '../version.ts';
import { CommandFailure, Exit } from './errors.ts';
import { finishOptimise } from './optimise-files.ts';
import { type Prepared, prepareOptimise } from './optimise-prepare.ts';
import { sayAsked, sayStopped } from './optimise-text.ts';
import type { ScenarioOptions } from './options.ts';
import { workerScript } from './package.ts';
import { Progress } from './progress.ts';
import { threadsFor } from './simulate.ts';
import { type Stopping, stopOnSignals } from './stopping.ts';
import { openForResults, writing } from './store-open.ts';
import { Terminal } from './terminal.ts';

export interface OptimiseOptions extends ScenarioOptions {
  readonly mix?: string;
  readonly vary?: readonly string[];
  readonly metric?: string;
  readonly against?: string;
  readonly budget?: string;
  readonly candidates?: number;
  /** [ms] */
  readonly timeBudget?: number;
  readonly jobs?: number | 'auto';
  readonly output?: string;
}

export async function optimise(typed: string, options: OptimiseOptions): Promise<void> {
  const terminal = new Terminal(options);
  const stopping = stopOnSignals();
  const pool = threadPool({ threads: threadsFor(options), script: workerScript() });
  try {
    const prepared = await prepareOptimise(typed, options, terminal, stopping.signal);
    if (prepared === null) {
      process.exitCode = Exit.interrupted;
      return;
    }
    sayAsked(prepared, terminal);
    const { folder, scenario } = prepared;
    await writing(await openForResults(folder, scenario.seed, terminal), async (store) => {
      const outcomes = await outcomesIn(store, prepared);
      const ground: Ground = { scenario, networks: prepared.loaded.networks, store, pool, outcomes };
      const found = await search({ ...prepared, outcomes }, ground, options, terminal, stopping);
      store.flush();
      if (found === null) sayStopped(prepared, store, terminal);
      else await finishOptimise(prepared, found, terminal);
    });
  } finally {
    stopping.end();
    await pool.close();
  }
}

async function outcomesIn(store: ResultsStore, prepared: Prepared): Promise<Outcomes> {
  const { candidates, metricNames, scenario } = prepared;
  const wanted = {
    engine: store.engine,
    armKeys: new Set(candidates.list.map(({ armKey }) => armKey)),
    worlds: scenario.worlds,
    metrics: metricNames,
  };
  return new Outcomes(metricNames, scenario.worlds, await readOutcomes(store.folder, wanted));
}

/** Part of the time that is for the race; the rest is for the report. */
const RACE_PART = 0.6;

/** The race and the report; null when it was stopped by Ctrl-C. */
async function search(
  asked: Prepared & Question,
  ground: Ground,
  { timeBudget }: OptimiseOptions,
  terminal: Terminal,
  stopping: Stopping,
): Promise<Optimization | null> {
  const { candidates, twins } = asked;
  const task = new Task(asked, ground, terminal, stopping, timeBudget);
  try {
    const data = (worlds: readonly number[]) => dataOf(asked, worlds);
    const contest: Contest = {
      candidates: candidates.list.length,
      twins,
      data,
      ensure: (places, worlds) => task.ensure(places, worlds),
      onLook: (state) => task.reckon(state),
    };
    task.begin(RACE_PART);
    const raced = await race(contest);
    if (stopping.signal.aborted) return null;
    if (raced.worlds.length === 0) throw new CommandFailure(Exit.invalid, tooShort(twins));
    const finalists = finalistsOf(raced, data(raced.worlds));
    task.begin(1);
    task.reckonReport(finalists);
    const reported = await reportWorlds({ ...contest, ensure: task.ensureFirst(contest.ensure) }, finalists);
    if (stopping.signal.aborted) return null;
    const run = { raced, finalists, reportWorlds: reported, twins };
    task.end(true);
    return { ...about(asked), ...findingsOf(asked, run), digest: digestOf(asked, ground.store, run) };
  } finally {
    task.end(false);
  }
}

const tooShort = (twins: number) =>
  `--time-budget was over before the race could be looked at, after ${2 * Math.min(twins, FIRST_TWINS)} worlds of every mix: there is nothing to show. Give it more time; finished results are kept.`;

/** Runs what is needed, in the time that there is, and shows how far it is. */
class Task {
  private readonly asked: Prepared;
  private readonly ground: Ground;
  private readonly stopping: Stopping;
  private readonly progress: Progress;
  private readonly started = performance.now();
  private readonly timeBudget: number | undefined;
  private deadline: AbortSignal | null = null;
  private done = 0;

  constructor(
    asked: Prepared,
    ground: Ground,
    terminal: Terminal,
    stopping: Stopping,
    timeBudget: number | undefined,
  ) {
    this.asked = asked;
    this.ground = ground;
    this.stopping = stopping;
    this.timeBudget = timeBudget;
    const all = asked.candidates.list.map((_, place) => place);
    this.progress = new Progress(
      terminal,
      'optimise',
      this.missing(all, 0),
      0,
      process.stderr,
      'keeps',
      'results',
    );
  }

  /** From now on the time is over when this part of the budget is. */
  begin(part: number): void {
    if (this.timeBudget === undefined) return;
    const left = this.timeBudget * part - (performance.now() - this.started);
    this.deadline = left > 0 ? AbortSignal.timeout(Math.ceil(left)) : AbortSignal.abort();
  }

  async ensure(places: readonly number[], worlds: readonly number[], timed = true): Promise<boolean> {
    const list = places.map((place) => this.asked.candidates.list[place]);
    const signals = [this.stopping.signal, ...(timed && this.deadline !== null ? [this.deadline] : [])];
    const signal = AbortSignal.any(signals);
    const onResults = (count: number) => {
      this.done += count;
      this.progress.advance(count);
    };
    await runMissing(this.ground, list, worlds, { signal, onResults });
    return missingOf(list, worlds, this.ground.store) === 0;
  }

  /** The first step is finished whatever the time: without it there is no report. */
  ensureFirst(ensure: Contest['ensure']): Contest['ensure'] {
    let isFirst = true;
    return (places, worlds) => {
      const timed = !isFirst;
      isFirst = false;
      return timed ? ensure(places, worlds) : this.ensure(places, worlds, false);
    };
  }

  reckon({ left }: RaceState): void {
    this.progress.reckon(this.done + this.missing([...new Set([0, ...left])], 0));
  }

  reckonReport(finalists: readonly number[]): void {
    this.progress.reckon(this.done + this.missing(finalists, 1));
  }

  end(finished: boolean): void {
    this.progress.end(finished);
  }

  private missing(places: readonly number[], parity: 0 | 1): number {
    const list = places.map((place) => this.asked.candidates.list[place]);
    return missingOf(list, worldsOfHalf(parity, this.asked.twins), this.ground.store);
  }
}

function about({ scenario, file, goals, budget, inputs }: Prepared) {
  return {
    schema: 'seedbed/optimise@1',
    version,
    seed: scenario.seed,
    scenario: { file, title: scenario.title.en },
    metric: goals[0].name,
    against: goals[1]?.name ?? null,
    budget,
    currency: scenario.currency,
    inputs: inputs.map(({ path }) => path),
  } as const;
}

/** Of the results that count: every mix in the worlds that it raced in, the finalists in those of the report too. */
function digestOf(
  { candidates }: Prepared,
  store: ResultsStore,
  {
    raced,
    finalists,
    reportWorlds: reported,
  }: { raced: RaceResult; finalists: readonly number[]; reportWorlds: readonly number[] },
): string {
  const arms = candidates.list.map(({ armKey }, place): [string, number[]] => {
    const out = raced.state.dropped.find(({ candidate }) => candidate === place);
    const ran = place === 0 ? raced.worlds.length : (out?.worlds ?? raced.worlds.length);
    const worlds = [...raced.worlds.slice(0, ran), ...(finalists.includes(place) ? reported : [])];
    return [armKey, worlds.sort((a, b) => a - b)];
  });
  return digestOfArms(store.index, new Map(arms));
}
