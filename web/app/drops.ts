/** Files dropped anywhere on the page. */
import { filesOfDrop } from '../state/drop.ts';

/** Lets files be dropped anywhere on the page. Gives the function that ends it. */
export function takeDrops(): () => void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const { dataTransfer } = event;
    // The files must be taken while the event is handled: afterwards the browser has emptied the drop.
    const files = filesOfDrop(dataTransfer);
    void Promise.all([files, import('./opening.ts')]).then(([dropped, { openFiles }]) => openFiles(dropped));
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}
