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

/** Keep other processes from writing to the folder; gives the function that lets them. A dead process's lock is taken over. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, '.lock');
  const release = () => rmSync(path, { force: true });
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
      process.once('exit', release);
      return () => {
        process.off('exit', release);
        release();
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) {
        throw new FolderError(`${folder} cannot be written: ${systemReason(error)}.`, { cause: error });
      }
      const owner = Number.parseInt(readFileSync(path, 'utf8'), 10);
      if (isAlive(owner)) {
        throw new FolderError(
          `Another run (process ${owner}) is writing to ${folder}. Wait for it, or give another folder with -o.`,
        );
      }
      release();
    }
  }
}

function isAlive(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0 || process_ === process.pid) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A write may take a part only; go on until all is written. */
export function writeFully(handle: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}
