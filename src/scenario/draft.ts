/** A document under judgment: what the schema says about it, where each fault stands, and the sound rest of it. */
import type * as z from 'zod';
import { type Path, placeKey, printPath, valueAt } from './path.ts';
import { emptyMapping, isMapping, type Mapping, type Raw, type Source } from './read.ts';
import type { OwnText, Problem } from './scenario.ts';
import type { FileFacts } from './schema-settings.ts';
import type { Override } from './sets.ts';
import { findTactic, type Group } from './table.ts';
import { unpack } from './tell.ts';

/** What the schema must know of a document beforehand. */
export function factsOf(root: Mapping): FileFacts {
  const { currency } = root;
  const arms = Array.isArray(root.arms) ? root.arms.filter(isMapping) : [];
  const entries = [root, ...arms].flatMap(({ tactics }) =>
    isMapping(tactics) ? Object.entries(tactics) : [],
  );
  const tactics = new Map<string, Group | null>();
  for (const [name, entry] of entries) {
    const kind = isMapping(entry) ? entry.tactic : undefined;
    if (kind !== undefined && !tactics.has(name))
      tactics.set(name, (typeof kind === 'string' && findTactic(kind)) || null);
  }
  for (const [name] of entries) {
    const kind = tactics.has(name) ? undefined : findTactic(name);
    if (kind) tactics.set(name, kind);
  }
  return {
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : 'CNY',
    tactics,
  };
}

/** One thing found wrong, before it has a place. */
export interface Finding {
  readonly path: Path;
  readonly message: OwnText;
  /** The key itself is wrong, not what stands after it. */
  readonly ofKey?: true;
}

/** The schema's issues as findings: one for each unknown key, and for a union those of the form that the file chose. */
export function findings(issues: readonly z.core.$ZodIssue[], root: Raw, above: Path = []): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    const path = [...above, ...(issue.path as Path)];
    if (issue.code === 'unrecognized_keys') {
      const messages = unpack(issue.message);
      return issue.keys.map((key, i) => ({ path: [...path, key], message: messages[i], ofKey: true }));
    }
    if (issue.code === 'invalid_union') {
      const [plain, mapping] = issue.errors;
      return findings(isMapping(valueAt(root, path)) ? mapping : plain, root, path);
    }
    return unpack(issue.message).map((message) => ({ path, message }));
  });
}

/** A copy of the document without what was found wrong, so that rules across parts can run on the rest. */
export function soundPart(root: Raw, found: readonly Finding[]): Mapping {
  const wrong = new Set(found.map(({ path }) => placeKey(path)));
  const copy = (value: Raw, path: Path): Raw => {
    if (Array.isArray(value))
      return value.map((item, i) =>
        wrong.has(placeKey([...path, i])) ? emptyMapping() : copy(item, [...path, i]),
      );
    if (!isMapping(value)) return value;
    const sound = emptyMapping();
    for (const [key, part] of Object.entries(value)) {
      const inner = [...path, key];
      if (!wrong.has(placeKey(inner))) sound[key] = copy(part, inner);
    }
    return sound;
  };
  return copy(root, []) as Mapping;
}

/** What was found wrong so far. */
export class Findings {
  readonly all: Finding[] = [];
  /** Every place at which, or within which, something was found. */
  private readonly places = new Set<string>();

  constructor(found: readonly Finding[]) {
    for (const finding of found) this.keep(finding);
  }

  /** Adds a finding, unless something at its place or within was found before: one mistake, one message. */
  add(finding: Finding): void {
    if (!this.places.has(placeKey(finding.path))) this.keep(finding);
  }

  private keep(finding: Finding): void {
    this.all.push(finding);
    for (let length = 0; length <= finding.path.length; length++)
      this.places.add(placeKey(finding.path.slice(0, length)));
  }
}

const within = (outer: Path, inner: Path): boolean => outer.every((step, i) => inner[i] === step);

/** A finding with its place: in the file, or on the command line where an override is at fault. */
export function locate(
  { path, message, ofKey }: Finding,
  source: Source,
  overrides: readonly Override[],
): Problem {
  const what = { path: printPath(path), message: message.en, text: message };
  const inFile = source.keys.has(placeKey(path)) || source.values.has(placeKey(path));
  const cause =
    overrides.findLast((override) => within(override.path, path)) ??
    (inFile ? undefined : overrides.findLast((override) => within(path, override.path)));
  if (cause) return { line: 0, column: 0, ...what, flag: cause.flag };
  for (let length = path.length; length >= 0; length--) {
    const key = placeKey(path.slice(0, length));
    const place = (ofKey ? source.keys.get(key) : source.values.get(key)) ?? source.keys.get(key);
    if (place) return { ...place, ...what };
  }
  return { line: 1, column: 1, ...what };
}
