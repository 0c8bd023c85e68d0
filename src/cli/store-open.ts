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

/** A store for results that are about to be made; a folder is made where there is none. */
export async function openForResults(
  folder: string,
  seed: string,
  terminal: Terminal,
): Promise<ResultsStore> {
  try {
    return await ResultsStore.open({ folder, seed, say: (notice) => terminal.say(notice) });
  } catch (error) {
    if (error instanceof FolderError) throw new CommandFailure(Exit.invalid, error.message, { cause: error });
    throw explained(error);
  }
}

/** Works with a store and closes it; what goes wrong with its folder is said in a sentence that says what is kept. */
export async function writing(
  store: ResultsStore,
  work: (store: ResultsStore) => Promise<void>,
): Promise<void> {
  try {
    await work(store);
  } catch (error) {
    throw explained(error);
  } finally {
    closeQuietly(store);
  }
}

/** What went wrong with a folder while it was written to, in a sentence that says what is kept. */
function explained(error: unknown): unknown {
  if (error instanceof SameInputsTwoResults)
    return new CommandFailure(Exit.internal, error.message, { cause: error });
  if (!(error instanceof FolderError)) return error;
  const cure = 'Results that were written before are kept: the same command goes on with them.';
  return new CommandFailure(Exit.internal, `${error.message} ${cure}`, { cause: error });
}

/** What could not be written has been said already. */
function closeQuietly(store: ResultsStore): void {
  try {
    store.close();
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
  }
}
