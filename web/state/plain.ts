/**
 * A scenario file as plain values, without the text around them: what links carry and what edits are checked against.
 * Nothing here knows YAML, so that a page can read a link before the parser is loaded.
 */
import type { Mapping, Raw } from '../../src/scenario/read.ts';

export type Plain = Raw;
export type PlainMapping = Mapping;
export type Step = string | number;
export type Path = readonly Step[];

/** Names that reach into the machinery of the language; the same as the reader of scenario files refuses. */
const refused: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export const MAX_STEPS = 20;
const MAX_DEPTH = 64;

export const isPlainMapping = (value: unknown): value is PlainMapping =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether a path has only steps that a file may have. */
export function isSafePath(path: Path): boolean {
  return path.length <= MAX_STEPS && path.every((step) => typeof step === 'number' || !refused.has(step));
}

/** Whether values that came from outside are plain, not too deep, and free of refused names. */
export function isSafe(value: unknown, depth = 0): value is Plain {
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isSafe(item, depth + 1));
  if (isPlainMapping(value))
    return Object.entries(value).every(([key, part]) => !refused.has(key) && isSafe(part, depth + 1));
  return value === null || ['boolean', 'number', 'string'].includes(typeof value);
}

/** Whether two values are the same to the last bit, the order of keys included: the order of tactics counts. */
export function same(one: Plain | undefined, other: Plain | undefined): boolean {
  if (Array.isArray(one))
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, i) => same(item, other[i]))
    );
  if (!isPlainMapping(one)) return Object.is(one, other);
  if (!isPlainMapping(other)) return false;
  const keys = Object.keys(one);
  const others = Object.keys(other);
  return (
    keys.length === others.length && keys.every((key, i) => key === others[i] && same(one[key], other[key]))
  );
}

/** The value at a path; undefined where there is none. */
export function partAt(root: Plain, path: Path): Plain | undefined {
  let place: Plain | undefined = root;
  for (const step of path) {
    if (Array.isArray(place)) place = typeof step === 'number' ? place[step] : undefined;
    else if (isPlainMapping(place) && typeof step === 'string')
      place = Object.hasOwn(place, step) ? place[step] : undefined;
    else return undefined;
  }
  return place;
}

/**
 * A copy with a value put at a path, or taken away from it (`undefined`). Mappings on the way are made where there are
 * none; a list takes a place that it has, or its end. Null where the path leads through something else.
 */
export function withPart(
  root: Plain | undefined,
  path: Path,
  value: Plain | undefined,
): Plain | null | undefined {
  if (path.length === 0) return value;
  const [step, ...rest] = path;
  const outer = root ?? (typeof step === 'string' ? {} : null);
  if (Array.isArray(outer)) return typeof step === 'number' ? withItem(outer, step, rest, value) : null;
  if (!isPlainMapping(outer) || typeof step !== 'string') return null;
  const before = Object.hasOwn(outer, step) ? outer[step] : undefined;
  if (value === undefined && before === undefined) return outer;
  const part = withPart(before, rest, value);
  if (part === null && rest.length > 0) return null;
  if (part !== undefined) return { ...outer, [step]: part };
  const { [step]: _, ...others } = outer;
  return others;
}

function withItem(list: readonly Plain[], at: number, rest: Path, value: Plain | undefined): Plain | null {
  const end = value === undefined ? list.length - 1 : list.length;
  if (!Number.isInteger(at) || at < 0 || at > end) return null;
  const part = withPart(list[at], rest, value);
  if (part === null && rest.length > 0) return null;
  return part === undefined ? list.toSpliced(at, 1) : list.toSpliced(at, 1, part);
}
