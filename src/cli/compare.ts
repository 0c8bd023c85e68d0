import { join } from 'node:path';
import { compareArms } from '../analysis/compare.ts';
import type { Comparison } from '../analysis/comparison.ts';
import { rules } from '../analysis/decide.ts';
import { comparisonInput } from '../experiment/comparison-input.ts';
import { type ExperimentResult, withoutGaps } from '../experiment/experiment.ts';
import { type Plan, planExperiment } from '../experiment/plan.ts';
import { verdictTexts } from '../report/verdict/verdict.ts';
import { comparisonText } from './comparison-text.ts';
import { type Conditions, conditionsFor } from './conditions.ts';
import { CommandFailure, Exit } from './errors.ts';
import { loadScenario, outFolder } from './load.ts';
import { programName, quoted } from './package.ts';
import { cutTo, type Simulation, simulatePlan } from './simulate.ts';
import { Terminal } from './terminal.ts';
import {
  checkUntilFlags,
  MOST_WORLDS,
  type Until,
  type UntilOptions,
  untilOf,
  untilReport,
  untilText,
} from './until.ts';

export interface CompareOptions extends UntilOptions {
  readonly requireDecision?: boolean;
}

/** All arms in the same worlds, and what they say. */
export async function compare(typed: string, options: CompareOptions): Promise<void> {
  const terminal = new Terminal(options);
  checkUntilFlags(options);
  const most = options.until === undefined ? {} : { worlds: options.maxWorlds ?? MOST_WORLDS };
  const loaded = loadScenario(typed, { ...options, ...most });
  const { scenario, networks, file } = loaded;
  if (scenario.arms.length < 2) {
    throw new CommandFailure(
      Exit.invalid,
      `${file}: arms must be at least 2 to compare; got 1. For a single one: seedbed run ${file}`,
    );
  }
  const conditions = conditionsFor(options.failIf, { scenario, compares: true });
  const until = untilOf(options, scenario);
  const plan = planExperiment(scenario, networks);
  const request = { command: 'compare', plan, loaded, options, terminal, until } as const;
  let simulation = await simulatePlan(request);
  try {
    if (simulation.farewell !== null) await showEarly(plan, file, simulation.result, terminal);
    else if (until === null) await finish({ plan, file, simulation, options, conditions, terminal, until });
    else {
      simulation = cutTo(worldsThatCount(until, simulation), request, simulation);
      const ofThese = planExperiment({ ...scenario, worlds: simulation.result.worlds }, networks);
      await finish({ plan: ofThese, file, simulation, options, conditions, terminal, until });
    }
    for (const line of simulation.farewell ?? []) terminal.warn(line);
  } finally {
    simulation.store?.close();
  }
}

/** Of a run that stopped early: those up to the decision, else those without a gap. */
function worldsThatCount({ decided }: Until, { result }: Simulation): number {
  const worlds = decided.stoppedAt ?? withoutGaps(result).worlds;
  if (worlds > 0) return worlds;
  throw new CommandFailure(
    Exit.invalid,
    '--time-budget was over before two worlds were finished: there is nothing to show. Give it more time.',
  );
}

interface Finished {
  readonly plan: Plan;
  readonly file: string;
  readonly simulation: Simulation;
  readonly options: CompareOptions;
  readonly conditions: Conditions;
  readonly terminal: Terminal;
  readonly until: Until | null;
}

async function finish(finished: Finished): Promise<void> {
  const { plan, file, simulation, options, conditions, terminal, until } = finished;
  const { result, store } = simulation;
  const comparison = compareArms({ ...comparisonInput(plan, file, result), words: verdictTexts });
  const report = until && untilReport(until, result, options.maxWorlds ?? MOST_WORLDS);
  const json = report === null ? comparison : { ...comparison, until: report };
  store?.write('comparison.json', [`${JSON.stringify(json, null, 2)}\n`]);
  if (terminal.json) await terminal.printJson(json);
  else await terminal.print(comparisonText(comparison, result.results, plan.scenario, terminal));
  if (report !== null && !terminal.json) await terminal.print(untilText(report, plan.scenario, terminal));
  if (store !== undefined) {
    const { htmlReport } = await import('../report/html.ts');
    const { scenario } = plan;
    const { locale } = terminal;
    const html = await htmlReport({ comparison, scenario, results: result.results, locale });
    store.write('report.html', [html]);
  }
  sayWhatNext(file, comparison, store?.folder, terminal);
  conditions.settle(comparison);
  const { status } = comparison.verdict;
  if (options.requireDecision && (status === 'talk-it-over' || status === 'early')) {
    throw new CommandFailure(Exit.undecided, `--require-decision: the verdict is ${status}.`);
  }
  if (options.requireDecision && report !== null && report.reason !== 'decided')
    throw new CommandFailure(Exit.undecided, '--require-decision: what --until asks for is not decided.');
}

/** After Ctrl-C: what the finished worlds say. With --json nothing, as half a result must not pass for a whole one. */
async function showEarly(plan: Plan, file: string, stopped: ExperimentResult, terminal: Terminal) {
  process.exitCode = Exit.interrupted;
  const result = withoutGaps(stopped);
  const slots = { done: String(stopped.worlds), total: String(plan.scenario.worlds) };
  const shown = result.worlds > 0 && !terminal.json;
  terminal.warn(terminal.phrase(shown ? 'stopped' : 'stoppedEarly', slots));
  if (!shown) return;
  const comparison = compareArms({ ...comparisonInput(plan, file, result), words: verdictTexts });
  await terminal.print(comparisonText(comparison, result.results, plan.scenario, terminal));
}

/** Where things are, and one command to go on with. */
function sayWhatNext(
  file: string,
  comparison: Comparison,
  folder: string | undefined,
  terminal: Terminal,
): void {
  const command = (...words: string[]) => [programName(), ...words.map(quoted)].join(' ');
  const out = folder ?? outFolder(file);
  const { status, arm } = comparison.verdict;
  const weakest = comparison.decision.weakestAssumption;
  const again = command('compare', file, '-o', out);
  if (folder === undefined) {
    terminal.sayLines([['next', `${again}  (${terminal.phrase('keepsAndDraws')})`]]);
    return;
  }
  const next =
    status === 'early'
      ? `${again} --worlds ${rules.worlds}`
      : weakest === null
        ? command('run', file, '--arm', arm)
        : command('explain', weakest.path);
  terminal.sayLines([
    ['results', join(out, 'comparison.json')],
    ['report', terminal.phrase('openReport', { report: join(out, 'report.html') })],
    ['next', next],
  ]);
}
