/** Of the notebooks what notebook.test.ts leaves out, since it takes many worlds. */
import { afterEach, describe, expect } from 'vitest';
import { inBrowser } from '../../browser/visit.ts';
import { endsInVerdict } from './verdict.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

// Of 60 worlds on: fewer do not tell what moves a difference.
describe('the notebook', () =>
  endsInVerdict(
    browser,
    'sensitivity',
    'scenarios/blunt-vs-tailored-ads.yaml',
    { worlds: 60, days: 120 },
    async (page) => expect((await page.locator('dl').allInnerTexts()).join(' ')).toContain('Tailored ads”'),
  ));
