/** `npm run bench:site`: what the site weighs and how long people wait for it, against its budgets. */
import { launch, prepareChromium } from '../test/browser/chromium.ts';
import { testSite } from '../test/browser/questions.ts';
import { host } from '../test/browser/serve.ts';
import { measuredPages, siteSizes } from './site-sizes.ts';
import { siteTimes } from './site-times.ts';

const row = (what: string, value: string, budget: string, isHeld: boolean): void =>
  console.log(`${isHeld ? ' ' : '!'} ${what.padEnd(52)} ${value.padStart(14)}   ${budget}`);

prepareChromium();
const { site } = testSite();
for (const { what, bytes, budget } of siteSizes(site, measuredPages))
  row(what, `${(bytes / 1024).toFixed(1)} KB`, `at most ${budget / 1024} KB`, bytes <= budget);

const served = await host(site, { packed: true });
const browser = await launch([]);
try {
  for (const { what, value, unit, budget } of await siteTimes(browser, served.root)) {
    const most = unit === 'frames/s' ? 'at least' : 'at most';
    const isHeld = unit === 'frames/s' ? value >= budget : value <= budget;
    row(what, `${value.toFixed(unit === 's' ? 2 : 0)} ${unit}`, `${most} ${budget} ${unit}`, isHeld);
  }
} finally {
  await browser.close();
  served.close();
}
