/** The worker of a working copy, which has no other file: its code is in the page. */
import InlineWorker from './worker.ts?worker&inline';

export const startWorker = (): Worker => new InlineWorker();
