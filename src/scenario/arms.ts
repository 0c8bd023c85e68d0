/** Arms: the shared base with each arm's changes merged into it. */
import { contradictions, most, topLevelOf, vanities } from './contradictions.ts';
import type { Report } from './judge.ts';
import { type Path, valueAt } from './path.ts';
import { readPlan } from './plans.ts';
import { emptyMapping, isMapping, type Mapping, type Raw } from './read.ts';
import { remark } from './remarks.ts';
import type { Arm, Segment, Settings, Text, Value } from './scenario.ts';
import type { FileFacts } from './schema-settings.ts';
import { readShare, type Share, sharesFault } from './segments.ts';
import { findSection, type Group, sections } from './table.ts';
import { tell } from './tell.ts';
import { readText, WHOLE } from './texts.ts';
import { readValue } from './units.ts';

/** An arm's changes over the base: mappings are merged, anything else replaces. */
export function merge(base: Raw | undefined, over: Raw | undefined): Raw {
  if (over === undefined) return base ?? null;
  if (!isMapping(base) || !isMapping(over)) return over;
  const merged: Mapping = Object.assign(emptyMapping(), base);
  for (const [key, part] of Object.entries(over)) merged[key] = merge(merged[key], part);
  return merged;
}

/** An arm as the file has it, and where; null for the base itself. */
export interface Layer {
  readonly name: string;
  readonly label: Text;
  readonly changes: Mapping;
  readonly path: Path | null;
}

/** What arms are built from. */
export interface ArmSource {
  readonly base: Mapping;
  readonly facts: FileFacts;
  readonly horizonDays: number;
  readonly report: Report;
  readonly note: (text: string) => void;
}

/** Finds the place of a setting: in the arm where the arm gives it, else in the base. */
export type Locator = (...steps: Path) => Path;

/** Keys of the file that the base and arms share. */
export const sharedKeys: readonly string[] = [
  ...sections.filter(({ path, name }) => path === name).map(({ name }) => name),
  'tactics',
];

/** Builds one arm; what is wrong with the whole of it is reported. */
export function buildArm(source: ArmSource, { name, label, changes, path }: Layer): Arm {
  const settings = emptyMapping();
  for (const key of sharedKeys)
    settings[key] = merge(withDefaults(source.base[key], key), withDefaults(changes[key], key));
  const at: Locator = (...steps) =>
    path && valueAt(changes, steps) !== undefined ? [...path, ...steps] : steps;
  const given = (group: Group): unknown => valueAt(settings, group.path.split('.'));
  const { currency } = source.facts;
  const network = given(findSection('network'));
  const segments = buildSegments(valueAt(settings, ['community', 'segments']), source, at);
  const read = Object.fromEntries(
    sections.map((section) => [section.name, readSettings(section, given(section), currency)]),
  );
  return {
    name,
    label,
    sections: read,
    segments,
    networkFile: typeof network === 'string' ? network : null,
    tactics: buildTactics(settings.tactics, segments, read.staff, source, at),
  };
}

/** A tactic with nothing after its name has its defaults. */
function withDefaults(value: Raw | undefined, key: string): Raw | undefined {
  if (key !== 'tactics' || !isMapping(value)) return value;
  const filled = emptyMapping();
  for (const [name, entry] of Object.entries(value)) filled[name] = entry ?? emptyMapping();
  return filled;
}

/** Values of a group, as far as the file gives them. */
function readSettings({ parameters }: Group, given: unknown, currency: string): Settings {
  const settings: Record<string, Value> = {};
  for (const name of Object.keys(parameters)) {
    const raw = valueAt(given, name.split('.'));
    if (raw === undefined) continue;
    const reading = readValue(parameters[name], raw, currency);
    if ('value' in reading) settings[name] = reading.value;
  }
  return settings;
}

function labelOf(segment: unknown): Pick<Segment, 'label'> {
  const label = readText(valueAt(segment, ['label']));
  return label === null ? {} : { label };
}

function buildSegments(given: unknown, { facts, report }: ArmSource, at: Locator): Segment[] {
  const entries = Object.entries(isMapping(given) ? given : {});
  if (entries.length === 0) return [{ name: WHOLE, share: 1, people: {} }];
  const shares: Share[] = [];
  for (const [name, segment] of entries) {
    const share = readShare(valueAt(segment, ['share']));
    if ('weight' in share) shares.push(share);
    else report(at('community', 'segments', name), tell('needsShare'));
  }
  const fault = shares.length === entries.length ? sharesFault(shares) : null;
  if (fault !== null) report(at('community', 'segments'), fault);
  const sum = shares.reduce((total, { weight }) => total + weight, 0) || 1;
  const people = findSection('people');
  return entries.map(([name, segment], i) => ({
    name,
    ...labelOf(segment),
    share: (shares[i]?.weight ?? 0) / sum,
    people: readSettings(people, valueAt(segment, ['people']), facts.currency),
  }));
}

function buildTactics(
  given: Raw,
  segments: readonly Segment[],
  staff: Settings,
  source: ArmSource,
  at: Locator,
): Arm['tactics'] {
  const { facts, horizonDays, note, report } = source;
  const built = Object.entries(isMapping(given) ? given : {}).flatMap(([name, entry]) => {
    const kind = facts.tactics.get(name);
    if (!isMapping(entry) || !kind) return [];
    const plan = readPlan(entry, segments, source, (...steps) => at('tactics', name, ...steps));
    if (plan.fromDay >= horizonDays) note(remark('late', { name, from: plan.fromDay, days: horizonDays }));
    const settings = readSettings(kind, entry, facts.currency);
    return [{ name, tactic: kind.name, settings, plan }];
  });
  const around = { topLevel: topLevelOf(built), staffHours: most(staff, 'hours', 0), horizonDays };
  for (const tactic of built) {
    for (const [place, message] of contradictions(tactic, around))
      report(at('tactics', tactic.name, ...place), message);
    for (const text of vanities(tactic, around)) note(text);
  }
  return built;
}
