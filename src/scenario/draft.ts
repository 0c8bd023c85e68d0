/** A document under judgment: what the schema says about it, where each fault stands, and the sound rest of it. */
import type * as z from 'zod';
import { type Path, printPath, valueAt } from './path.ts';
import type { Raw, Source } from './read.ts';
import type { Problem } from './scenario.ts';
import type { FileFacts } from './schema.ts';
import type { Override } from './sets.ts';
import { findTactic, type Group } from './table.ts';

export type Mapping = { [key: string]: Raw };

export const isMapping = (value: unknown): value is Mapping =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const own = (value: unknown, key: string): unknown => valueAt(value, [key]);

/** The arms as far as they are mappings, and the base they change. */
function layers(root: Mapping): Mapping[] {
  const arms = own(root, 'arms');
  return [root, ...(Array.isArray(arms) ? arms.filter(isMapping) : [])];
}

/** What the schema must know beforehand. */
export function factsOf(root: Mapping): FileFacts {
  const currency = own(root, 'currency');
  const tactics = new Map<string, Group | null>();
  const entries = layers(root).flatMap((layer) => Object.entries(own(layer, 'tactics') ?? {}));
  for (const [name, entry] of entries) {
    const kind = own(entry, 'tactic');
    if (kind === undefined || tactics.has(name)) continue;
    tactics.set(name, typeof kind === 'string' ? (findTactic(kind) ?? null) : null);
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

/** One fault found, before it has a place. */
export interface Finding {
  readonly path: Path;
  readonly message: string;
}

/** The schema's issues as findings: one for each unknown key, and for a union the form that the file chose. */
export function findings(issues: readonly z.core.$ZodIssue[], root: Raw, above: Path = []): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    const path = [...above, ...(issue.path as Path)];
    if (issue.code === 'unrecognized_keys') {
      const messages = issue.message.split('\n');
      return issue.keys.map((key, i) => ({ path: [...path, key], message: messages[i] }));
    }
    if (issue.code === 'invalid_union') {
      const [plain, mapping] = issue.errors;
      return findings(isMapping(valueAt(root, path)) ? mapping : plain, root, path);
    }
    return [{ path, message: issue.message }];
  });
}

/** A copy of the document without what was found wrong, so that rules across parts can run on the rest. */
export function soundPart(root: Raw, found: readonly Finding[]): Mapping {
  const wrong = new Set(found.map(({ path }) => printPath(path)));
  const copy = (value: Raw, path: Path): Raw => {
    if (Array.isArray(value))
      return value.map((item, i) =>
        wrong.has(printPath([...path, i])) ? emptyMapping() : copy(item, [...path, i]),
      );
    if (!isMapping(value)) return value;
    const sound = emptyMapping();
    for (const [key, part] of Object.entries(value)) {
      const inner = [...path, key];
      if (!wrong.has(printPath(inner))) sound[key] = copy(part, inner);
    }
    return sound;
  };
  const sound = copy(root, []);
  return isMapping(sound) ? sound : emptyMapping();
}

export const emptyMapping = (): Mapping => Object.create(null);

/** A finding with its place: in the file, or on the command line where a set is at fault. */
export function locate({ path, message }: Finding, source: Source, sets: readonly Override[]): Problem {
  const text = printPath(path);
  const within = (outer: Path, inner: Path): boolean => outer.every((step, i) => inner[i] === step);
  const cause =
    sets.findLast((set) => within(set.path, path)) ??
    (source.keys.has(text) || source.values.has(text)
      ? undefined
      : sets.findLast((set) => within(path, set.path)));
  if (cause) return { line: 0, column: 0, path: text, message, flag: cause.flag };
  const unknownKey = message.startsWith('is not known') || message.startsWith('is no tactic');
  for (let length = path.length; length >= 0; length--) {
    const at = printPath(path.slice(0, length));
    const place =
      (unknownKey ? source.keys.get(at) : undefined) ?? source.values.get(at) ?? source.keys.get(at);
    if (place) return { ...place, path: text, message };
  }
  return { line: 1, column: 1, path: text, message };
}
