import { type ParameterRow, parameterRows } from '../scenario/describe.ts';
import type { CommonOptions } from './options.ts';
import { tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

const columns = ['path', 'default', 'plausible range', 'unit', 'known', 'source'].map((title) => ({
  title,
  align: 'left' as const,
}));

/** Every number that a scenario can set. */
export async function parameters(options: CommonOptions): Promise<void> {
  const terminal = new Terminal(options);
  const rows = parameterRows();
  if (terminal.json) await terminal.printJson({ schema: 'seedbed/parameters@1', parameters: rows });
  else await terminal.print(`${parameterTable(rows, terminal).join('\n')}\n`);
}

/** A line for each parameter. */
export function parameterTable(rows: readonly ParameterRow[], terminal: Terminal): string[] {
  const cells = rows.map(({ path, default: value, range, unit, known, source }) => [
    path,
    value,
    range,
    unit,
    known,
    source,
  ]);
  const [title, ...lines] = tableLines(columns, cells);
  return [terminal.dim(title), ...lines];
}
