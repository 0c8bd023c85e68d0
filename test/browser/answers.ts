/** Gives a page something hostile and holds its answer to a clear state: said in words, nothing executed, tab alive. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { badLinks } from '../../web/state/words.ts';
import type { Hostile } from '../web/state/hostile-links.ts';
import { fileList, linkOfText } from './given.ts';
import type { files, texts } from './hostile.ts';

/** Nothing of what was given was taken for code, and the tab still answers. */
async function unharmed(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(() => ({
    hacked: 'hacked' in window,
    polluted: Object.hasOwn(Object.prototype, 'polluted'),
    images: document.querySelectorAll('img[src="x"]').length,
    nonsense: document.body.innerText.match(/undefined|\[object|TypeError|Cannot read/)?.[0] ?? null,
  }));
  expect(found, what).toEqual({ hacked: false, polluted: false, images: 0, nonsense: null });
}

const said = (page: Page): Promise<string[]> => page.locator('.notice').allInnerTexts();

async function clear(page: Page): Promise<void> {
  const buttons = page.locator('div[role="status"] .notice button');
  while ((await buttons.count()) > 0) await buttons.first().click();
}

/** Links that cannot be opened, one after the other in one tab. */
export async function answersLinks(page: Page, links: readonly Hostile[]): Promise<void> {
  for (const [what, link, bad] of links) {
    // A long place on the page is no link, and nothing to complain of.
    if (bad === 'absent' || !link.includes('z=')) continue;
    await clear(page);
    await page.evaluate((hash) => {
      location.hash = '';
      location.hash = hash;
    }, link);
    const sentence = badLinks.en[bad];
    await expect
      .poll(() => said(page), { message: what, timeout: 20_000 })
      .toEqual([expect.stringContaining(sentence)]);
    await unharmed(page, what);
  }
}

/** Links that can be opened, to a text that must not be trusted. */
export async function answersTexts(page: Page, root: string, chosen: typeof texts): Promise<void> {
  for (const [what, text, runs] of chosen) {
    await page.goto('about:blank');
    await page.goto(`${root}compare/${await linkOfText(text)}`);
    await answered(page, what, runs === 'runs');
  }
}

async function answered(page: Page, what: string, runs: boolean): Promise<void> {
  const result = page.locator('.compare-result[aria-busy="false"] .verdict');
  const state = runs ? result : page.locator('.notice').or(result).first();
  await state
    .first()
    .waitFor({ timeout: 40_000 })
    .catch((error: Error) => {
      throw new Error(`${what}: ${error.message}`);
    });
  await unharmed(page, what);
}

/** Files dropped one after the other on one tab. */
export async function answersFiles(page: Page, given: ReturnType<typeof files>): Promise<void> {
  for (const { what, files: dropped } of given) {
    await clear(page);
    await page.evaluate(() =>
      document.querySelector('main')?.setAttribute('data-before', String(performance.now())),
    );
    const data = await page.evaluateHandle(fileList, dropped);
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await answered(page, what, false);
  }
}
