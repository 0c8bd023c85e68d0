import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The package's own folder: the nearest one with a `package.json` above this code, built or not. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The built worker. */
export function workerScript(): URL {
  return pathToFileURL(join(packageFolder(), 'dist', 'worker.js'));
}

/** Scenario files that come with the package, as the user can type them from where they are. */
export const galleryFiles = (): string[] => filesIn('scenarios');

/** Yardsticks that come with the package. */
export const yardstickFiles = (): string[] => filesIn(join('scenarios', 'yardsticks'));

function filesIn(name: string): string[] {
  const folder = join(packageFolder(), name);
  return readdirSync(folder)
    .filter((file) => /\.(yaml|yml|json)$/.test(file))
    .sort()
    .map((file) => asTyped(join(folder, file)));
}

/** A path relative to where the user is, if it is below. */
export function asTyped(path: string): string {
  const below = relative(process.cwd(), path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below;
}

/** How the user calls this program: `seedbed`, `npx seedbed`, `node dist/cli.js`. */
export function programName(): string {
  const script = process.argv[1] ?? 'seedbed';
  if (!basename(script).startsWith('seedbed')) return `node ${quoted(asTyped(script))}`;
  return process.env.npm_command === 'exec' ? 'npx seedbed' : 'seedbed';
}

/** What the user typed to call it, as it must be typed again. */
export const commandAgain = (): string => [programName(), ...process.argv.slice(2).map(quoted)].join(' ');

/** A word as it must be typed in a shell. */
export function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
