/**
 * Which tactics a mix is made of. An option is a tactic as one arm has it; arms that have one of the same name otherwise give
 * further options, of which a mix has at most one.
 *
 *   mixed    the names that were asked for; else the tactics that not all arms have alike, or where all arms are alike, all of
 *            them but rivals, which are nobody's choice
 *   always   every other tactic of the baseline: part of every mix
 */
import { merge } from '../../scenario/arms.ts';
import { didYouMean } from '../../scenario/nearest.ts';
import { valueAt } from '../../scenario/path.ts';
import { emptyMapping, isMapping, type Mapping, type Raw } from '../../scenario/read.ts';
import { tactics as allTactics, findTactic } from '../../scenario/table.ts';
import { canonical } from '../plan.ts';

export interface Option {
  /** Name of the tactic in the file. */
  readonly tactic: string;
  /** Place of the arm that has it so; null: as the table has it. */
  readonly arm: number | null;
  /** Whether the baseline has it. */
  readonly inBaseline: boolean;
  readonly entry: Mapping;
}

export interface Mixable {
  /** By name of the tactic: its options. */
  readonly options: ReadonlyMap<string, readonly Option[]>;
  readonly always: Mapping;
  readonly baseline: Mapping;
}

const NOBODYS: readonly string[] = ['rivals'];

/** The tactics of an arm, what it shares with others merged in. */
export function tacticsOf(document: Mapping, arm: Raw | undefined): Mapping {
  const own = merge(
    withDefaults(document.tactics),
    withDefaults(valueAt(arm, ['tactics']) as Raw | undefined),
  );
  return isMapping(own) ? own : emptyMapping();
}

/** A tactic with nothing after its name has its defaults. */
function withDefaults(given: Raw | undefined): Mapping {
  const filled = emptyMapping();
  if (isMapping(given))
    for (const [name, entry] of Object.entries(given)) filled[name] = entry ?? emptyMapping();
  return filled;
}

export const armsOf = (document: Mapping): readonly Raw[] =>
  Array.isArray(document.arms) && document.arms.length > 0 ? document.arms : [emptyMapping()];

/** What can be mixed, or what is wrong with the names. */
export function mixableOf(
  document: Mapping,
  asked: readonly string[] | undefined,
): Mixable | { readonly problems: readonly string[] } {
  const arms = armsOf(document).map((arm) => tacticsOf(document, arm));
  const known = [...new Set(arms.flatMap((arm) => Object.keys(arm)))];
  const problems = (asked ?? []).flatMap((name) => problemOf(name, known));
  if (problems.length > 0) return { problems };
  const names = asked ?? usual(arms, known);
  const options = new Map([...new Set(names)].map((name) => [name, optionsOf(name, arms)]));
  const always = emptyMapping();
  for (const [name, entry] of Object.entries(arms[0])) if (!options.has(name)) always[name] = entry;
  return { options, always, baseline: arms[0] };
}

function problemOf(name: string, known: readonly string[]): string[] {
  if (known.includes(name) || findTactic(name) !== undefined) return [];
  const all = [...known, ...allTactics.map((tactic) => tactic.name)];
  const hint = didYouMean(name, all) || `; there are ${[...new Set(all)].join(', ')}`;
  return [`--mix ${name}: no arm has a tactic of that name, nor is there one${hint}`];
}

function usual(arms: readonly Mapping[], known: readonly string[]): string[] {
  const own = known.filter((name) => !NOBODYS.includes(kindOf(name, arms)));
  const differing = own.filter((name) => new Set(arms.map((arm) => canonical(arm[name] ?? null))).size > 1);
  return differing.length > 0 ? differing : own;
}

function kindOf(name: string, arms: readonly Mapping[]): string {
  const [kind] = arms.map((arm) => valueAt(arm[name], ['tactic'])).filter((one) => typeof one === 'string');
  return kind ?? name;
}

function optionsOf(name: string, arms: readonly Mapping[]): Option[] {
  const found = new Map<string, Option>();
  for (const [place, arm] of arms.entries()) {
    const entry = arm[name];
    const key = canonical(entry ?? null);
    if (isMapping(entry) && !found.has(key))
      found.set(key, { tactic: name, arm: place, inBaseline: place === 0, entry });
  }
  const table = { tactic: name, arm: null, inBaseline: false, entry: emptyMapping() };
  return found.size > 0 ? [...found.values()] : [table];
}
