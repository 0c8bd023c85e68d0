/** Rows as comma-separated values (RFC 4180), safe to open in a spreadsheet. */

export type Cell = string | number | null;

/** Spreadsheets would take a text that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Missing values are empty cells. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
