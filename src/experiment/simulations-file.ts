/**
 * A folder that keeps the simulations of a calibration as they finish, so that the same command goes on. Node only.
 *
 *   DIR/simulations-<key>.ndjson   a sealed line for each: { index, values, summaries }
 *
 * The key comes from everything that moves a simulation: the question (scenario, paths, where targets look), the code. What
 * targets are worth is no part of it: with other values or errors the same simulations serve. A line that is cut or damaged
 * is dropped, and its simulation runs again. A summary that is no number is null.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderError, lockFolder, systemReason, writeFully, writeWhole } from './folder.ts';
import { sealed, unsealed } from './sealed-line.ts';

export interface SimulationsFile {
  readonly folder: string;
  /** How many were there already. */
  readonly before: number;
  /** What is known of a simulation; undefined if nothing. */
  find(index: number, values: readonly number[]): readonly number[] | undefined;
  add(index: number, values: readonly number[], summaries: readonly number[]): void;
  /** Writes a file of the folder as a whole. */
  write(name: string, text: string): void;
  close(): void;
}

interface Line {
  readonly index: number;
  readonly values: readonly number[];
  readonly summaries: readonly (number | null)[];
}

/** Opens or makes a folder. Throws a `FolderError` when it is in use or cannot be written. */
export function openSimulations(folder: string, key: string, say: (notice: string) => void): SimulationsFile {
  attempt(folder, () => mkdirSync(folder, { recursive: true }));
  const unlock = lockFolder(folder, say);
  try {
    const path = join(folder, `simulations-${key}.ndjson`);
    const { lines, damaged } = attempt(path, () => readLines(path));
    if (damaged > 0) {
      say(`${path}: ${damaged} damaged ${damaged === 1 ? 'line is' : 'lines are'} left out and run again.`);
      writeWhole(
        path,
        lines.map((line) => sealed(line)),
      );
    }
    const known = new Map<string, readonly number[]>(
      lines.map((line) => [placeOf(line.index, line.values), numbersOf(line)] as const),
    );
    const handle = attempt(path, () => openSync(path, 'a'));
    let open = true;
    return {
      folder,
      before: known.size,
      find: (index, values) => known.get(placeOf(index, values)),
      add(index, values, summaries) {
        known.set(placeOf(index, values), summaries);
        const line = { index, values, summaries: summaries.map((x) => (Number.isFinite(x) ? x : null)) };
        attempt(path, () => writeFully(handle, sealed(line)));
      },
      write: (name, text) => writeWhole(join(folder, name), [text]),
      close() {
        if (!open) return;
        open = false;
        attempt(path, () => fsyncSync(handle));
        closeSync(handle);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

const placeOf = (index: number, values: readonly number[]): string => `${index} ${values.join()}`;

const numbersOf = ({ summaries }: Line): number[] => summaries.map((x) => x ?? Number.NaN);

function readLines(path: string): { lines: Line[]; damaged: number } {
  if (!existsSync(path)) return { lines: [], damaged: 0 };
  const texts = readFileSync(path, 'utf8').split('\n');
  const rest = texts.pop();
  const lines = texts.map((text) => unsealed(text)).filter(isLine);
  return { lines, damaged: texts.length - lines.length + (rest === '' ? 0 : 1) };
}

function isLine(value: unknown): value is Line {
  const { index, values, summaries } = (value ?? {}) as Partial<Record<keyof Line, unknown>>;
  return Number.isInteger(index) && Array.isArray(values) && Array.isArray(summaries);
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof FolderError) throw error;
    throw new FolderError(`${path} cannot be used: ${systemReason(error)}.`, { cause: error });
  }
}
