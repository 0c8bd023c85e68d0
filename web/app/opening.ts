/** Files that a viewer picks or drops: a scenario becomes the page's text, a stored result is shown as it is. */
import { locales } from '../../src/report/format.ts';
import { type PickedFile, sortFiles } from '../state/files.ts';
import { fileFaultText } from '../state/words.ts';
import { begin, runNow } from './edit.ts';
import { live, opener, shown, tell } from './workspace.ts';

export async function openFiles(files: readonly PickedFile[]): Promise<void> {
  if (await opener.value?.(files)) return;
  const picked = await sortFiles(files);
  if (picked.kind === 'fault') {
    const [en, zh] = locales.map((locale) => fileFaultText(picked.fault, picked.names, locale));
    tell({ id: 'file', text: { en, 'zh-CN': zh } });
    return;
  }
  const { openResult, readNetworks } = await live();
  if (picked.kind === 'result') {
    await openResult(picked.files);
    return;
  }
  shown.value = null;
  begin({ preset: null, file: picked.name, text: picked.text });
  await readNetworks(picked.beside);
  await runNow();
}
