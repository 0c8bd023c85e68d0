/** A page without a browser: what `web/app/` reads and writes of one, and its modules as if they were just loaded. */
import { vi } from 'vitest';
import type { PageData, StoryCard } from '../../../web/app/page-data.ts';
import { tiny } from '../../cli/program.ts';

export const site = 'https://example.org/some/where/';

export const card = (name: string): StoryCard => ({
  name,
  title: { en: name },
  question: { en: '' },
  tactics: ['ads'],
  metric: 'netRevenue',
  result: null,
});

export const ownStory = { name: 'tiny', file: 'tiny.yaml', text: tiny };
export const otherText = tiny.replace('Ads in a small place', 'Another place').replace('35 days', '40 days');

export interface PageOptions {
  /** Below the site's root. */
  readonly path?: string;
  readonly search?: string;
  readonly hash?: string;
  readonly data?: Partial<PageData>;
  /** What this tab kept; a page before a reload hands on its own. */
  readonly kept?: FakeStorage;
  /** Whether the page was written with a stored result. */
  readonly isDrawn?: boolean;
  /** Files of the site, by their path below its root; a number is a status, an error a broken line. */
  readonly files?: Readonly<Record<string, string | number | Error>>;
}

/** A storage with room for so many letters in one entry. */
export class FakeStorage {
  readonly kept = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;

  getItem(name: string): string | null {
    return this.kept.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(name, value);
  }

  removeItem(name: string): void {
    this.kept.delete(name);
  }
}

export interface FakePage {
  readonly storage: FakeStorage;
  /** Addresses as the page wrote them: how, and the part after `#`. */
  readonly addresses: ['push' | 'replace', string][];
  readonly fetched: string[];
  /** Goes to another address of the same page, as Back or a pasted link does. */
  go(hash: string): void;
  /** The first thing that the viewer does, as `boot.js` tells of it. */
  touch(): void;
}

/** Puts a page in place of the browser's. Modules that were loaded before still belong to the page before. */
export function fakePage(options: PageOptions = {}): FakePage {
  const { path = 'compare/', search = '', hash = '', kept = new FakeStorage(), files = {} } = options;
  const { isDrawn = false } = options;
  const dataset: Record<string, string> = {};
  const data = { labels: {}, stories: [card('tiny'), card('other')], story: ownStory, ...options.data };
  const { origin, pathname } = new URL(path, site);
  const location = { origin, pathname, search, hash, href: `${origin}${pathname}${search}${hash}` };
  const addresses: FakePage['addresses'] = [];
  const fetched: string[] = [];
  const heard = new Map<string, Set<() => void>>();
  const root = '../'.repeat(path.split('/').length - 1) || './';
  const write = (how: 'push' | 'replace') => (_: unknown, __: string, address: string) => {
    const { hash: next, href } = new URL(address, origin);
    Object.assign(location, { hash: next, href });
    addresses.push([how, next]);
  };
  const globals = {
    location,
    sessionStorage: kept,
    localStorage: new FakeStorage(),
    navigator: { hardwareConcurrency: 2 },
    history: { pushState: write('push'), replaceState: write('replace') },
    addEventListener: (name: string, act: () => void) =>
      heard.set(name, (heard.get(name) ?? new Set()).add(act)),
    removeEventListener: (name: string, act: () => void) => heard.get(name)?.delete(act),
    document: {
      getElementById: (id: string) => (id === 'page-data' ? { textContent: JSON.stringify(data) } : null),
      documentElement: { dataset },
      querySelector: (wanted: string) => {
        if (wanted === '.brand') return { getAttribute: () => root };
        return isDrawn && wanted === '[data-static="verdict"]' ? {} : null;
      },
    },
    fetch: async (address: URL) => {
      fetched.push(address.href);
      const found = files[address.href.replace(site, '')] ?? 404;
      if (found instanceof Error) throw found;
      return typeof found === 'number' ? new Response('', { status: found }) : new Response(found);
    },
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const go = (next: string) => {
    Object.assign(location, { hash: next, href: `${origin}${pathname}${search}${next}` });
    for (const act of heard.get('hashchange') ?? []) act();
  };
  const touch = () => {
    dataset.touched = '';
    for (const act of heard.get('firsttouch') ?? []) act();
  };
  return { storage: kept, addresses, fetched, go, touch };
}

/** The modules of a page that was just loaded. */
export async function loaded(options: PageOptions = {}) {
  const page = fakePage(options);
  vi.resetModules();
  const [workspace, edit, address, open] = await Promise.all([
    import('../../../web/app/workspace.ts'),
    import('../../../web/app/edit.ts'),
    import('../../../web/app/address.ts'),
    import('../../../web/app/open.ts'),
  ]);
  return { ...page, ...workspace, ...edit, ...address, ...open };
}

export type Loaded = Awaited<ReturnType<typeof loaded>>;

/** Lets the page's timers go off and its promises settle, until something holds. */
export const until = (holds: () => void): Promise<void> => vi.waitFor(holds, { interval: 20, timeout: 5000 });
