/** Edits of a file's list of arms, and of the tactics that arms use. All are edits of the text (`document.ts`). */
import { MAX_ARMS } from '../../src/scenario/fields.ts';
import { type Edited, plainOf, refuse } from './change.ts';
import { arrangeList, editDocument } from './document.ts';
import { isPlainMapping, type Path, type Plain, type PlainMapping, partAt } from './plain.ts';

/** Names of all arms, as the file has them: `arm 2` where it has none; `base` alone where it lists no arms. */
export function armNames(text: string): string[] {
  const read = plainOf(text);
  const arms = 'plain' in read ? armsOf(read.plain) : [];
  return arms.length === 0 ? ['base'] : arms.map((arm, i) => nameOf(arm, i));
}

const armsOf = (root: Plain): readonly Plain[] => {
  const arms = partAt(root, ['arms']);
  return Array.isArray(arms) ? arms : [];
};

const nameOf = (arm: Plain, i: number): string =>
  isPlainMapping(arm) && typeof arm.name === 'string' ? arm.name : `arm ${i + 1}`;

/** A name as a file may have it: one line, at most 60 letters; null if nothing of it is left. */
function cleanName(name: string): string | null {
  const letters = [...name.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim()];
  while (letters.join('').length > 60) letters.pop();
  const clean = letters.join('').trim();
  return clean === '' ? null : clean;
}

/** A name that no other arm has. */
function freeName(name: string, taken: readonly string[]): string {
  for (let count = 2; ; count++) {
    const candidate = count === 2 ? name : `${name.slice(0, 54).trim()} (${count - 1})`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** Adds an arm that is like another, under a name of its own: `name`, or `name (2)` where that is taken. */
export function addArm(text: string, copyOf: number, name: string): Edited {
  const clean = cleanName(name);
  if (clean === null) return refuse('bad name');
  const read = plainOf(text);
  if ('problems' in read) return refuse('unreadable', read.problems);
  const arms = armsOf(read.plain);
  if (arms.length >= MAX_ARMS) return refuse('too many arms');
  const free = freeName(clean, armNames(text));
  if (arms.length === 0)
    return editDocument(text, [{ path: ['arms'], value: [{ name: 'base' }, { name: free }] }]);
  if (!Object.hasOwn(arms, copyOf)) return refuse('no such arm');
  const copied = arrangeList(text, ['arms'], [...arms.keys(), copyOf]);
  return 'text' in copied ? named(copied.text, arms.length, free) : copied;
}

/** The label goes: it would say the old name. */
const named = (text: string, arm: number, name: string): Edited =>
  editDocument(text, [
    { path: ['arms', arm, 'name'], value: name },
    { path: ['arms', arm, 'label'], remove: true },
  ]);

export function renameArm(text: string, arm: number, name: string): Edited {
  const clean = cleanName(name);
  const names = armNames(text);
  if (clean === null) return refuse('bad name');
  if (readArm(text, arm) === undefined) return refuse('no such arm');
  return named(text, arm, freeName(clean, names.toSpliced(arm, 1)));
}

const readArm = (text: string, arm: number): Plain | undefined => {
  const read = plainOf(text);
  return 'plain' in read ? partAt(read.plain, ['arms', arm]) : undefined;
};

export function removeArm(text: string, arm: number): Edited {
  if (readArm(text, arm) === undefined) return refuse('no such arm');
  if (armNames(text).length < 2) return refuse('last arm');
  return editDocument(text, [{ path: ['arms', arm], remove: true }]);
}

/** Makes an arm the baseline: it moves to the first place, the others keep their order. */
export function makeBaseline(text: string, arm: number): Edited {
  if (readArm(text, arm) === undefined) return refuse('no such arm');
  const others = [...armNames(text).keys()].toSpliced(arm, 1);
  return arm === 0 ? { text } : arrangeList(text, ['arms'], [arm, ...others]);
}

const isOff = (entry: Plain | undefined): boolean => entry === 'off' || entry === false;

/** The tactic of that name, in an arm or (null) in what all arms share; used with these settings. */
export function setTactic(
  text: string,
  arm: number | null,
  name: string,
  settings: PlainMapping = {},
): Edited {
  const path = tacticPath(arm, name);
  const read = plainOf(text);
  if ('problems' in read) return refuse('unreadable', read.problems);
  const own = partAt(read.plain, path);
  const shared = partAt(read.plain, tacticPath(null, name));
  const bare = Object.keys(settings).length === 0;
  if (arm !== null && bare && shared !== undefined && !isOff(shared)) {
    return isOff(own) ? editDocument(text, [{ path, remove: true }]) : { text };
  }
  return bare && isPlainMapping(own) ? { text } : editDocument(text, [{ path, value: settings }]);
}

/** The tactic is not used: taken away, or switched off in an arm where all arms share it. */
export function unsetTactic(text: string, arm: number | null, name: string): Edited {
  const path = tacticPath(arm, name);
  const read = plainOf(text);
  if ('problems' in read) return refuse('unreadable', read.problems);
  const shared = arm === null ? undefined : partAt(read.plain, tacticPath(null, name));
  if (shared === undefined || isOff(shared)) return editDocument(text, [{ path, remove: true }]);
  return editDocument(text, [{ path, value: 'off' }]);
}

const tacticPath = (arm: number | null, name: string): Path =>
  arm === null ? ['tactics', name] : ['arms', arm, 'tactics', name];
