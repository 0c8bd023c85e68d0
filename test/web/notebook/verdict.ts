/** A notebook's last cell against the command line. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seedbed } from '../../browser/questions.ts';
import { expectCalm, type inBrowser } from '../../browser/visit.ts';

export function endsInVerdict(
  browser: ReturnType<typeof inBrowser>,
  name: string,
  file: string,
  { worlds, days }: { readonly worlds: number; readonly days: number },
  shows: (page: Page) => Promise<void>,
): void {
  it(`${name} ends in the verdict that the command line gives`, async () => {
    const asked = ['--worlds', String(worlds), ...(days === 365 ? [] : ['--set', `horizon=${days} days`])];
    const compared = JSON.parse(seedbed('compare', file, ...asked, '--json', '-q'));
    const { page, complaints } = await browser.newcomer();
    await page.goto(
      `${browser.root}notebooks/${name}/?worlds=${worlds}${days === 365 ? '' : `&days=${days}`}`,
    );
    const proof = page.locator('.notebook-proof');
    await proof.waitFor({ timeout: 100_000 });
    const proven = (await proof.innerText()).replace(/\s+/g, ' ');
    expect(proven).toContain(compared.digest);
    for (const line of compared.verdict.text.en.split('\n'))
      expect(proven).toContain(line.replace(/\s+/g, ' ').trim());
    await shows(page);
    expect(await page.locator('.observablehq--error').count()).toBe(0);
    expectCalm(complaints);
  });
}
