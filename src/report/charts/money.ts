/**
 * C6, money by source: where does the difference come from?
 *
 * A waterfall of differences of ledger accounts, from the baseline's net revenue (the zero line) to the arm's. Steps are
 * means over worlds: means of the accounts add up to the mean of net revenue, medians would not. Accounts, not causes.
 * An account that never differs is left out; anything that net revenue holds beyond the accounts known here is a step
 * of its own, so that the picture always adds up.
 */
import { mean } from 'simple-statistics';
import { pairedDifferences } from '../../analysis/differences.ts';
import { numbersOf, quantile, sorted } from '../../analysis/quantiles.ts';
import { asChange, horizon, money as inMoney, inRanges } from '../format.ts';
import { type Account, accounts } from './accounts.ts';
import type { Row } from './drawing.ts';
import { moneyPicture } from './money-picture.ts';
import { moneyWords } from './money-words.ts';
import {
  type Chart,
  type ChartSource,
  columnOf,
  inLocale,
  metricNamed,
  type Reading,
  read,
} from './source.ts';
import { capital, quoted, say } from './words.ts';

/** What one account adds to net revenue: above 0 is good. */
export interface Step {
  /** Name of the account. */
  readonly account: string;
  readonly label: string;
  readonly phrase: string;
  readonly mean: number;
  readonly p05: number;
  readonly p95: number;
}

export interface Money {
  readonly source: ChartSource;
  readonly reading: Reading;
  readonly steps: readonly Step[];
  readonly total: Omit<Step, 'account' | 'label' | 'phrase'>;
  /** Mean net revenue of the baseline and the arm. */
  readonly from: number;
  readonly to: number;
  /** Share of worlds whose net difference has the sign of the mean. */
  readonly agreeing: number;
  readonly worlds: number;
}

/** Differences of ledger accounts, the verdict's arm minus the baseline. */
export function money(source: ChartSource): Chart {
  const found = findings(source);
  const title = titleOf(found);
  const subtitle = subtitleOf(found);
  const description = descriptionOf(found, title);
  return {
    name: 'money',
    title,
    subtitle,
    description,
    table: tableOf(found),
    data: () => dataOf(found),
    draw:
      found.steps.length > 0 ? (look) => moneyPicture(found, { title, subtitle, description }, look) : null,
  };
}

function findings(source: ChartSource): Money {
  const reading = read(source);
  const { locale } = source;
  const { worlds, arm } = reading;
  const differencesOf = (metric: string) =>
    pairedDifferences(columnOf(worlds, arm.place, metric), columnOf(worlds, 0, metric));
  const net = differencesOf('netRevenue');
  const rest = Float64Array.from(net);
  const steps = accounts.flatMap((account) => {
    const gains = differencesOf(account.metric).map((d) => d * account.sign || 0);
    gains.forEach((gain, w) => {
      rest[w] -= gain;
    });
    return stepOf(account.metric, gains, inLocale(metricNamed(account.metric).label, locale), (rises) =>
      phraseOf(account, rises, locale),
    );
  });
  const largest = Math.max(0, ...steps.map((step) => Math.abs(step.mean)));
  const others = rest.map((d) => (Math.abs(d) <= 0.005 + largest * 1e-6 ? 0 : d));
  const totals = numbersOf(net);
  const average = totals.length === 0 ? 0 : mean(totals);
  return {
    source,
    reading,
    steps: [...steps, ...stepOf('other', others, moneyWords[locale].others, () => moneyWords[locale].others)],
    total: summary(net),
    from: meanOf(columnOf(worlds, 0, 'netRevenue')),
    to: meanOf(columnOf(worlds, arm.place, 'netRevenue')),
    agreeing: totals.filter((d) => d * average > 0).length / Math.max(1, totals.length),
    worlds: totals.length,
  };
}

const meanOf = (values: Float64Array): number => {
  const numbers = numbersOf(values);
  return numbers.length === 0 ? Number.NaN : mean(numbers);
};

function summary(differences: Float64Array): Money['total'] {
  const rising = sorted(numbersOf(differences));
  if (rising.length === 0) return { mean: 0, p05: 0, p95: 0 };
  return { mean: mean([...rising]), p05: quantile(rising, 0.05), p95: quantile(rising, 0.95) };
}

function stepOf(
  account: string,
  gains: Float64Array,
  label: string,
  phrase: (gains: boolean) => string,
): Step[] {
  if (numbersOf(gains).every((gain) => gain === 0)) return [];
  const figures = summary(gains);
  return [{ account, label: capital(label), phrase: phrase(figures.mean > 0), ...figures }];
}

/** A cost that falls is a gain. */
const phraseOf = (account: Account, isGain: boolean, locale: ChartSource['locale']): string =>
  isGain === (account.sign === 1) ? account.rises[locale] : account.falls[locale];

function titleOf({ source, steps, total, agreeing, worlds }: Money): string {
  const { locale } = source;
  const text = moneyWords[locale];
  if (worlds === 0) return text.noNumbers;
  if (steps.length === 0) return say(text.same, { worlds }, locale);
  const gains = steps.filter((step) => step.mean > 0).sort((a, b) => b.mean - a.mean);
  const losses = steps.filter((step) => step.mean < 0).sort((a, b) => a.mean - b.mean);
  const gained = gains.reduce((sum, step) => sum + step.mean, 0);
  const lost = -losses.reduce((sum, step) => sum + step.mean, 0);
  const largest = Math.max(gained, lost);
  if (gains.length > 0 && losses.length > 0 && Math.abs(total.mean) < 0.1 * largest)
    return capital(say(text.cancel, { gain: gains[0].phrase, loss: losses[0].phrase }, locale));
  const isGain = total.mean > 0;
  const [main, against] = isGain ? [gains, losses] : [losses, gains];
  if (main.length === 0) return say(text.same, { worlds }, locale);
  const mainSum = isGain ? gained : lost;
  const words = isGain ? text.gain : text.loss;
  const only =
    main.length === 1 ? words.only : Math.abs(main[0].mean) >= mainSum / 2 ? words.mostly : words.largest;
  const sentence = say(only, { phrase: main[0].phrase }, locale);
  const hasAgainst = against.length > 0 && Math.abs(against[0].mean) >= 0.1 * mainSum;
  const whole = hasAgainst ? say(text.despite, { sentence, phrase: against[0].phrase }, locale) : sentence;
  return capital(agreeing >= 0.9 ? whole : say(text.average, { sentence: whole }, locale));
}

function subtitleOf({ source, reading }: Money): string {
  const { locale, scenario } = source;
  return say(
    moneyWords[locale].subtitle,
    {
      arm: quoted(reading.arm.label),
      baseline: quoted(reading.baseline.label),
      horizon: horizon(scenario, locale).alone,
    },
    locale,
  );
}

function descriptionOf({ source, reading, steps, total }: Money, title: string): string {
  const { locale, scenario } = source;
  if (steps.length === 0) return title;
  const show = (amount: number) => inMoney(amount, scenario.currency, locale, asChange);
  const named = steps.map((step) =>
    say(moneyWords[locale].stepItem, { label: step.label, gain: show(step.mean) }, locale),
  );
  return say(
    moneyWords[locale].description,
    {
      title,
      steps: named.join(moneyWords[locale].joint),
      total: show(total.mean),
      arm: quoted(reading.arm.label),
      baseline: quoted(reading.baseline.label),
    },
    locale,
  );
}

/** Means and ranges of what every account adds. */
function dataOf({ reading, steps, total }: Money): readonly Row[] {
  const row = (account: string, { mean: gain, p05, p95 }: Money['total']) => ({
    arm: reading.arm.name,
    baseline: reading.baseline.name,
    account,
    mean: gain,
    p05,
    p95,
  });
  return [...steps.map((step) => row(step.account, step)), row('netRevenue', total)];
}

function tableOf({ source, reading, steps, total }: Money): Chart['table'] {
  const { locale, scenario } = source;
  const text = moneyWords[locale];
  const show = (amount: number) => inMoney(amount, scenario.currency, locale, { signed: true });
  const short = (amount: number) => inMoney(amount, scenario.currency, locale, { ...inRanges, signed: true });
  const row = (label: string, { mean: middle, p05, p95 }: Money['total']) => [
    label,
    show(middle),
    say(text.range, { low: short(p05), high: short(p95) }, locale),
  ];
  return {
    columns: [
      text.account,
      say(
        text.gainColumn,
        { arm: quoted(reading.arm.label), baseline: quoted(reading.baseline.label) },
        locale,
      ),
      text.ninety,
    ],
    rows: [...steps.map((step) => row(step.label, step)), row(text.total, total)],
  };
}
