import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { systemReason } from '../experiment/folder.ts';
import { CommandFailure, Exit } from './errors.ts';

const MIB = 1 << 20;

/** The text of a file of at most `mostMib` MiB. Says why where there is none: missing, a folder, binary, too large. */
export function readText(path: string, mostMib: number): string {
  return textOf(path, readBytes(path, mostMib));
}

/** The text that bytes of a file are. */
export function textOf(path: string, bytes: Buffer): string {
  const start = bytes.subarray(0, 2);
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) {
    throw unusable(path, 'it is in UTF-16; save it as UTF-8');
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw unusable(path, `it is not a text file (byte ${zero + 1} is 0)`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unusable(path, 'it is not a text file in UTF-8');
  }
}

/** The bytes of such a file. */
export function readBytes(path: string, mostMib: number): Buffer {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    if (fstatSync(handle).isDirectory()) throw unusable(path, 'it is a folder, not a file');
    const pieces: Buffer[] = [];
    for (let left = mostMib * MIB; ; ) {
      const piece = Buffer.allocUnsafe(Math.min(MIB, left + 1));
      const size = readSync(handle, piece);
      if (size === 0) return Buffer.concat(pieces);
      left -= size;
      if (left < 0) throw unusable(path, `it is larger than ${mostMib} MiB`);
      pieces.push(piece.subarray(0, size));
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw unusable(path, systemReason(error), error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function unusable(path: string, why: string, cause?: unknown): CommandFailure {
  return new CommandFailure(Exit.invalid, `${path}:1:1 cannot be read: ${why}`, { cause });
}
