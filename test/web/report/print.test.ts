import { afterEach, expect, it } from 'vitest';
import { inBrowser } from '../../browser/visit.ts';
import { printsSummary } from './print.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

printsSummary(browser, [['A4', 'zh-CN']]);

it('leads back to the comparison by a code that holds its link', async () => {
  const { page } = await browser.newcomer();
  await page.goto(`${browser.root}report/`);
  const code = page.locator('.report-code');
  await code.waitFor({ timeout: 60_000 });
  expect(await code.getAttribute('href')).toMatch(/\/compare\/#z=1\.[\w-]+\.[0-9a-f]{8}$/);
  expect(await code.locator('svg path').getAttribute('d')).toMatch(/^M2 2h7v1/);
});
