/** Files that somebody opens on the sweep page: results of the command line, or a scenario, which is not run as a comparison here. */
import { signal } from '@preact/signals';
import { type Locale, locales } from '../../../src/report/format.ts';
import { fill } from '../../../src/report/format-message.ts';
import { begin } from '../../app/edit.ts';
import { readDocument, readNetworks } from '../../app/live-run.ts';
import { dismiss, shown, tell } from '../../app/workspace.ts';
import { MAX_FILES, type PickedFile, sortFiles } from '../../state/files.ts';
import type { OpenedRuns } from './opened-runs.ts';
import type { Fault } from './parquet-table.ts';
import { layOutNow, takeRows } from './session.ts';
import { type SweepWords, sweepPageWords } from './words.ts';

/** The file that is shown in place of the page's own sweep. */
export const openedRuns = signal<OpenedRuns | null>(null);

const NOTICE = 'parquet';
const study = /^\s*\{\s*"schema"\s*:\s*"seedbed\/study@\d/;

/** True where the files were taken; others go the usual way. */
export async function openHere(files: readonly PickedFile[]): Promise<boolean> {
  const openings = await Promise.all(files.slice(0, MAX_FILES).map(openingOf));
  const tables = files.filter((_, i) => openings[i]?.startsWith('PAR1'));
  const studies = files.filter((_, i) => study.test(openings[i] ?? ''));
  const named = files.filter(({ name }) => name.endsWith('.parquet'));
  if (tables.length + studies.length + named.length > 0) {
    if (files.length > MAX_FILES) sayFault('tooMany');
    else await openResults(tables.length > 0 ? tables : named, studies);
    return true;
  }
  const picked = await sortFiles(files);
  if (picked.kind !== 'scenario') return false;
  shown.value = null;
  openedRuns.value = null;
  begin({ preset: null, file: picked.name, text: picked.text });
  readDocument();
  await readNetworks(picked.beside);
  void layOutNow();
  return true;
}

const OPENING = 64;
const openingOf = async (file: PickedFile): Promise<string> =>
  (await file
    .slice?.(0, OPENING)
    .text()
    .catch(() => '')) ?? '';

async function openResults(tables: readonly PickedFile[], studies: readonly PickedFile[]): Promise<void> {
  if (tables.length === 0) {
    inBoth((words) => words.noTables);
    return;
  }
  const { readExported } = await import('./exported.ts');
  const found = await readExported(tables, studies);
  if (found.kind === 'fault') sayFault(found.fault);
  else if (found.kind === 'runs') {
    openedRuns.value = found.runs;
    if (found.leftOut === 0) dismiss(NOTICE);
    else inBoth((words, locale) => fill(words.leftOut, { count: found.leftOut }, locale));
  } else {
    const count = await takeRows(found.rows);
    const isOther = found.rows.length === 0;
    inBoth((words, locale) => fill(isOther ? words.otherCode : words.filled, { count }, locale));
  }
}

const sayFault = (fault: Fault): void => inBoth((words) => words.faults[fault]);

function inBoth(text: (words: SweepWords, locale: Locale) => string): void {
  const [en, zh] = locales.map((locale) => text(sweepPageWords[locale], locale));
  tell({ id: NOTICE, text: { en, 'zh-CN': zh } });
}
