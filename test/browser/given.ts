/** What viewers bring to a page: links and files. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { version } from '../../package.json';
import { plainOf } from '../../web/state/change.ts';
import { encodeLink } from '../../web/state/link.ts';
import type { Plain, PlainMapping } from '../../web/state/plain.ts';

const plainIn = (text: string): PlainMapping => {
  const read = plainOf(text);
  if (!('plain' in read)) throw new Error('not a scenario');
  return read.plain as PlainMapping;
};

/** The link of a gallery question with some of its values changed. */
export function linkWith(file: string, changes: Readonly<Record<string, Plain>>): Promise<string> {
  const preset = plainIn(readFileSync(file, 'utf8'));
  const name = basename(file).replace('.yaml', '');
  const state = {
    preset: name,
    plain: { ...preset, ...changes },
    text: null,
    view: {},
    version,
    hash: null,
    digest: null,
  };
  return encodeLink(state, (asked) => (asked === name ? preset : null));
}

/** The link of a whole text. */
export const linkOfText = (text: string): Promise<string> =>
  encodeLink({ preset: null, plain: null, text, view: {}, version, hash: null, digest: null }, () => null);

/** In the page: a drop of files. */
export function fileList(files: readonly { readonly name: string; readonly text: string }[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const { name, text } of files) transfer.items.add(new File([text], name));
  return transfer;
}
