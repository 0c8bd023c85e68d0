/**
 * `node dist/gallery.js`: puts the gallery's verdicts into the built site (dist/site). Compares every scenario of the
 * gallery into out/gallery, where finished worlds are kept, so that a second time takes no time; then publishes that folder.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('cli.js', import.meta.url));
const results = join('out', 'gallery');
const site = join('dist', 'site');
const published = join('dist', 'published');

/** Runs a command of the program; a failure ends everything with its exit code. */
function seedbed(...words: string[]): void {
  const { status } = spawnSync(process.execPath, [program, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}

for (const file of readdirSync('scenarios').filter((name) => /\.ya?ml$/.test(name))) {
  seedbed('compare', join('scenarios', file), '-o', join(results, file.replace(/\.ya?ml$/, '')));
}
seedbed('publish', results, '-o', published);
rmSync(site, { recursive: true });
renameSync(published, site);
process.stdout.write(`${join(site, 'index.html')}\n`);
