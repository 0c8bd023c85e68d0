/** A dialog over the page: the browser's own, so Escape closes it and the focus stays inside. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { dialog } from './workspace.ts';
import '../style/dialogs.css';

export function Dialog({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const words = useWords(shareWords);
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  const close = () => {
    dialog.value = null;
  };
  return (
    <dialog ref={element} aria-labelledby={id} onClose={close}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="framed" onClick={close}>
          {words.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
