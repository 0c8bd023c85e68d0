/**
 * Rows as CSV or NDJSON. The same rows give the same bytes on every machine. In CSV an empty cell is a number that there is not;
 * a text that a spreadsheet would take for a formula gets a `'` in front.
 */
import type { SqlValue } from './database.ts';

export type Delimited = 'csv' | 'ndjson';

/** The first line of a file; none in NDJSON, whose rows name their values. */
export const headOf = (names: readonly string[], format: Delimited): string =>
  format === 'csv' ? `${names.map(cell).join(',')}\n` : '';

export function rowLine(names: readonly string[], row: readonly SqlValue[], format: Delimited): string {
  if (format === 'csv') return `${row.map(cell).join(',')}\n`;
  return `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]])))}\n`;
}

function cell(value: SqlValue): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
