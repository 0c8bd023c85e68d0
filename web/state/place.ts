/** Where a number of the parameter table stands in a file: in one arm, in what all arms share, or nowhere yet. */
import { plainOf } from './document.ts';
import { isPlainMapping, type Path, type Plain, partAt } from './plain.ts';

export interface Place {
  /** Where to write: in the arm, or in what all arms share. */
  readonly write: Path;
  /** Where the value that counts stands; null where the file does not give it and the default counts. */
  readonly read: Path | null;
  readonly from: 'arm' | 'shared' | 'default';
  readonly value: Plain | undefined;
  /** What all arms share, where an arm overrides it; it counts again once the arm's own is taken away. */
  readonly shared: Plain | undefined;
  /** Arms that have a value of their own, so that the shared one does not reach them. */
  readonly overriddenIn: readonly number[];
}

/** The place of `leave.base` or `tactics.ads.load`, for an arm or (null) for all arms. */
export function placeOf(text: string, arm: number | null, tablePath: string | Path): Place {
  const read = plainOf(text);
  return placeIn('plain' in read ? read.plain : null, arm, tablePath);
}

/** The same of values that were read before. */
export function placeIn(root: Plain, arm: number | null, tablePath: string | Path): Place {
  const steps = typeof tablePath === 'string' ? tablePath.split('.') : tablePath;
  const arms = partAt(root, ['arms']);
  const list = Array.isArray(arms) ? arms : [];
  const own: Path | null = arm === null || list.length === 0 ? null : ['arms', arm, ...steps];
  const inArm = own === null ? undefined : partAt(root, own);
  const shared = partAt(root, steps);
  const overriddenIn = list.flatMap((_, i) => (partAt(root, ['arms', i, ...steps]) === undefined ? [] : [i]));
  const common = { write: own ?? steps, shared, overriddenIn };
  if (own !== null && inArm !== undefined) return { ...common, read: own, from: 'arm', value: inArm };
  if (shared !== undefined && !(own !== null && hidesShared(root, own)))
    return { ...common, read: steps, from: 'shared', value: shared };
  return { ...common, read: null, from: 'default', value: undefined };
}

/** Whether an arm has something in place of the mapping that would hold the value: a tactic that is off, a file's name. */
function hidesShared(root: Plain, path: Path): boolean {
  for (let length = 3; length < path.length; length++) {
    const holder = partAt(root, path.slice(0, length));
    if (holder !== undefined && holder !== null && !isPlainMapping(holder)) return true;
  }
  return false;
}
