/** Of the gallery what results.test.ts leaves out. */
import { afterEach } from 'vitest';
import { givesDigests } from './digests.ts';
import { inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

givesDigests(browser, [
  'a-a',
  'first-24-hours',
  'coupon-rates',
  'growth-or-retention',
  'circles',
  'win-back',
  'four-activities',
]);
