/** The tables of a store as they are exported: which columns, in which order of rows. */
export const exportable = {
  /** Without the machine that made a row: the same results are the same bytes wherever they were made. */
  results: 'SELECT * EXCLUDE (host, version) FROM results ORDER BY armKey, world, engine',
  runs: 'SELECT * EXCLUDE (host, version) FROM runs ORDER BY study, point, arm, world',
  points: 'SELECT * FROM points ORDER BY study, point, arm',
  studies: 'SELECT * FROM studies ORDER BY study',
  metrics: 'SELECT * FROM metrics',
} as const;

export type TableName = keyof typeof exportable;

export const tableNames = Object.keys(exportable) as readonly TableName[];

/** What a table of runs says of its studies: without it nobody could tell in which currency money is. */
export const studiesSaid = 'SELECT study, title, currency, judge FROM studies ORDER BY study';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A statement that writes a table as a Parquet file which says what it is, as files of results do. `said`: what else it says. */
export function parquetStatement(table: TableName, path: string, said: object = {}): string {
  const note = JSON.stringify({ schema: `seedbed/${table}@1`, ...said });
  return `COPY (${exportable[table]}) TO ${quoted(path)} (FORMAT parquet, KV_METADATA {seedbed: ${quoted(note)}})`;
}
