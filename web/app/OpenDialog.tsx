/** Opens what the viewer has: a scenario, or stored results. The same files can be dropped anywhere on the page. */

import { Dialog } from './Dialog.tsx';
import { openFiles } from './opening.ts';
import { useWords } from './Shell.tsx';
import { shareWords } from './share-words.ts';
import { dialog } from './workspace.ts';

export function OpenDialog() {
  const words = useWords(shareWords);
  const take = (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    const files = [...(event.currentTarget.files ?? [])];
    dialog.value = null;
    void openFiles(files);
  };
  return (
    <Dialog title={words.open}>
      <p>{words.openLead}</p>
      <div class="row open-pick">
        <label class="field">
          <span>{words.pick}</span>
          <input type="file" multiple onChange={take} />
        </label>
        <label class="field">
          <span>{words.pickFolder}</span>
          <input type="file" multiple {...{ webkitdirectory: true }} onChange={take} />
        </label>
      </div>
      <p class="fine">{words.drop}</p>
    </Dialog>
  );
}
