/** The key figures: for each the verdict's arm large, the other arms below. */
import { shownBeside } from '../analysis/shown.ts';
import type { Metric } from '../metrics/definitions.ts';
import { metricNamed, type ShownArm } from './charts/source.ts';
import { say } from './charts/words.ts';
import { shownDifference } from './html-differences.ts';
import { html, type Markup } from './html-markup.ts';
import { armKey, metricLabel, type Page, rangeOf, shown } from './html-page.ts';

/** So many figures stand in a row. */
const MOST_FIGURES = 5;

/** The judged metric, then those shown beside it; none that has no number, or is 0, in every arm. */
export function shownMetrics({ comparison, scenario }: Page): readonly Metric[] {
  const all = [metricNamed(scenario.judge.metric), ...shownBeside(comparison, scenario)];
  return all.filter(({ name }) => comparison.arms.some(({ metrics: spreads }) => isThere(spreads[name])));
}

/** Whether a metric has anything to show in an arm. */
export const isThere = (
  spread: { readonly p05: number | null; readonly p95: number | null } | undefined,
): boolean => spread !== undefined && spread.p05 !== null && (spread.p05 !== 0 || spread.p95 !== 0);

/** A difference in short: `▲ +18%`. */
function shortChange(page: Page, arm: ShownArm, metric: Metric): string | null {
  const difference = shownDifference(page, arm, metric);
  if (difference === null) return null;
  return difference.sign === '' ? page.words.same : `${difference.sign} ${difference.median}`;
}

export function keyFigures(page: Page): Markup {
  const { words, locale, view } = page;
  const figures = shownMetrics(page)
    .slice(0, MOST_FIGURES)
    .map((metric) => figure(page, metric));
  const held = view.interval !== 90 && say(words.rangesHold, { interval: view.interval }, locale);
  return html`<section aria-labelledby="key"><h2 id="key" class="unseen">${words.keyFigures}</h2><div class="kpis">${figures}</div>${held && html`<p class="fine held">${held}</p>`}</section>`;
}

function figure(page: Page, metric: Metric): Markup {
  const { arm, arms, words, locale } = page;
  const others = arms.filter(({ place }) => place !== arm.place);
  const [baseline] = arms;
  const against = say(
    words.against,
    { baseline: baseline.label.length > 20 ? words.baseline : baseline.label },
    locale,
  );
  return html`<div class="kpi"><h3>${metricLabel(page, metric)}</h3>
<p class="own">${armKey(arm)}</p><p class="large">${shown(page, metric, medianOf(page, arm, metric))}</p>
<p class="delta">${shortChange(page, arm, metric)} <span>${against}</span></p>
<p class="range">${rangeOf(page, metric, arm)}</p>
<ul>${others.map((other) => otherArm(page, metric, other))}</ul></div>`;
}

function otherArm(page: Page, metric: Metric, other: ShownArm): Markup {
  const change = shortChange(page, other, metric);
  return html`<li>${armKey(other)}<b>${shown(page, metric, medianOf(page, other, metric))}</b><span class="below"><span class="range">${rangeOf(page, metric, other)}</span>${change !== null && html`<span class="change">${change}</span>`}</span></li>`;
}

const medianOf = ({ comparison }: Page, arm: ShownArm, { name }: Metric): number | null =>
  comparison.arms[arm.place].metrics[name].median;
