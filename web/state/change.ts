/**
 * One change of a scenario file's text. What somebody wrote stays as it is: remarks, order, quotes, line ends; only the
 * part in question changes. Every change is read back before it counts, so that the text says what was meant, or nothing
 * has happened. Nothing here throws, whatever the text.
 */
import { type Document, Lexer, parseDocument } from 'yaml';
import { readSource } from '../../src/scenario/read.ts';
import type { Problem } from '../../src/scenario/scenario.ts';
import { type Plain, same } from './plain.ts';
import type { Written } from './splice.ts';

/** Why an edit was refused. Words: `words.ts`. */
export type EditFault =
  | 'unreadable'
  | 'no place'
  | 'not allowed'
  | 'no such arm'
  | 'last arm'
  | 'too many arms'
  | 'bad name';

/** `problems`: what the reader says of a text that it cannot read; empty for other faults. */
export interface Refusal {
  readonly fault: EditFault;
  readonly problems: readonly Problem[];
}

export type Edited = { readonly text: string } | Refusal;

export const refuse = (fault: EditFault, problems: readonly Problem[] = []): Refusal => ({ fault, problems });

/** The plain values of a text, or what is wrong with its form. */
export function plainOf(text: string): { readonly plain: Plain } | { readonly problems: readonly Problem[] } {
  const { source, problems } = readSource(text);
  return source === null ? { problems } : { plain: source.root };
}

/** One change, said three ways: of the plain values, of the text, and of the parser's document. */
interface Way {
  /** What the text must say afterwards; null where it cannot. */
  readonly plain: (root: Plain) => Plain | null | undefined;
  readonly splice: (written: Written) => string | null;
  readonly rewrite: (document: Document.Parsed) => void;
}

/** Makes one change by the least edit that is read back as it should; else writes the document anew. */
export function change(text: string, { plain, splice, rewrite }: Way): Edited {
  const own = text.startsWith('\ufeff') ? text.slice(1) : text;
  const before = plainOf(own);
  if ('problems' in before) return refuse('unreadable', before.problems);
  const wanted = plain(before.plain);
  if (wanted === null || wanted === undefined) return refuse('no place');
  const says = (candidate: string | null): candidate is string => {
    const after = candidate === null ? null : plainOf(candidate);
    return after !== null && 'plain' in after && same(after.plain, wanted);
  };
  const spliced = attempt(() => splice({ text: own, contents: parse(own).contents }));
  if (says(spliced) && keepsRemarks(own, spliced)) return { text: spliced };
  const rewritten = attempt(() => {
    const document = parse(own);
    rewrite(document);
    return document.toString({ lineWidth: 110 });
  });
  if (says(rewritten)) return { text: rewritten };
  return says(spliced) ? { text: spliced } : refuse('no place');
}

const parse = (text: string): Document.Parsed =>
  parseDocument(text, {
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    version: '1.2',
    schema: 'core',
    logLevel: 'error',
  });

function attempt(make: () => string | null): string | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** Whether a text has lost at most those remarks that stood in what was taken away. */
const keepsRemarks = (before: string, after: string): boolean =>
  after.length < before.length || remarksOf(before).every((remark) => remarksOf(after).includes(remark));

export function remarksOf(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));
}
