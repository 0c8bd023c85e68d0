/** A scenario's text with what the command line said to it written in, so that the text alone says all that was asked. */
import { isCollection, isMap, parseDocument, stringify } from 'yaml';
import type { ParseOptions } from '../scenario/parse.ts';
import { valueAt } from '../scenario/path.ts';
import { isMapping, type Mapping, type Raw, readSource } from '../scenario/read.ts';
import type { Posterior } from '../scenario/scenario.ts';
import { applySet } from '../scenario/sets.ts';

/** The text that reads as `text` does with `options`. The options must have been found sound; comments stay. */
export function wholeText(text: string, { set = [], worlds, seed }: ParseOptions): string {
  const root = readSource(text).source?.root;
  const changes = [...set, ...(worlds === undefined ? [] : [`worlds=${worlds}`])];
  if ((changes.length === 0 && seed === undefined) || !isMapping(root)) return text;
  const paths: (readonly (string | number)[])[] = [];
  for (const change of changes) {
    const applied = applySet(root, change);
    if ('path' in applied) paths.push(applied.path);
  }
  if (seed !== undefined) {
    root.seed = seed;
    paths.push(['seed']);
  }
  return withValues(text, root, paths) ?? stringify(plain(root));
}

/** The text with this posterior, in place of one that it has; a line for each input. All else stays as it is written. */
export function withPosterior(text: string, posterior: Posterior): string {
  const before = readSource(text).source?.root;
  if (isMapping(before) && !Object.hasOwn(before, 'posterior')) {
    const lines = Object.entries(posterior).map(([path, draws]) => `  ${keyOf(path)}: [${draws.join(', ')}]`);
    const longer = `${text.replace(/\s*$/, '')}\nposterior:\n${lines.join('\n')}\n`;
    const after = readSource(longer).source?.root;
    if (JSON.stringify(after) === JSON.stringify({ ...before, posterior })) return longer;
  }
  const document = parseDocument(text, { stringKeys: true, logLevel: 'error' });
  const node = document.createNode(posterior);
  if (isMap(node)) for (const { value } of node.items) if (isCollection(value)) value.flow = true;
  document.set('posterior', node);
  return document.toString({ lineWidth: 0 });
}

const keyOf = (path: string): string => (/^[A-Za-z][\w.]*$/.test(path) ? path : JSON.stringify(path));

/** The document with the values of `root` at these paths; null where it has no place for them. */
function withValues(
  text: string,
  root: Mapping,
  paths: readonly (readonly (string | number)[])[],
): string | null {
  const document = parseDocument(text, { stringKeys: true, logLevel: 'error' });
  try {
    for (const path of paths) document.setIn(path, document.createNode(plain(valueAt(root, path))));
  } catch {
    return null;
  }
  const written = document.toString({ lineWidth: 0 });
  const again = readSource(written).source?.root;
  return JSON.stringify(again) === JSON.stringify(root) ? written : null;
}

/** The printer wants mappings with a prototype. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as Raw;
