/** `query`: SQL over a store of results. */
import type { SqlRows, SqlValue } from '../experiment/shards/database.ts';
import { headOf, rowLine } from '../experiment/shards/delimited.ts';
import type { CommonOptions } from './options.ts';
import { withDatabase } from './store-open.ts';
import { type Column, tableLines } from './table.ts';
import { Terminal } from './terminal.ts';

/** Rows that are shown as a table. */
const SHOWN = 200;

export async function query(folder: string, sql: string, options: CommonOptions & { csv?: boolean }) {
  const terminal = new Terminal(options);
  await withDatabase(folder, terminal, false, async (database) => {
    const found = await database.run(sql);
    if (options.csv === true) await printCsv(found, terminal);
    else if (terminal.json) await printJson(found, terminal);
    else await printTable(found, terminal);
  });
}

async function printCsv({ columns, rows }: SqlRows, terminal: Terminal): Promise<void> {
  const names = columns.map(({ name }) => name);
  await terminal.print(headOf(names, 'csv'));
  for await (const some of rows) await terminal.print(some.map((row) => rowLine(names, row, 'csv')).join(''));
}

async function printJson({ columns, rows }: SqlRows, terminal: Terminal): Promise<void> {
  await terminal.print(`{"schema":"seedbed/query@1","columns":${JSON.stringify(columns)},"rows":[`);
  let first = true;
  for await (const some of rows)
    for (const row of some) {
      await terminal.print(`${first ? '' : ','}\n${JSON.stringify(row)}`);
      first = false;
    }
  await terminal.print('\n]}\n');
}

async function printTable({ columns, rows }: SqlRows, terminal: Terminal): Promise<void> {
  const shown: SqlValue[][] = [];
  let more = 0;
  for await (const some of rows)
    for (const row of some) {
      if (shown.length < SHOWN) shown.push(row);
      else more++;
    }
  const isNumber = ({ type }: { type: string }) => /INT|DOUBLE|FLOAT|DECIMAL/.test(type);
  const titled = columns.map(
    (column): Column => ({
      title: column.name,
      align: isNumber(column) ? 'right' : 'left',
    }),
  );
  if (shown.length === 0) {
    await terminal.print(`${columns.map(({ name }) => name).join('  ')}\n`);
    terminal.say('no rows');
    return;
  }
  await terminal.print(
    `${tableLines(
      titled,
      shown.map((row) => row.map(cell)),
    ).join('\n')}\n`,
  );
  if (more > 0) terminal.say(`... and ${more} more rows; --csv or --json gives all`);
}

const FIGURES = 8;

function cell(value: SqlValue): string {
  if (value === null) return '-';
  if (typeof value === 'number')
    return String(Number.isInteger(value) ? value : Number(value.toPrecision(FIGURES)));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
