/**
 * In test runs the modules of `src` are those that Vite builds of it, each a file of its own (`out/src`): Node loads them as any module,
 * and what a world takes is twice as quick as through the test runner's own way of import. They are built anew by every run.
 */
import { relative, resolve } from 'node:path';
import { build, type Plugin, type UserConfig } from 'vite';

const source = resolve('src');
const target = resolve('out', 'src');

/** `vite build --mode modules`: every module of `src` as a file. */
export const modulesBuild = (files: readonly string[]): UserConfig['build'] => ({
  ssr: true,
  target: 'node20',
  outDir: 'out/src',
  emptyOutDir: false,
  copyPublicDir: false,
  rolldownOptions: {
    input: Object.fromEntries(files.map((name) => [name.replace(/\.ts$/, ''), `src/${name}`])),
    preserveEntrySignatures: 'strict',
    output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
  },
});

/** Both projects of a run wait for the same build. */
const shared = globalThis as { seedbedModules?: Promise<unknown> };

export const builtModules = (): Plugin => ({
  name: 'built-modules',
  enforce: 'pre',
  async buildStart() {
    shared.seedbedModules ??= build({ mode: 'modules', logLevel: 'error' });
    await shared.seedbedModules;
  },
  resolveId(path, importer) {
    if (importer === undefined || !/^\.{1,2}\/.*\.ts$/.test(path)) return null;
    const file = resolve(importer, '..', path);
    const name = relative(source, file);
    return name.startsWith('..') ? null : resolve(target, name.replace(/\.ts$/, '.js'));
  },
});
