/** A Web Worker that settles the people of a picture. */
import { settle } from './layout.ts';
import type { LayoutOrder } from './protocol.ts';

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  for (const answer of settle(data)) postMessage(answer, { transfer: [answer.positions.buffer] });
});
