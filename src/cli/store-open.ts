/** Doors to a store of results for the commands that read one. */
import { FolderError } from '../experiment/folder.ts';
import { SameInputsTwoResults } from '../experiment/shards/contradiction.ts';
import { Database, SqlError } from '../experiment/shards/database.ts';
import { isStore, ResultsStore } from '../experiment/shards/results-store.ts';
import { CommandFailure, Exit } from './errors.ts';
import { needFolder } from './results.ts';
import type { Terminal } from './terminal.ts';

/** Fails unless the folder is a store of results. */
export function needStore(folder: string): void {
  needFolder(folder);
  if (!isStore(folder))
    throw new CommandFailure(
      Exit.invalid,
      `${folder}: it is no store of results (it has no dictionary.json of Seedbed); seedbed sweep makes one`,
    );
}

/** A store for SQL, for as long as the work takes. */
export async function withDatabase<T>(
  folder: string,
  terminal: Terminal,
  mayUseFiles: boolean,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  needStore(folder);
  return await told(async () => {
    const database = await Database.open({ folder, mayUseFiles, say: (notice) => terminal.say(notice) });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  });
}

/** A store open for writing, for as long as the work takes. */
export async function withStore<T>(
  folder: string,
  terminal: Terminal,
  work: (store: ResultsStore) => Promise<T>,
): Promise<T> {
  needStore(folder);
  return await told(async () => {
    const store = await ResultsStore.open({ folder, seed: '', say: (notice) => terminal.warn(notice) });
    try {
      return await work(store);
    } finally {
      store.close();
    }
  });
}

/** What a folder or a statement does wrong, as the user's affair. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SqlError || error instanceof FolderError)
      throw new CommandFailure(Exit.invalid, error.message, { cause: error });
    if (error instanceof SameInputsTwoResults)
      throw new CommandFailure(Exit.internal, error.message, { cause: error });
    throw error;
  }
}
