/** Pictures of pages that somebody has looked at: `UPDATE_GOLDENS=1` takes them anew, to be read as a diff. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import { hasGoldenFonts } from './chromium.ts';

const folder = 'test/browser/goldens';
/** Pixels that may differ: edges of letters drawn by another build of the same browser. */
const TOLERANCE = 0.01;
/** What is another at every visit, or drawn by another processor. */
const moving = ['canvas', '.run', '[data-moves]'];

/** Holds the top of the page against its picture. */
export async function expectGolden(page: Page, name: string): Promise<void> {
  if (!hasGoldenFonts()) {
    console.warn(`${name}: not compared, since this machine has other fonts than the picture`);
    return;
  }
  await page.evaluate(() => scrollTo(0, 0));
  const taken = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    scale: 'css',
    mask: moving.map((selector) => page.locator(selector)),
    maskColor: '#888',
  });
  const path = join(folder, `${name}.png`);
  if (process.env.UPDATE_GOLDENS || !existsSync(path)) {
    if (process.env.CI && !process.env.UPDATE_GOLDENS) throw new Error(`${path} is missing`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, smaller(taken));
    return;
  }
  const now = PNG.sync.read(taken);
  const golden = PNG.sync.read(readFileSync(path));
  expect([now.width, now.height], name).toEqual([golden.width, golden.height]);
  const seen = new PNG({ width: now.width, height: now.height });
  const differ = pixelmatch(golden.data, now.data, seen.data, now.width, now.height, { threshold: 0.15 });
  const share = differ / (now.width * now.height);
  if (share > TOLERANCE) {
    mkdirSync('out/browser/differ', { recursive: true });
    writeFileSync(`out/browser/differ/${name}.png`, PNG.sync.write(seen));
    writeFileSync(`out/browser/differ/${name}-now.png`, taken);
  }
  expect(share, `${name}: see out/browser/differ; UPDATE_GOLDENS=1 takes it anew`).toBeLessThanOrEqual(TOLERANCE);
}

/** Fewer shades, which nobody sees and which pack far better. */
function smaller(taken: Buffer): Buffer {
  const picture = PNG.sync.read(taken);
  for (let i = 0; i < picture.data.length; i++) picture.data[i] = i % 4 === 3 ? 255 : shade(picture.data[i]);
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, filterType: 4 });
}

const shade = (value: number): number => Math.min(255, Math.round(value / 4) * 4);
