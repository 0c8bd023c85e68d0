import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

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

/** The Node build (`vite build`: dist/cli.js, dist/worker.js, dist/index.js) and the two test runs (`--mode long`: the long one). */
export default defineConfig(({ mode }) => ({
  define: {
    __SEEDBED_VERSION__: JSON.stringify(version),
    __SEEDBED_ENGINE__: JSON.stringify(engineFingerprint()),
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        cli: 'src/cli/main.ts',
        worker: 'src/experiment/worker.ts',
        index: 'src/index.ts',
        bench: 'bench/run.ts',
        picture: 'bench/picture.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  test: {
    include: mode === 'long' ? ['test/**/*.long.test.ts'] : ['test/**/*.test.ts'],
    exclude: mode === 'long' ? [] : ['test/**/*.long.test.ts'],
    reporters: ['default', './test/reporter.ts'],
    testTimeout: mode === 'long' ? 1_800_000 : 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
}));
