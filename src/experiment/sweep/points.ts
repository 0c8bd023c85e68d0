/**
 * The design points of a sweep: the values of its inputs, the scenario that they make, and the keys of its arms. All points
 * have the same seed and worlds; points in which an arm has the same numbers share what it does.
 */
import { formatProblem, type ParseOptions, parseScenario } from '../../scenario/parse.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Points } from '../designs/index.ts';
import { armKey, type Networks, type Plan, planExperiment } from '../plan.ts';
import type { SweepInput } from './inputs.ts';

/** A scenario as a file and the command line have it. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly options: ParseOptions;
  readonly networks: Networks;
}

export interface Point {
  /** From 1. */
  readonly number: number;
  /** One for each input, in their order. */
  readonly values: readonly number[];
  /** Key of every arm, in the order of the scenario. */
  readonly armKeys: readonly string[];
}

/** What the command line would say to make a point. */
export function setsOf(inputs: readonly SweepInput[], values: readonly number[]): string[] {
  return inputs.flatMap(({ places, write }, i) => places.map((place) => `${place}=${write(values[i])}`));
}

/** Values in words: `tactics.ads.load = 4 per hour`. */
export const pointText = (inputs: readonly SweepInput[], values: readonly number[]): string =>
  inputs.map(({ path, write }, i) => `${path} = ${write(values[i])}`).join(', ');

/** The scenario of a point, or what is wrong with it. */
export function scenarioOf(
  { file, text, options }: Source,
  inputs: readonly SweepInput[],
  values: readonly number[],
): { readonly scenario: Scenario } | { readonly problems: readonly string[] } {
  const set = [...(options.set ?? []), ...setsOf(inputs, values)];
  const { scenario, problems } = parseScenario(text, file, { ...options, set });
  return scenario === null
    ? { problems: problems.map((problem) => formatProblem(file, problem)) }
    : { scenario };
}

/** The plan of a point, of some of its arms. */
export function planOf(
  source: Source,
  inputs: readonly SweepInput[],
  values: readonly number[],
  arms?: readonly number[],
): Plan {
  const found = scenarioOf(source, inputs, values);
  if ('problems' in found) throw new Error(found.problems[0]);
  const { scenario } = found;
  const some = arms === undefined ? scenario.arms : arms.map((arm) => scenario.arms[arm]);
  return planExperiment({ ...scenario, arms: some }, source.networks, []);
}

/** Problems shown at most. */
const MOST_PROBLEMS = 20;

/** Points of a design, or what is wrong with them. `before`: how many come before them. */
export function layOut(
  source: Source,
  inputs: readonly SweepInput[],
  design: Points,
  before = 0,
): { readonly points: readonly Point[] } | { readonly problems: readonly string[] } {
  const problems: string[] = [];
  const points: Point[] = [];
  for (const [place, coordinates] of design.entries()) {
    const number = before + place + 1;
    const values = coordinates.map((u, i) => inputs[i].at(u));
    const found = scenarioOf(source, inputs, values);
    if ('problems' in found)
      problems.push(...found.problems.map((why) => `point ${number} (${pointText(inputs, values)}): ${why}`));
    else {
      const armKeys = found.scenario.arms.map((arm) => armKey(found.scenario, arm, source.networks));
      points.push({ number, values, armKeys });
    }
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { points };
}

/** Inputs that change no arm, or that another input sets too; what is wrong at their ends. */
export function problemsOf(source: Source, inputs: readonly SweepInput[]): string[] {
  const problems: string[] = [];
  const taken = new Map<string, string>();
  for (const { path, places } of inputs)
    for (const place of places) {
      const other = taken.get(place);
      if (other !== undefined)
        problems.push(`--vary ${path}: ${other === path ? 'is given twice' : `${other} sets ${place} too`}`);
      taken.set(place, path);
    }
  for (const input of inputs) problems.push(...problemsAt(source, input));
  return [...new Set(problems)];
}

function problemsAt(source: Source, input: SweepInput): string[] {
  const scenarios: Scenario[] = [];
  const problems: string[] = [];
  for (const value of [input.at(0), input.at(1)]) {
    const found = scenarioOf(source, [input], [value]);
    if ('scenario' in found) scenarios.push(found.scenario);
    else
      problems.push(...found.problems.map((why) => `--vary ${input.path}: at ${input.write(value)}: ${why}`));
  }
  if (problems.length > 0 || matters(source, input, scenarios)) return problems;
  return [`--vary ${input.path}: changes nothing, since no arm or segment takes its value from there`];
}

/** Whether scenarios with another value of an input can come to anything else. */
function matters({ networks }: Source, { path }: SweepInput, scenarios: readonly Scenario[]): boolean {
  const keys = scenarios.map((scenario) =>
    scenario.arms.map((arm) => armKey(scenario, arm, networks)).join(),
  );
  const [first, trait] = path.split('.');
  const segments = scenarios.flatMap(({ arms }) => arms.flatMap((arm) => arm.segments));
  const isOverruled = first === 'people' && segments.every(({ people }) => people[trait] !== undefined);
  return !isOverruled && new Set(keys).size > 1;
}
