/** The folder that a site is written to: new, empty, or one that was written by the same command before. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { z } from 'zod';
import { parsedJson } from '../experiment/sealed-line.ts';
import { version } from '../version.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { Copy } from './publish-input.ts';
import { SITE_MARK } from './results.ts';

const markSchema = z.object({ schema: z.literal('seedbed/site@1'), files: z.array(z.string()) });

/** Refuses a folder that holds something else. */
export function needOwnFolder(out: string): void {
  const there = statSync(out, { throwIfNoEntry: false });
  if (there === undefined) return;
  const cure = 'it is not touched. Give another folder with -o.';
  if (!there.isDirectory()) throw new CommandFailure(Exit.invalid, `${out} is a file; ${cure}`);
  if (readdirSync(out).length > 0 && filesOfSite(out) === null)
    throw new CommandFailure(Exit.invalid, `${out} holds files that publish did not put there; ${cure}`);
}

/** The files that were written last time; null where the folder is no site of ours. */
function filesOfSite(out: string): readonly string[] | null {
  const path = join(out, SITE_MARK);
  if (!existsSync(path)) return null;
  return markSchema.safeParse(parsedJson(readFileSync(path, 'utf8'))).data?.files ?? null;
}

/** Takes away what was written last time, and nothing else. */
export function clearSite(out: string): void {
  const folders = new Set<string>();
  for (const file of filesOfSite(out) ?? []) {
    const path = normalize(file);
    if (path.startsWith('..') || path.startsWith(sep)) continue;
    rmSync(join(out, path), { force: true });
    for (let above = dirname(path); above !== '.'; above = dirname(above)) folders.add(above);
  }
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    const path = join(out, folder);
    if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path);
  }
  mkdirSync(out, { recursive: true });
}

/** Of the built site: what belongs to its own stories, and what is written anew. */
const leftOut = /^(?:s|scenarios|results|data)\/|^(?:stories|results|precache|seedbed-site)\.json$/;

/** Copies the parts of the built site that hold for every site, and the worlds of results. Gives the paths. */
export function copyFiles(site: string, copies: readonly Copy[], out: string): string[] {
  const shared = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !leftOut.test(path) && statSync(join(site, path)).isFile())
    .map((path) => ({ from: join(site, path), to: path }));
  return [...shared, ...copies].map(({ from, to }) => {
    const target = join(out, to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(from, target);
    const { atime, mtime } = statSync(from);
    utimesSync(target, atime, mtime);
    return to;
  });
}

/** Remembers what was written, for the next time. */
export function markSite(out: string, files: readonly string[]): void {
  const mark = { schema: 'seedbed/site@1', version, files: [...new Set(files)].sort() };
  writeFileSync(join(out, SITE_MARK), `${JSON.stringify(mark, null, 1)}\n`);
}
