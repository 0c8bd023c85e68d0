/**
 * What a text must keep before the YAML parser may see it: a parser can be made to hang, to run out of stack or to copy
 * one list ninety times by a few kilobytes. Only the tokens are looked at here.
 *
 *   size <= 256 KiB, tokens <= 60,000, nesting <= 64; no anchors, aliases, tags, merge keys, directives
 */
import { Lexer } from 'yaml';

export const MAX_BYTES = 256 * 1024;
export const MAX_TOKENS = 60_000;
export const MAX_DEPTH = 64;

/** Something wrong at a place of the text. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** The first reason not to parse a text; null if there is none. */
export function guard(text: string): Fault | null {
  const bytes = text.length > MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) return { offset: 0, message: 'must be at most 256 KiB; this file is larger' };
  const odd = control.exec(text);
  if (odd) {
    const code = odd[0].charCodeAt(0).toString(16).padStart(4, '0');
    const cure = code === '0000' ? ' (a binary or UTF-16 file? save it as UTF-8)' : '';
    return { offset: odd.index, message: `must be plain text; got control character U+${code}${cure}` };
  }
  return guardTokens(text);
}

const refused: Readonly<Record<string, string>> = {
  '&': 'anchors (`&name`) are not allowed: write the value out',
  '*': 'aliases (`*name`) are not allowed: write the value out (or quote a text that begins with `*`)',
  '!': 'tags (`!type`) are not allowed (or quote a text that begins with `!`)',
  '%': 'directives (`%YAML`) are not allowed (or quote a text that begins with `%`)',
};

function guardTokens(text: string): Fault | null {
  const tooDeep = `must not be nested deeper than ${MAX_DEPTH}`;
  const columns: number[] = [];
  let offset = 0;
  let lineStart = 0;
  let count = 0;
  let flow = 0;
  let begins = true;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (token === '\u0002' || token === '\u0018') continue;
    if (token === '\u001f') {
      scalar = true;
      continue;
    }
    if (++count > MAX_TOKENS) return { offset, message: `must have at most ${MAX_TOKENS} parts` };
    const first = token[0];
    if (!scalar && refused[first] !== undefined) return { offset, message: refused[first] };
    if (scalar && token === '<<') return { offset, message: 'merge keys (`<<`) are not allowed' };
    if (!scalar && (token === '[' || token === '{') && ++flow > MAX_DEPTH)
      return { offset, message: tooDeep };
    if (!scalar && (token === ']' || token === '}')) flow--;
    const indicator = !scalar && (token === '-' || token === '?' || token === ':');
    const blank =
      !scalar && (first === ' ' || first === '\t' || first === '#' || first === '\n' || first === '\r');
    if (flow === 0 && !blank && begins) {
      const column = offset - lineStart;
      while (columns.length > 0 && columns[columns.length - 1] > column) columns.pop();
      if (columns.length === 0 || columns[columns.length - 1] < column) columns.push(column);
      if (columns.length > MAX_DEPTH) return { offset, message: tooDeep };
    }
    if (!blank) begins = indicator;
    const newline = token.lastIndexOf('\n');
    if (newline >= 0) {
      lineStart = offset + newline + 1;
      begins = true;
    }
    offset += token.length;
    scalar = false;
  }
  return null;
}
