/**
 * The sweep of the page: lays out what is asked, runs a few results to say what the rest will take, runs the rest, and keeps
 * what is finished. One at a time; whatever changes what is asked stops what runs.
 */
import { signal } from '@preact/signals';
import type { Executor } from '../../../src/experiment/executor.ts';
import type { Row } from '../../../src/experiment/shards/row.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { version } from '../../../src/version.ts';
import { missingNetwork, networks } from '../../app/live-run.ts';
import { type Doc, doc, say } from '../../app/workspace.ts';
import { armMemory, NoWorkers, usualWorkers, workerExecutor } from '../../engine/pool.ts';
import { slicedExecutor } from '../../engine/sliced.ts';
import { dropSweep, keepRows, keepSweep, keptRows } from './kept.ts';
import { type Prepared, prepare, type Refused } from './prepare.ts';
import { countRows, Rows } from './rows.ts';
import { runMissing } from './run-missing.ts';
import { type Setup, setup } from './setup.ts';

export type SweepState =
  | { readonly is: 'preparing' | 'piloting' | 'ready' | 'paused' | 'stopped' | 'done' }
  | { readonly is: 'running'; readonly secondsLeft: number | null }
  | { readonly is: 'failed'; readonly message: string };

export interface Count {
  readonly needed: number;
  readonly there: number;
}

export const prepared = signal<Prepared | null>(null);
export const problems = signal<Refused['problems']>([]);
export const state = signal<SweepState>({ is: 'preparing' });
export const count = signal<Count>({ needed: 0, there: 0 });
/** Seconds that what is missing will take; null before that is known. */
export const forecast = signal<number | null>(null);
/** Raised when there is more to show. */
export const shownAt = signal(0);

export let rows = new Rows();
const memory = armMemory(6);
let executor: Executor = workerExecutor({ workers: usualWorkers(), memory });
let current: AbortController | undefined;

/** What is laid out, or is being laid out. */
let asked = '';
let layingOut: Promise<void> = Promise.resolve();

/** Lays out what the page asks now, once; takes up what this browser has of it; tries a few results. */
export function layOutNow(): Promise<void> {
  const now = JSON.stringify([doc.value?.text, setup.value, missingNetwork()]);
  if (now !== asked || state.value.is === 'failed') {
    asked = now;
    layingOut = layOut();
  }
  return layingOut;
}

async function layOut(): Promise<void> {
  current?.abort();
  const mine = new AbortController();
  current = mine;
  const [text, wanted] = [doc.value, setup.value];
  state.value = { is: 'preparing' };
  forecast.value = null;
  if (text === null) return;
  const lacks = missingNetwork();
  if (lacks !== null) say('network', { file: lacks });
  const made = lacks === null ? await prepare(text, wanted, networks, mine.signal) : { problems: [] };
  if (mine.signal.aborted || made === null) return;
  if ('problems' in made) {
    problems.value = made.problems;
    prepared.value = null;
    count.value = { needed: 0, there: 0 };
    return;
  }
  problems.value = [];
  for (const row of await keptRows([...new Set(made.points.flatMap(({ armKeys }) => armKeys))], made.worlds))
    if (row.outcomes.length === metrics.length) rows.add(row);
  if (mine.signal.aborted) return;
  prepared.value = made;
  look(made);
  if (count.value.there >= count.value.needed) state.value = { is: 'done' };
  else await tryOut(made, mine);
}

/** Runs the first missing world of a few points, so that a forecast can be made. They are kept. */
async function tryOut(made: Prepared, mine: AbortController): Promise<void> {
  state.value = { is: 'piloting' };
  const { points, scenario } = made;
  const some = [0, 0.5, 1].map((part) => points[Math.round(part * (points.length - 1))]);
  const worlds = Math.min(made.worlds, 2 * usualWorkers());
  let rate: number | null = null;
  try {
    // The workers start with the first point, which says nothing of how fast they are.
    for (const [place, point] of [...new Set(some)].entries()) {
      const since = performance.now();
      const before = count.value.there;
      await take(made, { ...made, points: [point], worlds }, mine);
      if (mine.signal.aborted) return;
      const seconds = (performance.now() - since) / 1000;
      const ran = count.value.there - before;
      if (ran > 0 && (place > 0 || rate === null)) rate = ran / Math.max(1e-3, seconds);
      if (place > 0 && seconds * 3 > LONGEST_PILOT) break;
    }
    const { needed, there } = count.value;
    forecast.value = rate === null ? null : (needed - there) / rate;
    state.value = { is: there >= needed ? 'done' : 'ready' };
    look(made);
  } catch (error) {
    if (current === mine) state.value = { is: 'failed', message: messageOf(error, scenario.seed) };
  }
}

/** Seconds after which a forecast is good enough. */
const LONGEST_PILOT = 3;

/** Runs all that is missing. Resolves when it is done, stopped or superseded. */
export async function start(): Promise<void> {
  const made = prepared.value;
  const text = doc.value;
  if (made === null || text === null) return;
  current?.abort();
  const mine = new AbortController();
  current = mine;
  state.value = { is: 'running', secondsLeft: forecast.value };
  const wanted = setup.value;
  await note(made, text, wanted, false);
  try {
    await take(made, made, mine);
    if (current !== mine && mine.signal.reason !== 'paused' && mine.signal.reason !== 'stopped') return;
    state.value = mine.signal.aborted ? { is: mine.signal.reason as 'paused' | 'stopped' } : { is: 'done' };
  } catch (error) {
    if (current !== mine) return;
    state.value = { is: 'failed', message: messageOf(error, made.scenario.seed) };
  }
  look(made);
  await note(made, text, wanted, mine.signal.reason === 'stopped');
}

export const pause = (): void => current?.abort('paused');

/** As pausing, but the page does not offer to go on when it is opened anew. */
export async function stop(): Promise<void> {
  current?.abort('stopped');
}

/** Forgets what was kept of a sweep. */
export async function forget(id: string): Promise<void> {
  await dropSweep(id);
}

const KEEP_EVERY = 400;
const LOOK_EVERY = 1000;

/** Runs what `part` lacks of a sweep, keeps it, counts it. */
async function take(made: Prepared, part: Prepared, mine: AbortController): Promise<void> {
  const own = rows;
  let fresh: Row[] = [];
  let [keptAt, lookedAt] = [performance.now(), performance.now()];
  const started = performance.now();
  const before = count.value.there;
  const keep = async () => {
    const batch = fresh;
    fresh = [];
    if (batch.length > 0 && !(await keepRows(batch))) say('storageFull');
  };
  const run = () =>
    runMissing(part, (key, world) => own.has(key, world), executor, mine.signal, part.scenario.branchDay > 0);
  try {
    for await (const found of withWorkers(run)) {
      const added = found.filter((row) => own.add(row));
      if (own !== rows) return;
      fresh.push(...added);
      count.value = { ...count.value, there: count.value.there + added.length };
      const now = performance.now();
      if (now - keptAt > KEEP_EVERY) {
        keptAt = now;
        void keep();
      }
      if (state.value.is !== 'running') continue;
      const rate = (count.value.there - before) / ((now - started) / 1000);
      if (now - lookedAt < LOOK_EVERY) continue;
      const left = (count.value.needed - count.value.there) / rate;
      state.value = {
        is: 'running',
        secondsLeft: now - started > LOOK_EVERY ? left : state.value.secondsLeft,
      };
      look(made);
      lookedAt = performance.now();
    }
  } finally {
    await keep();
  }
}

/** In workers; where those are blocked, once and for all in this thread. */
async function* withWorkers(run: () => AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  try {
    yield* run();
  } catch (error) {
    if (!(error instanceof NoWorkers)) throw error;
    say('noWorkers');
    executor = slicedExecutor(memory);
    yield* run();
  }
}

function look({ points, worlds }: Prepared): void {
  const { needed, there } = countRows(points, worlds, rows);
  count.value = { needed, there };
  shownAt.value++;
}

/** What was asked, beside its results. */
async function note(made: Prepared, text: Doc, wanted: Setup, isStopped: boolean): Promise<void> {
  const { id, scenario, points, worlds } = made;
  await keepSweep({
    id,
    doc: text,
    setup: wanted,
    title: scenario.title,
    armKeys: [...new Set(points.flatMap(({ armKeys }) => armKeys))],
    worlds,
    needed: count.value.needed,
    isStopped,
  });
}

/** Takes results that somebody opened; how many of them this sweep asks for and did not have. */
export async function takeRows(given: readonly Row[]): Promise<number> {
  const made = prepared.value;
  if (made === null) return 0;
  const wanted = new Set(made.points.flatMap(({ armKeys }) => armKeys));
  const fresh = given.filter(
    ({ armKey, world }) => wanted.has(armKey) && world < made.worlds && !rows.has(armKey, world),
  );
  for (const row of fresh) rows.add(row);
  await keepRows(fresh);
  look(made);
  if (count.value.there >= count.value.needed) state.value = { is: 'done' };
  return fresh.length;
}

/** Without any results, as after a reload; for tests. */
export function startAfresh(): void {
  current?.abort();
  rows = new Rows();
  asked = '';
  prepared.value = null;
}

const messageOf = (error: unknown, seed: string): string =>
  `${error instanceof Error ? error.message : String(error)} (Seedbed ${version}, ${seed})`;
