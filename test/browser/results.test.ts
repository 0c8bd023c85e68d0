/** Results of the command line, opened in every way there is: the same numbers, without running anything again. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';
import { comparisonOf, finished, withoutFile } from './compare-page.ts';
import { givesDigests } from './digests.ts';
import { fileList } from './given.ts';
import { seedbed } from './questions.ts';
import { expectCalm, inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

const folderOf = (name: string) => join(browser.made.questions, 'results', name);
const worldsOf = (name: string): string => {
  const file = readdirSync(folderOf(name)).find((each) => each.startsWith('worlds'));
  return join(folderOf(name), file ?? '');
};
/** What the command line wrote. */
const writtenOf = (name: string): Comparison =>
  withoutFile(JSON.parse(readFileSync(join(folderOf(name), 'comparison.json'), 'utf8')) as Comparison);

/** The page shows the stored numbers, and has not simulated a world. */
async function showsStored(page: Page, name: string): Promise<void> {
  await finished(page);
  expect(await page.locator('main').innerText()).toContain('Stored result');
  const written = writtenOf(name);
  expect(await comparisonOf(page)).toEqual(written);
  expect(await page.locator('.verdict').innerText()).toContain(plainWords(written.verdict.text.en));
}

/** The first words of a verdict without its status. */
const plainWords = (text: string): string => text.slice(text.indexOf('. ') + 2).slice(0, 40);

describe('stored results open as they are', () => {
  it.each(['quick', 'five', 'blunt-vs-tailored-ads'])('in the published site: %s', async (name) => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}s/${name}/`);
    await showsStored(page, name);
    expectCalm(complaints);
  });

  it('by an address that names them', async () => {
    const { page, complaints } = await browser.newcomer();
    const { results } = JSON.parse(readFileSync(join(browser.made.site, 'results.json'), 'utf8')) as {
      results: { path: string }[];
    };
    const { path } = results.find((each) => each.path.includes('/five/')) ?? { path: '' };
    await page.goto(`${browser.root}compare/?result=${path}`);
    await showsStored(page, 'five');
    expectCalm(complaints);
  });

  it('by the file picker', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}compare/`);
    await finished(page);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('dialog input[type=file]').first().setInputFiles(worldsOf('quick'));
    await page.locator('.sentence').getByText('Quiet').waitFor();
    await showsStored(page, 'quick');
    expectCalm(complaints);
  });

  it('dropped on the page', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}compare/`);
    await finished(page);
    await drop(page, [worldsOf('five')]);
    await page.locator('.sentence').getByText('Onboarding').waitFor();
    await showsStored(page, 'five');
    expectCalm(complaints);
  });

  it('of one arm, on a page that says what they are', async () => {
    const { page, complaints } = await browser.newcomer();
    const out = join(browser.made.questions, '..', 'one-arm');
    seedbed('run', join(browser.made.questions, 'quick.yaml'), '--worlds', '3', '-o', out, '-q');
    await page.goto(`${browser.root}compare/`);
    await finished(page);
    await drop(
      page,
      readdirSync(out)
        .map((name) => join(out, name))
        .filter((name) => /json$/.test(name)),
    );
    await expect
      .poll(() => page.locator('main').innerText())
      .toMatch(/Do ads cost a small place its people|quiet|Quiet/);
    expectCalm(complaints);
  });

  it('with seedbed view, which lists them', async () => {
    const { page, complaints } = await browser.newcomer();
    const view = spawn(process.execPath, [
      resolve('dist/cli.js'),
      'view',
      join(browser.made.questions, 'results'),
      '--json',
      '-q',
    ]);
    try {
      const printed = await new Promise<string>((done) =>
        view.stdout.once('data', (text) => done(String(text))),
      );
      const { address, results } = JSON.parse(printed) as { address: string; results: { path: string }[] };
      await page.context().unrouteAll();
      for (const name of ['quick', 'blunt-vs-tailored-ads']) {
        const { path } = results.find((each) => each.path.includes(`${name}/`)) ?? { path: '' };
        await page.goto(`${address}compare/?result=${path}`);
        await showsStored(page, name);
      }
    } finally {
      view.kill();
    }
    expectCalm(complaints);
  });
});

givesDigests(browser, ['blunt-vs-tailored-ads']);

/** Drops files on the page as a hand would. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
  const data = await page.evaluateHandle(fileList, files);
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}
