/** The sweep page: what is found in it, where it is left off, what goes from it to the compare page, what comes from a store. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { untranslated, violations } from './checks.ts';
import { finished } from './compare-page.ts';
import { linkOfText } from './given.ts';
import { quick, seedbed } from './questions.ts';
import { expectCalm, inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

const small = await linkOfText(quick);

async function laidOut(page: Page, address = `sweep/${small}`): Promise<void> {
  await page.goto(browser.root + address);
  await page.locator('.sweep-cost .primary:not([disabled])').waitFor({ timeout: 40_000 });
}

/** Sets points and worlds, so that a sweep is done in seconds. */
async function few(page: Page, points: number, worlds: number): Promise<void> {
  await page.getByLabel('Points').first().fill(String(points));
  await page.getByLabel('Points').first().press('Tab');
  await page.getByLabel('Worlds for each').fill(String(worlds));
  await page.getByLabel('Worlds for each').press('Tab');
  await page.getByText(`${points} points × ${worlds} worlds`).waitFor();
  await page.getByText('on this device').waitFor({ timeout: 40_000 });
}

const done = (page: Page) => page.getByText(/^All \d[\d,]* runs are done/).waitFor({ timeout: 60_000 });

describe('the sweep page', () => {
  it('finds the numbers of the command line, keeps them, chooses points by keys, and sends one to compare', async () => {
    const { page, complaints } = await browser.newcomer();
    await laidOut(page);
    await few(page, 12, 4);
    await page.getByRole('button', { name: 'Run the sweep' }).click();
    await done(page);
    await page.locator('.sweep-results .chart.sweep-lines .live:not(.unseen) svg').waitFor();
    expect(await page.locator('.sweep-results figure').count()).toBe(4);
    const press = page.getByRole('button', { name: 'Download JSON' }).last().click();
    const [download] = await Promise.all([page.waitForEvent('download'), press]);
    const rows = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
      readonly point: number;
      readonly median: number;
    }[];
    const paths = await page.locator('.sweep-label code').allInnerTexts();
    const folder = join(mkdtempSync(join(tmpdir(), 'sweep-')), 'store');
    const vary = paths.flatMap((path) => ['--vary', path]);
    const file = join(browser.made.questions, 'quick.yaml');
    seedbed('sweep', file, ...vary, '--points', '12', '--worlds', '4', '-o', folder, '-q');
    const exported = join(folder, '..', 'runs.parquet');
    seedbed('export', folder, '--format', 'parquet', '--table', 'runs', '-o', exported, '-q');
    const byPoint = (all: typeof rows) =>
      [...all].sort((a, b) => a.point - b.point).map(({ median }) => median);
    expect(rows).toHaveLength(12);
    await page.getByText('Open results of the command line').click();
    const cut = join(folder, '..', 'cut.parquet');
    writeFileSync(cut, readFileSync(exported).subarray(0, 5000));
    await page.locator('.sweep-open input').setInputFiles(cut);
    await page.getByText('The file is no Parquet file, or it is cut short.').waitFor();
    const within = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const ofStore = within.filter((name) => /^(?:shards|studies).*\.\w+$/.test(name));
    for (const files of [[exported], ofStore.map((name) => join(folder, name))]) {
      await page.locator('.sweep-open input').setInputFiles(files);
      await page.getByText('Opened: “Do ads cost a small place its people?”').waitFor();
      const again = page.getByRole('button', { name: 'Download JSON' }).last().click();
      const [other] = await Promise.all([page.waitForEvent('download'), again]);
      const opened = JSON.parse(readFileSync(await other.path(), 'utf8')) as typeof rows;
      expect(byPoint(opened)).toEqual(byPoint(rows));
      await page.getByRole('button', { name: 'Back to the sweep of this page' }).click();
      await page.getByText('Open results of the command line').click();
    }
    expect(await violations(page)).toEqual([]);

    // After a reload all of it is there, without a run.
    await page.reload();
    await done(page);

    const slider = page.locator('.sweep-span input').first();
    await slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('PageUp');
    await page.getByText(/^(?:[1-9]|1[01]) of 12 points$/).waitFor();
    await page
      .getByRole('button', { name: /^Open point \d+ in Compare$/ })
      .first()
      .click();
    await page.waitForURL(/\/compare\//);
    await finished(page);
    expectCalm(complaints);
  });

  it('is paused, closed and gone on with, and says what is wrong with a range in the language of its viewer', async () => {
    const { page, context, complaints } = await browser.newcomer();
    await laidOut(page);
    await few(page, 40, 8);
    await page.getByRole('button', { name: 'Run the sweep' }).click();
    await page.locator('.sweep-results').waitFor({ timeout: 40_000 });
    await page.locator('.sweep-cost').getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/^Paused at/).waitFor();
    await page.close();
    const next = await context.newPage();
    await laidOut(next);
    await next.getByText(/^A sweep of “Do ads cost a small place its people\?” was left at/).waitFor();
    await next.getByRole('button', { name: 'Go on with it' }).click();
    await done(next);
    await next.reload();
    await done(next);
    expect(await next.getByText(/was left at/).count()).toBe(0);

    const box = next.locator('.sweep-inputs li input').first();
    await box.fill('5..1');
    await box.press('Tab');
    await next.locator('.sweep-inputs .problem').waitFor();
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    await next.getByRole('button', { name: '中文' }).first().click();
    await next.locator('.sweep-inputs .problem', { hasText: /须/ }).waitFor();
    expect(await untranslated(next)).toEqual([]);
    expectCalm(complaints);
  });
});
