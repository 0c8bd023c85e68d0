/** The rows of a table in a text file, as the fitting tools read them; and all that is wrong with one, each with its place. */
import { type Fields, type Separator, splitRow } from '../population/edge-list-split.ts';

/** What a file to fit can break. The command line has the words, in both languages. */
export type FitRule =
  | 'split'
  | 'lineLength'
  | 'empty'
  | 'columns'
  | 'missing'
  | 'number'
  | 'whole'
  | 'order'
  | 'falls'
  | 'first'
  | 'periods'
  | 'nobodyLeft'
  | 'nobodyStayed'
  | 'date'
  | 'lastWithin'
  | 'lastAndRepeats'
  | 'nobodyAgain'
  | 'positive'
  | 'within'
  | 'messages'
  | 'allOrNone'
  | 'bothFits'
  | 'metric'
  | 'daily'
  | 'day'
  | 'horizon'
  | 'window'
  | 'value'
  | 'share'
  | 'error'
  | 'yesNo'
  | 'again'
  | 'noneToFit'
  | 'event'
  | 'oneTime'
  | 'tooShort'
  | 'parquet';

export interface FitProblem {
  /** Counted from 1, like the column. */
  readonly line: number;
  readonly column: number;
  /** Name of the column of the table; empty where the file as a whole is meant. */
  readonly path: string;
  readonly rule: FitRule;
  readonly value?: string;
  /** What the rule names: columns, a metric's name, or why a line could not be split. */
  readonly detail?: string;
}

/** A file that cannot be fitted. */
export class FitFileError extends Error {
  override readonly name = 'FitFileError';
  readonly problems: readonly FitProblem[];

  constructor(problems: readonly FitProblem[]) {
    super(problems.map(({ line, column, path, rule }) => `${line}:${column} ${path} ${rule}`).join('\n'));
    this.problems = problems;
  }
}

export interface Field {
  readonly text: string;
  readonly column: number;
}

export interface Row {
  readonly line: number;
  readonly fields: readonly Field[];
}

/** Longest line. [characters] */
const LINE_LENGTH = 4096;

/** Every line that is neither empty nor a comment, split. */
export function readFields(text: string, problems: FitProblem[]): Row[] {
  const rows: Row[] = [];
  const fields: Fields = { count: 0, text: [], column: [] };
  let separator: Separator | null = null;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    if (line.length > LINE_LENGTH) {
      problems.push({ line: i + 1, column: LINE_LENGTH + 1, path: '', rule: 'lineLength' });
      continue;
    }
    separator ??= separatorOf(line);
    const wrong = splitRow(line, separator, fields);
    if (wrong !== null) {
      problems.push({ line: i + 1, column: wrong.column, path: '', rule: 'split', detail: wrong.rule });
      continue;
    }
    const count = fields.count;
    rows.push({
      line: i + 1,
      fields: fields.text.slice(0, count).map((field, c) => ({ text: field, column: fields.column[c] })),
    });
  }
  if (rows.length === 0 && problems.length === 0) {
    problems.push({ line: 1, column: 1, path: '', rule: 'empty' });
  }
  return rows;
}

function separatorOf(line: string): Separator {
  if (line.includes(',')) return ',';
  if (line.includes(';')) return ';';
  return line.includes('\t') ? '\t' : ' ';
}

/** Where each of the names stands in the first line, by any of its names; null unless all of them do. */
export function columnsOf({ fields }: Row, names: readonly (readonly string[])[]): readonly number[] | null {
  const titles = fields.map(({ text }) => text.toLowerCase());
  const places = names.map((one) => titles.findIndex((title) => one.includes(title)));
  return places.includes(-1) ? null : places;
}

/** A number as a file writes it, `86.9` or `86.9%`; null, and a problem, where there is none. */
export function numberIn(row: Row, place: number, path: string, problems: FitProblem[]): number | null {
  const field = row.fields[place];
  if (field === undefined) {
    const last = row.fields[row.fields.length - 1];
    problems.push({ line: row.line, column: last.column + last.text.length, path, rule: 'missing' });
    return null;
  }
  if (/^\d+(\.\d*)?(e[+-]?\d{1,2})?\s*%?$|^\.\d+\s*%?$/i.test(field.text))
    return Number.parseFloat(field.text);
  problems.push({ line: row.line, column: field.column, path, rule: 'number', value: field.text });
  return null;
}

/** A problem with one field of a row. */
export function fault(row: Row, place: number, path: string, rule: FitRule): FitProblem {
  const { column, text } = row.fields[place];
  return { line: row.line, column, path, rule, value: text };
}
