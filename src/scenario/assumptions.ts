/**
 * From a scenario to one world's numbers: what is given, and a draw for what is not known.
 *
 *   given value > the world's row of a posterior > given range at the world's quantile > (all assumptions plausible) the
 *   table's range > default
 *
 * The quantile is keyed by (seed, floor(world / 2), path), so twins share their assumptions and arms that give one path
 * different ranges sit at the same quantile of them. A segment's trait and a tactic have paths by name; list positions
 * and arm names enter none.
 *
 * Families, low and high being the 5th and the 95th percentile:
 *   chance, share                        logit-normal
 *   positive, days, rate, money, load    lognormal
 *   count                                lognormal, rounded
 *   signed                               normal
 * Draws beyond a parameter's bounds are brought to the bound. That happens only in far tails.
 */
import { normalQuantile } from '../random/distributions.ts';
import { Stream, seedWords } from '../random/keys.ts';
import { exp, log, logistic, logit } from '../random/math.ts';
import type { Plan } from '../tactics/schedule.ts';
import type { Parameter } from './parameter.ts';
import { fromPosterior, posteriorQuantile, posteriorRow } from './posterior.ts';
import type { Arm, Range, Scenario, Settings, Value } from './scenario.ts';
import { findTactic, sections } from './table.ts';

/** An arm with every parameter a plain number. */
export interface ResolvedArm {
  /** By section and name, as in the table. */
  readonly sections: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Every trait of every segment: its own or that of `people`. */
  readonly segments: readonly {
    readonly name: string;
    readonly share: number;
    readonly people: Readonly<Record<string, number>>;
  }[];
  /** The generator's numbers, `sections.network` for short; idle where the arm has a network file. */
  readonly network: Readonly<Record<string, number>>;
  readonly tactics: readonly {
    readonly name: string;
    readonly tactic: string;
    readonly values: Readonly<Record<string, number>>;
    readonly plan: Plan;
  }[];
}

/** 95th percentile of the standard normal. */
const Z95 = normalQuantile(0.95);
/** A range that reaches the end of its family is taken to end this near to it. */
const EDGE = 0.001;

/** The value at quantile `u` in (0, 1) of what a range says. */
export const atQuantile = (parameter: Parameter, range: Range, u: number): number =>
  atDeviation(parameter, range, normalQuantile(u));

/** The same for who knows the quantile as a standard normal number. */
export function atDeviation(parameter: Parameter, { low, high }: Range, deviation: number): number {
  const z = deviation / Z95;
  const {
    kind,
    min = kind === 'signed' ? -Number.MAX_SAFE_INTEGER : 0,
    max = Number.MAX_SAFE_INTEGER,
  } = parameter;
  const between = (from: number, to: number): number => (from + to) / 2 + ((to - from) / 2) * z;
  const clamp = (x: number): number => Math.min(max, Math.max(min, x));
  if (kind === 'signed') return clamp(between(low, high));
  const bottom = low > 0 ? low : EDGE * high;
  if (kind === 'chance' || kind === 'share')
    return clamp(logistic(between(logit(bottom), logit(high < 1 ? high : 1 - EDGE))));
  const value = exp(between(log(bottom), log(high)));
  return clamp(kind === 'count' ? Math.round(value) : value);
}

/** Where a world's truth lies within what a path's range allows, in (0, 1). */
export function assumptionUniform(seed: Uint32Array, world: number, path: string): number {
  return new Stream(seed, Math.floor(world / 2), `assumption:${path}`).on(-1).uniform(0);
}

/** The range that a parameter is drawn from in this scenario; null where it is settled. */
function rangeOf(scenario: Scenario, parameter: Parameter, value: Value | undefined): Range | null {
  if (value !== undefined) return typeof value.amount === 'number' ? null : value.amount;
  if (scenario.assumptions !== 'plausible' || parameter.chosen) return null;
  const [low, high] = parameter.range;
  return low < high && parameter.kind !== 'switch' && parameter.kind !== 'choice' ? { low, high } : null;
}

/** Every number of an arm as a world has it. */
export function resolveArm(scenario: Scenario, arm: Arm, world: number): ResolvedArm {
  const seed = seedWords(scenario.seed);
  const row = posteriorRow(scenario, seed, world);
  const number = (path: string, parameter: Parameter, value: Value | undefined): number => {
    const drawn = fromPosterior(scenario.posterior, path, value);
    if (drawn !== null) return drawn.at(row, parameter);
    const range = rangeOf(scenario, parameter, value);
    if (range === null) return typeof value?.amount === 'number' ? value.amount : parameter.default;
    const u = scenario.assumptions === 'fixed' ? 0.5 : assumptionUniform(seed, world, path);
    return atQuantile(parameter, range, u);
  };
  const numbers = (path: string, parameters: Readonly<Record<string, Parameter>>, settings: Settings) =>
    Object.fromEntries(
      Object.entries(parameters).map(([name, parameter]) => [
        name,
        number(`${path}.${name}`, parameter, settings[name]),
      ]),
    );
  const all = Object.fromEntries(
    sections.map(({ name, path, parameters }) => [name, numbers(path, parameters, arm.sections[name] ?? {})]),
  );
  const traits = sections.find(({ name }) => name === 'people')?.parameters ?? {};
  const segments = arm.segments.map(({ name, share, people }) => {
    const own = Object.keys(people).map((trait) => [
      trait,
      number(`community.segments.${name}.people.${trait}`, traits[trait], people[trait]),
    ]);
    return { name, share, people: { ...all.people, ...Object.fromEntries(own) } };
  });
  const tactics = arm.tactics.map(({ name, tactic, settings, plan }) => {
    const values = numbers(`tactics.${name}`, findTactic(tactic)?.parameters ?? {}, settings);
    for (const [setting, { per }] of Object.entries(settings))
      if (
        per !== undefined &&
        fromPosterior(scenario.posterior, `tactics.${name}.${setting}`, settings[setting]) === null
      )
        values[setting] /= all.visit.hours;
    return { name, tactic, values, plan };
  });
  return { sections: all, segments, network: all.network, tactics };
}

/** Paths that are really drawn in at least one arm. */
export const uncertainPaths = (scenario: Scenario): string[] => [...uncertainInputs(scenario).keys()];

/** An input that is drawn: from a range, or from a posterior, whose 5th and 95th percentile are its range then. */
export interface UncertainInput {
  readonly parameter: Parameter;
  readonly range: Range;
  /** Whether a posterior has it. */
  readonly isFitted: boolean;
  /** Its value at quantile `u`. */
  readonly at: (u: number) => number;
}

/** What is really drawn in at least one arm, by path, and the range in the first arm that draws it. */
export function uncertainInputs(scenario: Scenario): ReadonlyMap<string, UncertainInput> {
  const inputs = new Map<string, UncertainInput>();
  if (scenario.assumptions === 'fixed') return inputs;
  for (const arm of scenario.arms)
    for (const { path, parameter, value, isUsed } of inputsOf(arm)) {
      if (!isUsed || inputs.has(path)) continue;
      const found = uncertainInput(scenario, path, parameter, value);
      if (found !== null) inputs.set(path, found);
    }
  return inputs;
}

function uncertainInput(
  scenario: Scenario,
  path: string,
  parameter: Parameter,
  value: Value | undefined,
): UncertainInput | null {
  const drawn = fromPosterior(scenario.posterior, path, value);
  if (drawn !== null) {
    const at = (u: number) => posteriorQuantile(drawn.column, u);
    const range = { low: at(0.05), high: at(0.95) };
    return drawn.isOne ? null : { parameter, range, isFitted: true, at };
  }
  const range = rangeOf(scenario, parameter, value);
  return range && { parameter, range, isFitted: false, at: (u) => atQuantile(parameter, range, u) };
}

/** A number of an arm. */
export interface ArmInput {
  readonly path: string;
  readonly parameter: Parameter;
  readonly value: Value | undefined;
  /** Whether anybody is so or anything is drawn by it: not where a network file or every segment has its own. */
  readonly isUsed: boolean;
}

/** Every number of an arm, as `resolveArm` settles them. */
export function* inputsOf(arm: Arm): Generator<ArmInput> {
  const traits = sections.find(({ name }) => name === 'people')?.parameters ?? {};
  for (const section of sections)
    for (const [name, parameter] of Object.entries(section.parameters)) {
      const isUsed =
        section.name === 'network'
          ? arm.networkFile === null
          : section.name !== 'people' || arm.segments.some(({ people }) => people[name] === undefined);
      const value = arm.sections[section.name]?.[name];
      yield { path: `${section.path}.${name}`, parameter, value, isUsed };
    }
  for (const { name, people } of arm.segments)
    for (const [trait, value] of Object.entries(people))
      yield {
        path: `community.segments.${name}.people.${trait}`,
        parameter: traits[trait],
        value,
        isUsed: true,
      };
  for (const { name, tactic, settings } of arm.tactics)
    for (const [setting, parameter] of Object.entries(findTactic(tactic)?.parameters ?? {}))
      yield { path: `tactics.${name}.${setting}`, parameter, value: settings[setting], isUsed: true };
}
