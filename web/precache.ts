/** Writes the list of a built site's files into its service worker, which keeps them for use without a network. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The line of `public/sw.js` that the list takes the place of. */
const unbuilt = /^const site = .*;$/m;

/** Not kept: results, which may be large, what only other sites ask for, and the worker itself. */
const leftOut = /^(?:results|data\/results-|sw\.js|manifest\.json|precache\.json|preview\.png|.*\.map$)/;

/** Files of a site from its root, pages by the address that they are visited under. */
export function precachedFiles(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.\w+$/.test(path) && !leftOut.test(path))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** Makes the service worker of a site that stands in a folder, and `precache.json`, which says the same for tests. */
export function writePrecache(folder: string): void {
  const worker = join(folder, 'sw.js');
  if (!existsSync(worker)) return;
  const files = precachedFiles(folder);
  const hash = createHash('sha256');
  for (const path of files) {
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    hash.update(`${path}\n`).update(readFileSync(join(folder, file)));
  }
  const site = { version: hash.digest('hex').slice(0, 12), files };
  const source = readFileSync(worker, 'utf8');
  writeFileSync(
    worker,
    source.replace(unbuilt, () => `const site = ${JSON.stringify(site)};`),
  );
  writeFileSync(join(folder, 'precache.json'), `${JSON.stringify(site)}\n`);
}
