/** The worker of the stage. It ends at once when the page terminates it; another order takes the place of the last. */
import type { StageAnswer, StageOrder } from './stage-messages.ts';
import { type Office, work } from './stage-work.ts';

let wanted = -1;

const office: Office = {
  answer: (message: StageAnswer, transfer: Transferable[]) => postMessage(message, { transfer }),
  async isStillWanted(run) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return wanted === run;
  },
  slice: 20,
};

self.onmessage = ({ data }: MessageEvent<StageOrder>) => {
  wanted = data.run;
  void work(data, office);
};
