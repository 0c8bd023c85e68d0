/** `yardsticks`: each mechanism alone against its law or table. */
import { checkedMetrics, holdAgainst } from '../analysis/yardsticks.ts';
import { runExperiment } from '../experiment/experiment.ts';
import { planExperiment } from '../experiment/plan.ts';
import { threadExecutor } from '../experiment/threads.ts';
import { CommandFailure, Exit } from './errors.ts';
import { findAmong, type Loaded, loadScenario } from './load.ts';
import type { ScenarioOptions, SimulationOptions } from './options.ts';
import { workerScript, yardstickFiles } from './package.ts';
import { Progress } from './progress.ts';
import { threadsFor } from './simulate.ts';
import { stopOnSignals } from './stopping.ts';
import { Terminal } from './terminal.ts';
import { yardstickRows, yardstickText } from './yardsticks-text.ts';

export type YardstickOptions = ScenarioOptions & Pick<SimulationOptions, 'jobs'>;

export async function yardsticks(typed: readonly string[], options: YardstickOptions): Promise<void> {
  const terminal = new Terminal(options);
  const files = typed.length > 0 ? typed : yardstickFiles();
  if (options.set !== undefined && files.length !== 1)
    throw new CommandFailure(Exit.usage, `--set needs one FILE; got ${files.length}`);
  const loaded = loadAll(files, options);
  const stopping = stopOnSignals();
  const rows = [];
  try {
    for (const one of loaded) {
      const results = await worldsOf(one, options, terminal, stopping.signal);
      if (results === null) {
        terminal.warn(terminal.phrase('yardsticksStopped', { done: rows.length, total: loaded.length }));
        process.exitCode = Exit.interrupted;
        return;
      }
      rows.push(yardstickRows(one.file, one.scenario, holdAgainst(one.scenario, results)));
    }
  } finally {
    stopping.end();
  }
  const checks = rows.flat();
  await terminal.print(yardstickText(checks, terminal));
  if (checks.some(({ pass }) => pass === false)) process.exitCode = Exit.yardstick;
}

/** Every file, or every problem of every file. */
function loadAll(files: readonly string[], options: YardstickOptions): Loaded[] {
  const problems: string[] = [];
  const find = (typed: string) =>
    findAmong(typed, yardstickFiles(), 'seedbed yardsticks without FILE runs those that come with it');
  const loaded = files.flatMap((file) => {
    try {
      const one = loadScenario(file, options, find);
      if (one.scenario.yardstick !== null) return [one];
      problems.push(`${one.file}:1:1 has no yardstick, so there is nothing to hold it against`);
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      problems.push(error.message);
    }
    return [];
  });
  if (problems.length > 0) throw new CommandFailure(Exit.invalid, problems.join('\n'));
  return loaded;
}

/** What the worlds of one file did; null after Ctrl-C. */
async function worldsOf(
  { scenario, networks, file }: Loaded,
  options: YardstickOptions,
  terminal: Terminal,
  signal: AbortSignal,
) {
  const name = file.replace(/^.*[\\/]|\.\w+$/g, '');
  const progress = new Progress(terminal, name, scenario.worlds, 0, process.stderr, 'stops');
  let finished = false;
  try {
    const { results, worlds } = await runExperiment(
      planExperiment(scenario, networks, checkedMetrics(scenario)),
      {
        executor: threadExecutor({ threads: threadsFor(options), script: workerScript() }),
        signal,
        onWorld: () => progress.advance(),
      },
    );
    finished = worlds === scenario.worlds;
    return finished ? results : null;
  } finally {
    progress.end(finished);
  }
}
