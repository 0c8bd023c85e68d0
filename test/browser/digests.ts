/** The engine in the tab against the command line, for some of the gallery. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/analysis/comparison.ts';
import { comparisonOf, finished, withoutFile } from './compare-page.ts';
import { linkWith } from './given.ts';
import { seedbed } from './questions.ts';
import { expectCalm, type inBrowser } from './visit.ts';

export function givesDigests(browser: ReturnType<typeof inBrowser>, names: readonly string[]): void {
  describe('the engine in the tab', () => {
    it.each(names)('gives the digest and every figure of the command line: %s', async (name) => {
      const file = join(browser.made.questions, `${name}.yaml`);
      const args = ['--worlds', '2', '--set', 'horizon=100 days', '--json', '-q'];
      const told = withoutFile(JSON.parse(seedbed('compare', file, ...args)) as Comparison);
      const { page, complaints } = await browser.newcomer();
      await page.goto(`${browser.root}compare/${await linkWith(file, { worlds: 2, horizon: '100 days' })}`);
      await finished(page, 'computed');
      const shown = await comparisonOf(page);
      expect(shown.digest).toBe(told.digest);
      expect(shown).toEqual(told);
      expectCalm(complaints);
    });
  });
}
