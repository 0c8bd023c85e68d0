import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** The Node build (`vite build`: dist/cli.js, dist/worker.js, dist/index.js) and the two test runs (`--mode long`: the long one). */
export default defineConfig(({ mode }) => ({
  define: { __SEEDBED_VERSION__: JSON.stringify(version) },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: { cli: 'src/cli/main.ts', worker: 'src/experiment/worker.ts', index: 'src/index.ts' },
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
