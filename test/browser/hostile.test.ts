/** A part of the hostile links and files that `hostile.long.test.ts` gives in full. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'vitest';
import { hostileLinks } from '../web/state/hostile-links.ts';
import { answersFiles, answersLinks, answersTexts } from './answers.ts';
import { finished } from './compare-page.ts';
import { files, texts } from './hostile.ts';
import { expectCalm, inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

const results = () => {
  const folder = join(browser.made.questions, 'results', 'quick');
  return join(folder, readdirSync(folder).find((name) => name.startsWith('worlds')) ?? '');
};

describe('a page that is given what nobody of ours made', () => {
  it('says of each link what is wrong with it', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}s/quick/`);
    await finished(page);
    await answersLinks(
      page,
      hostileLinks.filter((_, i) => i % 50 === 0),
    );
    expectCalm(complaints);
  });

  it('opens or refuses each scenario in a link, and runs nothing that it says', async () => {
    const { page, complaints } = await browser.newcomer();
    await answersTexts(
      page,
      browser.root,
      texts.filter((_, i) => i % 10 === 0),
    );
    expectCalm(complaints);
  });

  it('opens or refuses each file', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}s/quick/`);
    await finished(page);
    await answersFiles(
      page,
      files(results(), 6).filter((_, i) => i % 8 === 1),
    );
    expectCalm(complaints);
  });
});
