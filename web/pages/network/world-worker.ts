/** A Web Worker that runs the arms of one world for the picture, and lives when a person is clicked. */
import { observe, observeLives } from './observe.ts';
import type { WorldAnswer, WorldAsked, WorldOrder } from './protocol.ts';

let asked: WorldAsked | undefined;

function answer(message: WorldAnswer): void {
  const parts =
    'stretch' in message ? [message.stretch.marks, message.stretch.friends, message.stretch.awake] : [];
  postMessage(message, { transfer: parts.map(({ buffer }) => buffer) });
}

addEventListener('message', ({ data }: MessageEvent<WorldOrder>) => {
  try {
    if ('open' in data) {
      asked = data.open;
      for (const message of observe(asked)) answer(message);
      return;
    }
    if (asked === undefined) throw new Error('a life was asked for before there was a world');
    answer({ person: data.person, lives: observeLives(asked, data.person) });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
});

answer({ ready: true });
