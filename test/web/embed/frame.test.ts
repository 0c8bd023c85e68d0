import { afterEach, describe, expect, it } from 'vitest';
import { expectCalm, inBrowser } from '../../browser/visit.ts';
import { linkOf } from '../link-of.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

const frameOf = (source: string) => `<!doctype html><title>around</title>
<iframe title="chart" width="320" height="240" src="${source}"></iframe>
<script>addEventListener('message', ({ data }) => { if (data.type === 'seedbed:height') window.told = data.height })</script>`;

describe('an embedded chart', () => {
  it('shows one chart of its link in a frame of 320 by 240, and tells how high it is', async () => {
    const { page, complaints } = await browser.newcomer();
    const source = `${browser.root}embed/?${(await linkOf('quick')).slice(1)}&chart=fan&theme=dark`;
    await page.route(`${browser.root}around.html`, (route) =>
      route.fulfill({ contentType: 'text/html', body: frameOf(source) }),
    );
    await page.goto(`${browser.root}around.html`);
    const frame = page.frameLocator('iframe');
    await frame.locator('figure.fan svg').first().waitFor({ timeout: 60_000 });
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await frame.locator('nav').count()).toBe(0);
    const full = frame.locator('.embed-foot a').last();
    expect(await full.getAttribute('href')).toMatch(/^\.\.\/compare\/#z=1\./);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { told?: number }).told ?? 0))
      .toBeGreaterThan(240);
    const overflow = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBe(0);
    expectCalm(complaints);
  });

  it.each([
    ['a link that was cut', (link: string) => link.slice(0, -12), /incomplete/],
    [
      'a link with a letter changed',
      (link: string) => link.replace(/^(.{40}).{4}/, '$1AAAA'),
      /damaged|changed|letter/i,
    ],
    ['no link', () => '', /no comparison/],
  ] as const)('says what is wrong with %s, and runs nothing', async (_, spoil, says) => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}embed/${spoil(await linkOf('quick'))}`);
    const state = page.locator('.embed-state');
    await expect.poll(() => state.innerText()).toMatch(says);
    await page.waitForTimeout(300);
    expect(await page.locator('figure, progress').count()).toBe(0);
    expectCalm(complaints);
  });
});
