/** From the command line of a calibration to its question, or every problem at once. */
import { readEvents, targetsOfEvents } from '../analysis/calibrate/events.ts';
import { type Question, questionOf } from '../analysis/calibrate/question.ts';
import { type CalibrationTarget, holdOutLast, readTargets } from '../analysis/calibrate/targets.ts';
import { FitFileError, type FitProblem, type Row, readFields } from '../analysis/fit-rows.ts';
import { isParquet, parquetRows } from '../analysis/parquet-rows.ts';
import { endsIn, splitVary } from '../experiment/sweep/ends.ts';
import { unknownInput } from '../experiment/sweep/inputs.ts';
import { inputsOf } from '../scenario/assumptions.ts';
import { findArm, type ParseOptions, parseScenario } from '../scenario/parse.ts';
import { printPath, readPath } from '../scenario/path.ts';
import { documentOf, parameterAt, placesOf } from '../scenario/places.ts';
import { printRange } from '../scenario/print.ts';
import type { Range, Scenario } from '../scenario/scenario.ts';
import type { CalibrateOptions } from './calibrate.ts';
import { CommandFailure, Exit } from './errors.ts';
import { fitProblemText } from './fit-words.ts';
import { type Loaded, languageOf, loadScenario, outFolder, withWholePath } from './load.ts';
import { readBytes, textOf } from './read.ts';

const FILE_MIB = 256;
/** Ranges of a scenario that are varied of themselves. */
const FEW = 10;

export interface Prepared {
  readonly loaded: Loaded;
  /** With the ranges that the command line gives, as `--set` would. */
  readonly options: ParseOptions;
  readonly question: Question;
  readonly armLabel: Scenario['title'];
  readonly targets: readonly CalibrationTarget[];
  readonly folder: string;
  /** The scenario had a posterior, which is left out. */
  readonly hadPosterior: boolean;
}

/** Reads all that a calibration is about. Fails with a line for every problem. */
export async function prepareCalibration(typed: string, options: CalibrateOptions): Promise<Prepared> {
  const table = options.targets ?? options.events;
  if (table === undefined || (options.targets !== undefined && options.events !== undefined))
    throw new CommandFailure(Exit.usage, 'calibrate takes one of --targets TABLE and --events LOG');
  const loaded = loadScenario(typed, options);
  const problems: string[] = [];
  const arm = armOf(loaded.scenario, options.arm, problems);
  const varied = variedIn(loaded, options.vary, arm, problems);
  const targets = await targetsIn(table, options, loaded.scenario.horizonDays, problems);
  if (problems.length > 0) throw new CommandFailure(Exit.invalid, problems.join('\n'));
  const { scenario, networks } = varied.loaded;
  const paths = varied.inputs.map(({ path }) => path);
  return {
    loaded,
    options: varied.options,
    question: questionOf(scenario, networks, arm, paths, targets),
    armLabel: scenario.arms[arm].label,
    targets,
    folder: options.output ?? outFolder(loaded.file, '-calibrated'),
    hadPosterior: scenario.posterior !== undefined,
  };
}

function armOf(scenario: Scenario, wanted: string | undefined, problems: string[]): number {
  if (wanted === undefined) return 0;
  const found = findArm(scenario, wanted);
  if (!('problem' in found)) return scenario.arms.indexOf(found);
  problems.push(`--arm ${wanted}: ${found.problem}`);
  return 0;
}

interface VariedInput {
  readonly path: string;
  /** What `--set` would say to give it its range. */
  readonly sets: readonly string[];
}

interface Varied {
  readonly inputs: readonly VariedInput[];
  readonly options: ParseOptions;
  readonly loaded: Pick<Loaded, 'scenario' | 'networks'>;
}

/** What is varied, and the scenario with its ranges. */
function variedIn(
  loaded: Loaded,
  vary: readonly string[] | undefined,
  arm: number,
  problems: string[],
): Varied {
  const { scenario, networks, text, file, options } = loaded;
  const before = problems.length;
  const inputs =
    vary === undefined
      ? statedInputs(scenario, arm, problems)
      : vary.flatMap((one) => {
          const input = readVary(one, loaded, arm);
          if (!('problem' in input)) return [input];
          problems.push(`--vary ${one}: ${input.problem}`);
          return [];
        });
  for (const [place, { path }] of inputs.entries())
    if (inputs.findIndex((other) => other.path === path) < place)
      problems.push(`--vary ${path}: is given twice`);
  const set = [...(options.set ?? []), ...inputs.flatMap(({ sets }) => sets)];
  const all = { ...options, ...(set.length > 0 && { set }) };
  const parsed = parseScenario(text, file, { ...all, set: set.map(withWholePath) });
  for (const { path, message } of parsed.problems) problems.push(`--vary ${path}: ${message}`);
  const whole = parsed.scenario ?? scenario;
  if (problems.length === before) {
    const drawn = new Map([...inputsOf(whole.arms[arm])].map((input) => [input.path, input]));
    for (const { path } of inputs) {
      const input = drawn.get(path);
      if (input === undefined || !input.isUsed || typeof input.value?.amount !== 'object')
        problems.push(
          `--vary ${path}: changes nothing in the arm ${scenario.arms[arm].name}, which takes no value from there`,
        );
      else if (input.value.per !== undefined)
        problems.push(`--vary ${path}: must have its range per hour; it is given per ${input.value.per}`);
    }
  }
  return { inputs, options: all, loaded: { scenario: whole, networks } };
}

function statedInputs(scenario: Scenario, arm: number, problems: string[]): VariedInput[] {
  const stated = [...inputsOf(scenario.arms[arm])].filter(
    ({ value, isUsed }) => isUsed && typeof value?.amount === 'object',
  );
  if (stated.length === 0)
    problems.push('--vary is missing, and the scenario states no range; for example --vary leave.perTie');
  if (stated.length > FEW)
    problems.push(
      `--vary is missing: the scenario states ${stated.length} ranges, too many to find at once; say which`,
    );
  return stated.map(({ path }) => ({ path, sets: [] }));
}

function readVary(vary: string, loaded: Loaded, arm: number): VariedInput | { readonly problem: string } {
  const { scenario, text, options } = loaded;
  const [typed, between] = splitVary(vary);
  const steps = readPath(typed);
  if (steps?.[0] === 'arms')
    return { problem: 'must be a path without an arm; --arm says which is observed' };
  const parameter = steps === null ? undefined : parameterAt(scenario, steps);
  if (steps === null || parameter === undefined || steps.length < 2)
    return { problem: unknownInput(typed).en };
  if (parameter.kind === 'switch' || parameter.kind === 'choice')
    return { problem: 'is chosen among few, not a number that data could tell' };
  const path = steps.map(String).join('.');
  const places = placesOf(documentOf(text, options.set), steps);
  if (places.length === 0) return { problem: `no arm uses ${printPath(steps.slice(0, 2))}` };
  const range = between === '' ? null : endsIn(parameter, between, scenario.currency);
  if (range !== null && 'problem' in range) return { problem: range.problem.en };
  if (range?.per !== undefined) return { problem: `must have its range per hour; got per ${range.per}` };
  const stated = [...inputsOf(scenario.arms[arm])].find((input) => input.path === path)?.value;
  if (range === null && typeof stated?.amount === 'object') return { path, sets: [] };
  const [low, high] = parameter.range;
  const ends: Range | null = range ?? (low < high ? { low, high } : null);
  if (ends === null) return { problem: `has no plausible range; give one, as in --vary ${path}=1..10` };
  const words = printRange(parameter, { low: ends.low, high: ends.high }, scenario.currency);
  return { path, sets: places.map((place) => `${place}=${words}`) };
}

async function targetsIn(
  file: string,
  options: CalibrateOptions,
  horizonDays: number,
  problems: string[],
): Promise<CalibrationTarget[]> {
  try {
    const found: FitProblem[] = [];
    const rows = await rowsIn(file, found);
    const { holdOut } = options;
    const isLog = options.events !== undefined;
    const all = isLog
      ? targetsOfEvents(readEvents(rows, horizonDays, found), holdOut)
      : readTargets(rows, horizonDays, found);
    const targets = isLog || holdOut === undefined ? all : holdOutLast(all, holdOut);
    if (targets.every(({ heldOut }) => heldOut))
      problems.push(`${file}: no target is left to fit; hold out less`);
    return targets;
  } catch (error) {
    if (error instanceof CommandFailure) problems.push(error.message);
    else if (error instanceof FitFileError) problems.push(...saidOf(file, error, options));
    else throw error;
    return [];
  }
}

/** Problems of a file that are said; one more line counts the rest. */
const MOST_PROBLEMS = 100;

function saidOf(file: string, { problems }: FitFileError, options: CalibrateOptions): string[] {
  const locale = languageOf(options);
  const said = problems.slice(0, MOST_PROBLEMS).map((problem) => fitProblemText(file, problem, locale));
  const rest = problems.length - said.length;
  return rest > 0 ? [...said, locale === 'en' ? `... and ${rest} more` : `……另有 ${rest} 处`] : said;
}

async function rowsIn(file: string, problems: FitProblem[]): Promise<Row[]> {
  const bytes = readBytes(file, FILE_MIB);
  return isParquet(bytes) ? parquetRows(bytes) : readFields(textOf(file, bytes), problems);
}
