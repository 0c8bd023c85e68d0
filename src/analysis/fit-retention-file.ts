import {
  columnsOf,
  FitFileError,
  type FitProblem,
  fault,
  numberIn,
  type Row,
  readFields,
} from './fit-rows.ts';

const COLUMNS = [
  ['period', 'year', 'month', 'week', 'day', 't'],
  ['alive', 'members', 'customers', 'survivors', 'surviving'],
];

/** People (or percent of them) who are left after 0, 1, 2 ... periods, from a table `period,alive`. */
export function readRetention(text: string): number[] {
  const problems: FitProblem[] = [];
  const rows = readFields(text, problems);
  const alive: number[] = [];
  if (rows.length > 0) {
    const named = columnsOf(rows[0], COLUMNS);
    if (named === null && !/^[\d.]/.test(rows[0].fields[0].text)) {
      problems.push({ line: rows[0].line, column: 1, path: '', rule: 'columns', detail: 'period,alive' });
    } else {
      for (const row of named === null ? rows : rows.slice(1)) {
        readPeriod(row, named ?? [0, 1], alive, problems);
      }
      if (problems.length === 0) checkWhole(rows, alive, problems);
    }
  }
  if (problems.length > 0) throw new FitFileError(problems);
  return alive;
}

function readPeriod(
  row: Row,
  [period, left]: readonly number[],
  alive: number[],
  problems: FitProblem[],
): void {
  const at = numberIn(row, period, 'period', problems);
  const there = numberIn(row, left, 'alive', problems);
  if (at === null || there === null) return;
  if (at !== alive.length) problems.push(fault(row, period, 'period', 'order'));
  else if (at === 0 && there <= 0) problems.push(fault(row, left, 'alive', 'first'));
  else if (at > 0 && there > alive[at - 1]) problems.push(fault(row, left, 'alive', 'falls'));
  alive.push(there);
}

/** What only the table as a whole can show. */
function checkWhole(rows: readonly Row[], alive: readonly number[], problems: FitProblem[]): void {
  const { line } = rows[rows.length - 1];
  const whole = { line, column: 1, path: 'alive' } as const;
  if (alive.length < 3) problems.push({ ...whole, path: 'period', rule: 'periods' });
  else if (alive[alive.length - 1] === alive[0]) problems.push({ ...whole, rule: 'nobodyLeft' });
  else if (alive[1] === 0) problems.push({ ...whole, rule: 'nobodyStayed' });
}
