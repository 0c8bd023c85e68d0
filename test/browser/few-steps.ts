/** From the first page to a verdict, and on to another question. */
import { describe, expect, it } from 'vitest';
import { change, finished, numbersOf } from './compare-page.ts';
import { atStory } from './numbers-again.ts';
import { expectCalm, type inBrowser, type Viewer } from './visit.ts';

export function takesFewSteps(
  browser: ReturnType<typeof inBrowser>,
  device: NonNullable<Viewer['device']>,
): void {
  describe(`on a ${device}`, () => {
    it('leads from the first page to a verdict with one click', async () => {
      const { page, complaints } = await browser.newcomer({ device });
      await page.goto(browser.root);
      await page.getByRole('link', { name: 'Do ads cost a small place its people?' }).click();
      await finished(page);
      expect(await page.locator('.verdict').innerText()).toMatch(/% probability|In this model|This model/);
      expect(await page.locator('main').innerText()).toContain('Stored result');
      expectCalm(complaints);
    });

    it('changes a tactic in three actions, takes it back and brings it again', async () => {
      const { page, complaints } = await browser.newcomer({ device });
      await atStory(browser, page);
      const before = await numbersOf(page);
      await page.locator('.sentence').getByRole('button', { name: 'With ads', exact: true }).click();
      await change(page, () => page.getByRole('button', { name: '+ Add Coupons' }).click());
      const after = await numbersOf(page);
      expect(after).not.toEqual(before);
      await change(page, () => page.getByRole('button', { name: 'Undo' }).click());
      expect(await numbersOf(page)).toEqual(before);
      await change(page, () => page.getByRole('button', { name: 'Redo' }).click());
      expect(await numbersOf(page)).toEqual(after);
      expectCalm(complaints);
    });
  });
}
