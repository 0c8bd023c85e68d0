/**
 * The file of worlds: a line that says what it is, then a line for each finished world, in the order of finishing. Every
 * line is JSON; a world's ends with a check sum over what stands before it, so that a line that is cut or damaged is
 * known as such.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { engineFingerprint, version } from '../version.ts';
import type { FinishedWorld } from './executor.ts';
import type { Plan } from './plan.ts';
import type { WorldResult } from './results.ts';

/** What the file is, for people and other programs. */
export function headLine(file: string, plan: Plan): string {
  const { scenario, hash, kept, armKeys } = plan;
  const arms = scenario.arms.map(({ name }, arm) => ({ name, key: armKeys[arm] }));
  const { seed } = scenario;
  return `${JSON.stringify({ schema: 'seedbed/worlds@1', version, code: engineFingerprint, file, seed, hash, arms, kept })}\n`;
}

/** A finished world; NaN is written as null. */
export function worldLine(results: FinishedWorld): string {
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
export function readWorlds(path: string, plan: Plan): { finished: FinishedWorld[]; damaged: number } {
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
