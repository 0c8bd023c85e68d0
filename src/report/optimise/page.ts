/** An optimization as one page that opens from disk. */
import type { Optimization } from '../../analysis/optimise/findings.ts';
import type { Text } from '../../scenario/scenario.ts';
import { inLocale, plain } from '../charts/source.ts';
import type { Locale } from '../format.ts';
import { figure } from '../html-charts.ts';
import { standalonePage } from '../html-document.ts';
import { html, type Markup } from '../html-markup.ts';
import { wordsIn } from '../html-page.ts';
import { frontChart } from './front-chart.ts';
import { raceChart } from './race-chart.ts';
import { answer, leftOutLines, sentences, type Table, type Told, tableOf } from './sentences.ts';
import { type OptimisePhrase, optimisePhrase } from './words.ts';

export interface OptimisePageInput {
  readonly found: Optimization;
  readonly locale: Locale;
  /** Of the scenario. */
  readonly title: Text;
  /** What was typed. */
  readonly command: string;
}

/** The page. */
export async function optimisePage({ found, locale, title, command }: OptimisePageInput): Promise<string> {
  const told: Told = { found, locale };
  const charts = [raceChart(told), ...(found.front.length > 0 ? [frontChart(told)] : [])];
  const figures: Markup[] = [];
  for (const chart of charts) figures.push(await figure(chart, wordsIn(locale)));
  return whole(told, figures, plain(inLocale(title, locale)), command);
}

function whole(told: Told, figures: readonly Markup[], title: string, command: string): string {
  const { found, locale } = told;
  const say = (name: OptimisePhrase) => optimisePhrase(name, locale);
  const [first, ...rest] = sentences(told);
  const main = html`<p class="title">${title}</p>
<section class="verdict"><h1>${answer(told)}</h1>
${first !== undefined && html`<p class="lede">${first}</p>`}
<ul class="lines">${[...rest, ...leftOutLines(told)].map((line) => html`<li>${line}</li>`)}</ul></section>
${tableSection(tableOf(told))}
<section aria-labelledby="charts"><h2 id="charts">${say('raceSection')}</h2><div class="grid">${figures}</div></section>`;
  return standalonePage({
    locale,
    version: found.version,
    title: `${say('kind')}: ${title}`,
    kind: say('kind'),
    main,
    foot: foot(told, command),
  });
}

function tableSection({ title, columns, rows }: Table): Markup {
  if (rows.length === 0) return html``;
  const side = (i: number) => (i === 0 ? 'words' : 'num');
  return html`<section aria-labelledby="table"><h2 id="table">${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="differs"><thead><tr>${columns.map(
    (column, i) => html`<th scope="col" class="${side(i)}">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="num">${cell}</td>`)}</tr>`,
  )}</tbody></table></div></section>`;
}

function foot({ found, locale }: Told, command: string): Markup {
  const say = (name: OptimisePhrase) => optimisePhrase(name, locale);
  const rows: readonly (readonly [string, Markup])[] = [
    [say('command'), html`<code class="command">${command}</code>`],
    [say('digest'), html`<code>${found.digest}</code>`],
    [say('seed'), html`${found.seed}`],
    [say('version'), html`${found.version}`],
  ];
  return html`<footer class="foot"><section aria-labelledby="provenance"><h2 id="provenance">${say('provenance')}</h2><p>${say('how')}</p>
<dl>${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl></section></footer>`;
}
