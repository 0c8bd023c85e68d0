/** `run`: one arm, every day of every world. */
import { join } from 'node:path';
import { spread } from '../analysis/quantiles.ts';
import { allDailyMetrics } from '../experiment/digest-bytes.ts';
import type { ExperimentResult } from '../experiment/experiment.ts';
import { type Plan, planExperiment } from '../experiment/plan.ts';
import { metricIndex, metrics } from '../metrics/definitions.ts';
import { findArm } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { version } from '../version.ts';
import { runByTies } from './by-ties.ts';
import { conditionsFor } from './conditions.ts';
import { CommandFailure, Exit } from './errors.ts';
import { loadScenario } from './load.ts';
import type { SimulationOptions } from './options.ts';
import { runText } from './run-text.ts';
import { simulatePlan } from './simulate.ts';
import { Terminal } from './terminal.ts';

export interface RunOptions extends SimulationOptions {
  readonly arm?: string;
  readonly by?: 'ties';
}

export async function run(typed: string, options: RunOptions): Promise<void> {
  const terminal = new Terminal(options);
  const loaded = loadScenario(typed, options);
  const { scenario: whole, networks, file } = loaded;
  const scenario = withOneArm(whole, options.arm);
  if (options.by === 'ties') {
    if (options.output !== undefined || (options.failIf ?? []).length > 0)
      throw new CommandFailure(Exit.usage, '--by goes without -o and without --fail-if');
    return runByTies({ ...loaded, scenario }, terminal);
  }
  const conditions = conditionsFor(options.failIf, { scenario, compares: false });
  const plan = planExperiment(scenario, networks, 'everything');
  const { result, store, farewell } = await simulatePlan({
    command: 'run',
    plan,
    loaded,
    options,
    terminal,
  });
  try {
    if (farewell !== null) {
      process.exitCode = Exit.interrupted;
      const slots = { done: String(result.worlds), total: String(scenario.worlds) };
      terminal.warn(terminal.phrase('stoppedEarly', slots));
      for (const line of farewell) terminal.warn(line);
      return;
    }
    store?.write('run.json', jsonPieces(plan, file, result));
    if (terminal.json) for (const piece of jsonPieces(plan, file, result)) await terminal.print(piece);
    else await terminal.print(runText(scenario, result, terminal));
    if (store !== undefined) terminal.sayLines([['results', join(store.folder, 'run.json')]]);
    conditions.settle(findingsOf(scenario, result));
  } finally {
    store?.close();
  }
}

function withOneArm(scenario: Scenario, name: string | undefined): Scenario {
  const arm = name === undefined ? scenario.arms[0] : findArm(scenario, name);
  if ('problem' in arm) throw new CommandFailure(Exit.invalid, `--arm ${name}: ${arm.problem}`);
  return { ...scenario, arms: [arm] };
}

/** One object, in pieces that each fit into memory, whatever the number of worlds and days. */
function* jsonPieces(
  plan: Plan,
  file: string,
  { results, digest, worlds }: ExperimentResult,
): Generator<string> {
  const { scenario, hash } = plan;
  const head = {
    schema: 'seedbed/run@1',
    version,
    seed: scenario.seed,
    worlds,
    scenario: { file, title: scenario.title.en, hash },
    digest,
    arm: scenario.arms[0].name,
    days: scenario.horizonDays,
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"outcomes":{`;
  for (const [place, { name, unit }] of metrics.entries()) {
    const byWorld = results.map(({ outcomes }) => outcomes[place]);
    yield `${place > 0 ? ',' : ''}\n${JSON.stringify(name)}:${JSON.stringify({ unit, byWorld })}`;
  }
  yield '},\n"metrics":{';
  for (const [place, name] of allDailyMetrics.entries()) {
    const { unit } = metrics[metricIndex[name]];
    yield `${place > 0 ? ',' : ''}\n${JSON.stringify(name)}:{"unit":${JSON.stringify(unit)},"byWorld":[`;
    for (const [world, { daily }] of results.entries()) {
      yield `${world > 0 ? ',' : ''}${JSON.stringify([...daily[name]])}`;
    }
    yield ']}';
  }
  yield '}}\n';
}

/** What `--fail-if` asks about: the spreads of the one arm. */
function findingsOf({ arms: [{ name }] }: Scenario, { results }: ExperimentResult) {
  const spreads = metrics.map((metric, place) => [
    metric.name,
    spread(results.map(({ outcomes }) => outcomes[place])),
  ]);
  return {
    arms: [{ name, metrics: Object.fromEntries(spreads) }],
    differences: [],
    verdict: { status: '', arm: name },
  };
}
