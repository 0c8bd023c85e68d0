/** Stored results under a folder: found by what their files say, whoever named them; opened only when asked for. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { parsedJson } from '../experiment/sealed-line.ts';
import { recognize, type StoredFile } from '../experiment/stored-files.ts';
import { folderFrom } from '../experiment/worlds-head.ts';
import { CommandFailure, Exit } from './errors.ts';

/** Marks a folder that `publish` wrote: nothing in it is looked for. */
export const SITE_MARK = 'seedbed-site.json';

const DEEPEST = 8;
const MOST_FILES = 20_000;

/** Every file under a folder but hidden ones, those of packages and of published sites; as paths with the folder's own. */
export function filesUnder(folder: string, depth = 0): string[] {
  if (depth > DEEPEST || (depth > 0 && existsSync(join(folder, SITE_MARK)))) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory()) found.push(...filesUnder(path, depth + 1));
    if (found.length > MOST_FILES) {
      const message = `${folder} has more than ${MOST_FILES} files; give the folder of the results`;
      throw new CommandFailure(Exit.invalid, message);
    }
  }
  return found;
}

/** Fails unless there is such a folder. */
export function needFolder(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) throw new CommandFailure(Exit.invalid, `${folder}: there is no such folder`);
  if (!there.isDirectory()) throw new CommandFailure(Exit.invalid, `${folder}: it is a file, not a folder`);
}

/** A result on the disk: the file to open, and those that lie beside it and belong to it. */
export interface ResultFile {
  readonly path: string;
  readonly kind: 'worlds' | 'compare' | 'run';
  readonly beside: readonly string[];
}

/** Results among files: the latest worlds of every folder, and JSON of a command where there are no worlds beside it. */
export async function resultsAmong(files: readonly string[]): Promise<ResultFile[]> {
  const folders = new Map<string, { path: string; kind: string }[]>();
  for (const path of files) {
    if (!/\.(nd)?json$/.test(path)) continue;
    const { kind, close } = await recognize(fileOnDisk(path));
    await close();
    if (kind !== 'something else')
      folders.set(dirname(path), [...(folders.get(dirname(path)) ?? []), { path, kind }]);
  }
  return [...folders].flatMap(([folder, there]) => resultsOf(folder, there));
}

function resultsOf(folder: string, there: readonly { path: string; kind: string }[]): ResultFile[] {
  const of = (kind: ResultFile['kind']) => there.filter((file) => file.kind === kind).map(({ path }) => path);
  const lone = (kind: 'compare' | 'run') => of(kind).map((path) => ({ path, kind, beside: [] }));
  const worlds = of('worlds');
  if (worlds.length === 0) return [...lone('compare'), ...lone('run')];
  const latest = latestOf(folder);
  const current = worlds.filter((path) => latest.length === 0 || latest.includes(basename(path)));
  const beside = of('compare').filter((path) => basename(path) === 'comparison.json');
  return current.map((path) => ({ path, kind: 'worlds' as const, beside }));
}

function latestOf(folder: string): string[] {
  const path = join(folder, 'folder.json');
  if (!existsSync(path)) return [];
  const { compare, run } = folderFrom(parsedJson(readFileSync(path, 'utf8')))?.latest ?? {};
  return [compare, run].filter((name) => name !== undefined);
}

const PIECE = 1 << 20;

/** A file of the disk as a browser has one. */
export function fileOnDisk(path: string): StoredFile {
  return {
    name: basename(path),
    size: statSync(path).size,
    text: () => readFile(path, 'utf8'),
    stream() {
      const handle = open(path, 'r');
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { bytesRead, buffer } = await (await handle).read(new Uint8Array(PIECE));
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
          await (await handle).close();
          controller.close();
        },
        cancel: async () => (await handle).close(),
      });
    },
  };
}

/** A path below a folder as an address has it. */
export const addressOf = (folder: string, path: string): string =>
  relative(folder, path).split(sep).map(encodeURIComponent).join('/');
