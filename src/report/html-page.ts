/** What every part of the report page is made from. */
import type { Comparison } from '../analysis/comparison.ts';
import type { WorldResult } from '../experiment/results.ts';
import type { Metric } from '../metrics/definitions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { armPlace } from './charts/look.ts';
import { inLocale, type ShownArm } from './charts/source.ts';
import { capital, say } from './charts/words.ts';
import { amount, change, count, inRanges, type Locale } from './format.ts';
import { html, type Markup } from './html-markup.ts';
import { type HtmlWords, htmlWords } from './html-words.ts';

export interface ReportInput {
  readonly comparison: Comparison;
  readonly scenario: Scenario;
  readonly results: readonly WorldResult[];
  readonly locale: Locale;
}

export interface Page extends ReportInput {
  readonly words: HtmlWords;
  readonly arms: readonly ShownArm[];
  /** The arm that the verdict speaks of. */
  readonly arm: ShownArm;
}

export const wordsIn = (locale: Locale): HtmlWords => htmlWords[locale];

/** An arm's name, kept from turning the direction of what follows. */
export const armName = ({ place, label }: ShownArm): Markup =>
  html`<bdi class="${`name t${armPlace(place)}`}">${label}</bdi>`;

/** A name with the line that stands for it in charts. */
export const armKey = (arm: ShownArm): Markup =>
  html`<span class="key"><svg class="dash" viewBox="0 0 18 8" aria-hidden="true"><line class="${`l${armPlace(arm.place)}`}" x1="0" x2="18" y1="4" y2="4"/></svg>${armName(arm)}</span>`;

export const metricLabel = ({ locale }: Page, { label }: Metric): string => capital(inLocale(label, locale));

/** A value of a metric. */
export const shown = ({ scenario, locale, words }: Page, { unit }: Metric, value: number | null): string =>
  value === null
    ? words.none
    : isCounted(unit) && Math.abs(value) >= 100 && Math.abs(value) < 100_000
      ? count(value, locale)
      : amount(value, unit, scenario.currency, locale);

const isCounted = (unit: Metric['unit']): boolean => unit === 'people' || unit === 'count';

/** `¥83K to ¥190K`; null where there are no numbers. */
export function rangeOf(
  { scenario, locale, words }: Page,
  { unit }: Metric,
  { p05, p95 }: { readonly p05: number | null; readonly p95: number | null },
): Markup | null {
  if (p05 === null || p95 === null) return null;
  const bound = (value: number) => amount(value, unit, scenario.currency, locale, inRanges);
  return unbroken(say(words.range, { low: bound(p05), high: bound(p95) }, locale));
}

/** A text in which no amount breaks from its sign. */
export const unbroken = (text: string): Markup =>
  html`${text.split(/([+−][^\s\d]*\d\S*)/u).map((part, i) => (i % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}`;

/** A difference, shares to a hundredth of a point. */
export function changeOf({ scenario, locale }: Page, unit: Metric['unit'], difference: number): string {
  const shownDifference = unit === 'share' ? Math.round(difference * 1e4) / 1e4 : difference;
  return change(shownDifference, unit, scenario.currency, locale);
}
