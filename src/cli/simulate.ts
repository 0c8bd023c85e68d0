/** Runs the worlds of a plan for a command: threads, progress, the folder of results, Ctrl-C. */
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FinishedWorld } from '../experiment/executor.ts';
import type { ExperimentResult } from '../experiment/experiment.ts';
import { firstWorlds, runExperiment } from '../experiment/experiment.ts';
import { FolderError } from '../experiment/folder.ts';
import type { Plan } from '../experiment/plan.ts';
import { openStore, type Store } from '../experiment/store.ts';
import { threadExecutor } from '../experiment/threads.ts';
import type { ResultCommand } from '../experiment/worlds-head.ts';
import { CommandFailure, Exit } from './errors.ts';
import { bareName, type Loaded, outFolder } from './load.ts';
import type { SimulationOptions } from './options.ts';
import { commandAgain, quoted, workerScript } from './package.ts';
import { Progress } from './progress.ts';
import { stopOnSignals } from './stopping.ts';
import type { Terminal } from './terminal.ts';
import type { Until } from './until.ts';

export interface Simulation {
  readonly result: ExperimentResult;
  /** After Ctrl-C: where finished worlds are kept, and how to go on. Else null. */
  readonly farewell: readonly string[] | null;
  /** Open still, for what is made of the results; the command closes it. */
  readonly store: Store | undefined;
}

export interface SimulationRequest {
  readonly command: ResultCommand;
  readonly plan: Plan;
  readonly loaded: Loaded;
  readonly options: SimulationOptions;
  readonly terminal: Terminal;
  /** Stops before all worlds are there: when these are enough, or when the time is up. */
  readonly until?: Until | null;
}

/** Run all worlds that are not finished yet, or, until Ctrl-C, some of them. */
export async function simulatePlan(request: SimulationRequest): Promise<Simulation> {
  const { command, plan, options, terminal } = request;
  const { worlds } = plan.scenario;
  const store = options.output === undefined ? undefined : openFolder(options.output, request);
  const here = (store?.finished ?? []).filter(([{ world }]) => world < worlds);
  for (const remark of store?.remarks ?? []) terminal.say(remark);
  if (here.length > 0 && store !== undefined) {
    terminal.say(`${command}  ${terminal.phrase('pickedUp', { count: here.length, folder: store.folder })}`);
  }
  const stopping = stopOnSignals();
  const enough = enoughOf(request, here);
  const progress = new Progress(terminal, command, worlds, here.length);
  let finished = false;
  try {
    const result = await runExperiment(plan, {
      executor: threadExecutor({ threads: threadsFor(options), script: workerScript() }),
      signal: AbortSignal.any([stopping.signal, enough.signal]),
      finished: here,
      onWorld: (world) => {
        store?.append(world);
        progress.advance();
        enough.see(world);
      },
    });
    finished = result.worlds === worlds || (enough.signal.aborted && !stopping.signal.aborted);
    return { result, farewell: finished ? null : keepFinished(request, result, store), store };
  } catch (error) {
    store?.close();
    if (!(error instanceof FolderError)) throw error;
    const cure = 'Worlds that were finished before are kept: the same command goes on with them.';
    throw new CommandFailure(Exit.internal, `${error.message} ${cure}`, { cause: error });
  } finally {
    enough.end();
    progress.end(finished);
    stopping.end();
  }
}

/** Aborts when what is asked for is decided, or its time is up. */
function enoughOf({ until }: SimulationRequest, here: readonly FinishedWorld[]) {
  const controller = new AbortController();
  const see = (world: FinishedWorld) => {
    if (until?.decided.see(world)) controller.abort();
  };
  for (const world of here) see(world);
  const timer = until?.timeBudget ? setTimeout(() => controller.abort(), until.timeBudget) : undefined;
  return { signal: controller.signal, see, end: () => clearTimeout(timer) };
}

/**
 * The simulation as if only its first worlds had been asked for. A folder keeps the others too, but is from now on a whole
 * result of these.
 */
export function cutTo(worlds: number, request: SimulationRequest, { result, store }: Simulation): Simulation {
  const cut = { result: firstWorlds(result, worlds), farewell: null };
  if (store === undefined) return { ...cut, store };
  store.close();
  const { plan, loaded } = request;
  const asked = { ...loaded, options: { ...loaded.options, worlds } };
  const own = { ...plan, scenario: { ...plan.scenario, worlds } };
  return { ...cut, store: openFolder(store.folder, { ...request, plan: own, loaded: asked }) };
}

/** Worker threads that the command line asks for. */
export const threadsFor = ({ jobs = 'auto' }: Pick<SimulationOptions, 'jobs'>) =>
  jobs === 'auto' ? availableParallelism() : jobs;

function openFolder(folder: string, { command, plan, loaded }: SimulationRequest): Store {
  const { file, text, options } = loaded;
  try {
    return openStore({ folder, plan, asked: { command, file: basename(file), text, options } });
  } catch (error) {
    if (error instanceof FolderError) throw new CommandFailure(Exit.invalid, error.message, { cause: error });
    throw error;
  }
}

function keepFinished(
  request: SimulationRequest,
  result: ExperimentResult,
  store: Store | undefined,
): string[] {
  const { terminal, options } = request;
  if (result.worlds === 0) return [terminal.phrase('nothingKept')];
  const { folder, reason } = store ? { folder: store.folder, reason: '' } : keepSomewhere(request, result);
  if (folder === undefined) return [`The finished worlds could not be kept: ${reason}`];
  const words = [commandAgain(), ...(options.output === undefined ? ['-o', quoted(folder)] : [])];
  return [
    terminal.phrase('kept', { count: result.worlds, folder }),
    `${terminal.label(terminal.phrase('resume'))}  ${words.join(' ')}`,
  ];
}

/** Without `-o`: under `out/` where the user is, else among temporary files. */
function keepSomewhere(
  { command, plan, loaded }: SimulationRequest,
  result: ExperimentResult,
): { folder?: string; reason: string } {
  const { text, options } = loaded;
  const file = basename(loaded.file);
  let reason = '';
  for (const folder of [outFolder(file), join(tmpdir(), `seedbed-${bareName(file)}`)]) {
    try {
      const store = openStore({ folder, plan, asked: { command, file, text, options } });
      const there = new Set(store.finished.map(([{ world }]) => world));
      for (const world of byWorld(result)) if (!there.has(world[0].world)) store.append(world);
      store.close();
      return { folder, reason };
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      reason = error.message;
    }
  }
  return { reason };
}

function byWorld({ results }: ExperimentResult): FinishedWorld[] {
  const worlds = new Map<number, FinishedWorld>();
  for (const result of results) worlds.set(result.world, [...(worlds.get(result.world) ?? []), result]);
  return [...worlds.values()];
}
