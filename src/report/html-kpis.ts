/** The key figures: for each the verdict's arm large, the other arms below. */
import type { Difference } from '../analysis/comparison.ts';
import type { Metric } from '../metrics/definitions.ts';
import { metricNamed, type ShownArm } from './charts/source.ts';
import { say } from './charts/words.ts';
import { asChange, percent } from './format.ts';
import { html, type Markup } from './html-markup.ts';
import { armKey, changeOf, metricLabel, type Page, rangeOf, shown } from './html-page.ts';

const usual = ['netRevenue', 'activeMembers', 'retention90', 'invitedJoins', 'adsPerMemberWeek'];

/** The judged metric first; none that has no number, or is 0, in every arm. */
export function keyMetrics({ comparison, scenario }: Page): readonly Metric[] {
  const names = [...new Set([scenario.judge.metric, ...usual])];
  return names
    .filter((name) => comparison.arms.some(({ metrics: spreads }) => isThere(spreads[name])))
    .map(metricNamed);
}

/** Whether a metric has anything to show in an arm. */
export const isThere = (
  spread: { readonly p05: number | null; readonly p95: number | null } | undefined,
): boolean => spread !== undefined && spread.p05 !== null && (spread.p05 !== 0 || spread.p95 !== 0);

export const differenceOf = ({ comparison }: Page, arm: ShownArm, metric: Metric): Difference | undefined =>
  comparison.differences.find((each) => each.arm === arm.name && each.metric === metric.name);

/** A difference in short: percent where that means something, points for shares, else the amount. */
export function shortChange(page: Page, { unit }: Metric, difference: Difference | undefined): string | null {
  const { locale, words } = page;
  if (difference?.median === null || difference?.median === undefined) return null;
  const { median, relativeMedian } = difference;
  if (median === 0) return words.same;
  const sign = median > 0 ? '▲' : '▼';
  const isPart = unit !== 'share' && relativeMedian !== null && Math.abs(relativeMedian) <= 10;
  return `${sign} ${isPart ? percent(relativeMedian, locale, asChange) : changeOf(page, unit, median)}`;
}

export function keyFigures(page: Page): Markup {
  const { words } = page;
  return html`<section aria-labelledby="key"><h2 id="key" class="unseen">${words.keyFigures}</h2><div class="kpis">${keyMetrics(
    page,
  ).map((metric) => figure(page, metric))}</div></section>`;
}

function figure(page: Page, metric: Metric): Markup {
  const { arm, arms, words, locale } = page;
  const others = arms.filter(({ place }) => place !== arm.place);
  const spread = spreadOf(page, arm, metric);
  const [baseline] = arms;
  const against = say(
    words.against,
    { baseline: baseline.label.length > 20 ? words.baseline : baseline.label },
    locale,
  );
  return html`<div class="kpi"><h3>${metricLabel(page, metric)}</h3>
<p class="own">${armKey(arm)}</p><p class="large">${shown(page, metric, spread.median)}</p>
<p class="delta">${shortChange(page, metric, differenceOf(page, arm, metric))} <span>${against}</span></p>
<p class="range">${rangeOf(page, metric, spread)}</p>
<ul>${others.map((other) => {
    const its = spreadOf(page, other, metric);
    const delta = shortChange(page, metric, differenceOf(page, other, metric));
    return html`<li>${armKey(other)}<b>${shown(page, metric, its.median)}</b><span class="range"><span>${rangeOf(page, metric, its)}</span>${delta !== null && html`<span>${delta}</span>`}</span></li>`;
  })}</ul></div>`;
}

const spreadOf = ({ comparison }: Page, arm: ShownArm, { name }: Metric) =>
  comparison.arms[arm.place].metrics[name];
