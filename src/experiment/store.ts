/**
 * A folder that keeps the worlds of an experiment as they finish, so that an interrupted run can go on. Node only.
 *
 *   DIR/folder.json            which scenario file the folder belongs to, and its latest file of worlds by command
 *   DIR/worlds-<key>.ndjson    a line that says what was asked, then a line for each finished world
 *   DIR/.lock                  process that is writing, while it writes
 *
 * The key comes from everything that moves a number (the plan's hash, what is kept of a day, the code that made it): after
 * a change of settings or code a file of its own is begun, and going back finds the earlier worlds again. A line
 * that is cut or damaged is dropped, and its world runs again.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFingerprint, version } from '../version.ts';
import { textDigest } from './digest.ts';
import type { FinishedWorld } from './executor.ts';
import { FolderError, lockFolder, systemReason, writeFully, writeWhole } from './folder.ts';
import { canonical, type Plan } from './plan.ts';
import { parsedJson } from './sealed-line.ts';
import { shapeOf, worldLine } from './world-lines.ts';
import { readWorldsFile } from './worlds-file.ts';
import { type Asked, type Folder, folderFrom, headLine } from './worlds-head.ts';

export interface StoreOptions {
  readonly folder: string;
  readonly plan: Plan;
  readonly asked: Asked;
}

/** An open store. One process at a time writes to a folder. */
export interface Store {
  readonly folder: string;
  /** Worlds that were there already. */
  readonly finished: readonly FinishedWorld[];
  /** What the user should know: damaged lines, results of earlier settings that are kept. */
  readonly remarks: readonly string[];
  append(world: FinishedWorld): void;
  /** Write a file of the folder as a whole: it is there completely or not at all. */
  write(name: string, pieces: Iterable<string>): void;
  close(): void;
}

/** Open or make a folder. Throws a `FolderError` when it belongs to another scenario file, is in use or cannot be written. */
export function openStore({ folder, plan, asked }: StoreOptions): Store {
  makeFolder(folder);
  const unlock = lockFolder(folder);
  try {
    const name = `worlds-${storeKey(plan)}.ndjson`;
    claim(folder, name, plan, asked);
    const path = join(folder, name);
    const { head, finished, damaged } = attempt(path, () => readWorldsFile(path, shapeOf(plan)));
    const remarks = [...damageRemarks(path, damaged), ...earlierRemarks(folder, name)];
    const wanted = headLine(plan, asked);
    if (head !== wanted || damaged > 0) writeWhole(path, wholeFile(wanted, finished));
    const handle = attempt(folder, () => openSync(path, 'a'));
    let open = true;
    return {
      folder,
      finished,
      remarks,
      append: (world) => attempt(folder, () => writeFully(handle, worldLine(world))),
      write: (name, pieces) => writeWhole(join(folder, name), pieces),
      close() {
        if (!open) return;
        open = false;
        attempt(folder, () => fsyncSync(handle));
        closeSync(handle);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function* wholeFile(head: string, finished: readonly FinishedWorld[]): Generator<string> {
  yield head;
  for (const world of finished) yield worldLine(world);
}

function makeFolder(folder: string): void {
  attempt(folder, () => mkdirSync(folder, { recursive: true }));
}

/** Names inputs and code; short, since a mix-up needs two keys to meet by chance in one folder. */
function storeKey({ hash, kept }: Plan): string {
  return textDigest(canonical([hash, kept, engineFingerprint])).slice(0, 12);
}

/** A folder belongs to the scenario file that first wrote to it. */
function claim(folder: string, name: string, plan: Plan, { file, command }: Asked): void {
  const path = join(folder, 'folder.json');
  const before = readFolder(path);
  if (before !== undefined && before.file !== file) {
    throw new FolderError(
      `${folder} keeps the results of ${before.file}; they are not touched. Give ${file} a folder of its own with -o.`,
    );
  }
  if (before === undefined) refuseForeign(folder);
  const latest = { ...before?.latest, [command]: name };
  const title = plan.scenario.title.en;
  writeWhole(path, [`${JSON.stringify({ schema: 'seedbed/folder@1', file, title, version, latest })}\n`]);
}

function refuseForeign(folder: string): void {
  for (const name of ['comparison.json', 'report.html', 'run.json']) {
    if (existsSync(join(folder, name)))
      throw new FolderError(
        `${folder} has a ${name} that Seedbed did not put there; it is not touched. Give another folder with -o.`,
      );
  }
}

function readFolder(path: string): Folder | undefined {
  if (!existsSync(path)) return undefined;
  const folder = folderFrom(parsedJson(readFileSync(path, 'utf8')));
  if (folder !== null) return folder;
  throw new FolderError(`${path} cannot be understood; give another folder with -o, or remove that file.`);
}

function damageRemarks(path: string, damaged: number): string[] {
  if (damaged === 0) return [];
  const lines = damaged === 1 ? 'A line' : `${damaged} lines`;
  return [`${lines} of ${path} cut short or damaged: dropped, the worlds run again.`];
}

function earlierRemarks(folder: string, name: string): string[] {
  const others = readdirSync(folder).filter((other) => /^worlds-.*\.ndjson$/.test(other) && other !== name);
  if (others.length === 0 || existsSync(join(folder, name))) return [];
  return [
    `The scenario or the program has changed since ${folder} was written: starting afresh. Earlier worlds stay in ${others.join(', ')}.`,
  ];
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new FolderError(`${path} cannot be used: ${systemReason(error)}.`, { cause: error });
  }
}
