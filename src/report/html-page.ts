/** What every part of the report page is made from. */
import type { Comparison } from '../analysis/comparison.ts';
import type { Worlds } from '../analysis/worlds.ts';
import type { WorldResult } from '../experiment/results.ts';
import type { Metric } from '../metrics/definitions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { armPlace } from './charts/look.ts';
import { inLocale, plain, read, type ShownArm } from './charts/source.ts';
import { capital, say } from './charts/words.ts';
import { amount, change, count, inRanges, type Locale } from './format.ts';
import { html, type Markup } from './html-markup.ts';
import { type HtmlWords, htmlWords } from './html-words.ts';
import { type ReportView, rangeIn, usualView } from './view.ts';

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
  readonly worlds: Worlds;
  readonly view: ReportView;
}

/** A report's input with what its parts read off it first. */
export function pageOf(input: ReportInput, view: Partial<ReportView> = {}): Page {
  const { arms, arm, worlds } = read(input);
  return { ...input, arms, arm, worlds, view: { ...usualView, ...view }, words: wordsIn(input.locale) };
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

/** `¥83K to ¥190K`: as many worlds as the view wants; null where there are no numbers. */
export function rangeOf(page: Page, metric: Metric, { place }: ShownArm): Markup | null {
  const { comparison, scenario, locale, words, worlds, view } = page;
  const spread = comparison.arms[place].metrics[metric.name];
  const ends = rangeIn({ worlds, interval: view.interval }, metric, place, spread);
  if (ends === null) return null;
  const bound = (value: number) => amount(value, metric.unit, scenario.currency, locale, inRanges);
  return unbroken(say(words.range, { low: bound(ends.low), high: bound(ends.high) }, locale));
}

/** A box that a wide table scrolls in, also by keyboard. */
export const scrollBox = ({ words }: Page, heading: string, table: Markup): Markup =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${words.table}: ${heading}">${table}</div>`;

/** What people call an input, and small beside it the path by which files and `seedbed explain` know it. */
export const placeName = (label: string, path: string): Markup =>
  label === path
    ? html`<code>${plain(path)}</code>`
    : html`<span class="place">${plain(label)}</span> <code class="path">${plain(path)}</code>`;

/** A text in which no amount breaks from its sign. */
export const unbroken = (text: string): Markup =>
  html`${text.split(/([+−][^\s\d]*\d\S*)/u).map((part, i) => (i % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}`;

/** A difference, shares to a hundredth of a point. */
export function changeOf({ scenario, locale }: Page, unit: Metric['unit'], difference: number): string {
  const shownDifference = unit === 'share' ? Math.round(difference * 1e4) / 1e4 : difference;
  return change(shownDifference, unit, scenario.currency, locale);
}
