/**
 * Reads all files of results of a store, one at a time: each is held against its name first. What is damaged is told and
 * left out. Node only.
 */
import { SameInputsTwoResults } from './contradiction.ts';
import { filesOf, readWhole } from './folder-files.ts';
import { ResultIndex } from './result-index.ts';
import { NotAShard, openShard, type Place, placesIn, type Shard } from './shard-read.ts';

export interface ScannedShard {
  /** Below the folder. */
  readonly path: string;
  readonly bytes: number;
  readonly shard: Shard;
  readonly places: readonly Place[];
}

export interface ScanOptions {
  /** Told of every file that cannot be used, and why. */
  readonly onDamaged: (path: string, why: string) => void;
}

/** Every file of results that is whole. */
export async function* scanShards(folder: string, { onDamaged }: ScanOptions): AsyncGenerator<ScannedShard> {
  for (const path of filesOf(folder, 'shards')) {
    const bytes = readWhole(folder, path);
    if (bytes === undefined) {
      onDamaged(path, 'it is not what was written');
      continue;
    }
    try {
      const shard = openShard(bytes);
      yield { path, bytes: bytes.byteLength, shard, places: await placesIn(shard) };
    } catch (error) {
      if (!(error instanceof NotAShard)) throw error;
      onDamaged(path, error.message);
    }
  }
}

/** What a store holds, by engine. */
export type Indexes = Map<string, ResultIndex>;

/** Takes the rows of a file into the indexes; places of those that are new. Throws when one contradicts an earlier one. */
export async function takeIn(
  indexes: Indexes,
  folder: string,
  { path, places }: Pick<ScannedShard, 'path' | 'places'>,
): Promise<number[]> {
  const fresh: number[] = [];
  for (const [row, place] of places.entries()) {
    const { engine, armKey, world, digest } = place;
    const index = indexes.get(engine) ?? new ResultIndex();
    indexes.set(engine, index);
    const taken = index.add(armKey, world, digest);
    if (taken === 'different') throw await contradiction(folder, place, path);
    if (taken === 'new') fresh.push(row);
  }
  return fresh;
}

/** Finds the other result too, and names both. */
async function contradiction(folder: string, place: Place, path: string): Promise<SameInputsTwoResults> {
  const { armKey, world, engine } = place;
  const sources = [{ ...place, path }];
  for await (const { path: other, places } of scanShards(folder, { onDamaged: () => {} })) {
    const earlier = places.find(
      (one) => one.armKey === armKey && one.world === world && one.engine === engine,
    );
    if (earlier !== undefined && earlier.digest !== place.digest) {
      sources.unshift({ ...earlier, path: other });
      break;
    }
  }
  return new SameInputsTwoResults(armKey, world, sources);
}
