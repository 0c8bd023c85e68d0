/**
 * The files of a store on a disk. Each is named by the sha256 of what it holds, so a file is either whole or known to be damaged,
 * and two stores are merged by copying one over the other. Node only.
 *
 *   DIR/shards/<2 hex>/<sha256>.parquet   results
 *   DIR/studies/<sha256>.json             what was asked: scenario, design, points and the arms of each
 *   DIR/dictionary.json                   what every file, column and metric means
 *   DIR/results.duckdb                    index for SQL, made from the others whenever it is missing or old
 *   DIR/quarantine/                       files that were found damaged
 *   DIR/.lock                             process that is writing, while it writes
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FolderError, systemReason, writeFully } from '../folder.ts';

export const DICTIONARY = 'dictionary.json';
const TEMPORARY = '.tmp-';

export type Kind = 'shards' | 'studies';

const named = { shards: /^[0-9a-f]{64}\.parquet$/, studies: /^[0-9a-f]{64}\.json$/ } as const;

/** The files of a kind that are there, as paths below the folder, sorted. */
export function filesOf(folder: string, kind: Kind): string[] {
  const root = join(folder, kind);
  if (!existsSync(root)) return [];
  const found = attempt(root, 'read', () => readdirSync(root, { recursive: true, encoding: 'utf8' }));
  return found
    .filter((path) => named[kind].test(basename(path)))
    .map((path) => join(kind, path))
    .sort();
}

/** What a file holds, if that is what its name says; else undefined. */
export function readWhole(folder: string, path: string): Uint8Array | undefined {
  const bytes = attempt(join(folder, path), 'read', () => readFileSync(join(folder, path)));
  return bytesDigest(bytes) === digestIn(path) ? bytes : undefined;
}

/** sha256 in hex; the machine's own, since stores are large. */
const bytesDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The digest that a file is named by. */
export const digestIn = (path: string): string => basename(path).split('.')[0];

/**
 * Writes a file under the name of its contents; gives its path below the folder. Under a name of its own first, brought to the
 * disk, then renamed, so that nobody ever sees a part of it.
 */
export function writeNamed(folder: string, kind: Kind, bytes: Uint8Array): string {
  const digest = bytesDigest(bytes);
  const path =
    kind === 'shards' ? join(kind, digest.slice(0, 2), `${digest}.parquet`) : join(kind, `${digest}.json`);
  const place = join(folder, path);
  if (existsSync(place)) return path;
  attempt(place, 'written', () => {
    const within = dirname(place);
    mkdirSync(within, { recursive: true });
    const temporary = join(folder, kind, `${TEMPORARY}${process.pid}-${randomBytes(6).toString('hex')}`);
    try {
      writeSynced(temporary, bytes);
      renameSync(temporary, place);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(within);
  });
  return path;
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx');
  try {
    writeFully(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Brings a folder's list of files to the disk; some systems have no such thing for folders. */
function syncFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EINVAL' && code !== 'EACCES') throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Puts a damaged file out of the way, where somebody can look at it. */
export function quarantine(folder: string, path: string): void {
  const away = join(folder, 'quarantine');
  attempt(away, 'written', () => {
    mkdirSync(away, { recursive: true });
    renameSync(join(folder, path), join(away, basename(path)));
  });
}

export function removeFile(folder: string, path: string): void {
  attempt(join(folder, path), 'removed', () => rmSync(join(folder, path), { force: true }));
}

/** Removes what runs that were cut off have left half written; how many files. The caller holds the lock. */
export function removeHalfWritten(folder: string): number {
  let removed = 0;
  for (const within of [folder, join(folder, 'shards'), join(folder, 'studies')]) {
    if (!existsSync(within)) continue;
    for (const name of readdirSync(within)) {
      if (!name.includes(TEMPORARY)) continue;
      removeFile(within, name);
      removed++;
    }
  }
  return removed;
}

/** Does something with a file; says what could not be done, and why. */
export function attempt<T>(path: string, done: 'read' | 'written' | 'removed', work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FolderError) throw error;
    throw new FolderError(`${path} cannot be ${done}: ${systemReason(error)}.`, { cause: error });
  }
}
