/**
 * Reads the bytes of a file of results, column by column. A file may come from anywhere: what it says is looked at before it
 * is believed. Runs in Node and in browsers.
 */
import { type FileMetaData, parquetMetadata, parquetRead } from 'hyparquet';
import { MAX_WORLDS } from '../../scenario/fields.ts';
import { parsedJson } from '../sealed-line.ts';
import { type ColumnKind, RESULTS_SCHEMA } from './columns.ts';

/** A file that is no file of results, whatever its name. */
export class NotAShard extends Error {
  override readonly name = 'NotAShard';
}

/** Rows that a file may say to have; more would be no file of ours. */
const MOST_ROWS = 1 << 20;

export interface Shard {
  readonly rows: number;
  /** Names of the columns, in the order of the file. */
  readonly names: readonly string[];
  /** What each holds; null for what no file of ours has. */
  readonly kinds: readonly (ColumnKind | null)[];
  /** The values of some columns, by name; null throughout for one that the file has not. */
  read<Name extends string>(names: readonly Name[]): Promise<Record<Name, readonly unknown[]>>;
}

/** Looks at a file; throws `NotAShard` for what is none. */
export function openShard(bytes: Uint8Array): Shard {
  // hyparquet wants a buffer that begins and ends with the file.
  const isAlone = bytes.byteLength === bytes.buffer.byteLength;
  const file = (isAlone ? bytes.buffer : Uint8Array.from(bytes).buffer) as ArrayBuffer;
  const metadata = metadataOf(file);
  const rows = Number(metadata.num_rows);
  const names = metadata.schema.slice(1).map(({ name }) => name);
  const said = metadata.key_value_metadata?.find(({ key }) => key === 'seedbed')?.value;
  const { schema } = (parsedJson(said ?? '') ?? {}) as { schema?: unknown };
  if (schema !== RESULTS_SCHEMA) throw new NotAShard('it is not a file of Seedbed results');
  if (!(rows >= 0 && rows <= MOST_ROWS)) throw new NotAShard(`it says to have ${rows} rows`);
  const lacking = placeColumns.find((name) => !names.includes(name));
  if (lacking !== undefined) throw new NotAShard(`it lacks the column ${lacking}`);
  const kinds = metadata.schema.slice(1).map(({ type }) => (type && kindOf[type]) ?? null);
  return { rows, names, kinds, read: (wanted) => readColumns(file, metadata, names, wanted) };
}

const kindOf: Readonly<Record<string, ColumnKind>> = {
  BYTE_ARRAY: 'text',
  INT32: 'whole number',
  DOUBLE: 'number',
};

function metadataOf(file: ArrayBuffer): FileMetaData {
  try {
    return parquetMetadata(file);
  } catch (error) {
    throw new NotAShard('it is not a Parquet file', { cause: error });
  }
}

async function readColumns<Name extends string>(
  file: ArrayBuffer,
  metadata: FileMetaData,
  names: readonly string[],
  wanted: readonly Name[],
): Promise<Record<Name, readonly unknown[]>> {
  const rows = Number(metadata.num_rows);
  const found: Record<string, unknown[]> = {};
  for (const name of wanted) found[name] = new Array<unknown>(rows).fill(null);
  try {
    await parquetRead({
      file,
      metadata,
      columns: wanted.filter((name) => names.includes(name)),
      onChunk({ columnName, columnData, rowStart }) {
        for (let i = 0; i < columnData.length; i++) found[columnName][rowStart + i] = columnData[i] ?? null;
      },
    });
  } catch (error) {
    throw new NotAShard('it cannot be read', { cause: error });
  }
  return found as Record<Name, readonly unknown[]>;
}

/** Without these a row has no place. */
const placeColumns = ['armKey', 'world', 'digest', 'engine'] as const;

/** Where the rows of a file belong, as far as each row says it in a form that can be true. */
export interface Place {
  readonly armKey: string;
  readonly world: number;
  readonly digest: string;
  readonly engine: string;
  readonly host: string;
}

const hex = /^[0-9a-f]{64}$/;

/** Key, digest and origin of every row. Throws `NotAShard` when one of them is not of their form. */
export async function placesIn(shard: Shard): Promise<Place[]> {
  const read = await shard.read([...placeColumns, 'host']);
  return Array.from({ length: shard.rows }, (_, i) => {
    const [armKey, world, digest] = [read.armKey[i], read.world[i], read.digest[i]];
    const engine = String(read.engine[i]);
    if (typeof armKey !== 'string' || typeof digest !== 'string' || !hex.test(armKey) || !hex.test(digest))
      throw new NotAShard(`its row ${i + 1} has no key or no digest`);
    if (typeof world !== 'number' || !(Number.isInteger(world) && world >= 0 && world < MAX_WORLDS))
      throw new NotAShard(`its row ${i + 1} has no world`);
    return { armKey, world, digest, engine, host: String(read.host[i]) };
  });
}
