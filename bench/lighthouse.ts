/** Lighthouse, as a phone sees the site: `node dist/lighthouse.js` prints its four scores for three pages. */
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { chromiumPath, flags } from '../test/browser/chromium.ts';

export interface Scores {
  readonly path: string;
  readonly performance: number;
  readonly accessibility: number;
  readonly 'best-practices': number;
  readonly seo: number;
  /** Audits that are not passed, with what they found. */
  readonly failed: readonly string[];
}

const kinds = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export const scored: readonly string[] = ['', 's/quick/', 'compare/'];

/** Scores of 0 to 100. */
export async function scoresOf(root: string, path: string, port: number): Promise<Scores> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...flags, `--remote-debugging-port=${port}`],
  });
  try {
    const result = await lighthouse(root + path, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...kinds],
    });
    if (!result) throw new Error(`lighthouse gave nothing for ${path}`);
    const { categories, audits } = result.lhr;
    const score = (name: (typeof kinds)[number]) => Math.round((categories[name]?.score ?? 0) * 100);
    const failed = Object.values(audits)
      .filter(({ score: given }) => given !== null && given < 0.9)
      .map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`.trim());
    return {
      path,
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
      failed,
    };
  } finally {
    await browser.close();
  }
}
