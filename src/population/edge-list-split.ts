/** One line to fields. Spaces around a field are not part of it; a field in quotes keeps all that it holds. */

/** ' ' stands for any run of spaces and tabs; there, # begins a comment. */
export type Separator = ' ' | ',' | ';' | '\t';

/** Filled anew for each line: the first `count` entries count. */
export interface Fields {
  count: number;
  readonly text: string[];
  /** Where each field begins, counted from 1. */
  readonly column: number[];
}

export interface WrongField {
  readonly column: number;
  readonly rule: string;
  readonly value?: string;
}

const MOST_FIELDS = 16;
const QUOTE = 34;
const HASH = 35;
const SPACE = 32;
const TAB = 9;

/** Splits a line into `fields`; says what is wrong when it cannot be split. */
export function splitRow(row: string, separator: Separator, fields: Fields): WrongField | null {
  const mark = separator === ' ' ? SPACE : separator.charCodeAt(0);
  fields.count = 0;
  let at = 0;
  for (;;) {
    at = skipBlanks(row, at, mark);
    if (separator === ' ' && (at === row.length || row.charCodeAt(at) === HASH)) return null;
    if (fields.count === MOST_FIELDS)
      return { column: at + 1, rule: `a line may hold ${MOST_FIELDS} fields` };
    const isQuoted = row.charCodeAt(at) === QUOTE;
    const end = isQuoted ? endOfQuotes(row, at) : endOfField(row, at, mark);
    if (end < 0)
      return { column: at + 1, rule: 'a quote must end on the line where it begins', value: row.slice(at) };
    fields.column[fields.count] = at + 1;
    fields.text[fields.count++] = isQuoted
      ? unquoted(row.slice(at + 1, end - 1))
      : row.slice(at, end).trimEnd();
    at = skipBlanks(row, end, mark);
    if (at === row.length) return null;
    if (separator === ' ') {
      if (at === end)
        return { column: end + 1, rule: 'a space must follow a quoted field', value: row.slice(end) };
    } else {
      if (row.charCodeAt(at) !== mark) {
        return {
          column: at + 1,
          rule: `a ${nameOf(separator)} must follow a quoted field`,
          value: row.slice(at),
        };
      }
      at++;
    }
  }
}

function nameOf(separator: Separator): string {
  if (separator === ',') return 'comma';
  return separator === ';' ? 'semicolon' : 'tab';
}

/** Spaces and tabs, except a tab that separates. */
function skipBlanks(row: string, from: number, mark: number): number {
  let at = from;
  for (; at < row.length; at++) {
    const code = row.charCodeAt(at);
    if (code !== SPACE && (code !== TAB || mark === TAB)) break;
  }
  return at;
}

function endOfField(row: string, from: number, mark: number): number {
  let at = from;
  for (; at < row.length; at++) {
    const code = row.charCodeAt(at);
    if (code === mark || (mark === SPACE && code === TAB)) break;
  }
  return at;
}

/** Behind the closing quote; two quotes within stand for one. -1 when there is none. */
function endOfQuotes(row: string, from: number): number {
  let at = from + 1;
  for (;;) {
    at = row.indexOf('"', at);
    if (at < 0) return -1;
    if (row.charCodeAt(at + 1) !== QUOTE) return at + 1;
    at += 2;
  }
}

function unquoted(text: string): string {
  return text.replaceAll('""', '"');
}
