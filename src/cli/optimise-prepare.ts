/** From the command line of an optimization to its candidates, or every problem at once. */
import { basename, dirname, relative, resolve } from 'node:path';
import type { Question } from '../analysis/optimise/findings.ts';
import { metricsNeeded } from '../analysis/optimise/findings.ts';
import {
  type Candidates,
  layingOut,
  limitsOf,
  type Mixing,
  problemsOfMixing,
} from '../experiment/optimise/candidates.ts';
import { type Mixable, mixableOf } from '../experiment/optimise/tactics.ts';
import { readInput, type SweepInput } from '../experiment/sweep/inputs.ts';
import { type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import { readMetric } from '../scenario/judge.ts';
import { readLevel } from '../scenario/limits.ts';
import { documentOf } from '../scenario/places.ts';
import { isMapping, type Mapping } from '../scenario/read.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CommandFailure, Exit } from './errors.ts';
import { type Loaded, loadScenario, outFolder, withWholePath } from './load.ts';
import type { OptimiseOptions } from './optimise.ts';
import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

const USUAL_CANDIDATES = 64;
/** Two twins in each half, or there is no standard deviation. */
const FEWEST_WORLDS = 8;

export interface Prepared extends Omit<Question, 'outcomes'> {
  readonly file: string;
  readonly folder: string;
  readonly loaded: Loaded;
  readonly document: Mapping;
  readonly inputs: readonly SweepInput[];
  readonly budget: number | null;
  readonly metricNames: readonly string[];
  /** Of each half. */
  readonly twins: number;
  readonly remarks: readonly string[];
}

/** Lays out an optimization; null when it was stopped meanwhile. Fails with a line for every problem. */
export async function prepareOptimise(
  typed: string,
  options: OptimiseOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Prepared | null> {
  const loaded = loadScenario(typed, options);
  const { scenario, networks, file, text } = loaded;
  const problems: string[] = [];
  const goals = goalsOf(options, scenario, problems);
  const budget = budgetOf(options.budget, scenario, problems);
  const document = documentOf(text, (options.set ?? []).map(withWholePath));
  judgeBy(document, scenario, goals[0]);
  if (scenario.worlds < FEWEST_WORLDS)
    problems.push(
      `--worlds must be at least ${FEWEST_WORLDS}, half of them to report; got ${scenario.worlds}`,
    );
  const mixable = mixableOf(document, namesIn(options.mix));
  if ('problems' in mixable) problems.push(...mixable.problems);
  const known = 'problems' in mixable ? null : mixable;
  const inputs = (options.vary ?? []).flatMap((vary) => inputOf(vary, scenario, document, known, problems));
  const most = options.candidates ?? USUAL_CANDIDATES;
  const { seed, worlds } = loaded.options;
  const mixing = known && {
    file: basename(file),
    document,
    options: { ...(seed !== undefined && { seed }), ...(worlds !== undefined && { worlds }) },
    networks,
    mixable: known,
    inputs,
    most,
    seed: scenario.seed,
    baseline: scenario.arms[0],
  };
  if (mixing !== null) problems.push(...problemsOfMixing(mixing));
  if (mixing === null || problems.length > 0) throw new CommandFailure(Exit.invalid, problems.join('\n'));
  const candidates = await laidOut(mixing, terminal, signal);
  if (candidates === null) return null;
  needTwo(candidates);
  const limits = limitsOf(candidates.scenario, budget);
  return {
    file,
    loaded,
    document,
    scenario: candidates.scenario,
    goals,
    limits,
    candidates,
    inputs,
    budget,
    folder: options.output ?? outFolder(file, '-optimise'),
    metricNames: metricsNeeded(goals, limits),
    twins: Math.floor(scenario.worlds / 4),
    remarks: remarksOf(scenario),
  };
}

const namesIn = (mix: string | undefined): string[] | undefined =>
  mix
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Candidates in pieces, so that Ctrl-C and progress get their turn. */
const PIECE = 10;

async function laidOut(mixing: Mixing, terminal: Terminal, signal: AbortSignal): Promise<Candidates | null> {
  const progress = new Progress(terminal, 'optimise', 1, 0, process.stderr, 'stops', 'points');
  try {
    const steps = layingOut(mixing);
    for (let count = 0; ; count++) {
      const { done, value } = steps.next();
      if (done === true) return value;
      progress.reckon(value);
      progress.advance();
      if (count % PIECE === 0) await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return null;
    }
  } finally {
    progress.end(false);
  }
}

function needTwo({ list, leftOut }: Candidates): void {
  if (list.length > 1) return;
  const reasons = leftOut.slice(0, 20).map(({ name, why }) => `${name}: ${why.join('; ')}`);
  const lead = 'no mix is left beside the baseline';
  throw new CommandFailure(
    Exit.invalid,
    [reasons.length > 0 ? `${lead}:` : `${lead}: all come to the same`, ...reasons].join('\n'),
  );
}

function goalsOf({ metric, against }: OptimiseOptions, scenario: Scenario, problems: string[]): Metric[] {
  const judged = metrics[metricIndex[scenario.judge.metric]];
  const first = metric === undefined ? judged : metricIn('--metric', metric, scenario, problems);
  const second = against === undefined ? undefined : metricIn('--against', against, scenario, problems);
  if (first !== undefined && first === second)
    problems.push(`--against must be another metric than ${first.name}; got ${JSON.stringify(against)}`);
  return [first ?? judged, ...(second === undefined ? [] : [second])];
}

function metricIn(
  name: string,
  text: string,
  { horizonDays }: Scenario,
  problems: string[],
): Metric | undefined {
  const report = (_: unknown, message: { readonly en: string }) => problems.push(`${name} ${message.en}`);
  const metric = readMetric(text, [], horizonDays, report);
  if (metric?.better !== null) return metric;
  problems.push(`${name} must be a metric of which more or less is better; got ${JSON.stringify(text)}`);
  return undefined;
}

function budgetOf(text: string | undefined, { currency }: Scenario, problems: string[]): number | null {
  if (text === undefined) return null;
  const limit = readLevel(text, metrics[metricIndex.spending], currency);
  if (typeof limit === 'number' && limit >= 0) return limit;
  problems.push(
    `--budget must be an amount of money of at least 0, such as 20000 ${currency}; got ${JSON.stringify(text)}`,
  );
  return null;
}

/** Puts another metric in place of the judged one; a smallest difference in the unit of the latter goes with it. */
function judgeBy(document: Mapping, { judge }: Scenario, { name }: Metric): void {
  if (name === judge.metric) return;
  const said = Object.assign(Object.create(null) as Mapping, isMapping(document.judge) ? document.judge : {});
  if ('absolute' in judge.matters) delete said.matters;
  document.judge = { ...said, metric: name };
}

/** Parts of a file that are the operator's to settle. */
const OPERATORS: readonly string[] = ['tactics', 'staff'];

function inputOf(
  vary: string,
  scenario: Scenario,
  document: Mapping,
  mixable: Mixable | null,
  problems: string[],
): SweepInput[] {
  const path = vary.slice(0, vary.search(/=|$/)).trim();
  const [first] = path.split(/[.[]/);
  if (!OPERATORS.includes(first)) {
    const what =
      first === 'arms' ? 'mixes have tactics of several arms' : 'it is nothing that the operator settles';
    problems.push(
      `--vary ${path}: ${what}; give tactics.NAME.SETTING or staff.SETTING (seedbed sweep varies anything)`,
    );
    return [];
  }
  if (mixable === null) return [];
  const read = readInput(vary, ...withAllTactics(scenario, document, mixable));
  if ('input' in read) return [read.input];
  problems.push(read.problem);
  return [];
}

/** The scenario as if one arm had every tactic that can be mixed, so that paths of all of them are known. */
function withAllTactics(scenario: Scenario, document: Mapping, { options, always }: Mixable) {
  const names = [...Object.keys(always), ...options.keys()];
  const [arm] = scenario.arms;
  const known = scenario.arms.flatMap(({ tactics }) => tactics);
  const plan = { fromDay: 0, untilDay: scenario.horizonDays, starts: null, stops: null, segments: null };
  const tactics = names.map(
    (name) => known.find((one) => one.name === name) ?? { name, tactic: name, settings: {}, plan },
  );
  const entries = Object.fromEntries(
    names.map((name) => [name, options.get(name)?.[0].entry ?? always[name]]),
  );
  const text = JSON.stringify({ ...document, tactics: {}, arms: [{ name: 'all', tactics: entries }] });
  return [{ ...scenario, arms: [{ ...arm, tactics }] }, { text }] as const;
}

/** What the user should know before: what of the arms is left aside. */
function remarksOf({ arms, worlds }: Scenario): string[] {
  const parts = ({ sections, segments, networkFile }: Scenario['arms'][number]) =>
    JSON.stringify([sections, segments, networkFile]);
  const odd = arms.slice(1).filter((arm) => parts(arm) !== parts(arms[0]));
  const remarks =
    odd.length === 0
      ? []
      : [
          `${odd.map(({ name }) => `“${name}”`).join(', ')} differ from the baseline in more than tactics; mixes take all but tactics from the baseline.`,
        ];
  const used = 4 * Math.floor(worlds / 4);
  return used === worlds
    ? remarks
    : [...remarks, `Of ${worlds} worlds ${used} are used: both halves have whole twins.`];
}

/** How a network file that the scenario names is called from a folder. */
export const networkFrom =
  (folder: string, { file }: Pick<Prepared, 'file'>) =>
  (name: string): string =>
    relative(folder, resolve(dirname(file), name));
