/** `verify`: holds every file of a store against its name. */
import { join } from 'node:path';
import { FolderError, lockFolder } from '../experiment/folder.ts';
import { quarantine } from '../experiment/shards/folder-files.ts';
import { type Indexes, scanShards, takeIn } from '../experiment/shards/scan.ts';
import { readStudies } from '../experiment/shards/studies.ts';
import { CommandFailure, Exit } from './errors.ts';
import type { CommonOptions } from './options.ts';
import { needStore, told } from './store-open.ts';
import { Terminal } from './terminal.ts';

interface Damage {
  readonly path: string;
  readonly why: string;
}

export async function verify(folder: string, options: CommonOptions): Promise<void> {
  const terminal = new Terminal(options);
  needStore(folder);
  const { found, damaged } = await told(() => check(folder));
  const away = damaged.length === 0 ? true : await putAway(folder, damaged, terminal);
  if (terminal.json) await terminal.printJson({ schema: 'seedbed/verify@1', ...found, damaged });
  else
    await terminal.print(
      `${found.files} files of results with ${found.rows} rows, ${found.results} of them different, and ${found.studies} studies: ${damaged.length === 0 ? 'all as written' : `${damaged.length} damaged`}\n`,
    );
  if (damaged.length === 0) return;
  const where = away ? `put into ${join(folder, 'quarantine')}` : 'left where they are';
  const told_ = damaged.map(({ path, why }) => `${join(folder, path)}: ${why}`).join('\n');
  throw new CommandFailure(
    Exit.invalid,
    `${told_}\nDamaged files are ${where}. Their results run again at the next sweep.`,
  );
}

async function check(folder: string) {
  const damaged: Damage[] = [];
  const onDamaged = (path: string, why: string) => damaged.push({ path, why });
  const indexes: Indexes = new Map();
  let files = 0;
  let rows = 0;
  for await (const scanned of scanShards(folder, { onDamaged })) {
    await takeIn(indexes, folder, scanned);
    files++;
    rows += scanned.shard.rows;
  }
  const studies = readStudies(folder, onDamaged).length;
  const results = [...indexes.values()].reduce((sum, { size }) => sum + size, 0);
  return { found: { files, rows, results, studies }, damaged };
}

/** Whether damaged files could be put out of the way: not where another run is writing, or the folder cannot be written. */
async function putAway(folder: string, damaged: readonly Damage[], terminal: Terminal): Promise<boolean> {
  try {
    const unlock = lockFolder(folder);
    try {
      for (const { path } of damaged) quarantine(folder, path);
      return true;
    } finally {
      unlock();
    }
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    terminal.warn(error.message);
    return false;
  }
}
