import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tiny, workplace } from './program.ts';

const { folder, seedbed, start, file } = workplace();

/** The most memory that a process has had so far, threads included, as the kernel keeps it. [bytes] */
function mostMemory(pid: number): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

it('2,000 points x 16 worlds x 2 arms stay under 1 GB, and their export has every result', async () => {
  const yaml = file('two.yaml', tiny.replace(/ {2}- name: coupons\n.*\n/, ''));
  const asked = ['--vary', 'tactics.ads.load=2..12', '--vary', 'leave.perTie=0.1..0.5', '--design', 'sobol'];
  const many = ['--points', '2000', '--worlds', '16', '-o', 'store', '-q'];
  const child = start(['sweep', yaml, ...asked, ...many]);
  let most = 0;
  const watch = setInterval(() => {
    try {
      most = Math.max(most, mostMemory(child.pid ?? 0));
    } catch {
      // It has ended.
    }
  }, 50);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  expect(code).toBe(0);
  expect(most).toBeGreaterThan(5e7);
  expect(most).toBeLessThan(1e9);
  expect((await seedbed('export', 'store', '--table', 'runs', '-o', 'runs.csv', '-q')).code).toBe(0);
  const rows = readFileSync(join(folder, 'runs.csv'), 'utf8').trim().split('\n').length - 1;
  console.info({ megabytes: Math.round(most / 1e6), rows });
  expect(rows).toBe(2000 * 16 * 2);
});
