/**
 * Network files: who could know whom, as others write it. Text in, ties out; no files are touched, so the page reads
 * networks the same way.
 *
 *   plain     `a b` on a line, spaces or tabs between, # or % begins a comment
 *   CSV, TSV  a first line that names the columns; two of them named source and target, or from and to, or else the
 *             first two columns
 *   GraphML, GEXF
 *
 * Ties have no direction. People are numbered in order of first appearance; their names may be any text. Everything
 * wrong with a file is said at once, each with its place.
 */
import { NetworkDraft } from './edge-list-draft.ts';
import { NetworkFileError, Problems } from './edge-list-problems.ts';
import { readRows } from './edge-list-rows.ts';
import { readXml } from './edge-list-xml.ts';
import type { Ties } from './ties.ts';

export { NetworkFileError, type NetworkProblem } from './edge-list-problems.ts';

/** What a file may hold. */
export interface NetworkLimits {
  readonly ties: number;
  readonly people: number;
}

export const networkLimits: NetworkLimits = { ties: 20_000_000, people: 5_000_000 };

export interface NetworkFile {
  readonly ties: Ties;
  /** The file's name for each person. */
  readonly names: readonly string[];
  /** What was left out, in words. */
  readonly notes: readonly string[];
}

/** The network in a file's text, or a NetworkFileError. The file's name tells the format where the text does not. */
export function readNetwork(
  text: string,
  fileName: string,
  limits: NetworkLimits = networkLimits,
): NetworkFile {
  const problems = new Problems();
  const draft = new NetworkDraft(limits);
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  if (isUtf16(text)) problems.add(1, 1, 'the file is in UTF-16; save it as UTF-8');
  else if (/^\s*$/.test(text.slice(start))) problems.add(1, 1, 'the file is empty');
  else if (/^\s*</.test(text.slice(start, start + 1000)) || /\.(graphml|gexf|xml)$/i.test(fileName))
    readXml(text, start, draft, problems);
  else readRows(text, start, extensionOf(fileName), draft, problems);
  if (problems.count === 0 && draft.people === 0) problems.add(1, 1, 'there are no people in the file');
  if (problems.count > 0) throw new NetworkFileError(fileName, problems);
  return draft.finish();
}

const BOM = 0xfeff;

function extensionOf(fileName: string): string {
  return /\.(\w+)$/.exec(fileName)?.[1].toLowerCase() ?? '';
}

/** UTF-16 read as UTF-8: its first two bytes are no characters, or every other character is NUL. */
function isUtf16(text: string): boolean {
  if (text.startsWith('\uFFFD\uFFFD')) return true;
  const start = text.slice(0, 1000);
  return start.split('\0').length - 1 > start.length * 0.4;
}
