/** What must hold on every page, read off the page itself: fit, language, what axe-core finds. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Where the page is wider than the window, and by what. */
export const overflows = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide <= innerWidth) return [];
    const culprits = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .slice(-4)
      .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
    return [`${wide} px in a window of ${innerWidth}: ${culprits.join(', ')}`];
  });

/** Texts that are cut: in buttons, labels, headings, cells and choices. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const selector = 'button, label, legend, h1, h2, h3, summary, th, td, nav a, .button';
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (element.closest('.unseen, [aria-hidden="true"]') || element.clientWidth === 0) continue;
      const isCutAcross = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const isCutDown = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2;
      if (isCutAcross || isCutDown)
        found.push(`${element.tagName} ${element.textContent?.trim().slice(0, 60)}`);
    }
    return found;
  });

/** Labels of drawings that leave their drawing, and pairs of them that cover one another. */
export const badLabels = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('figure svg, .chart svg')) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const boxes = [...svg.querySelectorAll('text')]
        .filter((text) => text.textContent?.trim() && getComputedStyle(text).opacity !== '0')
        .map((text) => ({ text: text.textContent ?? '', box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      for (const [i, { text, box }] of boxes.entries()) {
        const isOut =
          box.left < frame.left - 2 ||
          box.right > frame.right + 2 ||
          box.top < frame.top - 4 ||
          box.bottom > frame.bottom + 4;
        if (isOut) found.push(`${text} leaves its drawing`);
        for (const other of boxes.slice(i + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 3 && down > 4) found.push(`${text} and ${other.text} cover one another`);
        }
      }
    }
    return found;
  });

/** Runs of English words on a Chinese page, outside code, names and sources. */
export const untranslated = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const left =
      'code, pre, textarea, input, script, style, cite, [lang="en"], .citation, .source, [data-as-is]';
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.replace(/（[^（）]*）|\S+[./]\S+/g, '') ?? '';
      const { parentElement } = node;
      if (
        !parentElement ||
        parentElement.closest(left) ||
        !/(?:\b[A-Za-z]{2,}\b[\s,]+){3,}[A-Za-z]{2,}/.test(text)
      )
        continue;
      if (parentElement.getClientRects().length > 0) found.add(text.trim().slice(0, 100));
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name) ?? '';
        if (/(?:\b[A-Za-z]{2,}\b[\s,]+){3,}[A-Za-z]{2,}/.test(text) && !element.closest(left))
          found.add(`${name}: ${text.slice(0, 100)}`);
      }
    }
    return [...found];
  });

/** Words that only machines say, outside programs that are shown as such. */
export const nonsense = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const programs = [...document.querySelectorAll('pre')].map(({ innerText }) => innerText);
    const text = programs.reduce((left, program) => left.replace(program, ''), document.body.innerText);
    return [
      ...(text.match(/.{0,40}(?:\bundefined\b|\bNaN\b|\[object |\bnull\b|\{\w+\}|Infinity).{0,40}/g) ?? []),
    ];
  });

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds wrong; `contrast` alone where only colors are other than in an earlier look. */
export async function violations(page: Page, only?: 'contrast'): Promise<string[]> {
  await page.evaluate(axeSource);
  // What is far below the window keeps the colors of the earlier look until it is scrolled to.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
  });
  const found = await page.evaluate(
    async ({ tags, isContrast }) => {
      const { axe } = window as unknown as {
        axe: { run(where: Document, how: object): Promise<AxeResults> };
      };
      const runOnly = isContrast ? ['color-contrast'] : { type: 'tag', values: tags };
      const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => ({
        id,
        count: nodes.length,
        where: nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary?.slice(0, 200) ?? ''}`),
      }));
    },
    { tags: levels, isContrast: only === 'contrast' },
  );
  return found.map(({ id, count, where }) => `${id} (${count}): ${where.join(' | ')}`);
}
