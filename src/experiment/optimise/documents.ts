/** A mix as a scenario file: the baseline, and the baseline with other tactics. */
import { type Path, readPath } from '../../scenario/path.ts';
import { emptyMapping, isMapping, type Mapping, type Raw } from '../../scenario/read.ts';
import type { OwnText, Text } from '../../scenario/scenario.ts';
import type { SweepInput } from '../sweep/inputs.ts';
import type { TacticSet } from './sets.ts';
import { armsOf, type Mixable } from './tactics.ts';

/** A value of an input in one mix. */
export interface Setting {
  readonly input: SweepInput;
  readonly value: number;
}

export interface Named {
  readonly name: string;
  readonly label: Text;
}

/** The name of the tactic that an input belongs to; null for what is no tactic's. */
export const tacticIn = ({ path }: Pick<SweepInput, 'path'>): string | null => {
  const steps = readPath(path) ?? [];
  return steps[0] === 'tactics' ? String(steps[1]) : null;
};

/** The baseline of a file as an arm that says all of its tactics. */
export const baselineArm = (document: Mapping, { baseline }: Mixable, { name, label }: Named): Mapping =>
  armFrom(document, { name, label }, baseline);

/** The arm of a mix. */
export function mixArm(
  document: Mapping,
  { always }: Mixable,
  set: TacticSet,
  settings: readonly Setting[],
  named: Named,
): Mapping {
  const tactics = copied(always);
  for (const { tactic, entry } of set) tactics[tactic] = copied(entry);
  const arm = armFrom(document, named, tactics);
  for (const { input, value } of settings) put(arm, readPath(input.path) ?? [], input.write(value));
  return arm;
}

/** A file of these arms alone, and of nothing that arms could take a tactic from. */
export function documentWith(document: Mapping, arms: readonly Mapping[]): Mapping {
  const whole = copied(document);
  for (const key of ['base', 'tactics', 'yardstick']) delete whole[key];
  whole.arms = [...arms];
  return whole;
}

function armFrom(document: Mapping, { name, label }: Named, tactics: Mapping): Mapping {
  const [first] = armsOf(document);
  const arm = emptyMapping();
  arm.name = name;
  arm.label = { ...label } as OwnText as Mapping;
  for (const [key, value] of Object.entries(isMapping(first) ? first : {}))
    if (!['name', 'label', 'tactics'].includes(key)) arm[key] = value;
  if (Object.keys(tactics).length > 0) arm.tactics = copied(tactics);
  return arm;
}

const copied = (mapping: Mapping): Mapping =>
  Object.assign(emptyMapping(), JSON.parse(JSON.stringify(mapping)) as Mapping);

function put(arm: Mapping, path: Path, value: Raw): void {
  let place = arm;
  for (const step of path.slice(0, -1)) {
    const inner = place[step];
    const next = isMapping(inner) ? inner : emptyMapping();
    place[step] = next;
    place = next;
  }
  place[path[path.length - 1]] = value;
}
