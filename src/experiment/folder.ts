import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Something about a folder of results that the user can put right. The message is one plain sentence or two. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'it is on a read-only disk',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links go round in a circle',
  EFBIG: 'files may not grow that large here',
  EIO: 'the disk has a fault',
};

/** Why the system refused, in words. */
export function systemReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
}

/** Write under a name of its own, then rename: readers see the old file or the new one, never a part. */
export function writeWhole(path: string, pieces: Iterable<string>): void {
  const temporary = `${path}.tmp-${process.pid}`;
  try {
    const handle = openSync(temporary, 'w');
    try {
      for (const piece of pieces) writeFully(handle, piece);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new FolderError(`${path} cannot be written: ${systemReason(error)}.`, { cause: error });
  }
}

/**
 * Keep other processes from writing to the folder; gives the function that lets them. The lock of a dead process is taken
 * over, and `say` told so.
 */
export function lockFolder(folder: string, say: (notice: string) => void = () => {}): () => void {
  const path = join(folder, '.lock');
  const release = () => rmSync(path, { force: true });
  const own = `${process.pid}\n${hostname()}\n${startOf(process.pid)}\n`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, own, { flag: 'wx' });
      process.once('exit', release);
      return () => {
        process.off('exit', release);
        release();
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) {
        throw new FolderError(`${folder} cannot be written: ${systemReason(error)}.`, { cause: error });
      }
      const [process_ = '', host = '', start = ''] = readFileSync(path, 'utf8').split('\n');
      refuseLiving(folder, { owner: Number.parseInt(process_, 10), host, start });
      say(
        `${folder} was locked by a run that is gone (process ${process_ || 'unknown'}): the lock is taken over.`,
      );
      release();
    }
  }
}

interface Lock {
  readonly owner: number;
  readonly host: string;
  readonly start: string;
}

function refuseLiving(folder: string, { owner, host, start }: Lock): void {
  if (host !== '' && host !== hostname())
    throw new FolderError(
      `A run on the machine ${host} (process ${owner}) is writing to ${folder}, or was cut off there. If it is gone, remove ${join(folder, '.lock')}.`,
    );
  if (isAlive(owner, start))
    throw new FolderError(
      `Another run (process ${owner}) is writing to ${folder}. Wait for it, or give another folder with -o.`,
    );
}

/** Whether a process lives, and is the one that began then: numbers of processes are used again. */
function isAlive(process_: number, start: string): boolean {
  if (!Number.isInteger(process_) || process_ <= 0 || process_ === process.pid) return false;
  try {
    process.kill(process_, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(process_);
  return start === '' || now === '' || start === now;
}

/** When a process began, in the system's own count; empty where the system does not tell. */
function startOf(process_: number): string {
  try {
    const stat = readFileSync(`/proc/${process_}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** A write may take a part only; go on until all is written. */
export function writeFully(handle: number, what: string | Uint8Array): void {
  const bytes = typeof what === 'string' ? Buffer.from(what) : what;
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}
