/** The main flow in Firefox, driven by WebDriver BiDi, and the digest that all engines share. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';
import { installPackages } from './chromium.ts';
import { linkWith } from './given.ts';
import { seedbed, type TestSite, testSite } from './questions.ts';
import { type Host, host } from './serve.ts';

const firefoxes = [process.env.SEEDBED_FIREFOX ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox'];
const found = () => firefoxes.find((path) => path !== '' && existsSync(path));

let browser: Browser;
let served: Host;
let made: TestSite;

beforeAll(async () => {
  if (found() === undefined) installPackages('firefox-esr');
  const executablePath = found();
  if (executablePath === undefined)
    throw new Error('The tests need a Firefox: SEEDBED_FIREFOX=/path/to/firefox');
  made = testSite();
  served = await host(made.site);
  browser = await puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath,
    headless: true,
  });
}, 900_000);
afterAll(async () => {
  await browser?.close();
  served?.close();
});

async function opened(path: string): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(served.root + path);
  return { page, errors };
}

const finished = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('.compare-result[aria-busy="false"] .verdict') !== null &&
      document.querySelector('.run-chip, .compare-says') === null,
    { timeout: 120_000 },
  );

const pages = [
  '',
  's/quick/',
  'compare/',
  'sandbox/',
  'network/',
  'cohorts/',
  'methods/',
  'data/',
  'embed/',
  'report/',
];

describe('in Firefox', () => {
  it.each(pages)('/%s opens without an error', async (path) => {
    const { page, errors } = await opened(path);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(
      await page.evaluate(() => document.querySelector('main')?.textContent?.length ?? 0),
    ).toBeGreaterThan(20);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(['a-a', 'blunt-vs-tailored-ads', 'coupon-rates', 'first-24-hours', 'growth-or-retention', 'quick'])(
    'the digest is that of the command line: %s',
    async (name) => {
      const file = join(made.questions, `${name}.yaml`);
      const { digest } = JSON.parse(seedbed('compare', file, '--worlds', '8', '--json', '-q')) as Comparison;
      const { page, errors } = await opened(`compare/${await linkWith(file, { worlds: 8 })}`);
      await finished(page);
      await page.evaluate(() => {
        const world = window as unknown as { saved?: Promise<string> };
        world.saved = new Promise((resolve) => {
          const create = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (blob: Blob) => {
            void blob.text().then(resolve);
            return create(blob);
          };
        });
      });
      await page.click('.tools-export');
      await page.waitForSelector('dialog .share-part');
      await page.evaluate(() =>
        [...document.querySelectorAll('dialog button')]
          .find((button) => button.textContent?.includes('JSON'))
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
      );
      const text = await page.evaluate(() => (window as unknown as { saved: Promise<string> }).saved);
      expect((JSON.parse(text) as Comparison).digest).toBe(digest);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it('changes a tactic and takes it back', async () => {
    const { page, errors } = await opened('s/quick/');
    await page.waitForSelector('.verdict');
    // Stored worlds are fetched once somebody does something.
    for (let x = 20; (await page.$('.compare-result .verdict')) === null; x = 50 - x)
      await page.mouse.move(x, 20);
    const verdict = () => page.$eval('.verdict', (element) => element.textContent);
    const before = await verdict();
    const slots = await page.$$('.compare-slot');
    await slots[3].click();
    await page.waitForSelector('.inputs-add button');
    await page.click('.inputs-add button:nth-of-type(2)');
    await page.waitForFunction((old) => document.querySelector('.verdict')?.textContent !== old, {}, before);
    await finished(page);
    await page.click('.tools button');
    await page.waitForFunction(
      (old) => document.querySelector('.verdict')?.textContent === old,
      { timeout: 60_000 },
      before,
    );
    expect(errors).toEqual([]);
    await page.close();
  });
});
