/** What people do: read a verdict, change one thing, take it back, come back, send a link. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { change, comparisonOf, finished, numbersOf, say } from './compare-page.ts';
import { takesFewSteps } from './few-steps.ts';
import { atStory, givesNumbersAgain } from './numbers-again.ts';
import { expectCalm, inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

takesFewSteps(browser, 'desktop');

describe('a story with a stored result', () => {
  it('has live charts from the first touch on, before its worlds are there', async () => {
    const { page, complaints } = await browser.newcomer();
    const held: (() => void)[] = [];
    await page.route('**/*.ndjson', (route) =>
      new Promise<void>((go) => held.push(go)).then(() => route.continue()),
    );
    await page.goto(`${browser.root}s/quick/`);
    const live = page.locator('figure .live:not(.unseen) svg');
    await page.waitForTimeout(500);
    expect(await live.count()).toBe(0);
    await page.keyboard.press('Shift');
    await live.nth(1).waitFor();
    expect(await page.locator('.compare-result').count()).toBe(0);
    await page.getByRole('button', { name: 'Table' }).first().click();
    const before = await page.locator('.chart.fan .panel table').innerText();
    await expect.poll(() => held.length).toBe(1);
    for (const go of held) go();
    await finished(page);
    await page.getByRole('button', { name: 'Table' }).first().click();
    expect(await page.locator('.compare-result .chart.fan .panel table').innerText()).toBe(before);
    expectCalm(complaints);
  });
});

describe('a comparison', () => {
  givesNumbersAgain(browser, 'desktop');

  it('swaps its baseline', async () => {
    const { page, complaints } = await browser.newcomer();
    await atStory(browser, page);
    const { differences } = await comparisonOf(page);
    await say(page, 'With ads', 'Make baseline');
    const swapped = await comparisonOf(page);
    const of = (all: typeof differences) => all.find(({ metric }) => metric === 'netRevenue');
    expect(of(swapped.differences)).toMatchObject({ arm: 'quiet', baseline: 'with ads' });
    expect(of(swapped.differences)?.mean).toBeCloseTo(-(of(differences)?.mean ?? 0), 6);
    expectCalm(complaints);
  });

  it('holds five arms, and no sixth', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}s/five/`);
    await finished(page);
    expect((await comparisonOf(page)).arms).toHaveLength(5);
    await page.locator('.sentence').getByRole('button', { name: 'Onboarding', exact: true }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Copy', exact: true }).isDisabled()).toBe(true);
    await change(page, () => page.getByRole('button', { name: 'Remove', exact: true }).click());
    expect((await comparisonOf(page)).arms.map(({ name }) => name)).toEqual([
      'quiet',
      'with ads',
      'coupons',
      'both',
    ]);
    expectCalm(complaints);
  });

  it('keeps what was typed wrongly, says what is allowed, and does not run it', async () => {
    const { page, complaints } = await browser.newcomer();
    await atStory(browser, page);
    const before = await numbersOf(page);
    await page.locator('.sentence').getByRole('button', { name: '120', exact: true }).click();
    const box = page.getByRole('textbox', { name: /^Members at start/ }).first();
    await box.fill('-5');
    await box.press('Enter');
    await page.getByText('This scenario cannot run yet.').waitFor();
    expect(await box.inputValue()).toBe('-5');
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect(await numbersOf(page)).toEqual(before);
    await change(page, async () => {
      await box.fill('130');
      await box.press('Enter');
    });
    expect(await page.getByText('This scenario cannot run yet.').count()).toBe(0);
    expectCalm(complaints);
  });

  it('stops within a tenth of a second and keeps the worlds that are finished', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}s/five/`);
    await finished(page);
    await page.getByText('How it is compared').click();
    await page
      .locator('.compare-fields label', { hasText: /^Worlds/ })
      .locator('select')
      .selectOption('2000');
    const stop = page.getByRole('button', { name: 'Stop' });
    await expect
      .poll(() => page.locator('.run').innerText(), { timeout: 40_000 })
      .toMatch(/^(?:2[0-9]|[3-9]\d)/);
    const waited = await stop.evaluate(async (button: HTMLElement) => {
      const started = performance.now();
      button.click();
      while (document.querySelector('.run-chip progress'))
        await new Promise((resolve) => setTimeout(resolve, 2));
      return performance.now() - started;
    });
    expect(await page.locator('.run').innerText()).toMatch(/Stopped at [\d,]+ of [\d,]+ worlds; shown as is/);
    expect(await page.locator('.verdict').innerText()).toMatch(/\d+ paired worlds/);
    // A busy machine may take far longer than the page does: the tenth is held by check:long.
    expect(waited).toBeLessThan(5000);
    expectCalm(complaints);
  });

  it('can be made, read and shared with the keyboard alone', async () => {
    const { page, complaints } = await browser.newcomer();
    await atStory(browser, page);
    const before = await numbersOf(page);
    await tabTo(page, 'With ads');
    await page.keyboard.press('Enter');
    await page.locator('.inputs-add').waitFor();
    await tabTo(page, '+ Add Coupons');
    await change(page, () => page.keyboard.press('Enter'));
    expect(await numbersOf(page)).not.toEqual(before);
    await page.locator('#compare-editor').focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('#compare-editor').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('With ads');
    await change(page, () => page.keyboard.press('Control+z'));
    expect(await numbersOf(page)).toEqual(before);
    await tabTo(page, 'Guardrails');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Where it comes from');
    await tabTo(page, 'Share', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    expectCalm(complaints);
  });
});

describe('single keys', () => {
  it('can be changed, refuse what is taken, and stay changed on the next page', async () => {
    const { page, complaints } = await browser.newcomer();
    await atStory(browser, page);
    await page.keyboard.press('?');
    const share = page.getByRole('button', { name: /: Share\. Choose another key$/ });
    await share.click();
    await page.keyboard.press('r');
    await page.getByText('r is taken: Run.').waitFor();
    await share.click();
    await page.keyboard.press('Escape');
    await share.click();
    await page.keyboard.press('g');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.goto(`${browser.root}cohorts/`);
    await page.locator('main table').first().waitFor();
    await page.keyboard.press('s');
    await page.keyboard.press('g');
    await page.getByRole('dialog', { name: 'Share' }).waitFor();
    expectCalm(complaints);
  });
});

describe('with less motion', () => {
  it('a color that was just set is the one that is read, as the picture of the network does', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(browser.root);
    const read = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('span'));
      const before = getComputedStyle(probe).color;
      probe.style.color = 'rgb(1, 2, 3)';
      return [before, getComputedStyle(probe).color];
    });
    expect(read[0]).not.toBe(read[1]);
    expect(read[1]).toBe('rgb(1, 2, 3)');
    expectCalm(complaints);
  });
});

/** Goes from control to control until the one of this name; every one of them must show that it has the focus. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key);
    const { text, isSeen } = await page.evaluate(() => {
      const element = document.activeElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element ?? document.body);
      const isSeen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      return { text: element?.textContent?.trim() ?? '', isSeen };
    });
    expect(isSeen, `${text} shows no focus`).toBe(true);
    if (text === name) return;
  }
  throw new Error(`${name} is not reached by ${key}`);
}
