/**
 * SQL over a store: `results.duckdb`, an index made from the store's files whenever it is missing, old or damaged. Built under a
 * name of its own, then renamed. Where the folder cannot be written it is built in memory. Node only; DuckDB is loaded
 * here and nowhere else.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { engineFingerprint, version } from '../../version.ts';
import { SameInputsTwoResults } from './contradiction.ts';
import { makeTables } from './database-tables.ts';
import { filesOf, readWhole } from './folder-files.ts';
import { readStudies } from './studies.ts';

/** Raised when the tables change. */
const TABLES = 1;
const FILE = 'results.duckdb';

export interface DatabaseOptions {
  readonly folder: string;
  readonly say: (notice: string) => void;
  /** Whether statements may read and write other files: only those of the program itself. */
  readonly mayUseFiles?: boolean;
}

/** A value of SQL as JSON has it. */
export type SqlValue =
  | string
  | number
  | boolean
  | null
  | readonly SqlValue[]
  | { readonly [name: string]: SqlValue };

export interface SqlRows {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Some at a time. */
  readonly rows: AsyncIterable<readonly SqlValue[][]>;
}

/** A statement that cannot be run; the message is the database's, without its insides. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
}

export class Database {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  /** Opens a store for SQL, making the index first where that is needed. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const instance = await openIndex(options);
    const connection = await instance.connect();
    if (options.mayUseFiles !== true) {
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
    }
    const [damaged] = (await connection.runAndReadAll('SELECT damaged FROM contents')).getRowsJS()[0];
    if (Number(damaged) > 0)
      options.say(
        `${options.folder}: ${damaged} damaged ${damaged === 1 ? 'file is' : 'files are'} left out; seedbed verify ${options.folder} names them.`,
      );
    return new Database(instance, connection);
  }

  /** Runs a statement; its rows come as they are asked for. Throws a `SqlError`. */
  async run(sql: string): Promise<SqlRows> {
    const result = await this.connection.stream(sql).catch((error: Error) => {
      throw new SqlError(plain(error), { cause: error });
    });
    const columns = result.columnNames().map((name, i) => ({ name, type: String(result.columnType(i)) }));
    async function* rows() {
      try {
        for await (const some of result.yieldRowsJs()) yield some.map((row) => row.map(asJson));
      } catch (error) {
        throw new SqlError(plain(error as Error), { cause: error });
      }
    }
    return { columns, rows: rows() };
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

const plain = ({ message }: Error): string => message.trim().replace(/^Failed to extract statements: /, '');

/** Whole numbers beyond 2^53 become text, what is not finite null. */
function asJson(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(asJson);
  if (Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asJson(part)]));
  return String(value);
}

/** Memory beyond these goes to the disk; opening many files takes some more beside it. */
const settings = {
  memory_limit: '256MB',
  threads: '2',
  preserve_insertion_order: 'false',
  autoinstall_known_extensions: 'false',
};

/** The index as it is on the disk, if it is of the files that are there; else a new one. */
async function openIndex(options: DatabaseOptions): Promise<DuckDBInstance> {
  const { folder, say } = options;
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const path = join(folder, FILE);
  const wanted = stampOf(folder);
  if (existsSync(path)) {
    const found = await tryIndex(path, wanted);
    if (found === 'damaged') say(`${path} was damaged: it is built again from the files of results.`);
    else if (found !== 'old') return found;
  }
  const temporary = join(folder, `${FILE}.tmp-${process.pid}-${randomBytes(6).toString('hex')}`);
  try {
    const instance = await DuckDBInstance.create(temporary, {
      ...settings,
      temp_directory: `${temporary}-spill`,
    });
    await fill(instance, folder, wanted);
    instance.closeSync();
    renameSync(temporary, path);
    return await DuckDBInstance.create(path, { ...settings, access_mode: 'READ_ONLY' });
  } catch (error) {
    if (error instanceof SameInputsTwoResults) throw error;
    const instance = await DuckDBInstance.create(':memory:', {
      ...settings,
      temp_directory: join(tmpdir(), `seedbed-${process.pid}`),
    });
    await fill(instance, folder, wanted);
    say(`${folder} cannot be written: the index for SQL is built in memory, for this once.`);
    return instance;
  } finally {
    for (const left of [temporary, `${temporary}.wal`, `${temporary}-spill`])
      rmSync(left, { recursive: true, force: true });
  }
}

/** Names the files that an index is of, and the code that made it. */
function stampOf(folder: string): string {
  const files = [...filesOf(folder, 'shards'), ...filesOf(folder, 'studies')];
  return createHash('sha256')
    .update([TABLES, version, engineFingerprint, ...files].join('\n'))
    .digest('hex');
}

async function tryIndex(path: string, wanted: string): Promise<DuckDBInstance | 'old' | 'damaged'> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  let instance: DuckDBInstance | undefined;
  try {
    instance = await DuckDBInstance.create(path, { ...settings, access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    const [stamp] = (await connection.runAndReadAll('SELECT stamp FROM contents')).getRowsJS()[0] ?? [];
    connection.closeSync();
    if (stamp === wanted) return instance;
    instance.closeSync();
    return 'old';
  } catch {
    instance?.closeSync();
    return 'damaged';
  }
}

async function fill(instance: DuckDBInstance, folder: string, stamp: string): Promise<void> {
  const connection = await instance.connect();
  let damaged = 0;
  const shards = filesOf(folder, 'shards').filter((path) => {
    const isWhole = readWhole(folder, path) !== undefined;
    if (!isWhole) damaged++;
    return isWhole;
  });
  const studies = readStudies(folder, () => damaged++);
  await makeTables(connection, folder, shards, studies);
  await connection.run('CREATE TABLE contents (stamp VARCHAR, damaged INTEGER)');
  await connection.run(`INSERT INTO contents VALUES ('${stamp}', ${damaged})`);
  await connection.run('CHECKPOINT');
  connection.closeSync();
}
