/** The buttons of a page that works on a scenario: undo, redo, open, share. */
import { useEffect } from 'preact/hooks';
import { redo, resetAll, undo } from './edit.ts';
import { lazily } from './lazily.tsx';
import { useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { onShortcut } from './shortcuts.ts';
import { canRedo, canUndo, dialog } from './workspace.ts';

const ShareDialog = lazily(() => import('./ShareDialog.tsx').then((module) => module.ShareDialog));
const ShortcutsDialog = lazily(() =>
  import('./ShortcutsDialog.tsx').then((module) => module.ShortcutsDialog),
);
const ExportDialog = lazily(() => import('./ExportDialog.tsx').then((module) => module.ExportDialog));
const OpenDialog = lazily(() => import('./OpenDialog.tsx').then((module) => module.OpenDialog));

export function Tools() {
  const words = useWords(shareWords);
  useEffect(() => {
    addEventListener('keydown', onKey);
    addEventListener('keydown', onShortcut);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('keydown', onShortcut);
    };
  }, []);
  return (
    <>
      <button type="button" disabled={!canUndo.value} onClick={undo}>
        <span class="tools-icon" aria-hidden="true">
          ↶
        </span>
        <span class="tools-word">{words.undo}</span>
      </button>
      <button type="button" disabled={!canRedo.value} onClick={redo}>
        <span class="tools-icon" aria-hidden="true">
          ↷
        </span>
        <span class="tools-word">{words.redo}</span>
      </button>
      <button type="button" class="tools-reset" disabled={!canUndo.value} onClick={() => void resetAll()}>
        {words.resetAll}
      </button>
      <button type="button" onClick={() => (dialog.value = 'open')}>
        {words.open}
      </button>
      <button type="button" class="tools-export" onClick={() => (dialog.value = 'export')}>
        {words.export}
      </button>
      <button type="button" class="framed" onClick={() => (dialog.value = 'share')}>
        {words.share}
      </button>
      {dialog.value === 'share' && <ShareDialog />}
      {dialog.value === 'export' && <ExportDialog />}
      {dialog.value === 'open' && <OpenDialog />}
      {dialog.value === 'shortcuts' && <ShortcutsDialog />}
    </>
  );
}

/** Ctrl or Command with Z undoes, with Shift redoes; fields keep their own undo. */
function onKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  const { target } = event;
  const isField =
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'range');
  if (isField) return;
  event.preventDefault();
  if (event.shiftKey) redo();
  else undo();
}
