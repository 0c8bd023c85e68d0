/**
 * The candidates of an optimization: every set of tactics with every setting of the inputs that vary, the baseline first.
 *
 * Settings are points of a scrambled Sobol sequence, the same for every set, so that sets are compared at the same settings and
 * more candidates keep those that are there. A candidate that contradicts itself is left out with the reason; one that comes
 * to the same as an earlier one is counted once.
 */
import { didYouMean } from '../../scenario/nearest.ts';
import { type ParseOptions, parseScenario } from '../../scenario/parse.ts';
import type { Mapping } from '../../scenario/read.ts';
import type { Arm, Guardrail, OwnText, Scenario } from '../../scenario/scenario.ts';
import { sobol } from '../designs/sobol.ts';
import { armKey, type Networks } from '../plan.ts';
import type { SweepInput } from '../sweep/inputs.ts';
import { baselineArm, documentWith, mixArm, type Setting, tacticIn } from './documents.ts';
import { namesOf } from './names.ts';
import { chooseSets, fewestSets, type TacticSet } from './sets.ts';
import type { Mixable } from './tactics.ts';

export interface Candidate {
  readonly name: string;
  readonly label: OwnText;
  /** Names of its tactics. */
  readonly tactics: readonly string[];
  readonly settings: readonly { readonly path: string; readonly value: number; readonly written: string }[];
  readonly arm: Arm;
  readonly armKey: string;
  /** The arm as a file has it. */
  readonly entry: Mapping;
}

export interface LeftOut {
  readonly name: string;
  readonly why: readonly string[];
}

export interface Candidates {
  /** With the arms of no candidate but the baseline. */
  readonly scenario: Scenario;
  /** The baseline first. */
  readonly list: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
  /** How many came to the same as another. */
  readonly same: number;
}

export interface Mixing {
  readonly file: string;
  readonly document: Mapping;
  /** What the command line says to the file, but for values, which are in the document. */
  readonly options: Pick<ParseOptions, 'worlds' | 'seed'>;
  readonly networks: Networks;
  readonly mixable: Mixable;
  readonly inputs: readonly SweepInput[];
  /** Candidates at most, without the baseline. */
  readonly most: number;
  readonly seed: string;
  /** Name and label of the baseline. */
  readonly baseline: Pick<Arm, 'name' | 'label'>;
}

/** What is wrong with what is to be varied, or with how many candidates are wanted. */
export function problemsOfMixing({ mixable, inputs, most }: Omit<Mixing, 'scenario'>): string[] {
  const inMix = [...mixable.options.keys(), ...Object.keys(mixable.always)];
  const strange = inputs.flatMap((input) => {
    const tactic = tacticIn(input);
    if (tactic === null || inMix.includes(tactic)) return [];
    return [`--vary ${input.path}: no mix has ${tactic}${didYouMean(tactic, inMix)}`];
  });
  const twice = inputs.filter(({ path }, i) => inputs.findIndex((other) => other.path === path) !== i);
  const problems = [...strange, ...twice.map(({ path }) => `--vary ${path}: is given twice`)];
  const fewest = fewestSets(mixable);
  if (most < fewest)
    problems.push(`--candidates must be at least ${fewest}, for each tactic alone; got ${most}`);
  if (mixable.options.size === 0 && inputs.length === 0)
    problems.push('there is nothing to choose from: no arm uses a tactic; name some with --mix');
  return problems;
}

/** Lays out all candidates. */
export function candidatesOf(mixing: Mixing): Candidates {
  const steps = layingOut(mixing);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same, a candidate at a time, so that whoever waits gets a turn; gives how many there are in all. */
export function* layingOut(mixing: Mixing): Generator<number, Candidates> {
  const { document, mixable, baseline } = mixing;
  const first = baselineArm(document, mixable, baseline);
  const { scenario, problems } = parsed(mixing, [first]);
  if (scenario === null) throw new Error(`the baseline alone: ${problems.join('; ')}`);
  const [arm] = scenario.arms;
  const list: Candidate[] = [
    {
      name: baseline.name,
      label: { 'zh-CN': baseline.label.en, ...baseline.label },
      tactics: arm.tactics.map(({ name }) => name),
      settings: [],
      arm,
      armKey: armKey(scenario, arm, mixing.networks),
      entry: first,
    },
  ];
  const leftOut: LeftOut[] = [];
  let same = 0;
  const names = namesOf(mixing, [baseline.name]);
  const all = crossed(mixing);
  for (const [set, settings] of all) {
    yield all.length;
    const named = names(set, settings);
    const entry = mixArm(document, mixable, set, settings, named);
    const found = parsed(mixing, [first, entry]);
    if (found.scenario === null) {
      leftOut.push({ name: named.name, why: found.problems });
      continue;
    }
    const own = found.scenario.arms[1];
    const key = armKey(found.scenario, own, mixing.networks);
    if (list.some((other) => other.armKey === key)) same++;
    else
      list.push({
        ...named,
        tactics: own.tactics.map(({ name }) => name),
        settings: settings.map(({ input, value }) => ({
          path: input.path,
          value,
          written: input.write(value),
        })),
        arm: own,
        armKey: key,
        entry,
      });
  }
  return { scenario, list, leftOut, same };
}

/** Every set with its settings: of the inputs that a set has no use for, none. */
function crossed({ mixable, inputs, most, seed }: Mixing): [TacticSet, readonly Setting[]][] {
  const sets = chooseSets(mixable, most, seed);
  const useful = sets.map((set) =>
    inputs.filter((input) => {
      const tactic = tacticIn(input);
      return tactic === null || tactic in mixable.always || set.some((option) => option.tactic === tactic);
    }),
  );
  const varying = useful.filter((own) => own.length > 0).length;
  const each = varying === 0 ? 1 : Math.max(1, Math.floor((most - (sets.length - varying)) / varying));
  const points = inputs.length === 0 ? [] : sobol({ dimensions: inputs.length, points: each, seed });
  return sets.flatMap((set, i): [TacticSet, readonly Setting[]][] => {
    if (useful[i].length === 0) return [[set, []]];
    return points.map((point) => [
      set,
      useful[i].map((input) => ({ input, value: input.at(point[inputs.indexOf(input)]) })),
    ]);
  });
}

function parsed(
  { file, document, options }: Mixing,
  arms: readonly Mapping[],
): { scenario: Scenario; problems: [] } | { scenario: null; problems: string[] } {
  const text = JSON.stringify(documentWith(document, arms));
  const { scenario, problems } = parseScenario(text, file, options);
  if (scenario !== null) return { scenario, problems: [] };
  const words = problems.map(({ path, message }) =>
    `${path.replace(/^arms\[\d+\]\./, '')} ${message}`.trim(),
  );
  return { scenario: null, problems: [...new Set(words)] };
}

/** The limits that every mix must keep: the guardrails of the scenario, and what tactics may cost. */
export const limitsOf = ({ judge }: Scenario, budget: number | null): readonly Guardrail[] =>
  budget === null
    ? judge.guardrails
    : [...judge.guardrails, { metric: 'spending', kind: 'atMost', limit: budget }];
