/**
 * The parts of a comparison as markup, without charts: what the report page is put together from, for pages that show
 * the same parts in a frame of their own. Needs no drawing code, so a browser can make them while worlds come in.
 */

import type { Scenario } from '../scenario/scenario.ts';
import { shownArms } from './charts/source.ts';
import type { Locale } from './format.ts';
import { assumptionSection, limitsSection } from './html-assumptions.ts';
import { keyFigures } from './html-kpis.ts';
import { pageOf, type ReportInput, wordsIn } from './html-page.ts';
import { differingSection, figuresSection, guardrailSection } from './html-tables.ts';
import { scenarioSentence, verdictSection } from './html-verdict.ts';
import type { ReportView } from './view.ts';

export { pageOf } from './html-page.ts';
export type { ReportView } from './view.ts';

export interface ComparisonParts {
  readonly verdict: string;
  readonly keyFigures: string;
  readonly figures: string;
  readonly guardrails: string;
  readonly differing: string;
  readonly assumptions: string;
  readonly limits: string;
}

/** What is asked, as a sentence; needs no results. */
export function sentencePart(scenario: Scenario, locale: Locale): string {
  return scenarioSentence({ scenario, locale, arms: shownArms(scenario, locale), words: wordsIn(locale) })
    .markup;
}

/** `view`: how the viewer looks at key figures and tables; the verdict always speaks of 90 % of worlds. */
export function comparisonParts(input: ReportInput, view: Partial<ReportView> = {}): ComparisonParts {
  const page = pageOf(input, view);
  return {
    verdict: verdictSection(page).markup,
    keyFigures: keyFigures(page).markup,
    figures: figuresSection(page).markup,
    guardrails: guardrailSection(page).markup,
    differing: differingSection(page).markup,
    assumptions: assumptionSection(page).markup,
    limits: limitsSection(page).markup,
  };
}
