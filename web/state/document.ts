/**
 * Edits of a scenario file: a value put at a path or taken away, items of a list in another order. All edits are made on
 * the text itself (`change.ts`), so that remarks and order stay.
 */
import { isMap, isSeq, type Node, stringify } from 'yaml';
import { arrange } from './arrange.ts';
import { change, type Edited, plainOf, refuse, remarksOf } from './change.ts';
import { applyChanges, type Change, difference, longPath } from './difference.ts';
import {
  isPlainMapping,
  isSafe,
  isSafePath,
  type Path,
  type Plain,
  partAt,
  same,
  withPart,
} from './plain.ts';
import { cut, put } from './splice.ts';

export { type Edited, type EditFault, plainOf, type Refusal } from './change.ts';

export type Edit =
  | { readonly path: Path; readonly value: Plain }
  /** Taken away; so is what holds it, if it holds nothing else, up to an arm, a tactic or a segment. */
  | { readonly path: Path; readonly remove: true };

/** The value at a path of the text; undefined where there is none, or no reading. */
export function readValue(text: string, path: Path): Plain | undefined {
  const read = plainOf(text);
  return 'plain' in read ? partAt(read.plain, path) : undefined;
}

/** Makes all edits in turn, or none. */
export function editDocument(text: string, edits: readonly Edit[]): Edited {
  let result: Edited = { text };
  for (const edit of edits) if ('text' in result) result = editOnce(result.text, edit);
  return result;
}

function editOnce(text: string, edit: Edit): Edited {
  if (!isSafePath(edit.path) || edit.path.length === 0) return refuse('not allowed');
  const { path } = edit;
  if ('value' in edit) {
    const { value } = edit;
    if (!isSafe(value)) return refuse('not allowed');
    return change(text, {
      plain: (root) => withPart(root ?? {}, path, value),
      splice: (written) => put(written, path, value),
      rewrite: (document) => document.setIn(path, document.createNode(value)),
    });
  }
  const read = plainOf(text);
  if ('problems' in read) return refuse('unreadable', read.problems);
  return partAt(read.plain, path) === undefined ? { text } : takeAway(text, pruned(read.plain, path));
}

/** Takes away exactly what stands at a path. */
function takeAway(text: string, path: Path): Edited {
  const outer = path.slice(0, -1);
  const at = path[path.length - 1];
  const list = typeof at === 'number' ? readValue(text, outer) : null;
  if (Array.isArray(list)) return arrangeList(text, outer, [...list.keys()].toSpliced(Number(at), 1));
  return change(text, {
    plain: (root) => withPart(root, path, undefined),
    splice: (written) => cut(written, path),
    rewrite: (document) => void document.deleteIn(path),
  });
}

/** The longest part of a path whose parent would keep something. Arms, tactics and segments stay, even when empty. */
function pruned(root: Plain, path: Path): Path {
  const outer = path.slice(0, -1);
  const holder = partAt(root, outer);
  const named = ['tactics', 'segments', 'arms'].includes(String(outer[outer.length - 2]));
  const kept = outer.length === 0 || named || !isPlainMapping(holder) || Object.keys(holder).length > 1;
  return kept ? path : pruned(root, outer);
}

/** Makes the list at a path of these items of the old one: an order, with copies and without those left out. */
export function arrangeList(text: string, path: Path, picks: readonly (number | null)[]): Edited {
  return change(text, {
    plain: (root) => applyChanges(root, [[[...path], 0, [...picks]]]),
    splice: (written) => arrange(written, path, picks),
    rewrite: (document) => {
      const list = document.getIn(path, true);
      if (!isSeq(list)) return;
      const items = list.items as Node[];
      list.items = picks.map((pick) => (pick === null ? document.createNode(null) : items[pick].clone()));
    },
  });
}

/** The text so edited that it says these values: how the changes of a link come back into the file of a preset. */
export function textWith(text: string, plain: Plain): Edited {
  const read = plainOf(text);
  if ('problems' in read) return refuse('unreadable', read.problems);
  let result: Edited = { text };
  for (const each of difference(read.plain, plain)) if ('text' in result) result = changed(result.text, each);
  const said = 'text' in result ? plainOf(result.text) : null;
  if (said !== null && 'plain' in said && same(said.plain, plain)) return result;
  const anew = stringify(plain, { lineWidth: 110, version: '1.2', schema: 'core' });
  const reread = plainOf(anew);
  return 'plain' in reread && same(reread.plain, plain) ? { text: anew } : refuse('no place');
}

/** Makes a change as links have it. */
function changed(text: string, [place, ...rest]: Change): Edited {
  const path = longPath(place) ?? [];
  if (rest.length === 1 && path.length > 0) return editOnce(text, { path, value: rest[0] });
  if (rest.length === 0) return takeAway(text, path);
  const [, picks] = rest;
  const before = readValue(text, path);
  if (Array.isArray(before) && Array.isArray(picks))
    return arrangeList(text, path, picks as (number | null)[]);
  return orderKeys(text, path, Array.isArray(picks) ? picks : []);
}

function orderKeys(text: string, path: Path, keys: readonly Plain[]): Edited {
  return change(text, {
    plain: (root) => applyChanges(root, [[[...path], 0, [...keys]]]),
    splice: () => null,
    rewrite: (document) => {
      const map = path.length === 0 ? document.contents : document.getIn(path, true);
      const place = (key: unknown): number => keys.indexOf(String(key));
      if (isMap(map)) map.items.sort((a, b) => place(a.key) - place(b.key));
    },
  });
}

/** Whether a text has remarks that its preset has not: then a link must carry the whole text, as changes lose them. */
export function hasOwnRemarks(text: string, preset: string): boolean {
  const known = new Set(remarksOf(preset));
  return remarksOf(text).some((remark) => !known.has(remark));
}
