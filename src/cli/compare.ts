import { basename, join } from 'node:path';
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
import { loadScenario } from './load.ts';
import type { SimulationOptions } from './options.ts';
import { programName, quoted } from './package.ts';
import { type Simulation, simulatePlan } from './simulate.ts';
import { Terminal } from './terminal.ts';

export interface CompareOptions extends SimulationOptions {
  readonly requireDecision?: boolean;
}

/** All arms in the same worlds, and what they say. */
export async function compare(typed: string, options: CompareOptions): Promise<void> {
  const terminal = new Terminal(options);
  const loaded = loadScenario(typed, options);
  const { scenario, networks, file } = loaded;
  if (scenario.arms.length < 2) {
    throw new CommandFailure(
      Exit.invalid,
      `${file}: arms must be at least 2 to compare; got 1. For a single one: seedbed run ${file}`,
    );
  }
  const conditions = conditionsFor(options.failIf, { scenario, compares: true });
  const plan = planExperiment(scenario, networks);
  const simulation = await simulatePlan({ command: 'compare', plan, loaded, options, terminal });
  try {
    if (simulation.farewell !== null) await showEarly(plan, file, simulation.result, terminal);
    else await finish({ plan, file, simulation, options, conditions, terminal });
    for (const line of simulation.farewell ?? []) terminal.warn(line);
  } finally {
    simulation.store?.close();
  }
}

interface Finished {
  readonly plan: Plan;
  readonly file: string;
  readonly simulation: Simulation;
  readonly options: CompareOptions;
  readonly conditions: Conditions;
  readonly terminal: Terminal;
}

async function finish({ plan, file, simulation, options, conditions, terminal }: Finished): Promise<void> {
  const { result, store } = simulation;
  const comparison = compareArms({ ...comparisonInput(plan, file, result), words: verdictTexts });
  store?.write('comparison.json', [`${JSON.stringify(comparison, null, 2)}\n`]);
  if (terminal.json) await terminal.printJson(comparison);
  else await terminal.print(comparisonText(comparison, result.results, plan.scenario, terminal));
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
  const out = folder ?? join('out', basename(file).replace(/\.\w+$/, ''));
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
