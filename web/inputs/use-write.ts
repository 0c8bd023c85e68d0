/** Writes what an input says into the text of the scenario. */
import { useRef } from 'preact/hooks';
import { edit } from '../app/edit.ts';
import { placeNow } from './catalog.ts';
import type { Drag } from './use-drag.ts';

/** A change that waits, with the drag that it is part of. */
interface Waiting {
  readonly text: string;
  readonly key: string;
  readonly burst: number | undefined;
}

/** Puts a text at the place of an input. At most twenty times a second; the last one always. */
export function useWrite(path: string, arm: number | null, drag: Drag) {
  const waiting = useRef<{ next: Waiting | null } | null>(null);
  const send = ({ text, key, burst }: Waiting) =>
    void edit([{ path: placeNow(path, arm).write, value: plainly(text) }], key, burst);
  return (text: string) => {
    const change = { text, key: drag.key(), burst: drag.burst() };
    if (waiting.current) {
      waiting.current.next = change;
      return;
    }
    waiting.current = { next: null };
    send(change);
    setTimeout(() => {
      const next = waiting.current?.next;
      waiting.current = null;
      if (next) send(next);
    }, 50);
  };
}

/** Plain numbers are written as numbers. */
const plainly = (text: string): string | number =>
  /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
