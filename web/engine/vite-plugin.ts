/**
 * Leaves words out of the worker's code: labels, explanations and sources of parameters, tactics and metrics are a third
 * of it, and a worker shows them to nobody. Values and everything else stay as they are.
 */
import type { Plugin } from 'vite';

const wordy = /\/src\/(?:behaviors|population|tactics|metrics|scenario)\/[\w.-]+\.ts$/;
const words = new Set(['about', 'label', 'source', 'optionLabels', 'aliases']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Literal texts, and objects and lists of nothing else. */
function isText(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string';
  if (node.type === 'ObjectExpression')
    return (node.properties as Node[]).every(
      (each) => each.type === 'Property' && isText(each.value as Node),
    );
  if (node.type === 'ArrayExpression')
    return (node.elements as (Node | null)[]).every((each) => each !== null && isText(each));
  return false;
}

/** `{ en: '...', 'zh-CN': '...' }` */
const isInBothLanguages = (node: Node): boolean =>
  node.type === 'ObjectExpression' &&
  isText(node) &&
  (node.properties as Node[]).some(({ key }) => isNode(key) && key.value === 'zh-CN');

/** Functions that take labels and explanations by place: those arguments are words, the others are names. */
const calls = new Set(['metric', 'group']);
const inWords = /\s|[\u4e00-\u9fff]/;

/** Places of texts that stand under one of the names. */
function* textsIn(node: Node): Generator<Node> {
  if (node.type === 'Property' && !node.computed && isNode(node.key) && isNode(node.value)) {
    const name = node.key.type === 'Identifier' ? node.key.name : node.key.value;
    if (words.has(String(name)) && isText(node.value)) {
      yield node.value;
      return;
    }
  }
  if (isInBothLanguages(node)) {
    yield node;
    return;
  }
  if (node.type === 'CallExpression' && isNode(node.callee) && calls.has(String(node.callee.name))) {
    for (const each of node.arguments as Node[])
      if (isText(each) && inWords.test(String(each.value))) yield each;
  }
  for (const part of Object.values(node)) {
    for (const each of Array.isArray(part) ? part : [part]) if (isNode(each)) yield* textsIn(each);
  }
}

export const withoutWords = (): Plugin => ({
  name: 'without-words',
  enforce: 'post',
  transform(code, id) {
    if (!wordy.test(id)) return null;
    let result = code;
    const places = [...textsIn(this.parse(code) as unknown as Node)].sort((a, b) => b.start - a.start);
    for (const { start, end } of places) result = `${result.slice(0, start)}''${result.slice(end)}`;
    return { code: result, map: null };
  },
});
