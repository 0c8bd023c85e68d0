/**
 * A comparison as one page that opens from disk: styles and drawings inside, nothing asked from anywhere, no script.
 * The policy in its head allows its own style sheet, by hash, and nothing else.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { inLocale, plain } from './charts/source.ts';
import { assumptionSection, limitsSection } from './html-assumptions.ts';
import { chartSection } from './html-charts.ts';
import { foot } from './html-foot.ts';
import { keyFigures } from './html-kpis.ts';
import { html, type Markup, trusted } from './html-markup.ts';
import { type Page, pageOf, type ReportInput } from './html-page.ts';
import { differingSection, figuresSection, guardrailSection } from './html-tables.ts';
import { scenarioSentence, verdictSection } from './html-verdict.ts';
import { style } from './style.ts';

export type { ReportInput } from './html-page.ts';

/** The report page of a comparison. */
export async function htmlReport(input: ReportInput): Promise<string> {
  const page = pageOf(input);
  const charts = await chartSection(page);
  return `<!doctype html>\n${whole(page, charts).markup}\n`;
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Everything is forbidden but the style sheet of the page itself. */
export function policyFor(sheet: string): string {
  const hash = base64(sha256(new TextEncoder().encode(sheet)));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function whole(page: Page, charts: Markup): Markup {
  const { scenario, locale, words } = page;
  const title = plain(inLocale(scenario.title, locale));
  return html`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policyFor(style))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Seedbed ${page.comparison.version}">
<title>${title} · Seedbed</title>
<style>${trusted(style)}</style>
</head>
<body>
<header class="bar"><p class="brand">${mark}Seedbed</p><p class="kind">${words.kind}</p></header>
<main>
<p class="title">${title}</p>
${scenarioSentence(page)}
${verdictSection(page)}
${keyFigures(page)}
${charts}
${questionSection(page)}
${figuresSection(page)}
${guardrailSection(page)}
${differingSection(page)}
${limitsSection(page)}
${assumptionSection(page)}
</main>
${foot(page)}
</body>
</html>`;
}

/** What was asked and why, in the words of the scenario. */
function questionSection({ scenario, locale, words }: Page): Markup {
  const [question, summary] = [scenario.question, scenario.summary].map((text) =>
    plain(inLocale(text, locale)).trim(),
  );
  if (question === '' && summary === '') return html``;
  return html`<section aria-labelledby="question"><h2 id="question">${words.question}</h2>${question !== '' && html`<p class="asked">${question}</p>`}${summary !== '' && html`<p>${summary}</p>`}</section>`;
}

/** The plant of the brand. */
export const mark = trusted(
  '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M12 21v-9m0 0c0-5 3-8 8-8 0 5-3 8-8 8Zm0 3c0-3.5-2.5-6-7-6 0 3.8 2.7 6 7 6Z" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/></svg>',
);
