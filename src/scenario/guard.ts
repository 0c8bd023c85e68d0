/**
 * What a text must keep before the YAML parser may see it: a few kilobytes can make a parser hang, run out of stack or
 * copy one list ninety times. Only the tokens are looked at here.
 *
 *   size <= 256 KiB, tokens <= 60,000, nesting <= 64; no anchors, aliases, tags, merge keys, directives;
 *   every quote and bracket is closed by its own kind
 */
import { Lexer } from 'yaml';
import type { OwnText } from './scenario.ts';
import { tell } from './tell.ts';

export const MAX_BYTES = 256 * 1024;
export const MAX_TOKENS = 60_000;
export const MAX_DEPTH = 64;

/** Something wrong at a place of the text. */
export interface Fault {
  readonly offset: number;
  readonly message: OwnText;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** The first reason not to parse a text; null if there is none. */
export function guard(text: string): Fault | null {
  const bytes = text.length > MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) return { offset: 0, message: tell('tooLong') };
  const odd = control.exec(text);
  if (odd) {
    const code = odd[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    const cure = tell(code === '0000' ? 'utf8' : 'none');
    return { offset: odd.index, message: tell('control', { code, cure }) };
  }
  return new TokenGuard().check(text);
}

const refused: ReadonlyMap<string, 'anchors' | 'aliases' | 'tags' | 'directives'> = new Map([
  ['&', 'anchors'],
  ['*', 'aliases'],
  ['!', 'tags'],
  ['%', 'directives'],
]);

const blanks = new Set([' ', '\t', '#', '\n', '\r', '\ufeff']);
const tooDeep = tell('tooDeep', { most: MAX_DEPTH });

/** Markers that the lexer puts between the tokens: they take no room in the text. */
const DOCUMENT = '\u0002';
const FLOW_ENDS = '\u0018';
const SCALAR_FOLLOWS = '\u001f';

class TokenGuard {
  private offset = 0;
  /** Where the current line begins. */
  private lineStart = 0;
  /** Columns at which the block collections around the current token begin: an upper bound of their depth. */
  private readonly columns: number[] = [];
  /** Brackets that are open. */
  private readonly open: { readonly bracket: string; readonly offset: number }[] = [];
  /** Whether the next token can begin a nested block: it is first in its line, or follows `-`, `?` or `:`. */
  private begins = true;

  check(text: string): Fault | null {
    let scalar = false;
    let count = 0;
    for (const token of new Lexer().lex(text)) {
      if (token === DOCUMENT) continue;
      if (token === FLOW_ENDS) return this.unclosed();
      if (token === SCALAR_FOLLOWS) {
        scalar = true;
        continue;
      }
      if (++count > MAX_TOKENS) return this.fault(tell('tooMany', { most: MAX_TOKENS }));
      const fault = scalar ? this.checkScalar(token) : this.checkMark(token);
      if (fault) return fault;
      this.pass(token);
      scalar = false;
    }
    return this.unclosed();
  }

  private fault(message: OwnText, offset = this.offset): Fault {
    return { offset, message };
  }

  private unclosed(): Fault | null {
    const last = this.open.at(-1);
    return last ? this.fault(tell('unclosed', { bracket: last.bracket }), last.offset) : null;
  }

  private checkScalar(token: string): Fault | null {
    const fault = this.enterBlock();
    this.begins = false;
    return token === '<<' ? this.fault(tell('mergeKeys')) : fault;
  }

  private checkMark(token: string): Fault | null {
    const first = token[0];
    if (first === undefined || blanks.has(first)) return null;
    const forbidden = refused.get(first);
    if (forbidden !== undefined) return this.fault(tell(forbidden));
    const fault = this.enterBlock() ?? this.checkBracket(token);
    if (fault) return fault;
    this.begins = token === '-' || token === '?' || token === ':';
    const quoted = first === '"' || first === "'";
    return quoted && (token.length < 2 || !token.endsWith(first))
      ? this.fault(tell('openQuote', { quote: first }))
      : null;
  }

  private checkBracket(token: string): Fault | null {
    if (token === '[' || token === '{') {
      this.open.push({ bracket: token, offset: this.offset });
      return this.open.length + this.columns.length > MAX_DEPTH ? this.fault(tooDeep) : null;
    }
    if (token !== ']' && token !== '}') return null;
    const last = this.open.pop();
    const fits = last?.bracket === (token === ']' ? '[' : '{');
    return fits ? null : this.fault(tell('closesNothing', { bracket: token }));
  }

  /** Counts how deep blocks are nested at a token that can begin one. */
  private enterBlock(): Fault | null {
    if (!this.begins || this.open.length > 0) return null;
    const column = this.offset - this.lineStart;
    const { columns } = this;
    while (columns.length > 0 && columns[columns.length - 1] > column) columns.pop();
    if (columns.length === 0 || columns[columns.length - 1] < column) columns.push(column);
    return columns.length > MAX_DEPTH ? this.fault(tooDeep) : null;
  }

  private pass(token: string): void {
    const newline = token.lastIndexOf('\n');
    if (newline >= 0) {
      this.lineStart = this.offset + newline + 1;
      this.begins = true;
    }
    this.offset += token.length;
  }
}
