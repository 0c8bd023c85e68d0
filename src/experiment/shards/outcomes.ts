/** Some metrics of some arms, read from the files of a store one after the other: 8 bytes a number. Node only. */
import { scanShards } from './scan.ts';

export interface Wanted {
  readonly engine: string;
  readonly armKeys: ReadonlySet<string>;
  /** 0 .. worlds - 1. */
  readonly worlds: number;
  readonly metrics: readonly string[];
}

/** By key of the arm, then in the order of `metrics`: a number for every world, NaN where there is none. */
export async function readOutcomes(
  folder: string,
  { engine, armKeys, worlds, metrics }: Wanted,
): Promise<Map<string, readonly Float64Array[]>> {
  const found = new Map<string, readonly Float64Array[]>();
  for (const armKey of armKeys)
    found.set(
      armKey,
      metrics.map(() => new Float64Array(worlds).fill(Number.NaN)),
    );
  for await (const { shard, places } of scanShards(folder, { onDamaged: () => {} })) {
    if (!places.some((place) => place.engine === engine && armKeys.has(place.armKey))) continue;
    const read = await shard.read(metrics);
    for (const [row, place] of places.entries()) {
      const numbers = place.engine === engine ? found.get(place.armKey) : undefined;
      if (numbers === undefined || place.world >= worlds) continue;
      for (const [m, name] of metrics.entries()) {
        const value = read[name][row];
        if (typeof value === 'number') numbers[m][place.world] = value;
      }
    }
  }
  return found;
}
