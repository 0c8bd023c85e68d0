import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { script, tiny, workplace } from './program.ts';

const { folder, seedbed, file } = workplace();
const yaml = file('tiny.yaml', tiny);
const sweep = [
  'sweep',
  yaml,
  '--vary',
  'tactics.ads.load=2..12',
  '--design',
  'sobol',
  '--points',
  '3',
  '--worlds',
  '2',
  '-q',
];

/** A small disk of its own, where that may be made. */
const disk = join(folder, 'disk');
mkdirSync(disk);
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=80k', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
});

describe('a disk', { timeout: 600_000 }, () => {
  it.runIf(isMounted)(
    'that is full ends a sweep in one sentence; the same command goes on when there is room',
    async () => {
      const full = await seedbed(...sweep, '-o', 'disk/store');
      expect(full.code).toBe(1);
      expect(full.err).toMatch(
        /disk\/store\/shards\/..\/[0-9a-f]{64}\.parquet cannot be written: the disk is full\. Results that were written before are kept: the same command goes on with them\.\n$/,
      );
      expect(existsSync(join(disk, 'store', '.lock'))).toBe(false);
      expect(readdirSync(join(disk, 'store', 'shards')).filter((name) => name.includes('tmp'))).toEqual([]);
      spawnSync('mount', ['-o', 'remount,size=4m', disk]);
      const on = await seedbed(...sweep, '-o', 'disk/store');
      expect({ code: on.code, err: on.err }).toEqual({ code: 0, err: '' });
      expect(on.out).toBe((await seedbed(...sweep, '-o', 'elsewhere')).out);
    },
  );

  it('on which files may not grow is said to be so', () => {
    // As on a full disk: the write fails. `trap` keeps the signal from ending the program.
    const words = `trap '' XFSZ; ulimit -f 20; exec "${process.execPath}" "${script}" ${sweep.join(' ')} -o limited`;
    const { status, stderr } = spawnSync('sh', ['-c', words], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: 'limited/dictionary.json cannot be written: files may not grow that large here.\n',
    });
    expect(readdirSync(join(folder, 'limited'))).toEqual([]);
  });

  it('that is read-only answers questions and refuses to be written to, in one sentence each', async () => {
    await seedbed(...sweep, '-o', 'disk/store');
    await seedbed('query', 'disk/store', 'SELECT 1');
    rmSync(join(disk, 'store', 'results.duckdb'), { force: true });
    if (isMounted) spawnSync('mount', ['-o', 'remount,ro', disk]);
    else chmodSync(join(disk, 'store'), 0o500);
    const why = isMounted ? 'it is on a read-only disk' : 'permission denied';
    for (const args of [
      [...sweep, '-o', 'disk/store'],
      ['compact', 'disk/store'],
    ]) {
      const { code, err } = await seedbed(...args);
      expect({ code, err }).toEqual({ code: 3, err: `disk/store cannot be written: ${why}.\n` });
    }
    const { code, out, err } = await seedbed('query', 'disk/store', 'SELECT count(*) AS n FROM results');
    expect({ code, out }).toEqual({ code: 0, out: ' n\n10\n' });
    expect(err).toBe('disk/store cannot be written: the index for SQL is built in memory, for this once.\n');
    expect((await seedbed('verify', 'disk/store')).code).toBe(0);
    expect((await seedbed('results', 'disk/store', '-q')).code).toBe(0);
  });
});
