/**
 * Breaks mechanisms on purpose: builds Seedbed with a changed text in place of its own, into out/mutations/, and holds the
 * broken one against yardsticks.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Edit, Mutation } from './list.ts';

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

/** What vite.config.ts puts into the code. */
export const define = { __SEEDBED_VERSION__: '"0"', __SEEDBED_ENGINE__: '"0"' };

/** Puts the changed texts in place of the own ones, in a build or a test run. */
export const breaking = (edits: readonly Edit[]): Plugin => ({
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
    define,
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

/** The test files that stand beside the changed ones: test/behaviors/join.test.ts of src/behaviors/join.ts. */
export const testsBeside = ({ edits }: Mutation): string[] =>
  [...new Set(edits.map(({ file }) => file.replace('src/', 'test/').replace(/\.ts$/, '.test.ts')))].filter(
    existsSync,
  );

/** Runs test files on Seedbed with the changes of a mutation (null: with none); the tests that failed, by file. */
export function failedTests(mutation: Mutation | null, files: readonly string[]): Map<string, string[]> {
  if (files.length === 0) return new Map();
  const outputFile = join('out', 'mutations', 'tests.json');
  mkdirSync('out/mutations', { recursive: true });
  const { stderr } = spawnSync(
    'npx',
    [
      'vitest',
      'run',
      '--config',
      'test/mutations/vitest.config.ts',
      '--reporter=json',
      `--outputFile=${outputFile}`,
      ...files,
    ],
    // A run within a run must not take itself for the outer one.
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: process.env.HOME, MUTATION: mutation?.name ?? '' },
    },
  );
  const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8')) as {
    testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
  };
  if (testResults.length !== files.length)
    throw new Error(`${testResults.length} of ${files.length} files ran: ${stderr}`);
  return new Map(
    files.map((file) => {
      const { assertionResults = [] } = testResults.find(({ name }) => name.endsWith(file)) ?? {};
      if (assertionResults.length === 0) throw new Error(`No test of ${file} ran: ${stderr}`);
      return [
        file,
        assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
      ];
    }),
  );
}
