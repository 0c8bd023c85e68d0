/** Where the page comes from and how to get the same numbers again. */
import { plain } from './charts/source.ts';
import { html, type Markup } from './html-markup.ts';
import type { Page } from './html-page.ts';

/** A word as it must be typed in a shell. */
const shellWord = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The command that makes these results again. */
export function command({ comparison }: Pick<Page, 'comparison'>): string {
  const { scenario, seed, worlds } = comparison;
  const words = ['seedbed', 'compare', scenario.file, '--seed', seed, '--worlds', String(worlds)];
  return words.map((word) => shellWord(plain(word))).join(' ');
}

/** The section of the foot. */
export function provenance(page: Page): Markup {
  const { words, comparison, locale } = page;
  const rows: readonly (readonly [string, Markup])[] = [
    [words.command, html`<code class="command">${command(page)}</code>`],
    [words.digest, html`<code>${comparison.digest}</code>`],
    [words.scenario, html`${plain(comparison.scenario.file)}`],
    [words.hash, html`<code>${comparison.scenario.hash}</code>`],
    [words.seed, html`<code>${plain(comparison.seed)}</code>`],
    [words.worlds, html`${comparison.worlds.toLocaleString(locale)}`],
    [words.version, html`${comparison.version}`],
  ];
  return html`<section aria-labelledby="provenance"><h2 id="provenance">${words.provenance}</h2><p>${words.reproduceLead}</p>
<dl>${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

export const foot = (page: Page): Markup => html`<footer class="foot">${provenance(page)}</footer>`;
