/** The address of the page: it always holds the whole state, written a moment after a change. */

import { version } from '../../src/version.ts';
import type { Plain } from '../state/plain.ts';
import { pageData } from './page-data.ts';
import { doc, shown, usualView, view } from './workspace.ts';

const LATER = 300;
let timer: ReturnType<typeof setTimeout> | undefined;
let pending: 'push' | 'replace' = 'replace';

/** Writes the state into the address soon; many changes in a row are one. */
export function addressLater(how: 'push' | 'replace'): void {
  if (how === 'push') pending = 'push';
  clearTimeout(timer);
  timer = setTimeout(() => void writeAddress(), LATER);
}

async function writeAddress(): Promise<void> {
  const how = pending;
  pending = 'replace';
  const link = isAsWritten() ? '' : await linkNow(false);
  if (link === null || location.hash === link) return;
  const address = `${location.pathname}${location.search}${link}`;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

/** Whether the page shows what it came with: its address then says all. */
export function isAsWritten(): boolean {
  const { story } = pageData();
  const now = doc.value;
  const isUsual = Object.entries(view.value).every(([name, value]) => usualView[name] === value);
  return isUsual && now !== null && now.preset === story?.name && now.text === story.text;
}

const texts = new Map<string, Promise<string | null>>();

/** The text of a story of this site by its name; null if there is none. */
export function storyText(name: string): Promise<string | null> {
  const { story, stories } = pageData();
  if (story?.name === name) return Promise.resolve(story.text);
  if (!stories.some((card) => card.name === name)) return Promise.resolve(null);
  let text = texts.get(name);
  if (text === undefined) {
    text = fetch(new URL(`scenarios/${encodeURIComponent(name)}.yaml`, siteRoot()))
      .then((answer) => (answer.ok ? answer.text() : null))
      .catch(() => null);
    texts.set(name, text);
    // What could not be had now may be had later.
    void text.then((found) => found ?? texts.delete(name));
  }
  return text;
}

/** Address of the site's first page. */
export const siteRoot = (): URL =>
  new URL(document.querySelector('.brand')?.getAttribute('href') ?? './', location.href);

/** A story as plain values, for links. */
export async function presetPlain(name: string): Promise<Plain | null> {
  const text = await storyText(name);
  if (text === null) return null;
  const { plainOf } = await import('../state/document.ts');
  const read = plainOf(text);
  return 'plain' in read ? read.plain : null;
}

/** The fragment that holds the state; null while there is none. `proves`: with the digest of what is shown. */
export async function linkNow(proves: boolean): Promise<string | null> {
  const now = doc.value;
  if (now === null) return null;
  const [{ encodeLink }, { linkStateOf }] = await Promise.all([
    import('../state/link.ts'),
    import('../state/share.ts'),
  ]);
  const result = shown.value;
  const isWhole = proves && result !== null && result.comparison.worlds === result.planned;
  const kept = Object.fromEntries(
    Object.entries(view.value).filter(([name, value]) => usualView[name] !== value),
  ) as Record<string, Plain>;
  const state = linkStateOf({
    preset: now.preset,
    presetText: now.preset === null ? null : await storyText(now.preset),
    text: now.text,
    view: kept,
    version,
    hash: isWhole ? result.comparison.scenario.hash : null,
    digest: isWhole ? result.comparison.digest : null,
  });
  return encodeLink(state, presetPlain);
}
