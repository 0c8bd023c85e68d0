import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { precachedFiles, writePrecache } from '../../web/precache.ts';
import { expectCalm, inBrowser } from '../browser/visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

/** A site of a few files in a folder of its own. */
function smallSite(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe('the list of files to keep', () => {
  const files = {
    'index.html': 'home',
    'data/index.html': 'data',
    'assets/a-1.js': '1',
    'results/quick/worlds.ndjson': 'large',
    'data/results-quick.csv': 'large',
    'sw.js': readFileSync('web/public/sw.js', 'utf8'),
  };

  it('names pages by their address and leaves results out', () => {
    expect(precachedFiles(smallSite(files))).toEqual(['', 'assets/a-1.js', 'data/']);
  });

  it('makes the service worker another one whenever a page changes, and only then', () => {
    const workerOf = (more: Readonly<Record<string, string>>) => {
      const folder = smallSite({ ...files, ...more });
      writePrecache(folder);
      return readFileSync(join(folder, 'sw.js'), 'utf8');
    };
    const first = workerOf({});
    expect(first).not.toContain('unbuilt');
    expect(workerOf({ 'results/quick/worlds.ndjson': 'larger' })).toBe(first);
    expect(workerOf({ 'data/index.html': 'other data' })).not.toBe(first);
    expect(workerOf({ 'sw.js': first })).toBe(first);
  });
});

describe('without a network', () => {
  it('every page opens after one visit to one of them', async () => {
    const { page, context, complaints } = await browser.newcomer({}, { serviceWorkers: 'allow' });
    await page.goto(browser.root);
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== 'activated')
        await new Promise((done) => active?.addEventListener('statechange', done, { once: true }));
    });
    await context.setOffline(true);
    for (const path of ['methods/', 'data/', 'compare/', 's/quick/', 'notebooks/hello-compare/', '']) {
      await page.goto(`${browser.root}${path}?from=test`);
      expect(await page.locator('h1').first().innerText()).not.toBe('');
      expect(
        await page
          .locator('main')
          .first()
          .evaluate((main) => getComputedStyle(main).maxWidth),
      ).toMatch(/px$/);
    }
    expectCalm(complaints.filter((text) => !/results|ERR_INTERNET_DISCONNECTED/.test(text)));
  });

  it('stored results are asked from the network each time and kept nowhere', async () => {
    const { page } = await browser.newcomer({}, { serviceWorkers: 'allow' });
    await page.goto(browser.root);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const kept = await page.evaluate(async () => {
      await fetch('results.json');
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return lists.flat().map(({ url }) => url);
    });
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.filter((url) => /\/results/.test(url))).toEqual([]);
  });
});
