/** Test runs on Seedbed with one mechanism broken: the mutation that the environment's MUTATION names; none when it is empty. */
import { defineConfig } from 'vitest/config';
import { mutations } from './list.ts';
import { breaking, define } from './run.ts';

const wanted = process.env.MUTATION ?? '';
const mutation = mutations.find(({ name }) => name === wanted);
if (wanted !== '' && mutation === undefined) throw new Error(`No mutation is called ${wanted}`);

export default defineConfig({
  plugins: [breaking(mutation?.edits ?? [])],
  define,
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, isolate: false, maxWorkers: 2 },
});
