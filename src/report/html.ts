/**
 * A comparison as one page that opens from disk.
 */
import { inLocale, plain } from './charts/source.ts';
import { assumptionSection, limitsSection } from './html-assumptions.ts';
import { chartSection } from './html-charts.ts';
import { standalonePage } from './html-document.ts';
import { foot } from './html-foot.ts';
import { keyFigures } from './html-kpis.ts';
import { html, type Markup } from './html-markup.ts';
import { type Page, pageOf, type ReportInput } from './html-page.ts';
import { differingSection, figuresSection, guardrailSection } from './html-tables.ts';
import { scenarioSentence, verdictSection } from './html-verdict.ts';

export type { ReportInput } from './html-page.ts';

/** The report page of a comparison. */
export async function htmlReport(input: ReportInput): Promise<string> {
  const page = pageOf(input);
  const charts = await chartSection(page);
  return whole(page, charts);
}

function whole(page: Page, charts: Markup): string {
  const { scenario, locale, words } = page;
  const title = plain(inLocale(scenario.title, locale));
  const main = html`<p class="title">${title}</p>
${scenarioSentence(page)}
${verdictSection(page)}
${keyFigures(page)}
${charts}
${questionSection(page)}
${figuresSection(page)}
${guardrailSection(page)}
${differingSection(page)}
${limitsSection(page)}
${assumptionSection(page)}`;
  return standalonePage({
    locale,
    version: page.comparison.version,
    title,
    kind: words.kind,
    main,
    foot: foot(page),
  });
}

/** What was asked and why, in the words of the scenario. */
function questionSection({ scenario, locale, words }: Page): Markup {
  const [question, summary] = [scenario.question, scenario.summary].map((text) =>
    plain(inLocale(text, locale)).trim(),
  );
  if (question === '' && summary === '') return html``;
  return html`<section aria-labelledby="question"><h2 id="question">${words.question}</h2>${question !== '' && html`<p class="asked">${question}</p>`}${summary !== '' && html`<p>${summary}</p>`}</section>`;
}
