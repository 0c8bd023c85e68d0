import { afterEach, describe, expect, it } from 'vitest';
import { seedbed } from '../../browser/questions.ts';
import { expectCalm, inBrowser } from '../../browser/visit.ts';
import { endsInVerdict } from './verdict.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

describe('the notebook', () => {
  it('shows the digest and the verdict that the command line gives for the same worlds', async () => {
    const compared = JSON.parse(
      seedbed('compare', 'scenarios/blunt-vs-tailored-ads.yaml', '--worlds', '4', '--json', '-q'),
    );
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}notebooks/hello-compare/?worlds=4`);
    const proof = page.locator('.notebook-proof');
    await proof.waitFor({ timeout: 60_000 });
    const text = (await proof.innerText()).replace(/\s+/g, ' ');
    expect(text).toContain(compared.digest);
    expect(text).toContain(
      'seedbed compare blunt-vs-tailored-ads.yaml --seed private-domain-2026 --worlds 4',
    );
    for (const line of compared.verdict.text.en.split('\n'))
      expect(text).toContain(line.replace(/\s+/g, ' ').trim());
    await page.locator('figure.fan svg').first().waitFor();
    expect(await page.locator('.observablehq--error').count()).toBe(0);
    expectCalm(complaints);
  });

  endsInVerdict(
    browser,
    'coupon-rates',
    'scenarios/coupon-rates.yaml',
    { worlds: 2, days: 365 },
    async (page) =>
      expect(await page.locator('table').allInnerTexts()).toContainEqual(
        expect.stringContaining('Orders that coupons caused'),
      ),
  );

  it('new-tactic holds its tactic against a law, sees a wrong one fail, and ends in a verdict', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}notebooks/new-tactic/?worlds=4`);
    await page.locator('.notebook-proof').waitFor({ timeout: 60_000 });
    expect(await page.locator('.observablehq--error').count()).toBe(0);
    await page.getByRole('rowheader', { name: 'sentTwice' }).first().waitFor();
    const outcomes = async (tactic: string) =>
      page
        .locator('tr', { has: page.getByRole('rowheader', { name: tactic }) })
        .locator('td:last-child')
        .allInnerTexts();
    expect(await outcomes('newsletter')).toEqual(['holds', 'holds', 'holds']);
    expect(await outcomes('sentTwice')).toEqual(['FAILS', 'holds', 'FAILS']);
    expect(await page.locator('.notebook-proof').innerText()).toMatch(/[0-9a-f]{64}/);
    await page.locator('figure.paired svg').first().waitFor();
    expectCalm(complaints);
  });

  it('calibrate fits what it saw, foretells what it did not, and ends in a verdict', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}notebooks/calibrate/?worlds=4&simulations=120`);
    await page.locator('.notebook-proof').waitFor({ timeout: 100_000 });
    expect(await page.locator('.observablehq--error').count()).toBe(0);
    const rows = async (table: number) =>
      (await page.locator('table').nth(table).locator('tbody tr').allInnerTexts()).map((row) =>
        row.split('\t').map((cell) => cell.trim()),
      );
    const quarters = await rows(1);
    expect(quarters.map(([quarter]) => quarter)).toEqual(['1', '2', '3', '4 *', '5 *']);
    // Published for the same customers: BG/NBD follows a year and a half within a tenth (Fader, Hardie and Lee 2005, figure 3).
    for (const [, seen, simulated] of quarters) {
      const ratio = Number(simulated) / Number(seen.split(' ')[0]);
      expect(Math.abs(ratio - 1), `${seen} ${simulated}`).toBeLessThan(0.15);
    }
    expect((await rows(2)).length).toBe(9);
    expectCalm(complaints);
  });

  it('speaks one language at a time, and leads on with the whole scenario in its links', async () => {
    const { page, complaints } = await browser.newcomer({ locale: 'zh-CN', device: 'phone' });
    await page.goto(`${browser.root}notebooks/hello-compare/?worlds=2`);
    await page.getByRole('heading', { level: 1, name: '定向广告' }).waitFor();
    expect(await page.locator('[data-lang="en"]:visible').count()).toBe(0);
    const link = page.getByRole('link', { name: '在沙盘中打开' });
    await link.waitFor({ timeout: 60_000 });
    expect(await link.getAttribute('href')).toMatch(/\/sandbox\/#z=1\.[\w-]+\.[0-9a-f]{8}$/);
    expectCalm(complaints);
  });
});
