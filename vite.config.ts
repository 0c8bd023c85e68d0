import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { style, themeStyle } from './src/report/style.ts';
import { builtModules, modulesBuild } from './test/built-modules.ts';
import { boardPlugin } from './web/charts/vite-plugin.ts';
import { withoutWords } from './web/engine/vite-plugin.ts';
import { notebookInputs, notebookPlugins } from './web/notebooks/vite-plugin.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Folders whose code decides what a world comes to. */
const simulated = ['behaviors', 'engine', 'metrics', 'population', 'random', 'scenario', 'tactics'];

/** Changes whenever that code does, so that stored worlds are taken up again only by the code that made them. */
function engineFingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of simulated) {
    for (const name of readdirSync(`src/${folder}`).sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(`src/${folder}/${name}`));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** `virtual:report.css`: the style sheet of reports, which the site's own builds on. */
const reportStyle = (): Plugin => ({
  name: 'report-style',
  resolveId: (id) => (id === 'virtual:report.css' ? '\0virtual:report.css' : null),
  load: (id) => (id === '\0virtual:report.css' ? style + themeStyle : null),
});

/** Node: dist/cli.js, worker.js, index.js and what writes the pages of the site. */
const nodeBuild: UserConfig['build'] = {
  ssr: true,
  target: 'node20',
  outDir: 'dist',
  emptyOutDir: true,
  copyPublicDir: false,
  rolldownOptions: {
    input: {
      cli: 'src/cli/main.ts',
      worker: 'src/experiment/worker.ts',
      index: 'src/index.ts',
      bench: 'bench/run.ts',
      picture: 'bench/picture.ts',
      evidence: 'bench/evidence.ts',
      'bench-site': 'bench/site.ts',
      'site-pages': 'web/site-pages.ts',
      gallery: 'web/gallery.ts',
    },
    output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
  },
};

/** The site's scripts and styles in dist/site/assets; its pages are written by dist/site-pages.js from the manifest. */
const siteBuild: UserConfig['build'] = {
  target: 'es2022',
  outDir: 'dist/site',
  emptyOutDir: true,
  manifest: 'manifest.json',
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
  chunkSizeWarningLimit: 2000,
  rolldownOptions: {
    input: {
      ...Object.fromEntries(
        readdirSync('web/entries').map((name) => [name.replace('.tsx', ''), `web/entries/${name}`]),
      ),
      ...notebookInputs(),
    },
    output: {
      entryFileNames: 'assets/[name]-[hash].js',
      chunkFileNames: 'assets/[name]-[hash].js',
      assetFileNames: 'assets/[name]-[hash][extname]',
    },
  },
};

/** The working copy's script and style: everything in one of each, the worker too (dist/copy, then web/working-copy.ts). */
const copyBuild: UserConfig['build'] = {
  target: 'es2022',
  outDir: 'dist/copy',
  emptyOutDir: true,
  copyPublicDir: false,
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
  chunkSizeWarningLimit: 4000,
  cssCodeSplit: false,
  rolldownOptions: {
    input: 'web/working-copy/entry.tsx',
    output: {
      format: 'iife',
      codeSplitting: false,
      entryFileNames: 'copy.js',
      assetFileNames: 'copy[extname]',
    },
  },
};

/** By mode; Node's without one. */
const builds: Readonly<Record<string, UserConfig['build']>> = {
  site: siteBuild,
  copy: copyBuild,
  modules: modulesBuild(
    readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')),
  ),
};

/** In the working copy the worker's code is part of the page. */
const inlineWorker = { find: /^.*\/start-worker\.ts$/, replacement: resolve('web/engine/start-inline.ts') };

const long = 'test/**/*.long.test.ts';
/** Room for a slow machine: browser tests open many pages. [ms] */
const minutes = (n: number) => ({ testTimeout: n * 60_000, hookTimeout: 120_000 });

/** What puts up globals of a page, holds its state, or adds to what others import. */
const loners = ['test/web/app/**/*.test.ts', 'test/web/**/*.test.tsx', 'test/tactics/own-tactic.test.ts'];

/** Files of `npm test` share what they import, which saves time, except loners. */
const shortTests = [
  {
    extends: true as const,
    test: {
      name: 'together',
      include: ['test/**/*.test.ts'],
      exclude: [long, ...loners],
      isolate: false,
      ...minutes(2),
    },
  },
  {
    extends: true as const,
    test: { name: 'alone', include: loners, exclude: [long], ...minutes(2) },
  },
];
const longTests = [
  { extends: true as const, test: { name: 'long', include: [long], exclude: [], ...minutes(30) } },
];

/** Builds (`vite build`: Node; `--mode site`: browser; `--mode copy`: the working copy) and test runs (`--mode long`: the long one). */
export default defineConfig(({ mode, command }) => ({
  define: {
    __SEEDBED_VERSION__: JSON.stringify(version),
    __SEEDBED_ENGINE__: JSON.stringify(engineFingerprint()),
    ...(mode === 'copy' ? { 'import.meta': '{}' } : {}),
  },
  base: './',
  publicDir: 'web/public',
  plugins: [
    reportStyle(),
    boardPlugin(),
    mode === 'site' && notebookPlugins(),
    command === 'serve' && process.env.VITEST !== undefined && builtModules(),
  ],
  worker: { format: 'es', plugins: () => [withoutWords()] },
  resolve: { alias: mode === 'copy' ? [inlineWorker] : [] },
  build: builds[mode] ?? nodeBuild,
  test: {
    reporters: ['default', './test/reporter.ts'],
    maxWorkers: 2,
    server: { deps: { external: [/\/out\/src\//] } },
    projects: mode === 'long' ? longTests : shortTests,
  },
}));
