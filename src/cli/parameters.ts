import { type ParameterRow, parameterRows } from '../scenario/describe.ts';
import { shortTable } from '../scenario/table.ts';
import { explainWords, knownWords } from './explain-words.ts';
import type { CommonOptions } from './options.ts';
import { tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

/** Every number that a scenario can set. */
export async function parameters(options: CommonOptions): Promise<void> {
  const terminal = new Terminal(options);
  if (terminal.json)
    await terminal.printJson({ schema: 'seedbed/parameters@1', parameters: parameterRows('CNY', 'en') });
  else {
    const rows = parameterRows('CNY', terminal.locale, shortTable);
    await terminal.print(`${parameterTable(rows, terminal).join('\n')}\n`);
  }
}

/** A line for each parameter. */
export function parameterTable(rows: readonly ParameterRow[], terminal: Terminal): string[] {
  const cells = rows.map(({ path, default: value, range, unit, known, source }) => [
    path,
    value,
    range,
    unit,
    knownWords[terminal.locale][known],
    source,
  ]);
  const columns = explainWords[terminal.locale].columns.map((title) => ({ title, align: 'left' as const }));
  const [title, ...lines] = tableLines(columns, cells);
  return [terminal.dim(title), ...lines];
}
