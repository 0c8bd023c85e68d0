/** Where the site must work too: from disk, and where a host blocks what it uses. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';
import { change, comparisonOf, exported, finished, say, withoutFile } from './compare-page.ts';
import { linkWith } from './given.ts';
import { seedbed } from './questions.ts';
import { expectCalm, inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

const told = (name: string, ...args: string[]): Comparison =>
  withoutFile(
    JSON.parse(
      seedbed('compare', join(browser.made.questions, `${name}.yaml`), '--json', '-q', ...args),
    ) as Comparison,
  );

describe('where workers are blocked', () => {
  it('says so once and gives the digest of the command line', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.addInitScript(() => {
      window.Worker = class {
        constructor() {
          throw new DOMException('blocked', 'SecurityError');
        }
      } as unknown as typeof Worker;
    });
    await page.goto(
      `${browser.root}compare/${await linkWith(join(browser.made.questions, 'quick.yaml'), { worlds: 20 })}`,
    );
    await finished(page, 'computed');
    expect(await page.locator('.notice').allInnerTexts()).toEqual([
      expect.stringContaining('Background workers are blocked here'),
    ]);
    expect(await comparisonOf(page)).toEqual(told('quick', '--worlds', '20'));
    expectCalm(complaints);
  });
});

describe('where nothing can be kept', () => {
  it('works all the same', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    await page.goto(`${browser.root}s/quick/`);
    await finished(page);
    await say(page, 'With ads', '+ Add Coupons');
    expect((await comparisonOf(page)).arms).toHaveLength(2);
    expectCalm(complaints);
  });
});

describe('the working copy', () => {
  it('is one file that opens from disk, simulates, and gives the digest of the command line', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}s/quick/`);
    await finished(page);
    const download = await exported(page, /working copy/i);
    const file = resolve(join(browser.made.site, '..', 'copy.html'));
    await download.saveAs(file);
    const copy = await page.context().newPage();
    await page.context().setOffline(true);
    copy.on('pageerror', (error) => complaints.push(error.message));
    await copy.goto(pathToFileURL(file).href);
    await finished(copy, 'computed');
    expect(await comparisonOf(copy)).toEqual(told('quick'));
    await change(copy, async () => {
      await copy.locator('.sentence').getByRole('button', { name: 'With ads', exact: true }).click();
      await copy.getByRole('button', { name: '+ Add Coupons' }).click();
    });
    expectCalm(complaints);
  });
});

describe('a host that knows nothing of the site', () => {
  it('finds every page by an address that another page gives', async () => {
    const { page, complaints } = await browser.newcomer();
    const seen = new Set<string>();
    const open = [browser.root];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const answer = await page.request.get(next);
      expect(answer.status(), next).toBe(200);
      if (!answer.headers()['content-type']?.includes('html')) continue;
      for (const [, address] of (await answer.text()).matchAll(/<a [^>]*href="([^"#?]+)/g)) {
        const url = new URL(address.replaceAll('&amp;', '&'), next);
        if (url.origin === new URL(browser.root).origin) open.push(url.href);
      }
    }
    expect(seen.size).toBeGreaterThan(10 + readdirSync(join(browser.made.site, 's')).length);
    expectCalm(complaints);
  });
});
