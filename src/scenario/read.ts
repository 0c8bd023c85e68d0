/** From the text of a file to plain values and the place of each: YAML, and so JSON, every fault in our own words. */
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
import { formWords } from './form-words.ts';
import { type Fault, guard } from './guard.ts';
import { type Path, placeKey, printPath } from './path.ts';
import type { OwnText, Problem } from './scenario.ts';
import { tell } from './tell.ts';

/** Lists are arrays, mappings have no prototype. */
export type Raw = null | boolean | number | string | Raw[] | Mapping;
export type Mapping = { [key: string]: Raw };

export const emptyMapping = (): Mapping => Object.create(null);

export const isMapping = (value: unknown): value is Mapping =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What was read, and where each value, and the key before it, begins. By `placeKey` of its path. */
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
  file: string,
): { source: Source; problems: [] } | { source: null; problems: Problem[] } {
  const text = file.startsWith('\ufeff') ? file.slice(1) : file;
  const unsafe = guard(text);
  if (unsafe)
    return { source: null, problems: [problemAt(placeIn(text, unsafe.offset), [], unsafe.message)] };
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parsed(text, lines);
  if (document === null)
    return { source: null, problems: [problemAt({ line: 1, column: 1 }, [], tell('unreadable'))] };
  const faults = ownFaults([...document.errors, ...document.warnings]);
  if (faults.length > 0)
    return {
      source: null,
      problems: faults.map(({ offset, message }) => problemAt(place(offset), [], message)),
    };
  const reader = new Reader(place);
  const root = reader.read(document.contents, []);
  return reader.problems.length > 0
    ? { source: null, problems: reader.problems }
    : { source: { root, values: reader.values, keys: reader.keys }, problems: [] };
}

/** The parser's document; null where it gives up, which the guard should have prevented. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, {
      lineCounter,
      // Compares every key with every other: the reader has its own check, by look-up.
      uniqueKeys: false,
      stringKeys: true,
      prettyErrors: false,
      merge: false,
      version: '1.2',
      schema: 'core',
      logLevel: 'error',
    });
  } catch {
    return null;
  }
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
    if (node?.range) this.values.set(placeKey(path), this.place(node.range[0]));
    if (isMap(node)) return this.readMap(node.items as Pair<Node, Node | null>[], path);
    if (isSeq(node)) return node.items.map((item, i) => this.read(item as Node, [...path, i]));
    const value = isScalar(node) ? node.value : null;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;
  }

  private readMap(pairs: readonly Pair<Node, Node | null>[], path: Path): Mapping {
    const map = emptyMapping();
    for (const { key: node, value } of pairs) {
      const key = isScalar(node) ? String(node.value ?? '') : '';
      const inner = [...path, key];
      const at = this.place(node?.range?.[0] ?? 0);
      const first = this.keys.get(placeKey(inner));
      if (isDangerous(key)) this.problems.push(problemAt(at, inner, tell('badKey')));
      else if (first) this.problems.push(problemAt(at, inner, tell('twice', { line: first.line })));
      else {
        this.keys.set(placeKey(inner), at);
        map[key] = this.read(value, inner);
        const { range } = value ?? {};
        if (!range || range[0] === range[1]) this.values.set(placeKey(inner), at);
      }
    }
    return map;
  }
}

function problemAt({ line, column }: Place, path: Path, text: OwnText): Problem {
  return { line, column, path: printPath(path), message: text.en, text };
}

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The parser's sentences change with its version; its codes, by which ours are named, do not. One fault for each line: the rest of a line's faults follow from the first. */
function ownFaults(errors: readonly YAMLError[]): Fault[] {
  const offsets = new Set<number>();
  return errors.flatMap(({ code, pos: [offset] }) => {
    if (offsets.has(offset)) return [];
    offsets.add(offset);
    return [
      {
        offset,
        message: tell(Object.hasOwn(formWords, code) ? (code as keyof typeof formWords) : 'unreadableFrom'),
      },
    ];
  });
}
