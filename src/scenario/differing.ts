/** What differs among the arms of a scenario, as its file would say it. */

import { printDecimal } from './decimal.ts';
import type { Parameter } from './parameter.ts';
import { printAmount, printValue } from './print.ts';
import type { Arm, Scenario, Value } from './scenario.ts';
import { findSection, findTactic, sections } from './table.ts';

export interface Differing {
  readonly path: string;
  /** By arm, in their order; `off` for a number of a tactic that the arm does not use. */
  readonly values: readonly string[];
}

type ByArm = (arm: Arm) => string;

/** Every path whose value is not the same in all arms. */
export function differingPaths({ arms, currency }: Scenario): Differing[] {
  const print = (parameter: Parameter, value: Value | undefined): string =>
    value === undefined
      ? printAmount(parameter, parameter.default, currency)
      : printValue(parameter, value, currency);
  const columns = new Map<string, ByArm>();
  for (const section of sections)
    for (const [name, parameter] of Object.entries(section.parameters))
      columns.set(`${section.path}.${name}`, (arm) => print(parameter, arm.sections[section.name]?.[name]));
  columns.set('community.network', (arm) => arm.networkFile ?? 'generated');
  for (const arm of arms) {
    for (const { name } of arm.segments) addSegment(columns, arms, name, print);
    for (const { name } of arm.tactics) addTactic(columns, arms, name, print);
  }
  return [...columns]
    .map(([path, valueIn]) => ({ path, values: arms.map(valueIn) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

type Print = (parameter: Parameter, value: Value | undefined) => string;

function addSegment(columns: Map<string, ByArm>, arms: readonly Arm[], name: string, print: Print): void {
  const path = `community.segments.${name}`;
  const of = (arm: Arm) => arm.segments.find((segment) => segment.name === name);
  columns.set(`${path}.share`, (arm) => `${printDecimal(of(arm)?.share ?? 0, 2)}%`);
  for (const [trait, parameter] of Object.entries(findSection('people').parameters)) {
    if (arms.every((arm) => of(arm)?.people[trait] === undefined)) continue;
    columns.set(`${path}.people.${trait}`, (arm) =>
      print(parameter, of(arm)?.people[trait] ?? arm.sections.people[trait]),
    );
  }
}

function addTactic(columns: Map<string, ByArm>, arms: readonly Arm[], name: string, print: Print): void {
  const path = `tactics.${name}`;
  const of = (arm: Arm) => arm.tactics.find((tactic) => tactic.name === name);
  const used = arms.map(of).filter((tactic) => tactic !== undefined);
  columns.set(path, (arm) => (of(arm) ? 'on' : 'off'));
  for (const [setting, parameter] of Object.entries(findTactic(used[0].tactic)?.parameters ?? {})) {
    if (used.every(({ settings }) => settings[setting] === undefined)) continue;
    columns.set(`${path}.${setting}`, (arm) => {
      const tactic = of(arm);
      return tactic ? print(parameter, tactic.settings[setting]) : 'off';
    });
  }
  for (const key of ['fromDay', 'untilDay'] as const)
    columns.set(`${path}.${key === 'fromDay' ? 'from' : 'until'}`, (arm) => {
      const tactic = of(arm);
      return `${(tactic ?? used[0])[key]} days`;
    });
}
