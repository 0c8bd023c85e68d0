/**
 * A folder that keeps the worlds of an experiment as they finish, so that an interrupted run can go on. Node only.
 *
 *   DIR/folder.json            which scenario file the folder belongs to
 *   DIR/worlds-<key>.ndjson    a line that says what this is, then a line for each finished world
 *   DIR/.lock                  process that is writing, while it writes
 *
 * The key comes from everything that moves a number (the plan's hash, what is kept of a day, the code that made it): after
 * a change of settings or code a file of its own is begun, and going back finds the earlier worlds again. A line ends
 * with a check sum over what stands before it; a line that is cut or damaged is dropped and its world runs again.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';
import { engineFingerprint, version } from '../version.ts';
import type { FinishedWorld } from './executor.ts';
import { FolderError, lockFolder, systemReason, writeFully, writeWhole } from './folder.ts';
import { canonical, type Plan } from './plan.ts';
import type { WorldResult } from './results.ts';

export interface StoreOptions {
  readonly folder: string;
  /** Name of the scenario's file, without its folders. */
  readonly file: string;
  readonly plan: Plan;
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
export function openStore({ folder, file, plan }: StoreOptions): Store {
  makeFolder(folder);
  const unlock = lockFolder(folder);
  try {
    claim(folder, file, plan);
    const name = `worlds-${storeKey(plan)}.ndjson`;
    const path = join(folder, name);
    const { finished, damaged } = attempt(path, () => readWorlds(path, plan));
    const remarks = [...damageRemarks(path, damaged), ...earlierRemarks(folder, name)];
    if (!existsSync(path) || damaged > 0)
      writeWhole(path, [headLine(file, plan), ...finished.map(worldLine)]);
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

function makeFolder(folder: string): void {
  attempt(folder, () => mkdirSync(folder, { recursive: true }));
}

/** Names inputs and code; short, since a mix-up needs two keys to meet by chance in one folder. */
function storeKey({ hash, kept }: Plan): string {
  return createHash('sha256')
    .update(canonical([hash, kept, engineFingerprint]))
    .digest('hex')
    .slice(0, 12);
}

/** A folder belongs to the scenario file that first wrote to it. */
function claim(folder: string, file: string, plan: Plan): void {
  const path = join(folder, 'folder.json');
  const owner = readOwner(path);
  if (owner !== undefined && owner !== file) {
    throw new FolderError(
      `${folder} keeps the results of ${owner}; they are not touched. Give ${file} a folder of its own with -o.`,
    );
  }
  if (owner === undefined) {
    for (const name of ['comparison.json', 'report.html', 'run.json']) {
      if (existsSync(join(folder, name)))
        throw new FolderError(
          `${folder} has a ${name} that Seedbed did not put there; it is not touched. Give another folder with -o.`,
        );
    }
    const text = JSON.stringify({ schema: 'seedbed/folder@1', file, title: plan.scenario.title.en, version });
    writeWhole(path, [`${text}\n`]);
  }
}

function readOwner(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { schema, file } = JSON.parse(readFileSync(path, 'utf8')) as { schema?: unknown; file?: unknown };
    if (schema === 'seedbed/folder@1' && typeof file === 'string') return file;
  } catch {
    // Not ours, or damaged: said below.
  }
  throw new FolderError(`${path} cannot be understood; give another folder with -o, or remove that file.`);
}

function headLine(file: string, plan: Plan): string {
  const { scenario, hash, kept, armKeys } = plan;
  const arms = scenario.arms.map(({ name }, arm) => ({ name, key: armKeys[arm] }));
  const { seed } = scenario;
  return `${JSON.stringify({ schema: 'seedbed/worlds@1', version, code: engineFingerprint, file, seed, hash, arms, kept })}\n`;
}

function worldLine(results: FinishedWorld): string {
  const arms = results.map(({ outcomes, daily, digest, remarks }) => ({
    outcomes: [...outcomes],
    daily: Object.fromEntries(Object.entries(daily).map(([name, days]) => [name, [...days]])),
    digest,
    remarks,
  }));
  const body = JSON.stringify({ world: results[0].world, arms }).slice(0, -1);
  return `${body},"sum":"${checkSum(body)}"}\n`;
}

const sumPart = /,"sum":"([0-9a-f]{16})"\}$/;

function readWorldLine(line: string): FinishedWorld | undefined {
  const sum = sumPart.exec(line);
  if (sum === null || checkSum(line.slice(0, sum.index)) !== sum[1]) return undefined;
  const { world, arms } = JSON.parse(line) as StoredWorld;
  return arms.map(
    ({ outcomes, daily, digest, remarks }, arm): WorldResult => ({
      world,
      arm,
      outcomes: numbers(outcomes),
      daily: Object.fromEntries(Object.entries(daily).map(([name, days]) => [name, numbers(days)])),
      digest,
      remarks,
    }),
  );
}

interface StoredWorld {
  readonly world: number;
  readonly arms: readonly {
    /** NaN is written as null. */
    readonly outcomes: readonly (number | null)[];
    readonly daily: Readonly<Record<string, readonly (number | null)[]>>;
    readonly digest: string;
    readonly remarks: readonly string[];
  }[];
}

const numbers = (values: readonly (number | null)[]) =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

const checkSum = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The worlds of a file whose lines are whole; `damaged` counts the other lines. */
function readWorlds(path: string, plan: Plan): { finished: FinishedWorld[]; damaged: number } {
  const finished: FinishedWorld[] = [];
  let damaged = 0;
  let place = 0;
  for (const { line, ended } of existsSync(path) ? readLines(path) : []) {
    if (place++ === 0) continue;
    const world = ended ? readWorldLine(line) : undefined;
    if (world?.length === plan.scenario.arms.length) finished.push(world);
    else damaged++;
  }
  return { finished, damaged };
}

/** The lines of a file, which may be longer than the longest string. `ended`: with its line feed. */
function* readLines(path: string): Generator<{ line: string; ended: boolean }> {
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
