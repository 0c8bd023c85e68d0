/** The papers and languages that print.test.ts leaves out. */
import { afterEach } from 'vitest';
import { inBrowser } from '../../browser/visit.ts';
import { printsSummary } from './print.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

printsSummary(browser, [
  ['A4', 'en'],
  ['Letter', 'en'],
  ['Letter', 'zh-CN'],
]);
