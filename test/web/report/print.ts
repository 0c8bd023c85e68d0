/** The summary on paper. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/report/format.ts';
import { atRest, expectCalm, type inBrowser } from '../../browser/visit.ts';
import { linkOf } from '../link-of.ts';

/** What a page has room for within its margins, in CSS pixels. */
const papers = {
  A4: { width: 695, height: 1016 },
  Letter: { width: 717, height: 950 },
} as const;

/** Prints five arms on papers, in languages. */
export function printsSummary(
  browser: ReturnType<typeof inBrowser>,
  pairs: readonly (readonly [paper: keyof typeof papers, locale: Locale])[],
): void {
  describe('printed', () => {
    it.each(pairs)(
      'on %s the summary of five arms is one page, no chart cut, in %s',
      async (name, locale) => {
        const paper = papers[name];
        const { page, complaints } = await browser.newcomer({ locale, look: 'dark' });
        await page.goto(`${browser.root}report/${await linkOf('five')}`);
        await page.locator('.report figure svg').nth(3).waitFor({ timeout: 60_000 });
        await atRest(page);
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        await page.setViewportSize({ width: paper.width, height: paper.height });
        // The browser takes up another medium bit by bit.
        await page.waitForFunction(
          () => innerWidth < 720 && getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)',
          undefined,
          { timeout: 10_000 },
        );
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        const seen = await page.evaluate(() => {
          const height = document.querySelector<HTMLElement>('.report-summary')?.offsetHeight ?? Infinity;
          const cut = [...document.querySelectorAll('.report figure')].filter((figure) => {
            const frame = figure.getBoundingClientRect();
            const drawing = figure.querySelector('svg')?.getBoundingClientRect();
            return !drawing || drawing.right > frame.right + 1 || drawing.bottom > frame.bottom + 1;
          });
          const paper = getComputedStyle(document.body).backgroundColor;
          const buttons = [...document.querySelectorAll('button')].filter((button) =>
            button.checkVisibility(),
          );
          return { height, cut: cut.length, paper, buttons: buttons.length };
        });
        expect(seen).toMatchObject({ cut: 0, paper: 'rgb(255, 255, 255)', buttons: 0 });
        expect(seen.height).toBeLessThanOrEqual(paper.height);
        const pages = (await page.pdf({ format: name })).toString('latin1').match(/\/Type \/Page\b/g);
        expect(pages?.length).toBeGreaterThan(2);
        expectCalm(complaints);
      },
    );
  });
}
