/** What flows.test.ts does on a desktop only. */
import { afterEach, describe } from 'vitest';
import { givesNumbersAgain } from './numbers-again.ts';
import { inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

describe('on a phone', () => givesNumbersAgain(browser, 'phone'));
