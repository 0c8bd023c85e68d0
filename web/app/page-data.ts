/**
 * What a page was written with: the stories of the site and, on a story's page, the scenario itself. Pre-rendering hands
 * it to the page as a value; in the browser it is read from the page once.
 *
 * Parts of a page that were drawn beforehand (verdict, charts) are not repeated in it: the page keeps the markup it came
 * with (`Static`), by language and name, until live results take its place.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { VerdictStatus } from '../../src/analysis/comparison.ts';
import type { Locale } from '../../src/report/format.ts';
import type { Text } from '../../src/scenario/scenario.ts';

/** A question of the gallery. */
export interface StoryCard {
  /** Name of its file without the ending, and of its address. */
  readonly name: string;
  readonly title: Text;
  readonly question: Text;
  /** What its arms do, and what it judges by: names of tactics and of a metric. */
  readonly tactics: readonly string[];
  readonly metric: string;
  /** Of the stored result, if there is one. */
  readonly result: {
    readonly status: VerdictStatus;
    /** The status in words, and the verdict in one sentence. */
    readonly named: Readonly<Record<Locale, string>>;
    readonly line: Readonly<Record<Locale, string>>;
    readonly worlds: number;
    readonly version: string;
    /** Day on which it was made: 2026-11-22. */
    readonly date: string;
    /** Address of the stored result from the root of the site. */
    readonly path: string;
  } | null;
}

export interface PageData {
  /** Names of tactics and metrics in words, as far as the stories use them. */
  readonly labels: Readonly<Record<string, Text>>;
  readonly stories: readonly StoryCard[];
  /** The scenario that the page opens with. */
  readonly story: { readonly name: string; readonly file: string; readonly text: string } | null;
}

const nothing: PageData = { labels: {}, stories: [], story: null };

/** While a page is drawn beforehand: its data and its drawn parts. */
export interface Prerendered {
  readonly data: PageData;
  readonly statics: Readonly<Record<string, string>>;
}

export const PrerenderContext = createContext<Prerendered | null>(null);

let read: PageData | undefined;
const kept = new Map<string, string>();

export function usePageData(): PageData {
  const prerendered = useContext(PrerenderContext);
  return prerendered ? prerendered.data : pageData();
}

/** In the browser. */
export function pageData(): PageData {
  read ??= parsed(document.getElementById('page-data')?.textContent ?? '');
  return read;
}

function parsed(text: string): PageData {
  return text === '' ? nothing : (JSON.parse(text) as PageData);
}

/** Remembers the drawn parts of one language's copy of the page before it is taken over or goes. */
export function keepStatics(copy: Element, locale: string): void {
  for (const part of copy.querySelectorAll('[data-static]'))
    kept.set(`${locale} ${part.getAttribute('data-static')}`, part.innerHTML);
}

/** Markup of a drawn part; empty where the page came without. */
export function useStatic(name: string, locale: Locale): string {
  const prerendered = useContext(PrerenderContext);
  return (prerendered ? prerendered.statics[name] : kept.get(`${locale} ${name}`)) ?? '';
}
