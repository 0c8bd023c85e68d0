/**
 * From a scenario to one world's numbers: what is given, and a draw for what is not known.
 *
 *   given value > given range at the world's quantile > (all assumptions plausible) the table's range > default
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
export function atQuantile(parameter: Parameter, { low, high }: Range, u: number): number {
  const z = normalQuantile(u) / Z95;
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
  const number = (path: string, parameter: Parameter, value: Value | undefined): number => {
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
      if (per !== undefined) values[setting] /= all.visit.hours;
    return { name, tactic, values, plan };
  });
  return { sections: all, segments, network: all.network, tactics };
}

/** Paths that are really drawn in at least one arm. */
export const uncertainPaths = (scenario: Scenario): string[] => [...uncertainInputs(scenario).keys()];

/** What is really drawn in at least one arm, by path, and the range in the first arm that draws it. */
export function uncertainInputs(
  scenario: Scenario,
): ReadonlyMap<string, { readonly parameter: Parameter; readonly range: Range }> {
  const inputs = new Map<string, { readonly parameter: Parameter; readonly range: Range }>();
  if (scenario.assumptions === 'fixed') return inputs;
  const put = (path: string, parameter: Parameter, value: Value | undefined): void => {
    const range = rangeOf(scenario, parameter, value);
    if (range && !inputs.has(path)) inputs.set(path, { parameter, range });
  };
  for (const arm of scenario.arms) {
    const add = (path: string, parameters: Readonly<Record<string, Parameter>>, settings: Settings): void => {
      for (const [name, parameter] of Object.entries(parameters))
        put(`${path}.${name}`, parameter, settings[name]);
    };
    const traits = sections.find(({ name }) => name === 'people')?.parameters ?? {};
    for (const { name, path, parameters } of sections) {
      if (name === 'network' && arm.networkFile !== null) continue;
      const unused = ([trait]: [string, Parameter]): boolean =>
        name === 'people' && arm.segments.every(({ people }) => people[trait] !== undefined);
      const used = Object.fromEntries(Object.entries(parameters).filter((entry) => !unused(entry)));
      add(path, used, arm.sections[name] ?? {});
    }
    for (const { name, people } of arm.segments)
      for (const [trait, value] of Object.entries(people))
        put(`community.segments.${name}.people.${trait}`, traits[trait], value);
    for (const { name, tactic, settings } of arm.tactics)
      add(`tactics.${name}`, findTactic(tactic)?.parameters ?? {}, settings);
  }
  return inputs;
}
