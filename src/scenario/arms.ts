/** Arms: the shared base with each arm's changes merged into it. */
import { emptyMapping, isMapping, type Mapping } from './draft.ts';
import { fields } from './fields.ts';
import type { Report } from './judge.ts';
import { type Path, valueAt } from './path.ts';
import type { Raw } from './read.ts';
import type { Arm, Segment, Settings, Text, Value } from './scenario.ts';
import type { FileFacts } from './schema.ts';
import { readShare, type Share, sharesFault } from './segments.ts';
import { type Group, sections } from './table.ts';
import { readValue } from './units.ts';

/** An arm's changes over the base; mappings are merged, anything else replaces. */
export function merge(base: Raw | undefined, over: Raw | undefined): Raw {
  if (over === undefined) return base ?? null;
  if (!isMapping(base) || !isMapping(over)) return over;
  const merged: Mapping = Object.assign(emptyMapping(), base);
  for (const [key, part] of Object.entries(over)) merged[key] = merge(merged[key], part);
  return merged;
}

/** One arm and where its changes stand in the file; null for the base itself. */
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

const shared = [
  'community',
  'tactics',
  ...sections.filter(({ path, name }) => path === name).map(({ name }) => name),
];

/** Builds one arm; what is wrong with the whole of it goes to `report`. */
export function buildArm(source: ArmSource, layer: Layer): Arm {
  const settings = emptyMapping();
  for (const key of shared)
    settings[key] = merge(defaults(source.base[key], key), defaults(layer.changes[key], key));
  const at = (...steps: Path): Path =>
    layer.path && valueAt(layer.changes, steps) !== undefined ? [...layer.path, ...steps] : steps;
  const { currency } = source.facts;
  const read = Object.fromEntries(
    sections.map((section) => [
      section.name,
      readSettings(section, valueAt(settings, section.path.split('.')), currency),
    ]),
  );
  const network = valueAt(settings, ['community', 'network']);
  return {
    name: layer.name,
    label: layer.label,
    sections: read,
    segments: buildSegments(valueAt(settings, ['community', 'segments']), source, at),
    networkFile: typeof network === 'string' ? network : null,
    tactics: buildTactics(settings.tactics, source, at),
  };
}

/** A tactic with nothing after its name has its defaults. */
function defaults(value: Raw | undefined, key: string): Raw | undefined {
  if (key !== 'tactics' || !isMapping(value)) return value;
  const filled = emptyMapping();
  for (const [name, entry] of Object.entries(value)) filled[name] = entry === null ? emptyMapping() : entry;
  return filled;
}

/** Values of a group as far as the file gives them. */
function readSettings({ parameters }: Group, given: unknown, currency: string): Settings {
  const settings: Record<string, Value> = {};
  for (const [name, raw] of Object.entries(isMapping(given) ? given : {})) {
    if (!Object.hasOwn(parameters, name)) continue;
    const reading = readValue(parameters[name], raw, currency);
    if ('value' in reading) settings[name] = reading.value;
  }
  return settings;
}

function buildSegments(
  given: unknown,
  { facts, report }: ArmSource,
  at: (...steps: Path) => Path,
): Segment[] {
  const entries = Object.entries(isMapping(given) ? given : {});
  if (entries.length === 0) return [{ name: 'everyone', share: 1, people: {} }];
  const people = sections.find(({ name }) => name === 'people') as Group;
  const shares: Share[] = [];
  for (const [name, segment] of entries) {
    const share = readShare(valueAt(segment, ['share']));
    if ('weight' in share) shares.push(share);
    else if (valueAt(segment, ['share']) === undefined)
      report(at('community', 'segments', name), 'must have a share, such as `20%`');
  }
  const fault = shares.length === entries.length ? sharesFault(shares) : null;
  if (fault !== null) report(at('community', 'segments'), fault);
  const sum = shares.reduce((total, { weight }) => total + weight, 0);
  return entries.map(([name, segment], i) => ({
    name,
    share: (shares[i]?.weight ?? 0) / (sum || 1),
    people: readSettings(people, valueAt(segment, ['people']), facts.currency),
  }));
}

function buildTactics(
  given: unknown,
  { facts, horizonDays, report, note }: ArmSource,
  at: (...steps: Path) => Path,
): Arm['tactics'] {
  return Object.entries(isMapping(given) ? given : {}).flatMap(([name, entry]) => {
    const kind = facts.tactics.get(name);
    if (!isMapping(entry) || !kind) return [];
    const day = (key: 'from' | 'until', otherwise: number): number => {
      const reading = entry[key] === undefined ? null : readValue(fields[key], entry[key], facts.currency);
      return reading && 'value' in reading && typeof reading.value.amount === 'number'
        ? Math.round(reading.value.amount)
        : otherwise;
    };
    const fromDay = day('from', 0);
    const untilDay = day('until', Math.max(horizonDays, fromDay + 1));
    if (untilDay <= fromDay)
      report(
        at('tactics', name, entry.until === undefined ? 'from' : 'until'),
        `must end after it begins; got from day ${fromDay} until day ${untilDay}`,
      );
    else if (fromDay >= horizonDays)
      note(`tactics.${name} begins on day ${fromDay}, after the ${horizonDays} days of the run`);
    const settings = readSettings(kind, entry, facts.currency);
    return [
      {
        name,
        tactic: kind.name,
        settings,
        fromDay,
        untilDay: Math.min(untilDay, Math.max(horizonDays, fromDay)),
      },
    ];
  });
}
