/** What is wrong with a network file. */

export interface NetworkProblem {
  /** Counted from 1, like the column. */
  readonly line: number;
  readonly column: number;
  /** A network file is one whole: there is no path within it. */
  readonly path: '';
  /** The rule, and what was there instead. */
  readonly message: string;
  readonly value?: string;
}

/** Problems shown; the others are counted. */
const SHOWN = 20;

/** Longest value shown. */
const VALUE_LENGTH = 40;

/** Problems as they are found. */
export class Problems {
  count = 0;
  readonly shown: NetworkProblem[] = [];

  /** The rule broken at a place and, where it helps, the text that breaks it. */
  add(line: number, column: number, rule: string, value?: string): void {
    this.count++;
    if (this.shown.length > SHOWN) return;
    const message = value === undefined ? rule : `${rule}; got ${quoted(value)}`;
    this.shown.push({ line, column, path: '', message, ...(value !== undefined && { value }) });
  }
}

/** A file that is no network. `problems` holds the first 20 and, where there are more, how many. */
export class NetworkFileError extends Error {
  override readonly name = 'NetworkFileError';
  readonly fileName: string;
  readonly problems: readonly NetworkProblem[];

  constructor(fileName: string, { count, shown }: Problems) {
    const problems = shown.slice(0, SHOWN).sort((a, b) => a.line - b.line || a.column - b.column);
    const rest = count - problems.length;
    if (rest > 0) {
      const { line, column } = shown[SHOWN];
      problems.push({ line, column, path: '', message: `and ${rest} more problem${rest > 1 ? 's' : ''}` });
    }
    super(problems.map(({ line, column, message }) => `${fileName}:${line}:${column} ${message}`).join('\n'));
    this.fileName = fileName;
    this.problems = problems;
  }
}

/** On one line, cut where it is long. */
function quoted(value: string): string {
  const cut = value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH)}...` : value;
  return JSON.stringify(cut);
}
