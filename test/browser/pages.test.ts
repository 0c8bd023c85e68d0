/** Every page in both languages, looks and on both devices: calm, whole, translated, open to all, as it was reviewed. */
import { afterEach, describe, expect, it } from 'vitest';
import { badLabels, clipped, nonsense, overflows, untranslated, violations } from './checks.ts';
import { touched } from './compare-page.ts';
import { expectGolden } from './goldens.ts';
import { atRest, expectCalm, inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

/** Address of each page, and what must be there before it counts as shown. */
const pages: Readonly<Record<string, readonly [path: string, shows: string]>> = {
  home: ['', '.home-card'],
  story: ['s/quick/', '.compare-result figure svg'],
  compare: ['compare/', '.compare-result figure svg'],
  sandbox: ['sandbox/', '.inputs-field'],
  network: ['network/', 'canvas'],
  cohorts: ['cohorts/', 'main table, main figure'],
  methods: ['methods/', 'table'],
  data: ['data/', 'table, a[download]'],
  embed: ['embed/', 'main'],
  report: ['report/', 'main figure svg, main svg'],
};

/** What is embedded has the headings of the page around it. */
const ofWholePages = /^page-has-heading-one/;

describe.each(Object.entries(pages))('the %s page', (name, [path, shows]) => {
  describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
    it.each(['desktop', 'phone'] as const)('is calm, whole and open to all on a %s', async (device) => {
      const { page, complaints } = await browser.newcomer({ locale, device });
      await page.goto(browser.root + path);
      await touched(page, shows);
      await atRest(page);
      expect(await page.getAttribute('html', 'lang')).toBe(locale);
      const looks = async () => ({
        overflows: await overflows(page),
        clipped: await clipped(page),
        labels: await badLabels(page),
        nonsense: await nonsense(page),
        untranslated: locale === 'en' ? [] : await untranslated(page),
      });
      expect(await looks()).toEqual({
        overflows: [],
        clipped: [],
        labels: [],
        nonsense: [],
        untranslated: [],
      });
      if (device === 'desktop' && locale === 'en') await expectGolden(page, `${name}-desktop-light-en`);
      expect(
        (await violations(page)).filter((found) => name !== 'embed' || !ofWholePages.test(found)),
      ).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await atRest(page);
      expect(await violations(page, 'contrast')).toEqual([]);
      if (device === 'phone' && locale === 'zh-CN') await expectGolden(page, `${name}-phone-dark-zh`);
      expectCalm(complaints);
    });
  });
});
