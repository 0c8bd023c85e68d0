/**
 * Files that somebody hands over as results, told apart by what stands in them, whatever they are called. Nothing of a
 * file is believed here but its lines; a file may be anything at all. Runs in Node and in browsers.
 */
import { parsedJson } from './sealed-line.ts';

/** A file to be looked at. A browser's `File` is one. */
export interface StoredFile {
  readonly name: string;
  /** In bytes, where it is known beforehand. */
  readonly size?: number;
  text(): Promise<string>;
  /** Read bit by bit where there is a way to: results of `run` can be longer than the longest string. */
  stream?(): ReadableStream<Uint8Array>;
}

export const limits = {
  files: 200,
  /** Of all files together. */
  mib: 1024,
  /** Characters of a line, and of a file that is one JSON value. */
  line: 1 << 25,
  json: 1 << 28,
} as const;

/** What a file says that it is: `seedbed/worlds@1` is format 1 of worlds. */
export interface Recognized {
  readonly file: StoredFile;
  readonly kind: 'worlds' | 'compare' | 'run' | 'folder' | 'something else';
  readonly format: number;
  /** All its lines, to be read once. */
  readonly lines: AsyncGenerator<Line>;
  /** Lets go of the file, read or not. */
  close(): Promise<void>;
}

export interface Line {
  readonly line: string;
  /** With its line feed. */
  readonly ended: boolean;
}

/** Thrown for what has a line or a value that is longer than anything of ours. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

const label = /^\s*\{\s*"schema"\s*:\s*"seedbed\/(worlds|compare|run|folder)@(\d{1,6})"/;
const MOST_OPENING = 2000;

/** Looks at the opening of a file. */
export async function recognize(file: StoredFile): Promise<Recognized> {
  const rest = linesOf(file);
  const opening: Line[] = [];
  let text = '';
  while (text.length < MOST_OPENING && !label.test(text)) {
    const { value, done } = await rest.next();
    if (done === true) break;
    opening.push(value);
    text += `${value.line}\n`;
  }
  const lines = chained(opening, rest);
  const close = async () => {
    await lines.return(undefined);
    await rest.return(undefined);
  };
  const found = label.exec(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (found === null) return { file, kind: 'something else', format: 0, lines, close };
  return {
    file,
    kind: found[1] as Exclude<Recognized['kind'], 'something else'>,
    format: Number(found[2]),
    lines,
    close,
  };
}

async function* chained(opening: readonly Line[], rest: AsyncGenerator<Line>): AsyncGenerator<Line> {
  yield* opening;
  yield* rest;
}

/** The one JSON value of a file; undefined where it is none. */
export async function jsonOf(lines: AsyncIterable<Line>): Promise<unknown> {
  const texts: string[] = [];
  let length = 0;
  for await (const { line } of lines) {
    texts.push(line);
    length += line.length + 1;
    if (length > limits.json) throw new TooLarge();
  }
  return parsedJson(texts.join('\n'));
}

async function* linesOf(file: StoredFile): AsyncGenerator<Line> {
  let begun: string[] = [];
  let length = 0;
  for await (const piece of piecesOf(file)) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      yield { line: begun.join('') + piece.slice(start, end), ended: true };
      begun = [];
      length = 0;
      start = end + 1;
    }
    begun.push(piece.slice(start));
    length += piece.length - start;
    if (length > limits.line) throw new TooLarge();
  }
  const line = begun.join('');
  if (line !== '') yield { line, ended: false };
}

async function* piecesOf(file: StoredFile): AsyncGenerator<string> {
  if (file.stream === undefined) {
    yield await file.text();
    return;
  }
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    await reader.cancel();
  }
}
