/** A changed comparison, and every way back to it. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { comparisonOf, finished, linkOf, numbersOf, say } from './compare-page.ts';
import { expectCalm, type inBrowser, type Viewer } from './visit.ts';

type InBrowser = ReturnType<typeof inBrowser>;

/** Opens the small question with its stored result. */
export async function atStory(browser: InBrowser, page: Page): Promise<void> {
  await page.goto(`${browser.root}s/quick/`);
  await finished(page);
}

export function givesNumbersAgain(browser: InBrowser, device: NonNullable<Viewer['device']>): void {
  it('gives every number again after a reload, after Back, and to whoever gets the link', async () => {
    const { page, complaints } = await browser.newcomer({ device });
    await atStory(browser, page);
    await say(page, 'With ads', '+ Add Coupons');
    const made = await numbersOf(page);
    const comparison = await comparisonOf(page);
    const link = await linkOf(page);

    await page.reload();
    await finished(page, 'computed');
    expect(await numbersOf(page)).toEqual(made);
    expect(await page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);

    await page.goto(`${browser.root}methods/`);
    await page.goBack();
    await finished(page, 'computed');
    expect(await numbersOf(page)).toEqual(made);

    const other = await browser.newcomer({ device });
    await other.page.goto(link);
    await finished(other.page, 'computed');
    expect(await numbersOf(other.page)).toEqual(made);
    expect(await comparisonOf(other.page)).toEqual(comparison);
    expect(await other.page.locator('main').innerText()).toContain('Reproduced: all 80 worlds');
    expectCalm([...complaints, ...other.complaints]);
  });
}
