/** From the text of a file to plain values and the place of each: YAML, and so JSON, with every fault in our own words. */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { type Fault, guard } from './guard.ts';
import { type Path, printPath, show } from './path.ts';
import type { Problem } from './scenario.ts';

/** Lists are arrays, mappings have no prototype. */
export type Raw = null | boolean | number | string | Raw[] | { [key: string]: Raw };

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What was read: where a value, and where the key before it, begins. By `printPath` of its path. */
export interface Source {
  readonly root: Raw;
  readonly values: ReadonlyMap<string, Place>;
  readonly keys: ReadonlyMap<string, Place>;
}

const dangerous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that reach into the machinery of the language: never keys of a file. */
export function isDangerous(key: string): boolean {
  return dangerous.has(key);
}

/** Reads a text; every fault of its form at once. */
export function readSource(
  text: string,
): { source: Source; problems: [] } | { source: null; problems: Problem[] } {
  const unsafe = guard(text);
  if (unsafe)
    return { source: null, problems: [problemAt(placeIn(text, unsafe.offset), [], unsafe.message)] };
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      stringKeys: true,
      prettyErrors: false,
      merge: false,
      version: '1.2',
      schema: 'core',
      logLevel: 'silent',
    });
  } catch {
    return {
      source: null,
      problems: [problemAt({ line: 1, column: 1 }, [], 'is not readable as YAML or JSON')],
    };
  }
  const faults = [...document.errors, ...document.warnings].map(inOwnWords);
  const reader = new Reader(place);
  if (faults.length === 0) {
    const root = reader.read(document.contents, []);
    if (reader.problems.length === 0)
      return { source: { root, values: reader.values, keys: reader.keys }, problems: [] };
    return { source: null, problems: reader.problems };
  }
  return {
    source: null,
    problems: faults.map(({ offset, message }) => problemAt(place(offset), [], message)),
  };
}

class Reader {
  readonly values = new Map<string, Place>();
  readonly keys = new Map<string, Place>();
  readonly problems: Problem[] = [];
  private readonly place: (offset: number) => Place;

  constructor(place: (offset: number) => Place) {
    this.place = place;
  }

  read(node: Node | null, path: Path): Raw {
    if (node?.range) this.values.set(printPath(path), this.place(node.range[0]));
    if (isMap(node)) return this.readMap(node.items as Pair<Node, Node | null>[], path);
    if (isSeq(node)) return node.items.map((item, i) => this.read(item as Node, [...path, i]));
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'bigint') return Number(value);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;
  }

  private readMap(pairs: readonly Pair<Node, Node | null>[], path: Path): Raw {
    const map: { [key: string]: Raw } = Object.create(null);
    for (const { key: keyNode, value } of pairs) {
      const key = isScalar(keyNode) ? String(keyNode.value ?? '') : '';
      const at = this.place(keyNode.range?.[0] ?? 0);
      const inner = [...path, key];
      if (!isScalar(keyNode)) this.problems.push(problemAt(at, path, 'must have plain text for keys'));
      else if (isDangerous(key)) this.problems.push(problemAt(at, inner, 'is not allowed as a name'));
      else if (Object.hasOwn(map, key)) {
        const first = this.keys.get(printPath(inner));
        this.problems.push(
          problemAt(at, inner, `is given twice${first ? ` (first in line ${first.line})` : ''}`),
        );
      } else {
        this.keys.set(printPath(inner), at);
        map[key] = this.read(value, inner);
        if (value === null || !value.range || value.range[0] === value.range[1])
          this.values.set(printPath(inner), at);
      }
    }
    return map;
  }
}

function problemAt({ line, column }: Place, path: Path, message: string): Problem {
  return { line, column, path: printPath(path), message };
}

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The parser's sentences change with its version; its codes do not. */
function inOwnWords({ code, pos }: YAMLError): Fault {
  const words: Partial<Record<YAMLError['code'], string>> = {
    BAD_INDENT: 'indentation does not fit the lines above',
    TAB_AS_INDENT: 'tabs cannot indent: use spaces',
    MULTILINE_IMPLICIT_KEY: 'a key must stand in one line',
    BLOCK_AS_IMPLICIT_KEY:
      'a value begins where none can: only one `key: value` in a line (quote a text with `: `)',
    BLOCK_IN_FLOW: 'inside { } and [ ] parts are separated by commas',
    MISSING_CHAR: 'a closing quote, bracket, comma, colon or space is missing',
    BAD_DQ_ESCAPE: 'unknown escape after \\ in a quoted text (use single quotes or \\\\)',
    BAD_SCALAR_START: 'a plain text cannot begin with this character: put it in quotes',
    UNEXPECTED_TOKEN: 'something here does not belong: check quotes, brackets and colons around it',
    NON_STRING_KEY: 'keys must be plain text',
    MULTIPLE_DOCS: 'one file holds one scenario: remove `---` and what follows',
    KEY_OVER_1024_CHARS: 'a key has over 1,024 characters: is a colon or a quote missing?',
  };
  return { offset: pos[0], message: words[code] ?? 'is not readable as YAML or JSON from here on' };
}

/** `a list` and so on, for messages about a whole document. */
export function rootFault(root: Raw): string | null {
  return root !== null && typeof root === 'object' && !Array.isArray(root)
    ? null
    : `must be a mapping (\`title: ...\`, \`arms: ...\`); got ${show(root)}`;
}
