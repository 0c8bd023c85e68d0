/**
 * The design points of a sweep: the values of its inputs, the scenario that they make, and the keys of its arms. All points
 * have the same seed and worlds; points in which an arm has the same numbers share what it does.
 */
import { formatProblem, type ParseOptions, parseScenario } from '../../scenario/parse.ts';
import type { OwnText, Scenario } from '../../scenario/scenario.ts';
import type { Points } from '../designs/index.ts';
import { armKey, type Networks, type Plan, planExperiment } from '../plan.ts';
import type { SweepInput } from './inputs.ts';
import { type Fault, faultText, tellOfSweep } from './words.ts';

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
): { readonly scenario: Scenario } | { readonly problems: readonly OwnText[] } {
  const set = [...(options.set ?? []), ...setsOf(inputs, values)];
  const { scenario, problems } = parseScenario(text, file, { ...options, set });
  if (scenario !== null) return { scenario };
  return {
    problems: problems.map((problem) => ({
      en: formatProblem(file, problem),
      'zh-CN': formatProblem(file, problem, 'zh-CN'),
    })),
  };
}

/** The plan of a point, of some of its arms. */
export function planOf(
  source: Source,
  inputs: readonly SweepInput[],
  values: readonly number[],
  arms?: readonly number[],
): Plan {
  const found = scenarioOf(source, inputs, values);
  if ('problems' in found) throw new Error(found.problems[0].en);
  const { scenario } = found;
  const some = arms === undefined ? scenario.arms : arms.map((arm) => scenario.arms[arm]);
  return planExperiment({ ...scenario, arms: some }, source.networks, []);
}

/** Problems shown at most. */
const MOST_PROBLEMS = 20;

export type LaidOut =
  | { readonly points: readonly Point[] }
  /** `faults`: the same in every language. */
  | { readonly problems: readonly string[]; readonly faults: readonly OwnText[] };

/** Points of a design, or what is wrong with them. `before`: how many come before them. */
export function layOut(source: Source, inputs: readonly SweepInput[], design: Points, before = 0): LaidOut {
  const faults: OwnText[] = [];
  const points: Point[] = [];
  for (const [place, coordinates] of design.entries()) {
    const number = before + place + 1;
    const values = coordinates.map((u, i) => inputs[i].at(u));
    const found = scenarioOf(source, inputs, values);
    if ('problems' in found)
      faults.push(
        ...found.problems.map((why) =>
          tellOfSweep('point', { number, values: pointText(inputs, values), why }),
        ),
      );
    else {
      const armKeys = found.scenario.arms.map((arm) => armKey(found.scenario, arm, source.networks));
      points.push({ number, values, armKeys });
    }
    if (faults.length >= MOST_PROBLEMS) break;
  }
  if (faults.length === 0) return { points };
  const first = faults.slice(0, MOST_PROBLEMS);
  return { problems: first.map(({ en }) => en), faults: first };
}

/** Inputs that change no arm, or that another input sets too; what is wrong at their ends. As the command line says it. */
export const problemsOf = (source: Source, inputs: readonly SweepInput[]): string[] => [
  ...new Set(faultsOf(source, inputs).map(faultText)),
];

/** The same in every language. */
export function faultsOf(source: Source, inputs: readonly SweepInput[]): Fault[] {
  const faults: Fault[] = [];
  const taken = new Map<string, string>();
  for (const { path, places } of inputs)
    for (const place of places) {
      const other = taken.get(place);
      if (other !== undefined)
        faults.push({
          path,
          why: other === path ? tellOfSweep('twice') : tellOfSweep('overlaps', { other, place }),
        });
      taken.set(place, path);
    }
  for (const input of inputs) faults.push(...faultsAt(source, input));
  return faults;
}

function faultsAt(source: Source, input: SweepInput): Fault[] {
  const { path } = input;
  const scenarios: Scenario[] = [];
  const faults: Fault[] = [];
  for (const value of [input.at(0), input.at(1)]) {
    const found = scenarioOf(source, [input], [value]);
    if ('scenario' in found) scenarios.push(found.scenario);
    else
      faults.push(
        ...found.problems.map((why) => ({
          path,
          why: tellOfSweep('atValue', { value: input.write(value), why }),
        })),
      );
  }
  if (faults.length > 0 || matters(source, input, scenarios)) return faults;
  return [{ path, why: tellOfSweep('changesNothing') }];
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
