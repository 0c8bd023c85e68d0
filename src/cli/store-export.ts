/** `export`: a table of a store as one file. A file that is there already is replaced as a whole, or not at all. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { FolderError, systemReason, writeFully } from '../experiment/folder.ts';
import type { Database } from '../experiment/shards/database.ts';
import { type Delimited, headOf, rowLine } from '../experiment/shards/delimited.ts';
import {
  exportable,
  parquetStatement,
  studiesSaid,
  type TableName,
  tableNames,
} from '../experiment/shards/tables.ts';
import { nearest } from '../scenario/nearest.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { CommonOptions } from './options.ts';
import type { ExportFormat } from './store-command.ts';
import { withDatabase } from './store-open.ts';
import { Terminal } from './terminal.ts';

export interface ExportOptions extends CommonOptions {
  readonly format: ExportFormat;
  readonly table?: string;
  readonly output?: string;
}

export async function exportStore(folder: string, options: ExportOptions): Promise<void> {
  const terminal = new Terminal(options);
  const { format, output } = options;
  const table = tableOf(options.table);
  if (format === 'parquet' && output === undefined)
    throw new CommandFailure(Exit.usage, '--format parquet needs a file: -o FILE');
  await withDatabase(folder, terminal, true, async (database) => {
    if (output === undefined) {
      for await (const piece of pieces(database, table, format as Delimited)) await terminal.print(piece);
      return;
    }
    if (format === 'parquet') await writeParquet(database, table, output);
    else await writeText(output, pieces(database, table, format));
    if (terminal.json) await terminal.printJson({ schema: 'seedbed/export@1', table, format, file: output });
    else terminal.say(`export  ${table} of ${folder} in ${output}`);
  });
}

function tableOf(typed = 'results'): TableName {
  const table = tableNames.find((name) => name === typed);
  if (table !== undefined) return table;
  const [near] = nearest(typed, tableNames);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  throw new CommandFailure(
    Exit.invalid,
    `--table must be one of ${tableNames.join(', ')}; got ${JSON.stringify(typed)}${hint}`,
  );
}

/** The text of a table, some rows at a time. */
async function* pieces(database: Database, table: TableName, format: Delimited): AsyncGenerator<string> {
  const { columns, rows } = await database.run(exportable[table]);
  const names = columns.map(({ name }) => name);
  yield headOf(names, format);
  for await (const some of rows) yield some.map((row) => rowLine(names, row, format)).join('');
}

async function writeText(path: string, text: AsyncIterable<string>): Promise<void> {
  await replacing(path, async (temporary) => {
    const handle = openSync(temporary, 'w');
    try {
      for await (const piece of text) writeFully(handle, piece);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}

async function writeParquet(database: Database, table: TableName, path: string): Promise<void> {
  const said = table === 'runs' ? { studies: await saidOfStudies(database) } : {};
  await replacing(path, async (temporary) => {
    const { rows } = await database.run(parquetStatement(table, temporary, said));
    for await (const _ of rows);
  });
}

/** Title, currency and metric of every study, by its name. */
async function saidOfStudies(database: Database): Promise<Record<string, object>> {
  const said: Record<string, object> = {};
  const { rows } = await database.run(studiesSaid);
  for await (const some of rows)
    for (const [study, title, currency, judge] of some) said[String(study)] = { title, currency, judge };
  return said;
}

async function replacing(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.tmp-${process.pid}`;
  try {
    await write(temporary);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new FolderError(`${path} cannot be written: ${systemReason(error)}.`, { cause: error });
  }
}
