import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesDigest, textDigest } from '../../../src/experiment/digest.ts';
import { FolderError } from '../../../src/experiment/folder.ts';
import { compact } from '../../../src/experiment/shards/compact.ts';
import { filesOf, readWhole } from '../../../src/experiment/shards/folder-files.ts';
import { readOutcomes } from '../../../src/experiment/shards/outcomes.ts';
import { digestOfResults } from '../../../src/experiment/shards/result-index.ts';
import { type ResultsStore, readIndex } from '../../../src/experiment/shards/results-store.ts';
import { openShard } from '../../../src/experiment/shards/shard-read.ts';
import { metrics } from '../../../src/metrics/definitions.ts';
import { rowOf, rowsOf, storePlace } from './rows.ts';

const { folder, open, write, said } = storePlace();
const digestIn = ({ index }: ResultsStore) => digestOfResults(index, index.armKeys, 1000);

describe('a store of results', () => {
  it('finds every row again, in files named by what they hold', async () => {
    const rows = rowsOf(3, 20);
    const where = await write(folder(), rows);
    const files = filesOf(where, 'shards');
    expect(files).toHaveLength(6);
    for (const file of files) {
      const digest = /^shards\/(..)\/(\1[0-9a-f]{62})\.parquet$/.exec(file)?.[2];
      expect(digest).toBeDefined();
      expect(readWhole(where, file)).toBeDefined();
    }
    const store = await open(where);
    expect(store.index.size).toBe(60);
    for (const { armKey, world, digest } of rows) expect(store.index.digest(armKey, world)).toBe(digest);
    store.close();
    expect(said).toEqual([]);
  });

  it('gives the outcomes of some arms', async () => {
    const rows = rowsOf(3, 7);
    const where = await write(folder(), rows);
    const armKeys = new Set([rows[0].armKey, rows[20].armKey]);
    const names = [metrics[0].name, metrics[6].name];
    const found = await readOutcomes(where, { engine: 'engine', armKeys, worlds: 8, metrics: names });
    expect([...found.keys()]).toEqual([...armKeys]);
    for (const armKey of armKeys) {
      const own = rows.filter((row) => row.armKey === armKey);
      for (const [m, place] of [0, 6].entries())
        expect([...(found.get(armKey)?.[m] ?? [])]).toEqual([
          ...own.map(({ outcomes }) => outcomes[place]),
          Number.NaN,
        ]);
    }
  });

  it('writes what waits after a second, without being asked', async () => {
    const store = await open(folder());
    store.add(rowOf(0, 0));
    expect(filesOf(store.folder, 'shards')).toHaveLength(0);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(filesOf(store.folder, 'shards')).toHaveLength(1);
    store.close();
  });

  it('writes 256 rows at once', async () => {
    const store = await open(folder());
    for (const row of rowsOf(2, 128).slice(0, 255)) store.add(row);
    expect(filesOf(store.folder, 'shards')).toHaveLength(0);
    store.add(rowOf(1, 127));
    expect(filesOf(store.folder, 'shards')).toHaveLength(1);
    store.close();
  });

  it('takes a row that it has once', async () => {
    const where = await write(folder(), [...rowsOf(1, 4), ...rowsOf(1, 4)]);
    const [path, ...others] = filesOf(where, 'shards');
    expect(others).toEqual([]);
    expect(openShard(readWhole(where, path) ?? new Uint8Array()).rows).toBe(4);
  });

  it('takes up only what the same code has made', async () => {
    const where = await write(folder(), rowsOf(1, 4));
    const store = await open(where, { engine: 'another' });
    expect(store.index.size).toBe(0);
    store.add(rowOf(0, 0, { digest: textDigest('other code, other result') }));
    store.close();
    expect((await readIndex(where, 'engine')).size).toBe(4);
    expect((await readIndex(where, 'another')).size).toBe(1);
    const { armKey, outcomes } = rowOf(0, 0);
    const other = await write(where, [rowOf(0, 0, { outcomes: outcomes.map((x) => x + 1) })], 1, {
      engine: 'third',
    });
    const wanted = { armKeys: new Set([armKey]), worlds: 1, metrics: [metrics[0].name] };
    for (const [engine, value] of [
      ['engine', outcomes[0]],
      ['third', outcomes[0] + 1],
    ] as const)
      expect((await readOutcomes(other, { ...wanted, engine })).get(armKey)?.[0][0]).toBe(value);
  });
});

describe('same inputs, two results', () => {
  it('stop it loudly, naming both machines', async () => {
    const rows = rowsOf(1, 4);
    const one = await write(folder(), rows, 10, { host: 'oak' });
    const changed = rows.map((row) => (row.world === 2 ? { ...row, digest: textDigest('elsewhere') } : row));
    const other = await write(folder(), changed, 10, { host: 'elm' });
    cpSync(join(other, 'shards'), join(one, 'shards'), { recursive: true });
    const failure = open(one);
    await expect(failure).rejects.toThrow(/^Same inputs, two results: world 2 of the arm/);
    await expect(failure).rejects.toThrow(/oak has [0-9a-f]{12} .*elm has [0-9a-f]{12} |elm has .* oak has /);
    await expect(open(one)).rejects.toThrow('Same inputs');
  });

  it('stop a run whose own result differs', async () => {
    const store = await open(await write(folder(), rowsOf(1, 4)));
    expect(() => store.add(rowOf(0, 1, { digest: textDigest('now') }))).toThrow(
      'Same inputs, two results: world 1',
    );
    store.close();
  });
});

describe('merging', () => {
  it('is copying files: two stores make what one would have, whatever both have', async () => {
    const rows = rowsOf(4, 25);
    const whole = await write(folder(), rows, 100);
    const first = await write(folder(), rows.slice(0, 60), 7, { host: 'oak' });
    const second = await write(folder(), [...rows.slice(40)].reverse(), 9, { host: 'elm' });
    cpSync(first, second, { recursive: true });
    const [a, b] = [await open(whole), await open(second)];
    expect(b.index.size).toBe(100);
    expect(digestIn(b)).toBe(digestIn(a));
    a.close();
    b.close();
  });
});

describe('compacting', () => {
  it('leaves the same rows in one file', async () => {
    const rows = rowsOf(4, 25);
    const where = await write(folder(), rows, 7);
    cpSync(join(await write(folder(), rows.slice(0, 50), 5), 'shards'), join(where, 'shards'), {
      recursive: true,
    });
    const before = await open(where);
    const digest = digestIn(before);
    expect(await compact(where, () => {})).toEqual({ before: 25, after: 1 });
    before.close();
    const after = await open(where);
    expect(after.index.size).toBe(100);
    expect(digestIn(after)).toBe(digest);
    const { armKey } = rows[0];
    const wanted = {
      engine: 'engine',
      armKeys: new Set([armKey]),
      worlds: 25,
      metrics: metrics.map(({ name }) => name),
    };
    const found = (await readOutcomes(where, wanted)).get(armKey);
    for (const [m] of metrics.entries())
      expect([...(found?.[m] ?? [])]).toEqual(rows.slice(0, 25).map(({ outcomes }) => outcomes[m]));
    after.close();
  });

  it('loses nothing when it is cut off between writing and removing', async () => {
    const where = await write(folder(), rowsOf(2, 20), 8);
    const copy = folder();
    cpSync(where, copy, { recursive: true });
    await compact(where, () => {});
    cpSync(join(copy, 'shards'), join(where, 'shards'), { recursive: true });
    expect(filesOf(where, 'shards').length).toBeGreaterThan(1);
    expect((await readIndex(where, 'engine')).size).toBe(40);
  });
});

describe('damaged files', () => {
  it('are found wherever a bit is flipped or the file is cut, put away, and their rows run again', async () => {
    const rows = rowsOf(2, 6);
    const where = await write(folder(), rows, 6);
    const [path] = filesOf(where, 'shards');
    const whole = readFileSync(join(where, path));
    const step = Math.ceil(whole.length / 60);
    let tried = 0;
    for (let place = 0; place < whole.length; place += step) {
      const flipped = Buffer.from(whole);
      flipped[place] ^= 1 << (place % 8);
      for (const bytes of [flipped, whole.subarray(0, place)]) {
        writeFileSync(join(where, path), bytes);
        const store = await open(where);
        expect(store.index.size).toBe(6);
        store.close();
        expect(said).toEqual([
          `${join(where, path)}: it is not what was written. It is put into quarantine; its results run again.`,
        ]);
        expect(existsSync(join(where, path))).toBe(false);
        const away = join(where, 'quarantine', path.slice(-72));
        expect(readFileSync(away).length).toBe(bytes.length);
        rmSync(away);
        mkdirSync(dirname(join(where, path)), { recursive: true });
        tried++;
      }
    }
    expect(tried).toBeGreaterThanOrEqual(100);
    const store = await open(where);
    for (const row of rows) store.add(row);
    store.close();
    expect((await readIndex(where, 'engine')).size).toBe(12);
  });

  it('are put away too when their name is right and they are something else', async () => {
    const where = await write(folder(), rowsOf(1, 3));
    const bytes = Buffer.from('not results at all');
    const digest = bytesDigest(bytes);
    writeFileSync(join(where, 'shards', `${digest}.parquet`), bytes);
    const store = await open(where);
    expect(store.index.size).toBe(3);
    store.close();
    expect(said.join()).toContain('it is not a Parquet file. It is put into quarantine');
  });

  it('half-written ones of a run that was cut off are removed', async () => {
    const where = await write(folder(), rowsOf(1, 3));
    writeFileSync(join(where, 'shards', '.tmp-123-abc'), 'PAR1');
    (await open(where)).close();
    expect(said).toEqual([`${where}: 1 half-written file of a run that was cut off removed.`]);
    expect(readdirSync(join(where, 'shards')).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});

describe('a folder', () => {
  it('is used by one run at a time', async () => {
    const where = await write(folder(), rowsOf(1, 2));
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      writeFileSync(join(where, '.lock'), `${other.pid}\n${hostname()}\n\n`);
      await expect(open(where)).rejects.toThrow(
        `Another run (process ${other.pid}) is writing to ${where}. Wait for it, or give another folder with -o.`,
      );
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('that a dead run has locked is taken over, and that is said', async () => {
    const where = await write(folder(), rowsOf(1, 2));
    const dead = spawn(process.execPath, ['-e', '0']);
    await new Promise((resolve) => dead.on('exit', resolve));
    writeFileSync(join(where, '.lock'), `${dead.pid}\n${hostname()}\n123\n`);
    (await open(where)).close();
    expect(said).toEqual([
      `${where} was locked by a run that is gone (process ${dead.pid}): the lock is taken over.`,
    ]);
  });

  it('that a process of the same number but another time has locked is taken over', async () => {
    const where = await write(folder(), rowsOf(1, 2));
    writeFileSync(join(where, '.lock'), `${process.ppid}\n${hostname()}\n1\n`);
    (await open(where)).close();
    expect(said.join()).toContain('the lock is taken over');
  });

  it('that is locked on another machine is left alone', async () => {
    const where = await write(folder(), rowsOf(1, 2));
    writeFileSync(join(where, '.lock'), `${process.pid}\nelsewhere\n1\n`);
    await expect(open(where)).rejects.toThrow(
      `A run on the machine elsewhere (process ${process.pid}) is writing to ${where}, or was cut off there. If it is gone, remove ${join(where, '.lock')}.`,
    );
  });

  it('of something else is not touched', async () => {
    const where = folder();
    mkdirSync(where);
    writeFileSync(join(where, 'thesis.txt'), 'mine');
    await expect(open(where)).rejects.toThrow(
      `${where} is no store of results (it has thesis.txt); it is not touched. Give another folder with -o.`,
    );
    expect(readdirSync(where)).toEqual(['thesis.txt']);
    const file = folder();
    writeFileSync(file, '');
    await expect(open(file)).rejects.toThrow(FolderError);
    renameSync(file, `${file}.moved`);
  });
});
