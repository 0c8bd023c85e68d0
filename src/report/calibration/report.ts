/** What a calibration found as one page that opens from disk, in the style of the report of a comparison. */
import type { CheckedInput, CheckFound } from '../../analysis/calibrate/check.ts';
import type { Findings, FoundInput, FoundTarget } from '../../analysis/calibrate/findings.ts';
import type { Fit } from '../../analysis/calibrate/fit-question.ts';
import { normalShare } from '../../analysis/calibrate/prior.ts';
import type { Question } from '../../analysis/calibrate/question.ts';
import { rankHistogram } from '../../analysis/calibrate/ranks.ts';
import { normalQuantile } from '../../random/normal.ts';
import { labelAt } from '../../scenario/labels.ts';
import type { Text } from '../../scenario/scenario.ts';
import { inLocale, plain } from '../charts/source.ts';
import { capital } from '../charts/words.ts';
import { amount, type Locale } from '../format.ts';
import { type Drawn, figure } from '../html-charts.ts';
import { standalonePage } from '../html-document.ts';
import { html, type Markup } from '../html-markup.ts';
import { htmlWords } from '../html-words.ts';
import { endsInWords, inputAmount, targetAmount } from './amounts.ts';
import { type CalibratePhrase, calibratePhrase } from './phrases.ts';
import { inputPicture, ranksPicture, targetPicture } from './pictures.ts';
import { warningText } from './warnings.ts';

export interface CalibrationInput {
  readonly question: Question;
  readonly fit: Fit;
  readonly findings: Findings;
  readonly check: CheckFound | null;
  readonly title: Text;
  readonly file: string;
  readonly version: string;
  readonly locale: Locale;
}

interface Page extends CalibrationInput {
  readonly say: (name: CalibratePhrase, slots?: Readonly<Record<string, string | number>>) => string;
  readonly label: (path: string) => string;
}

export async function calibrationReport(input: CalibrationInput): Promise<string> {
  const { locale, question, findings, check } = input;
  const page: Page = {
    ...input,
    say: (name, slots = {}) => calibratePhrase(name, locale, slots),
    label: (path) => plain(labelAt(path, question.scenario, locale)),
  };
  const inputs = await grid(
    findings.inputs.map((own, d) => inputFigure(own, d, page)),
    page,
  );
  const targets = await grid(
    seriesOf(findings.targets).map((series) => targetFigure(series, page)),
    page,
  );
  const ranks = await grid(
    (check?.inputs ?? []).map((own) => ranksFigure(own, page)),
    page,
  );
  return whole(page, { inputs, targets, ranks });
}

async function grid(figures: readonly Drawn[], { locale }: Page): Promise<Markup> {
  const drawn: Markup[] = [];
  for (const each of figures) drawn.push(await figure(each, htmlWords[locale]));
  return html`<div class="grid">${drawn}</div>`;
}

function whole(page: Page, parts: Readonly<Record<'inputs' | 'targets' | 'ranks', Markup>>): string {
  const { locale, question, findings, check, version, file, say } = page;
  const title = plain(inLocale(page.title, locale));
  const { scenario, inputs, fitted } = question;
  const slots = {
    arm: plain(inLocale(scenario.arms[0].label, locale)),
    days: scenario.horizonDays,
    fitted,
    inputs: inputs.length,
  };
  const { heldOut } = findings;
  const main = html`<p class="title">${title}</p>
<h1>${say('lead', slots)}</h1>
<p class="lede">${reached(page)}${heldOut !== null && html` ${say('coverage', heldOut)}`}</p>
<section aria-labelledby="inputs"><h2 id="inputs">${say('inputsHeading')}</h2>${parts.inputs}</section>
<section aria-labelledby="open"><h2 id="open">${say('notSettled')}</h2>${
    findings.warnings.length === 0
      ? html`<p>${say('nothingOpen')}</p>`
      : html`<ul class="limits">${findings.warnings.map((each) => html`<li>${warningText(each, scenario, locale)}</li>`)}</ul>`
  }</section>
<section aria-labelledby="targets"><h2 id="targets">${say('targetsHeading')}</h2>${parts.targets}</section>
${
  check !== null &&
  html`<section aria-labelledby="check"><h2 id="check">${say('checkHeading', { studies: check.studies })}</h2><p>${say('checkAbout')}</p>${parts.ranks}</section>`
}`;
  const made = say('made', { version, file: plain(file), seed: plain(scenario.seed) });
  const foot = html`<footer class="foot"><section><p>${say('use')}</p><p>${made}</p></section></footer>`;
  return standalonePage({ locale, version, title, kind: say('kind'), main, foot });
}

function reached({ fit, findings, question, locale, say }: Page): string {
  return say(fit.method === 'abc' ? 'heading' : 'headingBest', {
    arm: plain(inLocale(question.scenario.arms[0].label, locale)),
    simulations: fit.simulations,
    particles: fit.posterior.length,
    tolerance: fit.tolerance.toFixed(2),
    effective: Math.round(findings.effective),
  });
}

/** Bars of a histogram, and how far they reach on either side. [deviations] */
const BARS = 24;
const REACH = 3;
const Z95 = normalQuantile(0.95);

function inputFigure(input: FoundInput, d: number, page: Page): Drawn {
  const { fit, question, locale, say, label } = page;
  const { parameter, before, after, learned, prior, path } = input;
  const { currency } = question.scenario;
  const show = (value: number) => inputAmount(parameter, value, currency, locale);
  const ends = ({ low, high }: typeof before) => ({ ends: endsInWords(show(low), show(high)) });
  const isPosterior = fit.method === 'abc';
  const edges = Array.from({ length: BARS + 1 }, (_, i) => -REACH + (2 * REACH * i) / BARS);
  const shares = edges.slice(1).map((to, i) => normalShare(to) - normalShare(edges[i]));
  const bars = new Array<number>(BARS).fill(0);
  for (const { z, weight } of fit.posterior) {
    const bar = Math.floor(((z[d] + REACH) / (2 * REACH)) * BARS);
    bars[Math.min(BARS - 1, Math.max(0, bar))] += weight;
  }
  const title = say('inputTitle', { input: label(path), median: show(after.median), ...ends(after) });
  const subtitle = isPosterior
    ? say('inputSubtitle', { learned: Math.round(100 * learned), ...ends(before) })
    : say('inputSubtitleBest', ends(before));
  const heading = { title, subtitle, description: `${title}. ${subtitle}` };
  return {
    name: 'input',
    ...heading,
    table: {
      columns: [label(path), say('beforeShare'), say('afterShare')],
      rows: shares.map((share, i) => [
        `${show(prior.at(edges[i]))} – ${show(prior.at(edges[i + 1]))}`,
        `${(100 * share).toFixed(1)}%`,
        `${(100 * bars[i]).toFixed(1)}%`,
      ]),
    },
    draw: (look) =>
      inputPicture(
        {
          edges,
          before: shares,
          after: bars,
          ticks: [-Z95, 0, Z95].map((z) => ({ z, label: show(prior.at(z)) })),
          best: isPosterior ? null : fit.posterior[0].z[d],
        },
        heading,
        look,
      ),
  };
}

/** Targets of one metric over windows of one length, by day. */
function seriesOf(targets: readonly FoundTarget[]): FoundTarget[][] {
  const series = new Map<string, FoundTarget[]>();
  for (const target of targets) {
    const key = `${target.metric.name} ${target.days}`;
    series.set(key, [...(series.get(key) ?? []), target]);
  }
  return [...series.values()].map((each) => each.sort((a, b) => a.day - b.day));
}

function targetFigure(series: readonly FoundTarget[], { question, locale, say }: Page): Drawn {
  const [{ metric, days }] = series;
  const { currency } = question.scenario;
  const show = (value: number) =>
    Number.isFinite(value) ? targetAmount(metric, value, currency, locale) : '–';
  const inside = series.filter(({ covered }) => covered).length;
  const title = say('targetTitle', {
    metric: capital(inLocale(metric.label, locale)),
    inside,
    count: series.length,
  });
  const subtitle =
    days > 1 && metric.summary === 'sum' ? say('targetSubtitleSums', { days }) : say('targetSubtitle');
  const heading = { title, subtitle, description: `${title}. ${subtitle}` };
  return {
    name: 'target',
    ...heading,
    table: {
      columns: [say('day'), say('observed'), say('foretold'), say('off'), say('heldOut')],
      rows: series.map(({ day, value, foretold, off, heldOut }) => [
        String(day),
        show(value),
        `${show(foretold.median)} [${show(foretold.low)} .. ${show(foretold.high)}]`,
        Number.isFinite(off) ? off.toFixed(1).replace('-', '−') : '–',
        heldOut ? say('yes') : say('no'),
      ]),
    },
    draw: (look) =>
      targetPicture(
        series.map(({ day, value, foretold, heldOut }) => ({ day, value, ...foretold, heldOut })),
        (tick) => amount(tick, metric.unit, currency, locale),
        heading,
        look,
      ),
  };
}

/** Bars of ranks: twenty ranks fall evenly into these. */
const RANK_BARS = 10;

function ranksFigure({ path, ranks, held }: CheckedInput, { check, say, label }: Page): Drawn {
  const most = check?.most ?? 0;
  const counts = rankHistogram(ranks, most, RANK_BARS);
  const title = say('ranksTitle', { input: label(path), held, studies: ranks.length });
  const subtitle = say('ranksSubtitle');
  const heading = { title, subtitle, description: `${title}. ${subtitle}` };
  const per = (most + 1) / RANK_BARS;
  return {
    name: 'ranks',
    ...heading,
    table: {
      columns: [say('rank'), say('studies')],
      rows: counts.map((count, i) => [`${i * per}–${(i + 1) * per - 1}`, String(count)]),
    },
    draw: (look) => ranksPicture(counts, heading, look),
  };
}
