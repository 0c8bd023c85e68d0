/**
 * Leaves words out of the worker's code: labels, explanations, units and sources of parameters, tactics and metrics are a
 * third of it, and a worker shows them to nobody; so are the usual ranges of what an operator chooses. Values and
 * everything else stay as they are.
 */
import type { Plugin } from 'vite';

const wordy = /\/src\/(?:behaviors|population|tactics|metrics|scenario)\/[\w.-]+\.ts$/;
const words = new Set(['about', 'label', 'source', 'optionLabels', 'aliases', 'unit', 'known']);

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

/** The name of a property; null for anything else. */
const nameOf = ({ type, computed, key }: Node): string | null =>
  type === 'Property' && !computed && isNode(key)
    ? String(key.type === 'Identifier' ? key.name : key.value)
    : null;

/** Whether an operator chooses the number: its plausible range is for forms and docs, nothing is drawn from it. */
const isChosen = (property: Node): boolean => {
  const { value, argument } = property as { readonly value?: Node; readonly argument?: Node };
  return nameOf(property) === 'chosen' ? value?.value === true : argument?.name === 'byOperator';
};

/** Places of what is to be left out: the whole property, or a text. */
function* unneeded(node: Node): Generator<Node> {
  if (nameOf(node) !== null && words.has(nameOf(node) ?? '') && isText(node.value as Node)) {
    yield node;
    return;
  }
  if (isInBothLanguages(node)) {
    yield node;
    return;
  }
  const properties = node.type === 'ObjectExpression' ? (node.properties as Node[]) : [];
  if (properties.some(isChosen)) yield* properties.filter((property) => nameOf(property) === 'range');
  if (node.type === 'CallExpression' && isNode(node.callee) && calls.has(String(node.callee.name))) {
    for (const each of node.arguments as Node[])
      if (isText(each) && inWords.test(String(each.value))) yield each;
  }
  for (const part of Object.values(node)) {
    for (const each of Array.isArray(part) ? part : [part]) if (isNode(each)) yield* unneeded(each);
  }
}

export const withoutWords = (): Plugin => ({
  name: 'without-words',
  enforce: 'post',
  transform(code, id) {
    if (!wordy.test(id)) return null;
    let result = code;
    const places = [...unneeded(this.parse(code) as unknown as Node)].sort((a, b) => b.start - a.start);
    for (const { type, start, end } of places)
      result =
        type === 'Property'
          ? result.slice(0, start) + result.slice(end).replace(/^\s*,/, '')
          : `${result.slice(0, start)}''${result.slice(end)}`;
    return { code: result, map: null };
  },
});
