/** The tables: all arms by all metrics, the guardrails of every arm, and what differs among the arms. */
import type { GuardrailResult } from '../analysis/comparison.ts';
import { type Metric, metrics } from '../metrics/definitions.ts';
import { type Differing, differingPaths } from '../scenario/differing.ts';
import { accounts } from './charts/accounts.ts';
import { railWords } from './charts/rail-words.ts';
import { metricNamed, plain, type ShownArm } from './charts/source.ts';
import { quoted, say } from './charts/words.ts';
import { probability } from './format.ts';
import { differenceOf, shownDifference } from './html-differences.ts';
import { isThere, shownMetrics } from './html-kpis.ts';
import { html, type Markup } from './html-markup.ts';
import {
  armKey,
  armName,
  metricLabel,
  type Page,
  placeName,
  rangeOf,
  scrollBox,
  shown,
  unbroken,
} from './html-page.ts';

/** What is asked about first; the other metrics are folded away below. */
export function figuresSection(page: Page): Markup {
  const { words, scenario, comparison, locale, arms } = page;
  const first = new Set([
    ...shownMetrics(page).map(({ name }) => name),
    ...scenario.judge.guardrails.map(({ metric }) => metric),
    ...accounts.map(({ metric }) => metric),
  ]);
  const isShown = ({ name }: Metric) =>
    comparison.arms.some(({ metrics: spreads }) => isThere(spreads[name]));
  const main = [...first].map(metricNamed).filter(isShown);
  const more = metrics.filter((metric) => !first.has(metric.name) && isShown(metric));
  return html`<section aria-labelledby="figures"><h2 id="figures">${words.figures}</h2>
<p>${say(words.figuresLead, { baseline: quoted(arms[0].label), interval: page.view.interval }, locale)}</p>
${figuresTable(page, main)}
${
  more.length > 0 &&
  html`<details><summary>${say(words.figuresMore, { count: more.length }, locale)}</summary>${figuresTable(page, more)}</details>`
}</section>`;
}

function figuresTable(page: Page, shownMetrics: readonly Metric[]): Markup {
  const { words, arms, locale, view } = page;
  const held = say(words.rangeHeld, { interval: view.interval }, locale);
  return html`<table class="figures"><thead><tr><th scope="col">${words.arm}</th><th scope="col" class="num mid">${words.median}</th><th scope="col" class="num span">${held}</th><th scope="col" class="num mid">${words.difference}</th><th scope="col" class="num span">${held}</th><th scope="col" class="num last">${words.betterIn}</th></tr></thead>
${shownMetrics.map(
  (
    metric,
  ) => html`<tbody><tr class="metric"><th colspan="6" scope="rowgroup">${metricLabel(page, metric)}</th></tr>
${arms.map((arm) => armRow(page, metric, arm))}</tbody>`,
)}</table>`;
}

function armRow(page: Page, metric: Metric, arm: ShownArm): Markup {
  const { comparison, words } = page;
  const { median } = comparison.arms[arm.place].metrics[metric.name];
  return html`<tr><th scope="row">${armKey(arm)}</th><td class="num mid">${shown(page, metric, median)}</td><td class="num span">${rangeOf(page, metric, arm)}</td>${
    arm.place === 0
      ? html`<td class="soft whose" colspan="3">${words.baseline}</td>`
      : differenceCells(page, metric, arm)
  }</tr>`;
}

function differenceCells(page: Page, metric: Metric, arm: ShownArm): Markup {
  const { words, locale } = page;
  const difference = shownDifference(page, arm, metric);
  const chance = differenceOf(page, arm, metric)?.chanceBetter ?? null;
  const [median, range, better] =
    difference === null
      ? [words.none, '–', '–']
      : difference.isSame
        ? [words.same, '–', '–']
        : [
            html`${difference.median}${difference.second !== null && html` <span class="second">${difference.second}</span>`}`,
            difference.range,
            chance === null ? '–' : probability(chance, locale),
          ];
  return html`<td class="num mid">${median}</td><td class="num span">${range}</td><td class="num last">${better}</td>`;
}

export function guardrailSection(page: Page): Markup {
  const { words, comparison } = page;
  const { guardrails } = comparison;
  const names = [...new Set(guardrails.map(({ metric }) => metric))];
  return html`<section aria-labelledby="rails"><h2 id="rails">${words.guardrails}</h2>
<p>${guardrails.length > 0 ? words.guardrailsLead : words.noRails}</p>
${guardrails.length > 0 && scrollBox(page, words.guardrails, railsTable(page, names))}</section>`;
}

function railsTable(page: Page, names: readonly string[]): Markup {
  const { words, locale } = page;
  const numbers = [words.limit, words.median, say(words.rangeHeld, { interval: 90 }, locale), words.beyondIn];
  return html`<table class="rails"><thead><tr><th scope="col">${words.arm}</th>${numbers.map(
    (column) => html`<th scope="col" class="num">${column}</th>`,
  )}<th scope="col">${words.result}</th></tr></thead>
${names.map(
  (
    name,
  ) => html`<tbody><tr class="metric"><th colspan="6" scope="rowgroup">${metricLabel(page, metricNamed(name))}</th></tr>
${page.comparison.guardrails.filter(({ metric }) => metric === name).map((rail) => railRow(page, rail))}</tbody>`,
)}</table>`;
}

function railRow(page: Page, rail: GuardrailResult): Markup {
  const { value, range, limit, chance, state } = railWords(rail, page);
  const arm = page.arms.find(({ name }) => name === rail.arm);
  return html`<tr><th scope="row">${arm ? armKey(arm) : rail.arm}</th><td class="num">${limit}</td><td class="num">${value}</td><td class="num soft">${rail.median === null ? '–' : unbroken(range)}</td><td class="num">${chance}</td><td>${state}</td></tr>`;
}

export function differingSection(page: Page): Markup {
  const { words, scenario, locale } = page;
  const rows = differingPaths(scenario, locale);
  return html`<section aria-labelledby="differs"><h2 id="differs">${words.differs}</h2>
${rows.length === 0 ? html`<p>${words.nothingDiffers}</p>` : scrollBox(page, words.differs, differingTable(page, rows))}</section>`;
}

function differingTable({ words, arms, locale }: Page, rows: readonly Differing[]): Markup {
  const alikeIn = ({ alike }: Differing) =>
    alike.map(
      ({ label, value }) => html`<small>${plain(say(words.alike, { label, value }, locale))}</small>`,
    );
  return html`<table class="differs"><thead><tr><th scope="col">${words.input}</th>${arms.map(
    (arm) => html`<th scope="col">${armName(arm)}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${placeName(row.label, row.path)}${alikeIn(row)}</th>${row.values.map((value) => html`<td>${plain(value)}</td>`)}</tr>`,
  )}</tbody></table>`;
}
