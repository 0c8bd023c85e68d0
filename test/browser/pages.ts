/** Every page in both languages, looks and on both devices: calm, whole, translated, open to all, as it was reviewed. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/report/format.ts';
import { badLabels, clipped, nonsense, overflows, untranslated, violations } from './checks.ts';
import { touched } from './compare-page.ts';
import { linkOfText } from './given.ts';
import { expectGolden } from './goldens.ts';
import { quick } from './questions.ts';
import { atRest, expectCalm, inBrowser } from './visit.ts';

/** A question whose people are few: what a page shows of it does not take the machine long. */
const small = await linkOfText(quick);

/** Address of each page, and what must be there before it counts as shown. */
const pages: Readonly<Record<string, readonly [path: string, shows: string]>> = {
  home: ['', '.home-card'],
  story: ['s/quick/', '.compare-result figure svg'],
  compare: ['compare/', '.compare-result figure svg'],
  sandbox: [`sandbox/${small}`, '.inputs-field'],
  sweep: [`sweep/${small}`, '.sweep-cost .primary:not([disabled])'],
  network: [`network/${small}`, 'canvas'],
  cohorts: [`cohorts/${small}`, 'main table, main figure'],
  methods: ['methods/', 'table'],
  data: ['data/', 'table, a[download]'],
  embed: ['embed/', 'main'],
  report: [`report/${small}`, 'main figure svg, main svg'],
  notebook: ['notebooks/hello-compare/?worlds=4', '.notebook-proof'],
};

/** Pages that people open on the way. */
export const onTheWay = ['home', 'story', 'compare', 'sandbox', 'sweep', 'report'] as const;

/** What is embedded has the headings of the page around it. */
const ofWholePages = /^page-has-heading-one/;

type Device = 'desktop' | 'phone';
type Look = 'light' | 'dark';

/** Visits pages on a device. `npm test` has every page on a desktop and some on a phone, in one language and look; `check:long` has all of it. */
export function visitPages(
  device: Device,
  locales: readonly Locale[],
  [first, ...others]: readonly [Look, ...Look[]],
  names: readonly string[] = Object.keys(pages),
): void {
  const browser = inBrowser();
  afterEach(() => browser.leave());
  describe.each(names)(`the %s page on a ${device}`, (name) => {
    const [path, shows] = pages[name];
    it.each(locales)('is calm, whole and open to all in %s', async (locale) => {
      const { page, complaints } = await browser.newcomer({ locale, device, look: first });
      await page.goto(browser.root + path);
      await touched(page, shows);
      await atRest(page);
      expect(await page.getAttribute('html', 'lang')).toBe(locale);
      expect(await faults(page, locale)).toEqual([]);
      await golden(page, name, device, first, locale);
      const found = await violations(page);
      expect(found.filter((each) => name !== 'embed' || !ofWholePages.test(each))).toEqual([]);
      for (const look of others) {
        await page.emulateMedia({ colorScheme: look });
        await atRest(page);
        expect(await violations(page, 'contrast')).toEqual([]);
        await golden(page, name, device, look, locale);
      }
      expectCalm(complaints);
    });
  });
}

async function faults(page: Page, locale: Locale): Promise<string[]> {
  const found = {
    overflows: await overflows(page),
    clipped: await clipped(page),
    labels: await badLabels(page),
    nonsense: await nonsense(page),
    untranslated: locale === 'en' ? [] : await untranslated(page),
  };
  return Object.entries(found).flatMap(([kind, texts]) => texts.map((text) => `${kind}: ${text}`));
}

const pictured: readonly string[] = ['desktop-light-en', 'phone-dark-zh-CN'];

async function golden(page: Page, name: string, device: Device, look: Look, locale: Locale): Promise<void> {
  const how = `${device}-${look}-${locale}`;
  if (pictured.includes(how)) await expectGolden(page, `${name}-${how}`);
}
