/** Rules across the parts of a scenario, and remarks that are no errors. */

import type { Mapping } from './draft.ts';
import { MAX_PEOPLE } from './fields.ts';
import type { Report } from './judge.ts';
import { type Path, printPath, valueAt } from './path.ts';
import type { Arm, Value } from './scenario.ts';
import type { Override } from './sets.ts';
import { lookup, sections } from './table.ts';

const top = ({ amount }: Value): number => (typeof amount === 'number' ? amount : amount.high);

/** The most that a section's value can be expected to be. */
function most({ sections: values }: Arm, section: string, name: string): number {
  const value = values[section]?.[name];
  return value === undefined ? (lookup(`${section}.${name}`)?.parameter.default ?? 0) : top(value);
}

/** How many people there are. */
export function checkPeople(arm: Arm, path: Path, report: Report): void {
  const inside = most(arm, 'community', 'members');
  const outside = most(arm, 'community', 'prospects');
  const all = inside + outside + most(arm, 'community', 'outsiders');
  if (all > MAX_PEOPLE) report(path, `must have at most 5,000,000 people in all; got ${all}`);
  if (inside + outside === 0) report(path, 'must have people: members and prospects are both 0');
}

/** What somebody should know who reads the results. */
export function remarks(arm: Arm): string[] {
  const found: string[] = [];
  if (arm.networkFile === null && most(arm, 'community', 'prospects') === 0)
    found.push('community.prospects is 0: nobody can join');
  for (const { name, tactic, settings } of arm.tactics) {
    if (tactic !== 'ads' || settings.load === undefined) continue;
    const hours = settings.load.per === undefined ? 1 : most(arm, 'visit', 'hours');
    const load = top(settings.load) / hours;
    if (load > 12)
      found.push(
        `tactics.${name}.load reaches ${Number(load.toPrecision(3))} ads per hour of use: beyond 12, the most that was tested, results are extrapolated`,
      );
  }
  return found;
}

/** Sets of the base that no arm feels, since each gives the value itself. */
export function idleSets(sets: readonly Override[], arms: readonly Mapping[]): string[] {
  const settings: ReadonlySet<unknown> = new Set(['tactics', ...sections.map(({ name }) => name)]);
  return sets
    .filter(({ path }) => settings.has(path[0]) && arms.length > 0)
    .filter(({ path }) => arms.every((arm) => valueAt(arm, path) !== undefined))
    .map(({ flag, path }) => `${flag} changes nothing: every arm gives its own ${printPath(path)}`);
}
