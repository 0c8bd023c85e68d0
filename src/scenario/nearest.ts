/** "Did you mean": the known name nearest to one that is not known. */
import type { OwnText } from './scenario.ts';
import { listed, tell } from './tell.ts';

/** Edits (insert, drop, change, swap neighbors) that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}

const plain = (text: string): string =>
  text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/** The known names close to `text`, nearest first; none when nothing is near. */
export function nearest(text: string, known: readonly string[], most = 1): string[] {
  const wanted = plain(text);
  const limit = Math.max(1, Math.min(3, Math.floor(wanted.length / 3) + 1));
  return known
    .map((name) => ({ name, distance: editDistance(wanted, plain(name)) }))
    .filter(({ name, distance }) => distance <= Math.min(limit, plain(name).length - 1))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

/** `; did you mean load?`; nothing where no name is near. */
export function meant(text: string, known: readonly string[]): OwnText {
  const [name] = nearest(text, known);
  return name === undefined ? tell('none') : tell('meant', { name });
}

/** `; did you mean load?`, or the names there are where none is near and they are few, or nothing. */
export function meantOrKnown(text: string, known: readonly string[]): OwnText {
  const isNear = nearest(text, known).length > 0;
  return isNear || known.length === 0 || known.length > 20
    ? meant(text, known)
    : tell('known', { names: listed(known) });
}

/** The same in English. */
export function didYouMean(text: string, known: readonly string[]): string {
  return meantOrKnown(text, known).en;
}

/** What is wrong with a key that a mapping does not have. */
export function wrongKey(key: string, known: readonly string[]): OwnText {
  return tell('unknown', { hint: /^\d{3}$/.test(key) ? tell('noComma') : meantOrKnown(key, known) });
}
