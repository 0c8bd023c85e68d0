/**
 * A Parquet file of results, read in the page: a table of results (a file of a store is one) or of runs, which has the points
 * of a study with their inputs as well. Loaded when a file is opened, and the reader of Parquet with it. A file may come
 * from anywhere: it is looked at before it is believed.
 */
import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import { parsedJson } from '../../../src/experiment/sealed-line.ts';
import { originColumns } from '../../../src/experiment/shards/columns.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { MAX_WORLDS } from '../../../src/scenario/fields.ts';

export type Fault =
  | 'notParquet'
  | 'notOurs'
  | 'noRows'
  | 'unreadable'
  | 'tooLarge'
  | 'tooMany'
  | 'changed'
  | 'contradiction';

export class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** Numbers that a page holds, 8 bytes each. */
export const MOST_NUMBERS = 1 << 25;
/** Inputs that the studies of a table of runs vary, all together. */
const MOST_PATHS = 256;

export interface Table {
  readonly kind: 'runs' | 'results';
  readonly rows: number;
  /** Of runs: name of the study and number of the point, else empty and 0. */
  readonly study: readonly string[];
  readonly point: readonly number[];
  /** Name of the arm; else empty. */
  readonly arm: readonly string[];
  readonly armKey: readonly string[];
  readonly world: readonly number[];
  readonly digest: readonly string[];
  readonly engine: readonly string[];
  /** Of runs, by path: numbers, or words of choices; null where that study does not vary it. */
  readonly inputs: ReadonlyMap<string, readonly unknown[]>;
  /** By metric; NaN where there is none. */
  readonly numbers: ReadonlyMap<string, Float64Array>;
  /** What the file says of the studies in it, by their names. Not looked at yet. */
  readonly said: Readonly<Record<string, unknown>>;
}

const metricNames = new Set(metrics.map(({ name }) => name));
const ownNames = new Set<string>(['study', 'point', 'arm', ...originColumns.map(({ name }) => name)]);

/** Throws `Unreadable`. `name`: of the file; those of a store are named by the sha256 of what they hold. */
export async function readTable(name: string, file: ArrayBuffer, most = MOST_NUMBERS): Promise<Table> {
  const metadata = metadataOf(file);
  const rows = Number(metadata.num_rows);
  const names = metadata.schema.slice(1).map((column) => column.name);
  const has = (...wanted: string[]) => wanted.every((column) => names.includes(column));
  const isRuns = has('study', 'point', 'arm');
  if (!has('armKey', 'world', 'digest', 'engine')) throw new Unreadable('notOurs');
  if (rows === 0) throw new Unreadable('noRows');
  const numeric = names.filter((column) => metricNames.has(column));
  const paths = isRuns ? names.filter((column) => !metricNames.has(column) && !ownNames.has(column)) : [];
  if (!(rows > 0) || paths.length > MOST_PATHS) throw new Unreadable('unreadable');
  if (rows * (numeric.length + paths.length + 8) > most) throw new Unreadable('tooLarge');
  if (await isChanged(name, file)) throw new Unreadable('changed');
  const wanted = [
    'armKey',
    'world',
    'digest',
    'engine',
    ...(isRuns ? ['study', 'point', 'arm'] : []),
    ...paths,
  ];
  const numbers = new Map(numeric.map((column) => [column, new Float64Array(rows).fill(Number.NaN)]));
  const others = new Map(wanted.map((column) => [column, new Array<unknown>(rows).fill(null)]));
  try {
    await parquetRead({
      file,
      metadata,
      columns: [...wanted, ...numeric],
      onChunk({ columnName, columnData, rowStart }) {
        const into = numbers.get(columnName);
        const other = others.get(columnName);
        for (let i = 0; i < columnData.length && rowStart + i < rows; i++)
          if (into !== undefined) into[rowStart + i] = asNumber(columnData[i]);
          else if (other !== undefined) other[rowStart + i] = columnData[i] ?? null;
      },
    });
  } catch (error) {
    throw new Unreadable('unreadable', { cause: error });
  }
  const texts = (column: string) => checked(others.get(column) ?? [], isText);
  const wholes = (column: string, most: number) =>
    checked((others.get(column) ?? []).map(asNumber), (value) => isWhole(value, most));
  return {
    kind: isRuns ? 'runs' : 'results',
    rows,
    study: isRuns ? texts('study') : [],
    point: isRuns ? wholes('point', MOST_POINT) : [],
    arm: isRuns ? texts('arm') : [],
    armKey: texts('armKey'),
    world: wholes('world', MAX_WORLDS),
    digest: texts('digest'),
    engine: texts('engine'),
    inputs: new Map(paths.map((path) => [path, others.get(path) ?? []])),
    numbers,
    said: studiesSaid(metadata),
  };
}

function metadataOf(file: ArrayBuffer): FileMetaData {
  try {
    return parquetMetadata(file);
  } catch {
    throw new Unreadable('notParquet');
  }
}

/** Whether a file of a store is not what its name says. Without a digest of the browser's own it is taken as it is. */
async function isChanged(name: string, file: ArrayBuffer): Promise<boolean> {
  const [, digest] = /([0-9a-f]{64})\.parquet$/.exec(name) ?? [];
  if (digest === undefined || globalThis.crypto?.subtle === undefined) return false;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') !== digest;
}

function studiesSaid({ key_value_metadata: pairs }: FileMetaData): Readonly<Record<string, unknown>> {
  const text = pairs?.find(({ key }) => key === 'seedbed')?.value;
  const { studies } = (parsedJson(text ?? '') ?? {}) as { readonly studies?: unknown };
  return typeof studies === 'object' && studies !== null ? (studies as Record<string, unknown>) : {};
}

const MOST_POINT = 1 << 24;
const isText = (value: unknown): value is string => typeof value === 'string';
const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < most;

function checked<T>(values: readonly unknown[], isRight: (value: unknown) => value is T): readonly T[] {
  if (!values.every(isRight)) throw new Unreadable('unreadable');
  return values as readonly T[];
}

export const asNumber = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : Number.NaN;
