/**
 * What was changed between two scenarios, as short as a link wants it. A change is one of
 *
 *   [path, value]      the value now stands at the path
 *   [path]             what stood there is gone
 *   [path, 0, picks]   the list is made of these items of the old one (null: a new one follows), or the mapping has its
 *                      keys in this order
 *
 * A path is `arms.1.tactics.ads.load`, or a list of its steps where a step has a dot or looks like a number. Changes are
 * applied in order; anything that does not fit gives null, never half a scenario.
 */
import {
  isPlainMapping,
  isSafePath,
  type Path,
  type Plain,
  type PlainMapping,
  partAt,
  same,
  withPart,
} from './plain.ts';

export type Change =
  | readonly [path: Plain]
  | readonly [path: Plain, value: Plain]
  | readonly [path: Plain, picked: 0, picks: Plain];

/** The changes that lead from one scenario to another. */
export function difference(from: Plain, to: Plain): Change[] {
  const changes = changesWithin(from, to, []);
  const whole: Change = ['', to];
  return JSON.stringify(changes).length <= JSON.stringify([whole]).length ? changes : [whole];
}

function changesWithin(from: Plain, to: Plain, path: Path): Change[] {
  if (same(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to)) return changesOfList(from, to, path);
  if (isPlainMapping(from) && isPlainMapping(to)) return changesOfMapping(from, to, path);
  return [[shortPath(path), to]];
}

function changesOfMapping(from: PlainMapping, to: PlainMapping, path: Path): Change[] {
  const wanted = Object.keys(to);
  const kept = Object.keys(from).filter((key) => Object.hasOwn(to, key));
  const added = wanted.filter((key) => !Object.hasOwn(from, key));
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  const inOrder = [...kept, ...added].every((key, i) => key === wanted[i]);
  return [
    ...gone.map((key): Change => [shortPath([...path, key])]),
    ...kept.flatMap((key) => changesWithin(from[key], to[key], [...path, key])),
    ...added.map((key): Change => [shortPath([...path, key]), to[key]]),
    ...(inOrder ? [] : [[shortPath(path), 0, wanted] as const]),
  ];
}

function changesOfList(from: readonly Plain[], to: readonly Plain[], path: Path): Change[] {
  const picks = picksOf(from, to);
  const unmoved = from.length === to.length && picks.every((pick, i) => pick === i);
  return [
    ...(unmoved ? [] : [[shortPath(path), 0, picks] as const]),
    ...to.flatMap((item, i) => {
      const pick = picks[i];
      return pick === null
        ? [[shortPath([...path, i]), item] as const]
        : changesWithin(from[pick], item, [...path, i]);
    }),
  ];
}

/** Which old item each new one comes from: that of its name, else that of its place, else the most alike. */
function picksOf(from: readonly Plain[], to: readonly Plain[]): (number | null)[] {
  const names = from.map(nameOf);
  const byName = to.map((item) => {
    const name = nameOf(item);
    return name === null ? -1 : names.indexOf(name);
  });
  return to.map((item, i) => {
    if (byName[i] >= 0) return byName[i];
    if (i < from.length && !byName.includes(i)) return i;
    return mostAlike(from, item);
  });
}

const nameOf = (item: Plain): Plain => (isPlainMapping(item) ? (item.name ?? item.metric ?? null) : null);

function mostAlike(from: readonly Plain[], item: Plain): number | null {
  let best: number | null = null;
  let least = JSON.stringify(item).length;
  for (const [i, other] of from.entries()) {
    const length = JSON.stringify(changesWithin(other, item, [])).length;
    if (length >= least) continue;
    least = length;
    best = i;
  }
  return best;
}

const numeric = /^\d+$/;

function shortPath(path: Path): Plain {
  const plain = path.every(
    (step) => typeof step === 'number' || (step !== '' && !/\./.test(step) && !numeric.test(step)),
  );
  return plain ? path.join('.') : [...path];
}

/** The steps of a path as a link has it; null if it is none. */
export function longPath(path: unknown): Path | null {
  if (path === '') return [];
  const steps: unknown[] | null =
    typeof path === 'string'
      ? path.split('.').map((step) => (numeric.test(step) ? Number(step) : step))
      : Array.isArray(path)
        ? path
        : null;
  const known = steps?.filter((step) => typeof step === 'string' || Number.isSafeInteger(step)) as
    | Path
    | undefined;
  return known && known.length === steps?.length && isSafePath(known) ? known : null;
}

/** Makes the changes; null where one does not fit. `changes` may be anything at all, as long as it is plain and safe. */
export function applyChanges(root: Plain, changes: readonly Plain[]): Plain | null {
  let result: Plain | null | undefined = root;
  for (const change of changes) {
    if (result === null || result === undefined || !Array.isArray(change)) return null;
    result = applied(result, change);
  }
  return result ?? null;
}

function applied(root: Plain, change: readonly Plain[]): Plain | null | undefined {
  const path = longPath(change[0]);
  if (path === null || change.length > 3) return null;
  if (change.length === 2) return withPart(root, path, change[1]);
  const before = partAt(root, path);
  if (before === undefined) return null;
  if (change.length === 1) return path.length === 0 ? null : withPart(root, path, undefined);
  const picked = change[1] === 0 && Array.isArray(change[2]) ? pick(before, change[2]) : null;
  return picked === null ? null : withPart(root, path, picked);
}

/** Old items, or keys, in a new order. */
function pick(before: Plain, picks: readonly Plain[]): Plain | null {
  if (Array.isArray(before)) {
    const fits = picks.every((i) => i === null || (typeof i === 'number' && Object.hasOwn(before, i)));
    return fits && picks.length <= 1000 ? picks.map((i) => (typeof i === 'number' ? before[i] : null)) : null;
  }
  if (!isPlainMapping(before) || new Set(picks).size !== Object.keys(before).length) return null;
  const keys = picks.filter((key): key is string => typeof key === 'string' && Object.hasOwn(before, key));
  return keys.length === picks.length ? Object.fromEntries(keys.map((key) => [key, before[key]])) : null;
}
