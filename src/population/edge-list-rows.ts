/** Rows of text to ties: plain lists, CSV and TSV. */
import type { NetworkDraft } from './edge-list-draft.ts';
import type { Problems } from './edge-list-problems.ts';
import { type Fields, type Separator, splitRow } from './edge-list-split.ts';

/** Longest line. [characters] */
const LINE_LENGTH = 4096;

/** Names that tell which columns hold the two people. */
const COLUMN_NAMES = [
  ['source', 'target'],
  ['from', 'to'],
];

const TWO_PEOPLE = 'a tie needs two people on a line';
const NAMED_COLUMNS = 'the first line must name the columns, as in source,target';

export function readRows(
  text: string,
  start: number,
  extension: string,
  draft: NetworkDraft,
  problems: Problems,
): void {
  const fields: Fields = { count: 0, text: [], column: [] };
  const odd = /[\0\uFFFD]|\r(?!\n)/.test(text);
  let columns: Columns | null = null;
  let separator: Separator | null = null;
  let line = 0;
  for (let at = start; at < text.length; ) {
    line++;
    const end = endOfLine(text, at);
    const row = text.slice(at, text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
    at = end + 1;
    if (isBlank(row) || (isComment(row) && (separator === ' ' || columns === null))) continue;
    if (row.length > LINE_LENGTH) {
      problems.add(line, LINE_LENGTH + 1, `a line may hold ${LINE_LENGTH} characters; got ${row.length}`);
      continue;
    }
    if (odd && hasOddCharacter(row, line, problems)) continue;
    separator ??= separatorOf(row, extension);
    const wrong = splitRow(row, separator, fields);
    if (wrong !== null) {
      problems.add(line, wrong.column, wrong.rule, wrong.value);
      continue;
    }
    if (columns === null) {
      columns = columnsOf(fields, separator, line, problems);
      if (columns.header) continue;
    }
    readTie(fields, columns, row, line, draft, problems);
    const tooMany = draft.excess();
    if (tooMany !== null) {
      problems.add(line, 1, tooMany);
      return;
    }
  }
  if (columns !== null) checkHeader(columns, draft, problems);
}

const CARRIAGE_RETURN = 13;

/** Where the two people of a tie stand, and what the first line said. */
interface Columns {
  readonly first: number;
  readonly second: number;
  /** The first line names columns. */
  readonly header: boolean;
  /** The two names, where they are none of those known to name columns; and where they stand. */
  readonly unknown: readonly string[];
  readonly line: number;
}

function readTie(
  { count, text, column }: Fields,
  { first, second }: Columns,
  row: string,
  line: number,
  draft: NetworkDraft,
  problems: Problems,
): void {
  if (count <= first || count <= second) {
    problems.add(line, column[0], TWO_PEOPLE, row.trim());
  } else if (text[first] === '' || text[second] === '') {
    problems.add(line, column[text[first] === '' ? first : second], TWO_PEOPLE, row.trim());
  } else {
    draft.tie(text[first], text[second]);
  }
}

function columnsOf(
  { count, text, column }: Fields,
  separator: Separator,
  line: number,
  problems: Problems,
): Columns {
  const named = text.slice(0, count).map((name) => name.toLowerCase());
  for (const [source, target] of COLUMN_NAMES) {
    const first = named.indexOf(source);
    const second = named.indexOf(target);
    if (first >= 0 && second >= 0) return { first, second, header: true, unknown: [], line };
  }
  const header = separator !== ' ';
  if (header && count < 2) problems.add(line, column[0], NAMED_COLUMNS, text[0]);
  else if (header && isNumber(text[0]) && isNumber(text[1])) {
    problems.add(line, column[0], NAMED_COLUMNS, `${text[0]}${separator}${text[1]}`);
  }
  return { first: 0, second: 1, header, unknown: header ? text.slice(0, 2) : [], line };
}

/** A name of a column that is a person's name further down was no name of a column. */
function checkHeader({ unknown, line }: Columns, draft: NetworkDraft, problems: Problems): void {
  const person = unknown.find((name) => draft.has(name));
  if (person !== undefined && problems.count === 0) {
    problems.add(line, 1, `${NAMED_COLUMNS}, and no person of the file`, person);
  }
}

function separatorOf(row: string, extension: string): Separator {
  if (extension === 'tsv' || extension === 'tab') return '\t';
  const first = extension === 'csv' ? row : (/^[^ \t]*/.exec(row.trimStart())?.[0] ?? '');
  if (first.includes(',')) return ',';
  if (first.includes(';')) return ';';
  if (extension === 'csv') return row.includes('\t') ? '\t' : ',';
  return ' ';
}

function hasOddCharacter(row: string, line: number, problems: Problems): boolean {
  const at = row.search(/[\0\uFFFD\r]/);
  if (at < 0) return false;
  const rule = {
    '\0': 'a NUL character stands in the line; is this a text file?',
    '\r': 'a carriage return stands in the line; end lines with LF or CRLF',
  }[row[at]];
  problems.add(line, at + 1, rule ?? 'a character is not UTF-8; save the file as UTF-8');
  return true;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function isBlank(row: string): boolean {
  return row.trimStart() === '';
}

function isComment(row: string): boolean {
  const first = row.trimStart()[0];
  return first === '#' || first === '%';
}

function isNumber(name: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(name);
}
