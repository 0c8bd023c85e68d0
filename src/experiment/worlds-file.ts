/** A file of worlds on a disk, read line by line: it may be longer than the longest string. Node only. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { FinishedWorld } from './executor.ts';
import { type LineShape, readWorldLine } from './world-lines.ts';

export interface WorldsFile {
  /** Its first line, with its line feed; null where there is none. */
  readonly head: string | null;
  readonly finished: readonly FinishedWorld[];
  /** Lines that are cut, damaged or of another shape. */
  readonly damaged: number;
}

/** The worlds of a file whose lines are whole. */
export function readWorldsFile(path: string, shape: LineShape): WorldsFile {
  const finished: FinishedWorld[] = [];
  let head: string | null = null;
  let damaged = 0;
  let place = 0;
  for (const { line, ended } of existsSync(path) ? readLines(path) : []) {
    if (place++ === 0) {
      head = ended ? `${line}\n` : null;
      continue;
    }
    const world = ended ? readWorldLine(line, shape) : undefined;
    if (world === undefined) damaged++;
    else finished.push(world);
  }
  return { head, finished, damaged };
}

/** `ended`: with its line feed. */
export function* readLines(path: string): Generator<{ line: string; ended: boolean }> {
  const handle = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(1 << 20);
    let rest = Buffer.alloc(0);
    for (let size = readSync(handle, piece); size > 0; size = readSync(handle, piece)) {
      rest = Buffer.concat([rest, piece.subarray(0, size)]);
      let start = 0;
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
        yield { line: rest.toString('utf8', start, end), ended: true };
        start = end + 1;
      }
      rest = rest.subarray(start);
    }
    if (rest.length > 0) yield { line: rest.toString('utf8'), ended: false };
  } finally {
    closeSync(handle);
  }
}
