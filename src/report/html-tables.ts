/** The tables: all arms by all metrics, the guardrails of every arm, and what differs among the arms. */
import type { Difference } from '../analysis/comparison.ts';
import { type Metric, metrics } from '../metrics/definitions.ts';
import { differingPaths } from '../scenario/differing.ts';
import { accounts } from './charts/accounts.ts';
import { railWords } from './charts/rail-words.ts';
import { metricNamed, plain, type ShownArm } from './charts/source.ts';
import { quoted, say } from './charts/words.ts';
import { asChange, change, percent, points, probability } from './format.ts';
import { differenceOf, isThere, keyMetrics } from './html-kpis.ts';
import { html, type Markup } from './html-markup.ts';
import { armKey, armName, changeOf, metricLabel, type Page, rangeOf, shown, unbroken } from './html-page.ts';

/** What is asked about first; the other metrics are folded away below. */
export function figuresSection(page: Page): Markup {
  const { words, scenario, comparison, locale, arms } = page;
  const first = new Set([
    scenario.judge.metric,
    ...keyMetrics(page).map(({ name }) => name),
    ...scenario.judge.guardrails.map(({ metric }) => metric),
    ...accounts.map(({ metric }) => metric),
  ]);
  const isShown = ({ name }: Metric) =>
    comparison.arms.some(({ metrics: spreads }) => isThere(spreads[name]));
  const main = [...first].map(metricNamed).filter(isShown);
  const more = metrics.filter((metric) => !first.has(metric.name) && isShown(metric));
  return html`<section aria-labelledby="figures"><h2 id="figures">${words.figures}</h2>
<p>${say(words.figuresLead, { baseline: quoted(arms[0].label) }, locale)}</p>
${figuresTable(page, main)}
${
  more.length > 0 &&
  html`<details><summary>${say(words.figuresMore, { count: more.length }, locale)}</summary>${figuresTable(page, more)}</details>`
}</section>`;
}

function figuresTable(page: Page, shownMetrics: readonly Metric[]): Markup {
  const { words, arms } = page;
  return html`<table class="figures"><thead><tr><th scope="col">${words.arm}</th><th scope="col">${words.median}</th><th scope="col">${words.difference}</th><th scope="col">${words.betterIn}</th></tr></thead>
${shownMetrics.map(
  (
    metric,
  ) => html`<tbody><tr class="metric"><th colspan="4" scope="rowgroup">${metricLabel(page, metric)}</th></tr>
${arms.map((arm) => armRow(page, metric, arm))}</tbody>`,
)}</table>`;
}

function armRow(page: Page, metric: Metric, arm: ShownArm): Markup {
  const { comparison, words } = page;
  const spread = comparison.arms[arm.place].metrics[metric.name];
  const difference = differenceOf(page, arm, metric);
  return html`<tr><th scope="row">${armKey(arm)}</th><td>${shown(page, metric, spread.median)} <small>${rangeOf(page, metric, spread)}</small></td>${
    difference
      ? differenceCells(page, metric, difference)
      : html`<td class="soft" colspan="2">${words.baseline}</td>`
  }</tr>`;
}

function differenceCells(page: Page, { unit }: Metric, difference: Difference): Markup {
  const { words, locale, scenario } = page;
  const { median, p05, p95, relativeMedian, chanceBetter } = difference;
  const chance = chanceBetter === null ? '–' : probability(chanceBetter, locale);
  if (median === null || p05 === null || p95 === null) return html`<td>${words.none}</td><td>–</td>`;
  if (p05 === 0 && p95 === 0 && median === 0) return html`<td>${words.same}</td><td>–</td>`;
  const isPart =
    unit !== 'share' && median !== 0 && relativeMedian !== null && Math.abs(relativeMedian) <= 10;
  const bound = (value: number) =>
    unit === 'share'
      ? points(value, locale, asChange)
      : change(value, unit, scenario.currency, locale, asChange);
  return html`<td>${changeOf(page, unit, median)}${isPart && html` <span class="part">${percent(relativeMedian, locale, asChange)}</span>`} <small>${unbroken(say(words.range, { low: bound(p05), high: bound(p95) }, locale))}</small></td><td>${chance}</td>`;
}

export function guardrailSection(page: Page): Markup {
  const { words, comparison, arms } = page;
  const { guardrails } = comparison;
  const names = [...new Set(guardrails.map(({ metric }) => metric))];
  return html`<section aria-labelledby="rails"><h2 id="rails">${words.guardrails}</h2>
<p>${guardrails.length > 0 ? words.guardrailsLead : words.noRails}</p>
${
  guardrails.length > 0 &&
  html`<div class="scroll" tabindex="0" role="group" aria-labelledby="rails"><table class="rails"><thead><tr>${[
    words.arm,
    words.limit,
    words.median,
    words.beyondIn,
    words.result,
  ].map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
${names.map(
  (
    name,
  ) => html`<tbody><tr class="metric"><th colspan="5" scope="rowgroup">${metricLabel(page, metricNamed(name))}</th></tr>
${guardrails
  .filter(({ metric }) => metric === name)
  .map((rail) => {
    const { value, range, limit, chance, state } = railWords(rail, page);
    const arm = arms.find((each) => each.name === rail.arm);
    return html`<tr><th scope="row">${arm ? armKey(arm) : rail.arm}</th><td>${limit}</td><td>${value} <small>${rail.median !== null && unbroken(range)}</small></td><td>${chance}</td><td>${state}</td></tr>`;
  })}</tbody>`,
)}</table></div>`
}</section>`;
}

export function differingSection(page: Page): Markup {
  const { words, scenario, arms } = page;
  const rows = differingPaths(scenario);
  return html`<section aria-labelledby="differs"><h2 id="differs">${words.differs}</h2>
${
  rows.length === 0
    ? html`<p>${words.nothingDiffers}</p>`
    : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="differs"><table class="differs"><thead><tr><th scope="col">${words.input}</th>${arms.map(
        (arm) => html`<th scope="col">${armName(arm)}</th>`,
      )}</tr></thead><tbody>${rows.map(
        ({ path, values }) =>
          html`<tr><th scope="row"><code>${plain(path)}</code></th>${values.map((value) => html`<td>${plain(value)}</td>`)}</tr>`,
      )}</tbody></table></div>`
}</section>`;
}
