/** What flows.test.ts does on a desktop only. */
import { afterEach, describe } from 'vitest';
import { takesFewSteps } from './few-steps.ts';
import { givesNumbersAgain } from './numbers-again.ts';
import { inBrowser } from './visit.ts';

const browser = inBrowser();
afterEach(() => browser.leave());

takesFewSteps(browser, 'phone');
describe('on a phone', () => givesNumbersAgain(browser, 'phone'));
