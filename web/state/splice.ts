/**
 * The least change of a text that puts a value at a path or takes it away: all other letters stay as somebody wrote them.
 * Each function gives a text that should do; whoever calls reads it back and, where it does not say what it should,
 * rewrites the document as a whole (`change.ts`).
 */
import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Path, Plain } from './plain.ts';
import { afterKey, inLine, inLines } from './write.ts';

export interface Written {
  readonly text: string;
  readonly contents: ParsedNode | null;
}

export type Inner = Node | null;

/** The nodes from the root along a path, as far as they go. */
export function nodesAlong(root: Inner, path: Path): Inner[] {
  const nodes: Inner[] = [root];
  for (const step of path) {
    const node = nodes[nodes.length - 1];
    const next = isMap(node) ? pairOf(node, step)?.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (next === undefined) break;
    nodes.push(next as Inner);
  }
  return nodes;
}

function pairOf(map: YAMLMap, step: string | number): Pair<Node, Inner> | undefined {
  return (map.items as Pair<Node, Inner>[]).find(
    ({ key }) => isScalar(key) && String(key.value ?? '') === step,
  );
}

export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
export const cutAt = (text: string, from: number, to: number, between = ''): string =>
  text.slice(0, from) + between + text.slice(to);
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line ends in which a part's last letter stands, line feed included. */
export function lineEnd(text: string, end: number): number {
  const last = text.slice(0, end).trimEnd().length;
  const feed = text.indexOf('\n', last);
  return feed < 0 ? text.length : feed + 1;
}

const startOf = (node: Inner): number => node?.range?.[0] ?? -1;
const endOf = (pair: Pair<Node, Inner>): number => pair.value?.range?.[1] ?? pair.key.range?.[1] ?? -1;

/** Puts a value at a path. */
export function put({ text, contents }: Written, path: Path, value: Plain): string | null {
  const nodes = nodesAlong(contents, path);
  const node = nodes[nodes.length - 1];
  const rest = path.slice(nodes.length - 1);
  const wrapped = rest.slice(1).reduceRight<Plain>((inner, step) => ({ [step]: inner }), value);
  if (rest.length === 0) return replace(text, node, value);
  if (isMap(node)) return insertPair(text, node, String(rest[0]), wrapped);
  if (isSeq(node)) return insertItem(text, node, inLine(wrapped), wrapped);
  return replace(text, node, { [rest[0]]: wrapped });
}

export function replace(text: string, node: Inner, value: Plain): string | null {
  if (!node?.range) return null;
  const [from, to] = node.range;
  const end = from + text.slice(from, to).trimEnd().length;
  if (from === to) return cutAt(text, from, to, ` ${inLine(value)}`);
  const flow = isScalar(node) || (isMap(node) || isSeq(node) ? node.flow : true);
  const long = inLine(value).length > 90 && value !== null && typeof value === 'object';
  if (flow || !long) return cutAt(text, from, end, inLine(value));
  return cutAt(text, from, end, inLines(value, from - lineStart(text, from), newlineOf(text)).trimStart());
}

function insertPair(text: string, map: YAMLMap, key: string, value: Plain): string | null {
  const items = map.items as Pair<Node, Inner>[];
  const last = items.at(-1);
  if (!map.range) return null;
  if (map.flow || last === undefined) {
    const [from, to] = map.range;
    if (last === undefined) return cutAt(text, from, to, inLine({ [key]: value }));
    return cutAt(text, endOf(last), endOf(last), `, ${inLine(key)}: ${inLine(value)}`);
  }
  const newline = newlineOf(text);
  const column = startOf(items[0].key) - lineStart(text, startOf(items[0].key));
  const line = `${' '.repeat(column)}${inLine(key)}:${afterKey(value, column, newline)}${newline}`;
  return insertLine(text, lineEnd(text, endOf(last)), line, newline);
}

const insertLine = (text: string, at: number, line: string, newline: string): string =>
  cutAt(text, at, at, at > 0 && text[at - 1] !== '\n' ? newline + line : line);

function insertItem(text: string, list: YAMLSeq, short: string, value: Plain): string | null {
  const last = list.items.at(-1) as Inner | undefined;
  if (!list.range || !last?.range)
    return list.range ? cutAt(text, list.range[0], list.range[1], `[${short}]`) : null;
  if (list.flow) return cutAt(text, last.range[1], last.range[1], `, ${short}`);
  const newline = newlineOf(text);
  const column = dashOf(text, last) - lineStart(text, startOf(last));
  return insertLine(text, lineEnd(text, last.range[1]), inLines([value], column, newline) + newline, newline);
}

/** Where the dash before an item of a list stands. */
export const dashOf = (text: string, item: Inner): number => text.lastIndexOf('-', startOf(item) - 1);

/** Takes away the pair at a path. */
export function cut({ text, contents }: Written, path: Path): string | null {
  const nodes = nodesAlong(contents, path.slice(0, -1));
  const node = nodes[path.length - 1];
  const step = path[path.length - 1];
  const pair = isMap(node) ? pairOf(node, step) : undefined;
  if (!isMap(node) || !node.range || pair === undefined) return null;
  const items = node.items as Pair<Node, Inner>[];
  if (items.length === 1) return replace(text, node, {});
  const at = items.indexOf(pair);
  if (node.flow) {
    if (at < items.length - 1) return cutAt(text, startOf(pair.key), startOf(items[at + 1].key));
    return cutAt(text, endOf(items[at - 1]), endOf(pair));
  }
  const from = lineStart(text, startOf(pair.key));
  const alone = text.slice(from, startOf(pair.key)).trim() === '';
  return alone ? cutAt(text, from, lineEnd(text, endOf(pair))) : null;
}
