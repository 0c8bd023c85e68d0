/** A page under watch: what it complains of, what it asks for, when it has come to rest. */

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Locale } from '../../src/report/format.ts';
import { launch, prepareChromium } from './chromium.ts';
import { type TestSite, testSite } from './questions.ts';
import { type Host, host } from './serve.ts';

export interface Viewer {
  readonly locale?: Locale;
  readonly look?: 'light' | 'dark';
  readonly device?: 'desktop' | 'phone';
}

/** What went wrong in a page; empty when all is well. */
export type Complaints = string[];

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: Complaints;
}

const devices: Readonly<Record<NonNullable<Viewer['device']>, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1360, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** The browser, the site and its host, for the tests of one file. */
export function inBrowser() {
  let browser: Browser;
  let served: Host;
  let made: TestSite;
  const open = new Set<BrowserContext>();
  beforeAll(async () => {
    prepareChromium();
    made = testSite();
    served = await host(made.site);
    browser = await launch();
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });
  /** A viewer who has not been here before. */
  const newcomer = async (viewer: Viewer = {}, more: BrowserContextOptions = {}): Promise<Visit> => {
    const context = await browser.newContext({
      ...devices[viewer.device ?? 'desktop'],
      locale: viewer.locale ?? 'en',
      colorScheme: viewer.look ?? 'light',
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
      serviceWorkers: 'block',
      ...more,
    });
    open.add(context);
    const page = await context.newPage();
    return { page, context, complaints: await watch(context, page, () => served.root) };
  };
  return {
    newcomer,
    get root() {
      return served.root;
    },
    get made() {
      return made;
    },
    /** Ends all visits; every test begins afresh. */
    async leave() {
      for (const context of open) await context.close();
      open.clear();
    },
  };
}

/** Notes errors and warnings, requests to other hosts, and what the policy of the page refused. */
export async function watch(context: BrowserContext, page: Page, root: () => string): Promise<Complaints> {
  const complaints: Complaints = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || isOfTheMachine(message.text())) return;
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error.message}`));
  page.on('crash', () => complaints.push('the tab crashed'));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.route(
    (url) => url.protocol.startsWith('http') && !url.href.startsWith(root()),
    (route) => {
      complaints.push(`request to another place: ${route.request().url()}`);
      return route.abort();
    },
  );
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`),
    );
  });
  return complaints;
}

/** What Chromium says of drawing with the processor, and playwright of what it was told to block. */
const isOfTheMachine = (text: string): boolean =>
  /GPU stall|swiftshader|WebGL.*(?:software|fallback)|blocked by Playwright/i.test(text);

/** Waits until nothing changes any more: no run, nothing loading, a quarter of a second without a change. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => {
      const world = window as unknown as { seedbedChanged?: number };
      if (world.seedbedChanged === undefined) {
        world.seedbedChanged = performance.now();
        new MutationObserver(() => {
          world.seedbedChanged = performance.now();
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }
      const isCounting = [...document.querySelectorAll('progress')].some(({ position }) => position < 1);
      // `.awaited` is the empty frame of a chart that is not drawn yet.
      const isBusy =
        isCounting || document.querySelector('[aria-busy="true"], [data-page][lang], .awaited') !== null;
      const isMoving = document.getAnimations().some(({ playState }) => playState === 'running');
      return !isBusy && !isMoving && performance.now() - world.seedbedChanged > 250;
    },
    undefined,
    { polling: 50, timeout: 50_000 },
  );
}

export const expectCalm = (complaints: Complaints): void => expect(complaints).toEqual([]);
