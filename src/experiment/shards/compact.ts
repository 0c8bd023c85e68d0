/**
 * Many small files of results made into few larger ones. The larger one is on the disk before the small ones go, so that a run
 * that is cut off leaves at worst some rows twice, which readers take once. Node only.
 */
import { filesOf, removeFile, writeNamed } from './folder-files.ts';
import { type Indexes, type ScannedShard, scanShards, takeIn } from './scan.ts';
import { type ColumnValues, parquetBytes } from './shard-bytes.ts';

/** Rows of a larger file; files of half as many stay as they are. */
const FULL = 1 << 14;

interface Batch {
  readonly columns: readonly {
    readonly name: string;
    readonly kind: ColumnValues['kind'];
    readonly values: unknown[];
  }[];
  rows: number;
  /** Files that the rows come from. */
  readonly paths: string[];
}

/** Makes small files into larger ones; how many files there were and are. The caller holds the lock. */
export async function compact(
  folder: string,
  onDamaged: (path: string, why: string) => void,
): Promise<{ before: number; after: number }> {
  const before = filesOf(folder, 'shards').length;
  const indexes: Indexes = new Map();
  const batches = new Map<string, Batch>();
  for await (const scanned of scanShards(folder, { onDamaged })) {
    const fresh = await takeIn(indexes, folder, scanned);
    if (scanned.shard.rows >= FULL / 2 || scanned.shard.kinds.includes(null)) continue;
    const form = JSON.stringify([scanned.shard.names, scanned.shard.kinds]);
    const batch = batches.get(form) ?? emptyBatch(scanned);
    batches.set(form, batch);
    await pour(scanned, fresh, batch);
    if (batch.rows >= FULL) {
      write(folder, batch);
      batches.delete(form);
    }
  }
  for (const batch of batches.values()) if (batch.paths.length > 1) write(folder, batch);
  return { before, after: filesOf(folder, 'shards').length };
}

const emptyBatch = ({ shard }: ScannedShard): Batch => ({
  columns: shard.names.map((name, i) => ({ name, kind: shard.kinds[i] ?? 'number', values: [] })),
  rows: 0,
  paths: [],
});

async function pour({ path, shard }: ScannedShard, rows: readonly number[], batch: Batch): Promise<void> {
  const read = await shard.read(shard.names);
  for (const { name, values } of batch.columns) for (const row of rows) values.push(read[name][row]);
  batch.rows += rows.length;
  batch.paths.push(path);
}

function write(folder: string, { columns, paths, rows }: Batch): void {
  const written =
    rows === 0 ? undefined : writeNamed(folder, 'shards', parquetBytes(columns as readonly ColumnValues[]));
  for (const path of paths) if (path !== written) removeFile(folder, path);
}
