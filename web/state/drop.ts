/** The files of a drop, those in dropped folders too. */
import { MAX_FILES, type PickedFile } from './files.ts';

/** The part of the browser's `FileSystemEntry` that is used. */
export interface DropEntry {
  readonly isFile: boolean;
  readonly fullPath: string;
  file?(found: (file: File) => void, failed: (error: unknown) => void): void;
  createReader?(): {
    readEntries(found: (entries: DropEntry[]) => void, failed: (error: unknown) => void): void;
  };
}

export interface DropItem {
  readonly kind: string;
  getAsFile(): File | null;
  webkitGetAsEntry?(): unknown;
}

export interface Drop {
  readonly items: ArrayLike<DropItem>;
}

const MAX_DEPTH = 6;
/** Files and folders that are looked at. */
const MAX_ENTRIES = 10_000;

/** What was found so far, and how many entries were looked at. */
interface Found {
  readonly files: PickedFile[];
  looked: number;
}

/**
 * All files of a drop, one more than `MAX_FILES` at most. Call it while the event is handled: afterwards browsers have
 * emptied the drop. What cannot be read is left out.
 */
export async function filesOfDrop({ items }: Drop): Promise<PickedFile[]> {
  const taken = Array.from(items)
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({
      entry: (item.webkitGetAsEntry?.() ?? null) as DropEntry | null,
      file: item.getAsFile(),
    }));
  const found: Found = { files: [], looked: 0 };
  for (const { entry, file } of taken) {
    if (entry !== null) await gather(entry, found, 0);
    else if (file !== null) found.files.push(file);
  }
  return found.files;
}

const enough = ({ files, looked }: Found): boolean => files.length > MAX_FILES || looked > MAX_ENTRIES;

async function gather(entry: DropEntry, found: Found, depth: number): Promise<void> {
  found.looked++;
  if (enough(found)) return;
  try {
    if (entry.isFile) {
      const file = await new Promise<File | null>((got, failed) => entry.file?.(got, failed) ?? got(null));
      if (file !== null) found.files.push(file);
    } else if (depth < MAX_DEPTH) await gatherWithin(entry, found, depth);
  } catch {
    // A file that went away meanwhile, or that the user may not read.
  }
}

/** Browsers hand out a folder's entries a hundred at a time, and an empty list at the end. */
async function gatherWithin(folder: DropEntry, found: Found, depth: number): Promise<void> {
  const reader = folder.createReader?.();
  while (reader && !enough(found)) {
    const entries = await new Promise<DropEntry[]>((got, failed) => reader.readEntries(got, failed));
    if (entries.length === 0) return;
    for (const entry of entries) await gather(entry, found, depth + 1);
  }
}
