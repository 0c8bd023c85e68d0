/** Rules across the parts of a scenario, and remarks that are no errors. */
import { sharedKeys } from './arms.ts';
import { MAX_PEOPLE } from './fields.ts';
import type { Report } from './judge.ts';
import { type Path, printPath, valueAt } from './path.ts';
import { isMapping, type Mapping } from './read.ts';
import { remark } from './remarks.ts';
import type { Arm, Value } from './scenario.ts';
import { streamNameRule } from './schema-parts.ts';
import type { Override } from './sets.ts';
import { lookup } from './table.ts';
import { tell } from './tell.ts';

/** Ads per hour beyond which nobody has measured: Goli et al. 2025. */
const TESTED_LOAD = 12;

/** Names that a file gives to segments and tactics. */
export function checkNames(layer: Mapping, path: Path, report: Report): void {
  for (const place of [['community', 'segments'], ['tactics']]) {
    const named = valueAt(layer, place);
    for (const name of Object.keys(isMapping(named) ? named : {})) {
      const fault = streamNameRule(name);
      if (fault !== null) report([...path, ...place, name], tell('badName', { fault }));
    }
  }
}

/** How many people there are. */
export function checkPeople(arm: Arm, path: Path, report: Report): void {
  const inside = most(arm, 'community', 'members');
  const outside = most(arm, 'community', 'prospects');
  const all = inside + outside + most(arm, 'community', 'outsiders');
  if (all > MAX_PEOPLE) report(path, tell('tooManyPeople', { count: all }));
  if (inside + outside === 0) report(path, tell('nobody'));
}

/** What somebody should know who reads the results. */
export function remarks(arm: Arm): string[] {
  const found: string[] = [];
  if (arm.networkFile === null && most(arm, 'community', 'prospects') === 0) found.push(remark('prospects'));
  for (const { name, settings } of arm.tactics) {
    const { load } = settings;
    if (load === undefined) continue;
    const hours = load.per === undefined ? 1 : most(arm, 'visit', 'hours');
    const perHour = Number((top(load) / hours).toPrecision(3));
    if (perHour > TESTED_LOAD) found.push(remark('load', { name, load: perHour, most: TESTED_LOAD }));
  }
  return found;
}

/** Overrides of the base that no arm feels, since each gives the value itself. */
export function idleOverrides(overrides: readonly Override[], arms: readonly Mapping[]): string[] {
  return overrides
    .filter(({ path }) => arms.length > 0 && sharedKeys.includes(String(path[0])))
    .filter(({ path }) => arms.every((arm) => valueAt(arm, path) !== undefined))
    .map(({ flag, path }) => remark('idle', { flag, path: printPath(path) }));
}

const top = ({ amount }: Value): number => (typeof amount === 'number' ? amount : amount.high);

/** The most that a section's number is said to be. */
function most({ sections: values }: Arm, section: string, name: string): number {
  const value = values[section]?.[name];
  return value === undefined ? (lookup(`${section}.${name}`)?.parameter.default ?? 0) : top(value);
}
