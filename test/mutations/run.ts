/**
 * Breaks mechanisms on purpose: builds Seedbed with a changed text in place of its own, into out/mutations/, and holds the
 * broken one against yardsticks.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Edit } from './list.ts';

/** A check of a yardstick that failed. */
export interface Failure {
  readonly file: string;
  readonly metric: string;
}

/** How often `text` stands in `whole`. */
export const occurrences = (whole: string, text: string): number => whole.split(text).length - 1;

/** The text of a file with its edits; refuses one that is not found exactly once. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, { file, text: from, becomes }) => {
    if (occurrences(now, from) !== 1) throw new Error(`${file} does not have this exactly once: ${from}`);
    return now.replace(from, () => becomes);
  }, text);
}

const breaking = (edits: readonly Edit[]): Plugin => ({
  name: 'breaking',
  enforce: 'pre',
  load: (id) => {
    const here = edits.filter(({ file }) => resolve(file) === id);
    return here.length > 0 ? edited(readFileSync(id, 'utf8'), here) : null;
  },
});

/** Builds what holds yardsticks (test/yardstick-files.ts) with these edits, and loads it. */
async function builtWith(
  name: string,
  edits: readonly Edit[],
): Promise<typeof import('../yardstick-files.ts')> {
  const outDir = `out/mutations/${name}`;
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [breaking(edits)],
    define: { __SEEDBED_VERSION__: '"0"', __SEEDBED_ENGINE__: '"0"' },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: {
        input: { yardsticks: 'test/yardstick-files.ts' },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return import(/* @vite-ignore */ pathToFileURL(resolve(outDir, 'yardsticks.mjs')).href);
}

/** Holds Seedbed with these edits against yardsticks in full; the checks that failed. */
export async function failuresWith(
  name: string,
  edits: readonly Edit[],
  asked: readonly string[],
): Promise<Failure[]> {
  const { held, yardstickIn } = await builtWith(name.replace(/\W+/g, '-'), edits);
  const failures: Failure[] = [];
  for (const file of asked) {
    for (const { check, pass } of await held(yardstickIn(`${file}.yaml`)))
      if (pass === false) failures.push({ file, metric: check.metric });
  }
  return failures;
}
