/** What customers have bought, from a log of purchases (a customer and a date a line) or a table that sums it up. */
import { dayNumber } from './day-number.ts';
import type { Purchases } from './fit-purchases.ts';
import {
  columnsOf,
  FitFileError,
  type FitProblem,
  fault,
  numberIn,
  type Row,
  readFields,
} from './fit-rows.ts';

const LOG = [
  ['customer', 'customer_id', 'customerid', 'id', 'member', 'person'],
  ['date', 'day', 'time'],
];
const TABLE = [
  ['repeats', 'x', 'frequency'],
  ['last', 'tx', 't_x', 't.x', 'recency'],
  ['watched', 't', 'age'],
];
/** Of a table, optional: how many customers are alike. */
const ALIKE = [['customers', 'count', 'n']];
const EITHER = 'customer,date / repeats,last,watched';
const WEEK = 7;

export interface PurchaseFileOptions {
  /** Times in a table are days, not weeks. */
  readonly days?: boolean;
  /** Last day that counts in a log, as a day number; the last day of the log otherwise. */
  readonly until?: number;
}

export function readPurchases(text: string, { days = false, until }: PurchaseFileOptions = {}): Purchases[] {
  const problems: FitProblem[] = [];
  const rows = readFields(text, problems);
  const found = rows.length > 0 ? readKind(rows, days ? WEEK : 1, until, problems) : [];
  if (problems.length === 0 && !found.some(({ repeats }) => repeats > 0)) {
    problems.push({ line: rows[rows.length - 1].line, column: 1, path: 'repeats', rule: 'nobodyAgain' });
  }
  if (problems.length > 0) throw new FitFileError(problems);
  return found;
}

function readKind(
  rows: readonly Row[],
  unit: number,
  until: number | undefined,
  problems: FitProblem[],
): Purchases[] {
  const table = columnsOf(rows[0], TABLE);
  if (table !== null) {
    const places = { table, alike: columnsOf(rows[0], ALIKE)?.[0] ?? null };
    return rows.slice(1).flatMap((row) => readCustomers(row, places, unit, problems));
  }
  const log = columnsOf(rows[0], LOG);
  if (log !== null) return readLog(rows.slice(1), log, until, problems);
  const date = rows[0].fields.findIndex(({ text }) => dayNumber(text) !== null);
  if (date > 0) return readLog(rows, [0, date], until, problems);
  problems.push({ line: rows[0].line, column: 1, path: '', rule: 'columns', detail: EITHER });
  return [];
}

function readCustomers(
  row: Row,
  { table: [x, tx, t], alike }: { readonly table: readonly number[]; readonly alike: number | null },
  unit: number,
  problems: FitProblem[],
): Purchases[] {
  const repeats = numberIn(row, x, 'repeats', problems);
  const last = numberIn(row, tx, 'last', problems);
  const watched = numberIn(row, t, 'watched', problems);
  const customers = alike === null ? 1 : numberIn(row, alike, 'customers', problems);
  if (repeats === null || last === null || watched === null || customers === null) return [];
  if (!Number.isInteger(repeats)) problems.push(fault(row, x, 'repeats', 'whole'));
  else if (last > watched) problems.push(fault(row, tx, 'last', 'lastWithin'));
  else if (repeats > 0 !== last > 0) problems.push(fault(row, tx, 'last', 'lastAndRepeats'));
  if (alike !== null && !(Number.isInteger(customers) && customers > 0))
    problems.push(fault(row, alike, 'customers', 'positive'));
  return [{ repeats, last: last / unit, watched: watched / unit, customers }];
}

/** Days with a purchase count, not purchases: two on a day are one. */
function readLog(
  rows: readonly Row[],
  [customer, date]: readonly number[],
  until: number | undefined,
  problems: FitProblem[],
): Purchases[] {
  const bought = new Map<string, Set<number>>();
  let latest = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const [who, when] = [row.fields[customer], row.fields[date]];
    if (who === undefined || when === undefined) {
      problems.push({ line: row.line, column: 1, path: who ? 'date' : 'customer', rule: 'missing' });
      continue;
    }
    const day = dayNumber(when.text);
    if (day === null) {
      problems.push(fault(row, date, 'date', 'date'));
      continue;
    }
    latest = Math.max(latest, day);
    if (until !== undefined && day > until) continue;
    bought.set(who.text, (bought.get(who.text) ?? new Set()).add(day));
  }
  const end = until ?? latest;
  return [...bought.values()].map((days) => summed(days, end));
}

function summed(days: ReadonlySet<number>, end: number): Purchases {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return {
    repeats: days.size - 1,
    last: (last - first) / WEEK,
    watched: (end - first) / WEEK,
    customers: 1,
  };
}
