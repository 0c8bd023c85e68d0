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
  const files: PickedFile[] = [];
  for (const { entry, file } of taken) {
    if (entry !== null) await gather(entry, files, 0);
    else if (file !== null) files.push(file);
  }
  return files;
}

async function gather(entry: DropEntry, files: PickedFile[], depth: number): Promise<void> {
  if (files.length > MAX_FILES || depth > MAX_DEPTH) return;
  try {
    if (entry.isFile) {
      const file = await new Promise<File | null>(
        (found, failed) => entry.file?.(found, failed) ?? found(null),
      );
      if (file !== null) files.push(file);
      return;
    }
    const reader = entry.createReader?.();
    if (!reader) return;
    // Browsers hand out a hundred at a time, and an empty list at the end.
    for (;;) {
      const entries = await new Promise<DropEntry[]>((found, failed) => reader.readEntries(found, failed));
      if (entries.length === 0 || files.length > MAX_FILES) return;
      for (const inner of entries) await gather(inner, files, depth + 1);
    }
  } catch {
    // A file that went away meanwhile, or that the user may not read.
  }
}
