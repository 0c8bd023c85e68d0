/** `compact`: many small files of a store into few larger ones. */
import { join } from 'node:path';
import { compact } from '../experiment/shards/compact.ts';
import type { CommonOptions } from './options.ts';
import { withStore } from './store-open.ts';
import { Terminal } from './terminal.ts';

export async function compactStore(folder: string, options: CommonOptions): Promise<void> {
  const terminal = new Terminal(options);
  const found = await withStore(folder, terminal, () =>
    compact(folder, (path, why) => terminal.warn(`${join(folder, path)}: ${why}`)),
  );
  if (terminal.json) await terminal.printJson({ schema: 'seedbed/compact@1', ...found });
  else await terminal.print(`${found.before} files of results are now ${found.after}\n`);
}
