/** More than 200 corrupted or hostile links and files: a clear state each, nothing executed, tab alive. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hostileLinks } from '../web/state/hostile-links.ts';
import { answersFiles, answersLinks, answersTexts } from './answers.ts';
import { finished } from './compare-page.ts';
import { linkOfText } from './given.ts';
import { files, texts } from './hostile.ts';
import { quick } from './questions.ts';
import { expectCalm, inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

describe('a page that is given what nobody of ours made', () => {
  it('says of each link what is wrong with it, cut after any letter too', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}s/quick/`);
    await finished(page);
    const link = await linkOfText(quick);
    const cut = Array.from(
      { length: link.length - 12 },
      (_, i) => ['cut', link.slice(0, i + 4), 'incomplete'] as const,
    );
    const all = [...hostileLinks, ...cut.filter((_, i) => i % 9 === 0)];
    expect(all.length).toBeGreaterThan(200);
    await answersLinks(page, all);
    expectCalm(complaints);
  });

  it('opens or refuses each scenario in a link, and runs nothing that it says', async () => {
    const { page, complaints } = await browser.newcomer();
    await answersTexts(page, browser.root, texts);
    expectCalm(complaints);
  });

  it('opens or refuses each file', async () => {
    const { page, complaints } = await browser.newcomer();
    await page.goto(`${browser.root}s/quick/`);
    await finished(page);
    const folder = join(browser.made.questions, 'results', 'quick');
    const worlds = join(folder, readdirSync(folder).find((name) => name.startsWith('worlds')) ?? '');
    await answersFiles(page, files(worlds, 60));
    expectCalm(complaints);
  });
});
