/**
 * Sweeps that this browser keeps (IndexedDB): what was asked, and every finished result by the code that made it, the key
 * of its arm and its world. So a page that was closed goes on where it was, and results that two sweeps share run once.
 * A browser that keeps nothing is no fault: the page then works as long as it is open.
 */
import type { Row } from '../../../src/experiment/shards/row.ts';
import type { Text } from '../../../src/scenario/scenario.ts';
import { engineFingerprint } from '../../../src/version.ts';
import type { Doc } from '../../app/workspace.ts';
import type { Setup } from './setup.ts';

export interface KeptSweep {
  readonly id: string;
  readonly engine: string;
  readonly doc: Doc;
  readonly setup: Setup;
  readonly title: Text;
  readonly armKeys: readonly string[];
  readonly worlds: number;
  readonly needed: number;
  /** By somebody who did not mean to go on. */
  readonly isStopped: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Older ones are dropped, with what they alone have. */
const MOST_SWEEPS = 6;

let opening: Promise<IDBDatabase | null> | undefined;

function database(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('seedbed-sweeps', 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('sweeps', { keyPath: 'id' });
        request.result.createObjectStore('results');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });

/** Does something with the database; `otherwise` where there is none or it refuses. */
async function attempt<T>(otherwise: T, work: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const db = await database();
  if (db === null) return otherwise;
  try {
    return await work(db);
  } catch {
    return otherwise;
  }
}

/** The first worlds of an arm, as keys of results. */
const worldsOf = (engine: string, armKey: string, worlds: number): IDBKeyRange =>
  IDBKeyRange.bound([engine, armKey, 0], [engine, armKey, worlds - 1]);

/** False where nothing is kept: no room, or not allowed. */
export const keepRows = (rows: readonly Row[]): Promise<boolean> =>
  attempt(false, async (db) => {
    const transaction = db.transaction('results', 'readwrite', { durability: 'relaxed' });
    const store = transaction.objectStore('results');
    for (const row of rows) store.put(row, [engineFingerprint, row.armKey, row.world]);
    await done(transaction);
    return true;
  });

/** Results of some arms in their first worlds. */
export const keptRows = (armKeys: readonly string[], worlds: number): Promise<Row[]> =>
  attempt<Row[]>([], async (db) => {
    const store = db.transaction('results').objectStore('results');
    const found = await Promise.all(
      armKeys.map((key) => answer<Row[]>(store.getAll(worldsOf(engineFingerprint, key, worlds)))),
    );
    return found.flat();
  });

/** Those of this code, the latest first. */
export const keptSweeps = (): Promise<KeptSweep[]> =>
  attempt<KeptSweep[]>([], async (db) => {
    const all = await answer<KeptSweep[]>(db.transaction('sweeps').objectStore('sweeps').getAll());
    return all.filter(({ engine }) => engine === engineFingerprint).sort((a, b) => b.at - a.at);
  });

/** The latest sweep that was left before it was done, and how much of it is kept; null where there is none. */
export const leftSweep = (): Promise<{ readonly sweep: KeptSweep; readonly done: number } | null> =>
  attempt(null, async (db) => {
    for (const sweep of await keptSweeps()) {
      if (sweep.isStopped) continue;
      const results = db.transaction('results').objectStore('results');
      const counts = await Promise.all(
        sweep.armKeys.map((key) => answer(results.count(worldsOf(sweep.engine, key, sweep.worlds)))),
      );
      const done = counts.reduce((sum, count) => sum + count, 0);
      if (done < sweep.needed) return { sweep, done };
    }
    return null;
  });

export const keepSweep = (sweep: Omit<KeptSweep, 'engine' | 'at'>): Promise<boolean> =>
  attempt(false, async (db) => {
    const transaction = db.transaction('sweeps', 'readwrite');
    transaction.objectStore('sweeps').put({ ...sweep, engine: engineFingerprint, at: Date.now() });
    await done(transaction);
    const all = await answer<KeptSweep[]>(db.transaction('sweeps').objectStore('sweeps').getAll());
    const old = all.sort((a, b) => b.at - a.at).slice(MOST_SWEEPS);
    for (const { id } of old) await dropSweep(id);
    return true;
  });

/** With the results that no other sweep has. */
export const dropSweep = (id: string): Promise<void> =>
  attempt(undefined, async (db) => {
    const all = await answer<KeptSweep[]>(db.transaction('sweeps').objectStore('sweeps').getAll());
    const gone = all.find((sweep) => sweep.id === id);
    if (gone === undefined) return;
    const others = new Set(all.filter((sweep) => sweep !== gone).flatMap(({ armKeys }) => armKeys));
    const transaction = db.transaction(['sweeps', 'results'], 'readwrite');
    transaction.objectStore('sweeps').delete(id);
    const results = transaction.objectStore('results');
    for (const key of gone.armKeys)
      if (!others.has(key)) results.delete(worldsOf(gone.engine, key, gone.worlds));
    await done(transaction);
  });
