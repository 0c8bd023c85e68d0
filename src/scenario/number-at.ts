/** Numbers by path, of a scenario in which every number is settled: what laws are functions of. */
import { type ResolvedArm, resolveArm } from './assumptions.ts';
import { nearest } from './nearest.ts';
import { type Path, readPath } from './path.ts';
import type { Arm, Scenario } from './scenario.ts';
import { findTactic, lookup, table } from './table.ts';

/** A number, or the word of a choice; undefined where the path leads to none. */
export type Found = number | string | undefined;

export type NumberAt = (path: string, arm: string) => Found;

/** Looks numbers up in the arms of a scenario. */
export function numbersOf(scenario: Scenario): NumberAt {
  const resolved = new Map<Arm, ResolvedArm>();
  const inArm = (arm: Arm, path: Path): Found => {
    const numbers = resolved.get(arm) ?? resolveArm(scenario, arm, 0);
    resolved.set(arm, numbers);
    return lookUp(numbers, path.map(String));
  };
  return (text, armName) => {
    const path = readPath(text);
    if (path === null) return undefined;
    const [first, second] = path;
    if (first === 'horizon' && path.length === 1) return scenario.horizonDays;
    if (first === 'worlds' && path.length === 1) return scenario.worlds;
    const { arms } = scenario;
    const named = first === 'arms' ? second : armName;
    const arm = typeof named === 'number' ? arms[named] : arms.find(({ name }) => name === named);
    return arm && inArm(arm, first === 'arms' ? path.slice(2) : path);
  };
}

function lookUp({ sections, segments, network, tactics }: ResolvedArm, path: readonly string[]): Found {
  const [first, second, third] = path;
  if (first === 'tactics') {
    const tactic = tactics.find(({ name }) => name === second);
    return tactic && worded(`tactics.${tactic.tactic}.${third}`, own(tactic.values, third));
  }
  if (first === 'community' && second === 'segments') {
    const segment = segments.find(({ name }) => name === third);
    return path[3] === 'share' ? segment?.share : segment && own(segment.people, path[4]);
  }
  const text = path.join('.');
  if (first === 'people' && segments.length === 1) return worded(text, own(segments[0].people, second));
  if (first === 'community' && second === 'network') return worded(text, own(network, third));
  return path.length === 2 ? worded(text, own(sections[first] ?? {}, second)) : undefined;
}

const own = (values: Readonly<Record<string, number>>, name: string | undefined): number | undefined =>
  name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;

/** A choice by its word. */
function worded(path: string, value: number | undefined): Found {
  const parameter = lookup(path)?.parameter;
  return value !== undefined && parameter?.kind === 'choice' ? parameter.options?.[value] : value;
}

const fileNumbers: readonly string[] = ['horizon', 'worlds'];

/** Whether a path leads to a value that a file can give: any of an arm, its network file, a tactic's days. */
export function isSettable(text: string, scenario: Scenario): boolean {
  const path = readPath(text)?.map(String) ?? [];
  const [first, second, third] = path;
  if (first === 'arms') return path.length > 2 && isSettable(path.slice(2).join('.'), scenario);
  if (first === 'tactics') {
    const kinds = scenario.arms.flatMap(({ tactics }) => tactics.filter(({ name }) => name === second));
    const known = (kind: string): boolean => Object.hasOwn(findTactic(kind)?.parameters ?? {}, third);
    return path.length === 3 && (third === 'from' || third === 'until' || kinds.some((k) => known(k.tactic)));
  }
  if (first === 'community' && second === 'segments') return path.length >= 4;
  return text === 'community.network' || fileNumbers.includes(text) || lookup(text) !== undefined;
}

const paths = [...fileNumbers, ...table.map(({ path }) => path)];

/** The known path nearest to one that is not known. */
export const nearestPath = (text: string): string | undefined => nearest(text, paths)[0];
