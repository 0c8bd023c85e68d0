/**
 * A store of results, open for writing: what is there, and a place for what comes. One process at a time writes to a
 * folder. Finished results are written together, at the latest after a second. Node only; files: `folder-files.ts`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { engineFingerprint, resultsVersion, version } from '../../version.ts';
import { FolderError, lockFolder, writeWhole } from '../folder.ts';
import { SameInputsTwoResults } from './contradiction.ts';
import { DICTIONARY_SCHEMA, dictionaryText } from './dictionary.ts';
import { attempt, DICTIONARY, quarantine, removeHalfWritten, writeNamed } from './folder-files.ts';
import { ResultIndex } from './result-index.ts';
import type { Row } from './row.ts';
import { type Indexes, scanShards, takeIn } from './scan.ts';
import { shardBytes } from './shard-bytes.ts';

export interface StoreOptions {
  readonly folder: string;
  /** Told what the user should know. */
  readonly say: (notice: string) => void;
  readonly seed: string;
  /** Code that makes the results; only its own are taken up. */
  readonly engine?: string;
  readonly host?: string;
}

/** Results wait for company at most this long [ms], and at most this many. */
const LONGEST_WAIT = 1000;
const MOST_WAITING = 256;

export class ResultsStore {
  readonly folder: string;
  readonly engine: string;
  /** Results of this engine. */
  readonly index: ResultIndex;
  private readonly options: StoreOptions;
  private readonly unlock: () => void;
  private waiting: Row[] = [];
  private timer: NodeJS.Timeout | undefined;
  /** Of the timer, thrown at the next call. */
  private failure: unknown;

  private constructor(options: StoreOptions, indexes: Indexes, unlock: () => void) {
    this.options = options;
    this.folder = options.folder;
    this.engine = options.engine ?? engineFingerprint;
    this.index = indexes.get(this.engine) ?? new ResultIndex();
    this.unlock = unlock;
  }

  /** Opens or makes a store. Throws a `FolderError` when it is something else, is in use or cannot be written. */
  static async open(options: StoreOptions): Promise<ResultsStore> {
    const { folder, say } = options;
    claimFolder(folder);
    const unlock = lockFolder(folder, say);
    try {
      tidy(folder, say);
      return new ResultsStore(options, await readAll(folder, say), unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** Takes a result that was just made; it is on the disk at the latest after a second. */
  add(row: Row): void {
    this.check();
    const taken = this.index.add(row.armKey, row.world, row.digest);
    if (taken === 'different') throw this.contradiction(row);
    if (taken === 'same') return;
    this.waiting.push(row);
    if (this.waiting.length >= MOST_WAITING) this.flush();
    else this.timer ??= setTimeout(() => this.flushLater(), LONGEST_WAIT);
  }

  /** Brings all that waits to the disk. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.check();
    if (this.waiting.length === 0) return;
    const { seed, host = hostname() } = this.options;
    const origin = { seed, resultsVersion, version, engine: this.engine, host };
    writeNamed(this.folder, 'shards', shardBytes(this.waiting, origin));
    this.waiting = [];
  }

  /** Keeps what was asked; gives the digest that names it. */
  keepStudy(text: string): string {
    const path = writeNamed(this.folder, 'studies', new TextEncoder().encode(text));
    return path.slice('studies/'.length, -'.json'.length);
  }

  close(): void {
    try {
      this.flush();
    } finally {
      clearTimeout(this.timer);
      this.unlock();
    }
  }

  private flushLater(): void {
    try {
      this.flush();
    } catch (error) {
      this.failure = error;
    }
  }

  private check(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  private contradiction({ armKey, world, digest }: Row): SameInputsTwoResults {
    const { host = hostname() } = this.options;
    const earlier = this.index.digest(armKey, world) ?? '';
    return new SameInputsTwoResults(armKey, world, [
      { host: 'an earlier run', digest: earlier, path: this.folder },
      { host, digest, path: 'just now' },
    ]);
  }
}

/** Makes the folder; refuses one that is something else. */
function claimFolder(folder: string): void {
  attempt(folder, 'written', () => mkdirSync(folder, { recursive: true }));
  const there = attempt(folder, 'read', () => readdirSync(folder)).filter((name) => name !== '.lock');
  const known = isStore(folder) || there.every((name) => /\.tmp-/.test(name));
  if (!known)
    throw new FolderError(
      `${folder} is no store of results (it has ${there.slice(0, 3).join(', ')}); it is not touched. Give another folder with -o.`,
    );
}

/** Whether a folder is a store of results: by its dictionary, or by files of results that were copied there. */
export function isStore(folder: string): boolean {
  const path = join(folder, DICTIONARY);
  if (!existsSync(path)) return existsSync(join(folder, 'shards'));
  return attempt(path, 'read', () => readFileSync(path, 'utf8')).includes(DICTIONARY_SCHEMA);
}

function tidy(folder: string, say: (notice: string) => void): void {
  const path = join(folder, DICTIONARY);
  const text = dictionaryText();
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeWhole(path, [text]);
  const removed = removeHalfWritten(folder);
  if (removed > 0)
    say(
      `${folder}: ${removed} half-written ${removed === 1 ? 'file' : 'files'} of a run that was cut off removed.`,
    );
}

async function readAll(folder: string, say: (notice: string) => void): Promise<Indexes> {
  const indexes: Indexes = new Map();
  const onDamaged = (path: string, why: string): void => {
    quarantine(folder, path);
    say(`${join(folder, path)}: ${why}. It is put into quarantine; its results run again.`);
  };
  for await (const scanned of scanShards(folder, { onDamaged })) await takeIn(indexes, folder, scanned);
  return indexes;
}

/** What a store has of an engine, without a lock and without touching anything. */
export async function readIndex(folder: string, engine: string): Promise<ResultIndex> {
  const indexes: Indexes = new Map();
  for await (const scanned of scanShards(folder, { onDamaged: () => {} }))
    await takeIn(indexes, folder, scanned);
  return indexes.get(engine) ?? new ResultIndex();
}
