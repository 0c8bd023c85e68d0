/**
 * The one parameter table: every number that a scenario file can settle, gathered from the sections beside the code
 * that reads them. Defaults, validation, ranges, `seedbed parameters`, `explain` and the JSON Schema all come from here.
 */

import { enlist, tactics as everyTactic } from '../tactics/index.ts';
import { planParameters, type Tactic } from '../tactics/tactic.ts';
import type { Parameter, Section } from './parameter.ts';
import { type Group, group, sections } from './sections.ts';

export { type Group, sections };

const groupOf = ({ name, label, about, parameters }: Tactic): Group =>
  group(name, label, about, { ...parameters, ...planParameters }, `tactics/${name}`, `tactics.${name}`);

const tacticGroups = everyTactic.map(groupOf);

/** What an operator can do. */
export const tactics: readonly Group[] = tacticGroups;

/** What every tactic has beside its own numbers, for whoever lists it once. */
export const planGroup: Group = group(
  'plan',
  { en: 'Every tactic: whom, when and for how much', 'zh-CN': '每个策略：面向谁、何时、花多少' },
  {
    en: 'Every tactic can be aimed, scheduled, rolled out and given a budget; `from`, `until`, `starts`, `stops` and `to.segments` beside these.',
    'zh-CN':
      '每个策略都可以定向、排期、逐步铺开并设预算；另有 `from`、`until`、`starts`、`stops` 与 `to.segments`。',
  },
  planParameters,
  'tactics/schedule',
  'tactics.NAME',
);

const ofPlan: ReadonlySet<Parameter> = new Set(Object.values(planParameters));

/** Whether a number is one that every tactic has: whom, when and for how much. */
export const isOfPlan = (parameter: Parameter): boolean => ofPlan.has(parameter);

/** The source file that lists a number. */
export const fileOf = ({ name, section, parameter }: Entry): string => {
  if (!isOfPlan(parameter)) return section.file;
  return name.startsWith('to.') ? 'src/population/audience.ts' : planGroup.file;
};

export interface Entry {
  /** `leave.perTie`, `community.network.ties`, `tactics.ads.load`. */
  readonly path: string;
  readonly section: Group;
  readonly name: string;
  readonly parameter: Parameter;
}

const entriesOf = (section: Group): Entry[] =>
  Object.entries(section.parameters).map(([name, parameter]) => ({
    path: `${section.path}.${name}`,
    section,
    name,
    parameter,
  }));

const entries = [...sections, ...tactics].flatMap(entriesOf);

/** Every parameter there is, in the order of files. */
export const table: readonly Entry[] = entries;

/** The same with what every tactic has told once, under the name of none. */
export const shortTable: readonly Entry[] = [
  ...table.filter(({ parameter }) => !isOfPlan(parameter)),
  ...entriesOf(planGroup),
];

const byPath = new Map(table.map((entry) => [entry.path, entry]));
const tacticByName = new Map(tactics.map((tactic) => [tactic.name, tactic]));

/** The entry at a path of the table; undefined if there is none. */
export function lookup(path: string): Entry | undefined {
  return byPath.get(path);
}

/** A tactic of the list by its name. */
export function findTactic(name: string): Group | undefined {
  return tacticByName.get(name);
}

/**
 * Makes a tactic of one's own known to scenarios for as long as the program runs, in this thread: what runs worlds elsewhere
 * (threads, workers) does not know it. RangeError where its name is taken or no plain word, or a number of it has the name
 * of one that every tactic has.
 */
export function addTactic<S extends Section>(tactic: Tactic<S>): void {
  const { name, parameters } = tactic;
  if (!/^[a-z][A-Za-z0-9]*$/.test(name))
    throw new RangeError(`a tactic's name is letters and digits, such as "newsletter"; this is "${name}"`);
  if (tacticByName.has(name)) throw new RangeError(`there is a tactic "${name}" already`);
  for (const own of Object.keys(parameters))
    if (own in planParameters)
      throw new RangeError(`tactic "${name}": every tactic has a number "${own}"; call this one otherwise`);
  const added = tactic as unknown as Tactic;
  const described = groupOf(added);
  enlist(added);
  tacticGroups.push(described);
  tacticByName.set(name, described);
  for (const entry of entriesOf(described)) {
    entries.push(entry);
    byPath.set(entry.path, entry);
  }
}

/** A section by its name, one of those above. */
export function findSection(name: string): Group {
  const section = sections.find((candidate) => candidate.name === name);
  if (section === undefined) throw new Error(`no section ${name}`);
  return section;
}
