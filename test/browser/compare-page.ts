/** The compare page as a viewer reads it. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';

/** Waits for a whole result; `computed`: of this tab and of what the page now asks. */
export async function finished(page: Page, origin: 'any' | 'computed' = 'any'): Promise<void> {
  const says = page.locator('.compare-says');
  await touched(page, '.compare-result[aria-busy="false"] .verdict');
  if (origin === 'computed')
    await expect
      .poll(
        async () => `${await says.count()} ${await page.locator('[aria-busy="true"], .run-chip').count()}`,
        { timeout: 55_000 },
      )
      .toBe('0 0');
  await page.locator('.compare-result figure svg').first().waitFor({ timeout: 30_000 });
}

/** A stored result is fetched when somebody does anything: here, by a key that does nothing else. */
export async function touched(page: Page, shows: string): Promise<void> {
  const shown = page.locator(shows).filter({ visible: true }).first();
  for (let tries = 0; tries < 200 && !(await shown.isVisible()); tries++) {
    await page.keyboard.press('Shift');
    await page.waitForTimeout(250);
  }
  await shown.waitFor({ timeout: 20_000 });
}

/** Everything that the verdict and the key figures say. */
export const numbersOf = (page: Page): Promise<string[]> =>
  page.locator('.verdict, .kpis, .key-figures').allInnerTexts();

/** Does something that changes what is asked, and waits for its result: the address follows every change. */
export async function change(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = new URL(page.url()).hash;
  await act();
  await expect.poll(() => new URL(page.url()).hash, { timeout: 20_000 }).not.toBe(before);
  await finished(page, 'computed');
}

/** Opens an arm's editor by its name in the sentence and presses a button in it. */
export async function say(page: Page, arm: string, button: string): Promise<void> {
  await page.locator('.sentence').getByRole('button', { name: arm, exact: true }).click();
  await change(page, () =>
    page.locator('#compare-editor').getByRole('button', { name: button, exact: true }).click(),
  );
}

async function inDialog<Result>(
  page: Page,
  open: () => Promise<void>,
  read: () => Promise<Result>,
): Promise<Result> {
  await open();
  try {
    return await read();
  } finally {
    await page.keyboard.press('Escape');
  }
}

const openShare = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Share', exact: true }).click();

/** Where the bar has little room, by way of what is shared. */
async function openExport(page: Page): Promise<void> {
  const button = page.locator('.tools-export');
  if (await button.isVisible()) return button.click();
  await openShare(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
}

/** The file that a button of the export dialog gives. */
export const exported = (page: Page, name: RegExp): Promise<Download> =>
  inDialog(
    page,
    () => openExport(page),
    async () => {
      const press = page.getByRole('dialog').getByRole('button', { name }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), press]);
      return download;
    },
  );

/** The figures, as the page gives them away; the name of the file apart. */
export async function comparisonOf(page: Page): Promise<Comparison> {
  const download = await exported(page, /JSON/);
  return withoutFile(JSON.parse(readFileSync(await download.path(), 'utf8')) as Comparison);
}

export const withoutFile = (comparison: Comparison): Comparison => ({
  ...comparison,
  scenario: { ...comparison.scenario, file: '' },
});

/** The link that the page shares. */
export const linkOf = (page: Page): Promise<string> =>
  inDialog(
    page,
    () => openShare(page),
    async () => {
      const link = page.locator('input.share-link');
      await expect.poll(() => link.inputValue()).toMatch(/#z=/);
      return link.inputValue();
    },
  );
