/** What the scenario of the page said at first: what counts as changed, and what Reset goes back to. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { presetPlain } from '../app/address.ts';
import { firstText } from '../app/edit.ts';
import { doc } from '../app/workspace.ts';
import { plainOf } from '../state/document.ts';
import type { Place } from '../state/place.ts';
import { type Path, type Plain, partAt } from '../state/plain.ts';
import { names, namesOf, placeNow, plain } from './catalog.ts';

/** What the page's question said at first, or a file of one's own; null until that is known. */
export const preset = signal<Plain | null>(null);
let followed: string | null = null;

/** Follows the page's question. Whoever shows inputs calls it. */
export function useFirst(): void {
  const now = doc.value;
  const origin = now && (now.preset === null ? `text ${firstText() ?? now.text}` : `preset ${now.preset}`);
  useEffect(() => void followFirst(), [origin]);
}

export async function followFirst(): Promise<void> {
  const now = doc.peek();
  if (now === null) return;
  const first = firstText() ?? now.text;
  const origin = now.preset === null ? `text ${first}` : `preset ${now.preset}`;
  if (origin === followed) return;
  followed = origin;
  preset.value = null;
  const found = now.preset === null ? readPlain(first) : await presetPlain(now.preset);
  if (followed !== origin) return;
  preset.value = found;
  // What could not be had now may be had with the next input.
  if (found === null) followed = null;
}

function readPlain(text: string): Plain | null {
  const read = plainOf(text);
  return 'plain' in read ? read.plain : null;
}

/** What stood at first where an input writes. */
export function presetValue({ write }: Place): Plain | undefined {
  const path = firstPath(write);
  return path === null || preset.value === null ? undefined : partAt(preset.value, path);
}

/** Whether an input says something else than at first, in this scope; nothing does before the first is known. */
export function isChanged(path: string, arm: number | null): boolean {
  const place = placeNow(path, arm);
  if (preset.value === null || firstPath(place.write) === null) return false;
  return JSON.stringify(partAt(plain.value, place.write)) !== JSON.stringify(presetValue(place));
}

/** Arms move and get other names: an arm is the one of its name, else the one at its place whose name is gone. */
function firstPath(path: Path): Path | null {
  const [list, arm, ...rest] = path;
  if (list !== 'arms' || typeof arm !== 'number') return path;
  const first = namesOf(preset.value ?? {});
  const same = first.indexOf(names.value[arm]);
  if (same >= 0) return ['arms', same, ...rest];
  return arm < first.length && !names.value.includes(first[arm]) ? path : null;
}
