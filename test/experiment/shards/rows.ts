/** Made-up rows, and folders for stores of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { textDigest } from '../../../src/experiment/digest.ts';
import { ResultsStore, type StoreOptions } from '../../../src/experiment/shards/results-store.ts';
import type { Row } from '../../../src/experiment/shards/row.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { numbersFrom } from '../fake.ts';

export function rowOf(arm: number, world: number, change: Partial<Row> = {}): Row {
  const key = `${arm} ${world}`;
  return {
    armKey: textDigest(`arm ${arm}`),
    world,
    digest: textDigest(key),
    outcomes: numbersFrom(key, metrics.length),
    ...change,
  };
}

export const rowsOf = (arms: number, worlds: number): Row[] =>
  Array.from({ length: arms * worlds }, (_, i) => rowOf(Math.floor(i / worlds), i % worlds));

/** A folder of its own for each test file, and stores in it. */
export function storePlace() {
  const root = mkdtempSync(join(tmpdir(), 'seedbed-store-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  let count = 0;
  const folder = () => join(root, `store ${count++}`);
  const said: string[] = [];
  const open = (where: string, options: Partial<StoreOptions> = {}) => {
    said.length = 0;
    const say = (notice: string) => said.push(notice);
    return ResultsStore.open({
      folder: where,
      say,
      seed: 'seed',
      engine: 'engine',
      host: 'here',
      ...options,
    });
  };
  /** Writes rows in files of so many each. */
  const write = async (
    where: string,
    rows: readonly Row[],
    each = 10,
    options: Partial<StoreOptions> = {},
  ) => {
    const store = await open(where, options);
    for (const [i, row] of rows.entries()) {
      store.add(row);
      if (i % each === each - 1) store.flush();
    }
    store.close();
    return where;
  };
  return { root, folder, open, write, said };
}
