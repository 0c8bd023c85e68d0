/** The charts: each answer as a heading, the drawing for wide and narrow screens, and the same numbers as a table. */

import { fan } from './charts/fan.ts';
import { guardrails } from './charts/guardrails.ts';
import type { Size } from './charts/look.ts';
import { money } from './charts/money.ts';
import { paired } from './charts/paired.ts';
import { renderSvg } from './charts/render.ts';
import { type Chart, type ChartSource, type ChartTable, figureColumns } from './charts/source.ts';
import { html, type Markup, trusted } from './html-markup.ts';
import { armKey, type Page } from './html-page.ts';

type Maker = (source: ChartSource) => Chart;

const sourceOf = ({ comparison, results, scenario, locale }: Page): ChartSource => ({
  comparison,
  results,
  scenario,
  locale,
});

/** The two charts that a page opens with. */
export const firstCharts: readonly Maker[] = [fan, paired];

export async function chartSection(
  page: Page,
  makers: readonly Maker[] = [fan, paired, money, guardrails],
): Promise<Markup> {
  const { words } = page;
  const source = sourceOf(page);
  const figures: Markup[] = [];
  for (const make of makers) figures.push(await figure(make(source), page));
  return html`<section aria-labelledby="charts"><h2 id="charts" class="unseen">${words.charts}</h2><div class="grid">${figures}</div></section>`;
}

/** A chart that need not be one of a comparison. */
export type Figure = Omit<Chart, 'name' | 'data'> & { readonly name: string };

export async function figure(chart: Figure, { words }: Pick<Page, 'words'>): Promise<Markup> {
  const drawing = chart.draw
    ? [await drawn(chart, 'wide'), await drawn(chart, 'phone')]
    : html`<p class="nothing">${words.nothingToDraw}</p>`;
  const { rows } = chart.table;
  return html`<figure class="${chart.name}"><figcaption><h3>${chart.title}</h3><p>${chart.subtitle}</p></figcaption>
${drawing}
${rows.length > 0 && html`<details><summary>${words.table}<span class="unseen">: ${chart.title}</span></summary>${twin(chart.table, chart.title)}</details>`}</figure>`;
}

/** One drawing in the colors of the style sheet, labeled in whole sentences. Only one of the two sizes is ever shown. */
async function drawn(chart: Pick<Chart, 'draw'>, size: Size, labeled = true): Promise<Markup> {
  if (!chart.draw) return html``;
  const svg = await renderSvg(chart.draw({ theme: 'page', size, titled: false, labeled }));
  // Within a page a drawing has the page's width, and needs no namespace.
  const bare = svg.replace(/^<svg [^>]*>/, (tag) =>
    tag.replace(/ (?:xmlns|version|class|width|height)="[^"]*"/g, '').replace('<svg', `<svg class="${size}"`),
  );
  return trusted(bare);
}

/** The course of the arms for a card in a gallery: small, with a key below it. */
export async function miniature(page: Page): Promise<Markup> {
  const drawing = await drawn(fan(sourceOf(page)), 'phone', false);
  return html`${drawing}<p class="keys-of-arms">${page.arms.map((arm) => html`${armKey(arm)} `)}</p>`;
}

/** The chart's numbers. */
function twin(table: ChartTable, caption: string): Markup {
  const { columns, rows } = table;
  const sides = figureColumns(table).map((isFigure) => (isFigure ? 'num' : 'words'));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="twin"><thead><tr>${columns.map(
    (column, i) => html`<th scope="col" class="${sides[i]}">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell, i) => html`<td class="${sides[i + 1]}">${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
