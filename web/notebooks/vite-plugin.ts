/**
 * Builds the notebooks of `notebooks/` into the site, each in a folder of its own. Observable Notebook Kit turns their
 * cells into functions when the site is built, so a page needs neither its compiler nor `eval`, and the site's policy
 * holds. Of its run-time only what runs cells is taken: its library of charts and databases asks a CDN for them.
 */
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const folder = 'notebooks';

/** Entries of the build by name. */
export const notebookInputs = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.html') && name !== 'template.html')
      .map((name) => [`notebook-${name.replace('.html', '')}`, `${folder}/${name}`]),
  );

export async function notebookPlugins(): Promise<Plugin[]> {
  const { observable } = await import('@observablehq/notebook-kit/vite');
  const kit = observable({ template: resolve(folder, 'template.html') });
  return [kit as Plugin, withoutTheme, runtime(), inOwnFolder];
}

/** The kit's own style sheets give way to the site's. */
const withoutTheme: Plugin = {
  name: 'notebook-look',
  transformIndexHtml: {
    order: 'pre',
    handler: (page) => page.replace(/<style type="text\/css">[^<]*<\/style>/g, ''),
  },
};

/** `observable:runtime`: runs cells, and knows no names but theirs. */
function runtime(): Plugin {
  const own = '\0observable:runtime';
  const kit = dirname(fileURLToPath(import.meta.resolve('@observablehq/notebook-kit/runtime')));
  return {
    name: 'notebook-runtime',
    enforce: 'pre',
    resolveId: (id) => (id === 'observable:runtime' ? own : null),
    load: (id) =>
      id === own
        ? `import { Runtime } from ${JSON.stringify(fileURLToPath(import.meta.resolve('@observablehq/runtime')))};
import { define as defineCell } from ${JSON.stringify(join(kit, 'define.js'))};
const main = new Runtime().module();
main.constructor.prototype.defines = function (name) {
  return this._scope.has(name) || this._builtins.has(name) || this._runtime._builtin._scope.has(name);
};
export const define = (state, cell) => defineCell(main, state, cell);
`
        : null,
  };
}

/** `notebooks/hello.html` becomes `notebooks/hello/index.html`, one step deeper. */
const inOwnFolder: Plugin = {
  name: 'notebook-folder',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !/^notebooks\/[\w-]+\.html$/.test(file.fileName)) continue;
        delete bundle[file.fileName];
        const page = String(file.source).replace(/((?:src|href)=")\.\.\//g, '$1../../');
        this.emitFile({
          type: 'asset',
          fileName: file.fileName.replace('.html', '/index.html'),
          source: page,
        });
      }
    },
  },
};
