/**
 * How a page begins: with the state of its link, with what this tab worked on before, or with its own story; and what it
 * says when a link cannot be opened.
 */

import type { Locale } from '../../src/report/format.ts';
import { fill } from '../../src/report/format-message.ts';
import { version } from '../../src/version.ts';
import type { BadLink, LinkState } from '../state/link.ts';
import { addressLater, isAsWritten, presetPlain, storyText } from './address.ts';
import { begin, onChange, resume, viewOf } from './edit.ts';
import { pageData } from './page-data.ts';
import { claim, doc, live, say, shown, tell } from './workspace.ts';

interface PageKind {
  /** Runs the comparison at once where nothing is stored, and after every change. */
  readonly compares: boolean;
  /** Loads what the page will need once there is something to show. What it was written with is made live first. */
  readonly prepare?: (isStored: boolean) => Promise<void>;
  /** The page starts empty rather than with its story when its address says `#new`. */
  readonly blank?: string;
}

/** Opens the page: call once, in an effect. */
export async function openPage(kind: PageKind): Promise<void> {
  onChange(() => void afterEdit(kind));
  addEventListener('hashchange', () => {
    if (saysState(location.hash) && !(location.hash === '' && isAsWritten())) void openAddress(kind, false);
  });
  await openAddress(kind, true);
}

/** Whether an address says what the page works on; others are places on it. Empty: the page as it was written. */
const saysState = (hash: string): boolean => hash === '' || hash === '#new' || hasLink(hash);
const hasLink = (hash: string): boolean => /[#&?]z(?:=|%|$)/.test(hash);

async function openAddress(kind: PageKind, isFirst: boolean): Promise<void> {
  const isLink = hasLink(location.hash);
  const fromLink = isLink && (await openLink());
  if (!fromLink) openOwn(kind, isFirst && !isLink);
  const isStored = kind.compares && !fromLink && isDrawn();
  if (isStored) await firstTouch();
  // What is read first becomes live first: a phone's line and processor do one thing at a time.
  await kind.prepare?.(isStored);
  const { readDocument, openOwnResult } = await live();
  readDocument();
  if (!kind.compares) return;
  // Where an address names a result, that result is wanted and no other.
  if ((await openOwnResult()) || location.search.includes('result=')) return;
  await afterEdit(kind);
}

/** Whether what the page asks can be read already: its own story, with the stored result that it was written with. */
const isDrawn = (): boolean =>
  isAsWritten() &&
  document.querySelector('[data-static="verdict"]') !== null &&
  !location.search.includes('result=');

/** Until somebody does anything (`boot.js` waits for it): engine and megabytes of worlds are not fetched for who only reads. */
const firstTouch = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.documentElement.dataset.touched !== undefined) resolve();
    else addEventListener('firsttouch', () => resolve(), { once: true });
  });

async function afterEdit({ compares }: PageKind): Promise<void> {
  const { readDocument, compareNow } = await live();
  if (compares) await compareNow();
  else readDocument();
}

/** Without a link: a story's page with its story, another page with what this tab worked on last. */
function openOwn({ blank }: PageKind, mayResume: boolean): void {
  const { story } = pageData();
  const isNew = location.hash === '#new' && blank !== undefined;
  const isStory = /\/s\/[^/]+\/(index\.html)?$/.test(location.pathname);
  if (!isNew && mayResume && resume(({ preset }) => !isStory || preset === story?.name)) {
    addressLater('replace');
    return;
  }
  if (story && !isNew) begin({ preset: story.name, file: story.file, text: story.text });
  else if (blank !== undefined) begin({ preset: null, file: 'my-scenario.yaml', text: blank });
}

/** True when the link was opened. A bad one is named, and its question opened as far as it can be told. */
async function openLink(): Promise<boolean> {
  const { decodeLink } = await import('../state/link.ts');
  const read = await decodeLink(location.hash, presetPlain);
  if ('bad' in read) {
    if (read.bad !== 'absent') await sayBad(read.bad);
    return false;
  }
  const { state } = read;
  const text = await textOf(state);
  if (text === null) {
    await sayBad('refused');
    return false;
  }
  const file = state.preset === null ? 'shared.yaml' : `${state.preset}.yaml`;
  shown.value = null;
  // After a reload the address says what this tab worked on: its steps back are still there.
  const goesOn = resume(({ preset }) => preset === state.preset) && doc.value?.text === text;
  if (!goesOn) begin({ preset: state.preset, file, text }, viewOf(state.view));
  if (state.presetChanged) await sayPresetChanged();
  claim.value = state.digest;
  if (state.digest !== null && state.version !== version)
    say('otherVersion', { made: state.version, here: version });
  return true;
}

async function sayPresetChanged(): Promise<void> {
  const { linkWords } = await import('../state/words.ts');
  tell({
    id: 'link',
    text: { en: linkWords.en.presetChanged, 'zh-CN': linkWords['zh-CN'].presetChanged },
  });
}

async function sayBad(bad: Exclude<BadLink, 'absent'>): Promise<void> {
  const { badLinks, linkWords } = await import('../state/words.ts');
  const inWords = (locale: Locale) =>
    fill('{why} {opened}', { why: badLinks[locale][bad], opened: linkWords[locale].openedPreset }, locale);
  tell({ id: 'link', text: { en: inWords('en'), 'zh-CN': inWords('zh-CN') } });
}

/** The text that a link means: its own, or its story's with the changes written into it. */
async function textOf(state: LinkState): Promise<string | null> {
  const { textOfLink } = await import('../state/share.ts');
  const edited = textOfLink(state, state.preset === null ? null : await storyText(state.preset));
  return 'text' in edited && edited.text !== '' ? edited.text : null;
}

/** Whether the page has anything to work on. */
export const isOpen = (): boolean => doc.value !== null;
