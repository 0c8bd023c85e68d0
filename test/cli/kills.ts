/**
 * A sweep that is killed again and again, its whole process tree with SIGKILL, at times drawn from a seed and in the midst of
 * writing, and that is gone on with until it is whole.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf, readWhole } from '../../src/experiment/shards/folder-files.ts';
import { openShard } from '../../src/experiment/shards/shard-read.ts';
import { finished, script, tiny } from './program.ts';

const args = [
  ...['sweep', 'tiny.yaml', '--vary', 'tactics.coupons.depth=5%..40%', '--vary', 'tactics.ads.load=2..12'],
  ...['--design', 'random', '--points', '30', '--worlds', '8', '-q'],
];

export interface KilledSweep {
  readonly kills: number;
  /** Kills that left a file half written behind. */
  readonly inWrites: number;
  /** Kills that came before all was done. */
  readonly unfinished: number;
  /** Digest of the finished store, each time it was whole. */
  readonly digests: readonly string[];
  /** The export of each finished store. */
  readonly exports: readonly string[];
  /** The same, of a sweep that nobody killed. */
  readonly expected: { readonly digest: string; readonly export: string };
  /** What was ever found wrong after a kill. */
  readonly faults: readonly string[];
}

/** Kills a sweep so many times. */
export async function killSweep(kills: number, seed: number): Promise<KilledSweep> {
  const folder = mkdtempSync(join(tmpdir(), 'seedbed-kills-'));
  writeFileSync(join(folder, 'tiny.yaml'), tiny);
  const draw = drawsFrom(seed);
  const start = (store: string) =>
    spawn(process.execPath, [script, ...args, '-o', store], { cwd: folder, detached: true });
  const wholeSweep = async (store: string) => {
    const { code, out, err } = await finished(start(store));
    if (code !== 0) throw new Error(`exit ${code}: ${err}`);
    const csv = await finished(spawn(process.execPath, [script, 'export', store, '-q'], { cwd: folder }));
    return { digest: /digest {2}(\w+)/.exec(out)?.[1] ?? '', export: csv.out };
  };
  try {
    const expected = await wholeSweep('unhurt');
    const faults: string[] = [];
    const digests: string[] = [];
    const exports: string[] = [];
    let inWrites = 0;
    let unfinished = 0;
    for (let kill = 0; kill < kills; kill++) {
      const store = join(folder, `killed ${digests.length}`);
      const before = rowsIn(store, faults);
      const halfBefore = new Set(halfWritten(store));
      const child = start(store);
      const inWrite = kill % 5 === 1;
      const ended = new Promise<boolean>((resolve) => child.on('exit', (code) => resolve(code === 0)));
      const wait = inWrite
        ? untilWriting(join(store, 'shards'), halfBefore, ended)
        : pause(300 + draw() * 1400);
      await Promise.race([wait, ended]);
      killTree(child.pid ?? 0);
      const isDone = await ended;
      if (!isDone) unfinished++;
      if (halfWritten(store).some((name) => !halfBefore.has(name))) inWrites++;
      const after = rowsIn(store, faults);
      for (const row of before) if (!after.has(row)) faults.push(`kill ${kill} lost ${row}`);
      if (!isDone) continue;
      const whole = await wholeSweep(store);
      digests.push(whole.digest);
      exports.push(whole.export);
    }
    const last = await wholeSweep(join(folder, `killed ${digests.length}`));
    digests.push(last.digest);
    exports.push(last.export);
    return { kills, inWrites, unfinished, digests, exports, expected, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function killTree(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Until a file is being written in a folder, seen as soon as can be. */
async function untilWriting(
  folder: string,
  known: ReadonlySet<string>,
  ended: Promise<boolean>,
): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver && !namesIn(folder).some((name) => name.includes('.tmp-') && !known.has(name)))
    await new Promise((resolve) => setImmediate(resolve));
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

const halfWritten = (store: string): string[] =>
  namesIn(join(store, 'shards')).filter((name) => name.includes('.tmp-'));

/** Files of results that are there; notes those that are not whole. */
function rowsIn(store: string, faults: string[]): Set<string> {
  const found = new Set<string>();
  for (const path of existsSync(store) ? filesOf(store, 'shards') : []) {
    const bytes = readWhole(store, path);
    if (bytes === undefined)
      faults.push(`${path} is damaged (${readFileSync(join(store, path)).length} bytes)`);
    else if (openShard(bytes).rows > 0) found.add(path);
  }
  return found;
}

/** Numbers in [0, 1) from a seed. */
function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
