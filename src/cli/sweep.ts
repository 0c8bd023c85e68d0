/** `sweep`: lays out points, says what they will take, runs what is missing, shows what was found. */
import { statfsSync } from 'node:fs';
import { ResultIndex } from '../experiment/shards/result-index.ts';
import { isStore, type ResultsStore, readIndex } from '../experiment/shards/results-store.ts';
import type { Row } from '../experiment/shards/row.ts';
import { type Forecast, forecastFrom, pilotNeeds } from '../experiment/sweep/forecast.ts';
import { type Count, countOf } from '../experiment/sweep/jobs.ts';
import { runNeeds, runSweep, type Sweep } from '../experiment/sweep/run-sweep.ts';
import { studyOf, studyText } from '../experiment/sweep/study.ts';
import { type ThreadPool, threadPool } from '../experiment/threads.ts';
import { count } from '../report/format.ts';
import type { Slots } from '../report/format-message.ts';
import { engineFingerprint, resultsVersion, version } from '../version.ts';
import { Exit } from './errors.ts';
import type { ScenarioOptions } from './options.ts';
import { commandAgain, workerScript } from './package.ts';
import { Progress } from './progress.ts';
import { threadsFor } from './simulate.ts';
import { type Stopping, stopOnSignals } from './stopping.ts';
import { openForResults, writing } from './store-open.ts';
import { type Prepared, prepareSweep } from './sweep-prepare.ts';
import { finishSweep } from './sweep-text.ts';
import { roughBytes, roughTime, type SweepPhrase, sweepPhrase } from './sweep-words.ts';
import { Terminal } from './terminal.ts';

export interface SweepOptions extends ScenarioOptions {
  readonly vary?: readonly string[];
  readonly design?: string;
  readonly points?: number;
  readonly levels?: number;
  readonly maximin?: boolean;
  readonly jobs?: number | 'auto';
  readonly output?: string;
  readonly dryRun?: boolean;
}

export async function sweep(typed: string, options: SweepOptions): Promise<void> {
  const terminal = new Terminal(options);
  const stopping = stopOnSignals();
  const pool = threadPool({ threads: threadsFor(options), script: workerScript() });
  try {
    const prepared = await prepareSweep(typed, options, terminal, stopping.signal);
    if (prepared === null) process.exitCode = Exit.interrupted;
    else if (options.dryRun) await tryOut(prepared, pool, terminal, stopping);
    else await runAll(prepared, pool, terminal, stopping);
  } finally {
    stopping.end();
    await pool.close();
  }
}

/** With --dry-run: what it would take. Nothing is kept. */
async function tryOut(prepared: Prepared, pool: ThreadPool, terminal: Terminal, stopping: Stopping) {
  const { sweep: asked, folder } = prepared;
  const index = isStore(folder) ? await readIndex(folder, engineFingerprint) : new ResultIndex();
  const count = countOf(asked.points, asked.worlds, index);
  const isThere = (armKey: string, world: number) => index.has(armKey, world);
  const rows: Row[] = [];
  const pace = await pilot(asked, isThere, pool, stopping, (row) => rows.push(row));
  if (stopping.signal.aborted) {
    process.exitCode = Exit.interrupted;
    return;
  }
  const forecast = forecastOf(rows, pace, count.missing, prepared);
  if (terminal.json)
    await terminal.printJson({
      schema: 'seedbed/sweep-forecast@1',
      points: asked.points.length,
      worlds: asked.worlds,
      arms: prepared.scenario.arms.length,
      results: { needed: count.needed, missing: count.missing },
      seconds: forecast.seconds,
      bytes: forecast.bytes,
      store: folder,
    });
  else
    await terminal.print(
      `${[askedText(prepared, count, terminal), forecastText(forecast, folder, terminal)].join('\n')}\n`,
    );
}

async function runAll(prepared: Prepared, pool: ThreadPool, terminal: Terminal, stopping: Stopping) {
  const { sweep: asked, folder, scenario } = prepared;
  await writing(await openForResults(folder, scenario.seed, terminal), async (store) => {
    const study = studyOf({ ...asked, scenario, design: prepared.design });
    const name = store.keepStudy(studyText(study));
    const before = countOf(asked.points, asked.worlds, store.index);
    terminal.say(askedText(prepared, before, terminal));
    if (before.missing > 0) await runMissing(prepared, store, before, pool, terminal, stopping);
    store.flush();
    const { missing, needed } = countOf(asked.points, asked.worlds, store.index);
    const reused = before.needed - before.missing;
    if (missing > 0) sayStopped(folder, needed - missing, needed, terminal);
    else await finishSweep({ prepared, study, name, store, reused }, terminal);
  });
}

async function runMissing(
  prepared: Prepared,
  store: ResultsStore,
  { missing, needed }: Count,
  pool: ThreadPool,
  terminal: Terminal,
  stopping: Stopping,
): Promise<void> {
  const { sweep: asked, folder } = prepared;
  const progress = new Progress(
    terminal,
    'sweep',
    needed,
    needed - missing,
    process.stderr,
    'keeps',
    'results',
  );
  let finished = false;
  try {
    const rows: Row[] = [];
    const isThere = (armKey: string, world: number) => store.index.has(armKey, world);
    const pace = await pilot(asked, isThere, pool, stopping, (row) => {
      rows.push(row);
      store.add(row);
      progress.advance();
    });
    const left = missing - rows.length;
    if (left > 0 && !stopping.signal.aborted) {
      const forecast = forecastOf(rows, pace, left, prepared);
      progress.say(forecastText(forecast, folder, terminal));
      warnOfDisk(folder, forecast, terminal);
    }
    const onResults = (count: number) => progress.advance(count);
    await runSweep(asked, store, pool, { signal: stopping.signal, onResults });
    finished = !stopping.signal.aborted;
  } finally {
    progress.end(finished);
  }
}

/** Seconds that a pilot takes, if it has as many results by then as it needs. */
const PILOT_SECONDS = 2;
const PILOT_JOBS = 64;
const FEWEST_JOBS = 4;

/** Runs some results to know what the rest will take; gives how many a second, once the threads are warm. */
async function pilot(
  asked: Sweep,
  isThere: (armKey: string, world: number) => boolean,
  pool: ThreadPool,
  { signal }: Stopping,
  take: (row: Row) => void,
): Promise<number> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  function* some() {
    for (const [place, need] of pilotNeeds(asked, isThere, PILOT_JOBS).entries()) {
      if (place >= FEWEST_JOBS && seconds() > PILOT_SECONDS) return;
      yield need;
    }
  }
  const finishedAt: number[] = [];
  for await (const rows of runNeeds(asked, some(), pool, signal))
    for (const row of rows) {
      take(row);
      finishedAt.push(seconds());
    }
  const middle = Math.floor(finishedAt.length / 2);
  const [from = 0, to = 0] = [middle > 0 ? finishedAt[middle - 1] : 0, finishedAt.at(-1)];
  return (finishedAt.length - middle) / Math.max(1e-3, to - from);
}

const forecastOf = (rows: readonly Row[], pace: number, missing: number, { scenario }: Prepared): Forecast =>
  forecastFrom(rows, pace, missing, {
    seed: scenario.seed,
    resultsVersion,
    version,
    engine: engineFingerprint,
    host: 'this machine',
  });

const numberIn = (count_: number, { locale }: Terminal) => count(count_, locale);

function askedText(
  { sweep: asked, scenario }: Prepared,
  { needed, missing }: Count,
  terminal: Terminal,
): string {
  const { points, worlds } = asked;
  const arms = scenario.arms.length;
  const slots = {
    points: points.length,
    worlds,
    arms,
    all: numberIn(points.length * worlds * arms, terminal),
    needed: numberIn(needed, terminal),
  };
  const say = (name: SweepPhrase, more: Slots = {}) => sweepPhrase(name, terminal.locale, more);
  const parts = [say('asked', slots)];
  if (missing === 0) parts.push(say('nothingMissing'));
  else if (missing < needed)
    parts.push(
      say('there', { count: numberIn(needed - missing, terminal) }),
      say('missing', { count: numberIn(missing, terminal) }),
    );
  return `sweep  ${parts.join(' · ')}`;
}

function forecastText({ seconds, bytes }: Forecast, folder: string, { locale }: Terminal): string {
  const slots = { time: roughTime(seconds, locale), disk: roughBytes(bytes), folder };
  return `sweep  ${sweepPhrase('forecast', locale, slots)}`;
}

function warnOfDisk(folder: string, { bytes }: Forecast, terminal: Terminal): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (bytes > free)
    terminal.warn(
      sweepPhrase('lowDisk', terminal.locale, { folder, free: roughBytes(free), disk: roughBytes(bytes) }),
    );
}

function sayStopped(folder: string, done: number, needed: number, terminal: Terminal): void {
  process.exitCode = Exit.interrupted;
  const slots = { done: numberIn(done, terminal), needed: numberIn(needed, terminal), folder };
  terminal.warn(sweepPhrase('stopped', terminal.locale, slots));
  terminal.warn(sweepPhrase('resume', terminal.locale, { command: commandAgain() }));
}
