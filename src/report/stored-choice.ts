/** Among the files that somebody hands over: which one is the result to open. */

import {
  jsonOf,
  limits,
  type Recognized,
  recognize,
  type StoredFile,
  TooLarge,
} from '../experiment/stored-files.ts';
import type { Notice } from '../experiment/stored-head.ts';
import { folderFrom } from '../experiment/worlds-head.ts';
import { version } from '../version.ts';
import type { StoredWord } from './stored-words.ts';

type Problem = Notice<StoredWord>;

/** What each file is, or why they are not looked at. */
export async function recognizeAll(files: readonly StoredFile[]): Promise<readonly Recognized[] | Problem> {
  if (files.length === 0) return { name: 'noFiles', slots: {} };
  if (files.length > limits.files)
    return { name: 'tooMany', slots: { count: files.length, most: limits.files } };
  let bytes = 0;
  const recognized: Recognized[] = [];
  for (const file of files) {
    const slots = { file: file.name };
    bytes += file.size ?? 0;
    if (bytes > limits.mib * 2 ** 20) return { name: 'tooLarge', slots };
    try {
      recognized.push(await recognize(file));
    } catch (error) {
      if (error instanceof TooLarge) continue;
      const reason = error instanceof Error ? error.message : String(error);
      return { name: 'unreadable', slots: { ...slots, reason } };
    }
  }
  return recognized;
}

/** The result to open, with the comparisons that lie beside it. */
export type Choice =
  | {
      readonly kind: 'worlds';
      readonly file: Recognized;
      readonly beside: readonly Recognized[];
      readonly remarks: readonly Problem[];
    }
  | { readonly kind: 'json'; readonly file: Recognized };

export async function choose(recognized: readonly Recognized[]): Promise<Choice | Problem> {
  const of = (kind: Recognized['kind']) =>
    recognized.filter((file) => file.kind === kind && file.format === 1);
  const worlds = of('worlds');
  if (worlds.length > 0) {
    const file = worlds.length === 1 ? worlds[0] : await latest(worlds, of('folder'));
    if (file === undefined) return { name: 'several', slots: { count: worlds.length } };
    const earlier = worlds.length - 1;
    const remarks: Problem[] = earlier > 0 ? [{ name: 'earlier', slots: { count: earlier } }] : [];
    return { kind: 'worlds', file, beside: of('compare'), remarks };
  }
  const whole = [...of('compare'), ...of('run')];
  if (whole.length === 1) return { kind: 'json', file: whole[0] };
  if (whole.length > 1) return { name: 'several', slots: { count: whole.length } };
  return nothingIn(recognized);
}

function nothingIn(recognized: readonly Recognized[]): Problem {
  const newer = recognized.find(({ format }) => format > 1);
  if (newer) return { name: 'newer', slots: { file: newer.file.name, have: version } };
  if (recognized.length === 1) return { name: 'nothingHere', slots: { file: recognized[0].file.name } };
  return { name: 'nothing', slots: { count: recognized.length } };
}

/** The file of worlds that the folder's `folder.json` names: of a comparison rather than of a run. */
async function latest(
  worlds: readonly Recognized[],
  folders: readonly Recognized[],
): Promise<Recognized | undefined> {
  if (folders.length !== 1) return undefined;
  const folder = folderFrom(await jsonOf(folders[0].lines).catch(() => undefined));
  const name = folder?.latest.compare ?? folder?.latest.run;
  return worlds.find(({ file }) => file.name.split(/[\\/]/).at(-1) === name);
}
