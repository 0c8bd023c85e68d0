/** The studies of a store on a disk, each held against its name. Node only. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readStudy, type Study } from '../sweep/study.ts';
import { digestIn, filesOf, readWhole } from './folder-files.ts';

export interface NamedStudy {
  /** Digest that names it. */
  readonly name: string;
  readonly study: Study;
  /** When its file was written [ms since 1970]. */
  readonly written: number;
}

/** Every study that is whole, the latest first. */
export function readStudies(folder: string, onDamaged: (path: string, why: string) => void): NamedStudy[] {
  const found: NamedStudy[] = [];
  for (const path of filesOf(folder, 'studies')) {
    const bytes = readWhole(folder, path);
    const study = bytes === undefined ? null : readStudy(new TextDecoder().decode(bytes));
    if (study !== null)
      found.push({ name: digestIn(path), study, written: statSync(join(folder, path)).mtimeMs });
    else onDamaged(path, bytes === undefined ? 'it is not what was written' : 'it is no study');
  }
  return found.sort((a, b) => b.written - a.written || (a.name < b.name ? -1 : 1));
}
