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
  const ends = [0, 1].map((u) => {
    const value = input.at(u);
    return { value, found: scenarioOf(source, [input], [value]) };
  });
  const problems = ends.flatMap(({ value, found }) =>
    'problems' in found
      ? found.problems.map((why) => `--vary ${input.path}: at ${input.write(value)}: ${why}`)
      : [],
  );
  if (problems.length > 0) return problems;
  const keys = ends.map(({ found }) =>
    'scenario' in found
      ? found.scenario.arms.map((arm) => armKey(found.scenario, arm, source.networks)).join()
      : '',
  );
  return keys[0] === keys[1]
    ? [`--vary ${input.path}: changes nothing, since no arm or segment takes its value from there`]
    : [];
}
