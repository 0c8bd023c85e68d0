/** The results that a page has: for every arm, by its key, what it came to in each world. */
import type { Row } from '../../../src/experiment/shards/row.ts';

export class Rows {
  private readonly arms = new Map<string, Row[]>();

  has(armKey: string, world: number): boolean {
    return this.arms.get(armKey)?.[world] !== undefined;
  }

  /** True where it is new. */
  add(row: Row): boolean {
    const worlds = this.arms.get(row.armKey) ?? [];
    this.arms.set(row.armKey, worlds);
    const isNew = worlds[row.world] === undefined;
    worlds[row.world] = row;
    return isNew;
  }

  get(armKey: string, world: number): Row | undefined {
    return this.arms.get(armKey)?.[world];
  }

  /** What an arm came to in worlds 0, 1, 2 ... in one metric; null unless all of these worlds are there. */
  outcomes(armKey: string, worlds: number, metric: number): Float64Array | null {
    const own = this.arms.get(armKey);
    const found = new Float64Array(worlds);
    for (let world = 0; world < worlds; world++) {
      const row = own?.[world];
      if (row === undefined) return null;
      found[world] = row.outcomes[metric];
    }
    return found;
  }
}

/** How many results points ask for, and how many of them are there. */
export function countRows(
  points: readonly { readonly armKeys: readonly string[] }[],
  worlds: number,
  rows: Rows,
): { readonly needed: number; readonly there: number } {
  const arms = new Set(points.flatMap(({ armKeys }) => armKeys));
  let there = 0;
  for (const armKey of arms)
    for (let world = 0; world < worlds; world++) if (rows.has(armKey, world)) there++;
  return { needed: arms.size * worlds, there };
}
