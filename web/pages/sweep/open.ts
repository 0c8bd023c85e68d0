/** Files that somebody opens on the sweep page: an exported table, or a scenario, which is not run as a comparison here. */
import { signal } from '@preact/signals';
import { locales } from '../../../src/report/format.ts';
import { fill } from '../../../src/report/format-message.ts';
import { begin } from '../../app/edit.ts';
import { readDocument, readNetworks } from '../../app/live-run.ts';
import { shown, tell } from '../../app/workspace.ts';
import { type PickedFile, sortFiles } from '../../state/files.ts';
import type { ExportedRuns } from './exported.ts';
import { takeRows } from './session.ts';
import { sweepPageWords } from './words.ts';

/** The file that is shown in place of the page's own sweep. */
export const openedRuns = signal<ExportedRuns | null>(null);

const MAGIC = 'PAR1';

/** True where the files were taken; others go the usual way. */
export async function openHere(files: readonly PickedFile[]): Promise<boolean> {
  for (const file of files) {
    if (!(file instanceof Blob) || (await file.slice(0, MAGIC.length).text()) !== MAGIC) continue;
    await openParquet(file, file.name);
    return true;
  }
  const picked = await sortFiles(files);
  if (picked.kind !== 'scenario') return false;
  shown.value = null;
  openedRuns.value = null;
  begin({ preset: null, file: picked.name, text: picked.text });
  readDocument();
  await readNetworks(picked.beside);
  return true;
}

export async function openParquet(file: Blob, name: string): Promise<void> {
  const { MOST_BYTES, readExported } = await import('./exported.ts');
  const found =
    file.size > MOST_BYTES
      ? ({ kind: 'fault', fault: 'tooLarge' } as const)
      : await readExported(name, await file.arrayBuffer());
  const inBoth = (text: (words: (typeof sweepPageWords)['en'], locale: 'en' | 'zh-CN') => string) => {
    const [en, zh] = locales.map((locale) => text(sweepPageWords[locale], locale));
    tell({ id: 'parquet', text: { en, 'zh-CN': zh } });
  };
  if (found.kind === 'fault') inBoth((words) => words.faults[found.fault]);
  else if (found.kind === 'runs') openedRuns.value = found;
  else {
    const count = await takeRows(found.rows);
    inBoth((words, locale) => fill(words.filled, { count }, locale));
  }
}
