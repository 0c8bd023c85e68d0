/** Names and amounts that stand in the verdict's sentences, in one language. */
import type { Decision, Spread } from '../../analysis/comparison.ts';
import { byMonth, relativeTo, scaled } from '../../analysis/differences.ts';
import { type Metric, metricIndex, metrics } from '../../metrics/definitions.ts';
import { labelWithin } from '../../scenario/labels.ts';
import type { Scenario, Text } from '../../scenario/scenario.ts';
import {
  asChange,
  change,
  horizon,
  inRanges,
  type Locale,
  type NumberStyle,
  percent,
  points,
  pointsWithUnit,
} from '../format.ts';
import { type Say, sayIn } from './say.ts';

/** A difference with its 90 % range, in the metric's unit, as parts of the baseline and by month. */
export interface Effect {
  readonly metric: Metric;
  readonly median: number;
  readonly p05: number;
  readonly p95: number;
  readonly relative: { readonly median: number; readonly p05: number; readonly p95: number } | null;
  readonly perMonth: { readonly median: number; readonly p05: number; readonly p95: number } | null;
}

/** How an effect is shown, with its slots: parts and money a month, money a month alone, or plain. */
export interface ShownEffect {
  readonly as: 'relative.monthly' | 'monthly' | 'plain';
  readonly slots: Readonly<Record<string, string>>;
}

/** Who speaks: in which language, of which scenario. */
export interface Voice {
  readonly scenario: Scenario;
  readonly locale: Locale;
  readonly say: Say;
}

export const voiceOf = (scenario: Scenario, locale: Locale): Voice => ({
  scenario,
  locale,
  say: sayIn(locale),
});

export const textIn = ({ locale }: Voice, text: Text): string => text[locale] ?? text.en;

/** The arm's label. */
export function armLabel(voice: Voice, name: string): string {
  const arm = voice.scenario.arms.find((candidate) => candidate.name === name);
  return arm ? textIn(voice, arm.label) : name;
}

/** `12-month net revenue`, `members after 12 months`, `90-day retention`. */
export function metricPhrase(voice: Voice, metric: Metric): string {
  const { before, alone } = horizon(voice.scenario, voice.locale);
  return voice.say(`metric.${metric.summary}`, {
    metric: textIn(voice, metric.label),
    horizonBefore: before,
    horizon: alone,
  });
}

/** A difference of two values of the metric: shares in points. Without a sign unless the style says so. */
export function differenceIn(voice: Voice, metric: Metric, value: number, style: NumberStyle = inRanges) {
  return change(value, metric.unit, voice.scenario.currency, voice.locale, style);
}

/** A part of more than ten baselines, which a baseline near 0 gives, says nothing: the amount does. */
const MOST_PARTS = 10;

const sayable = (part: Effect['relative']): part is NonNullable<Effect['relative']> =>
  part !== null && [part.median, part.p05, part.p95].every((figure) => Math.abs(figure) <= MOST_PARTS);

/** Shares in points; else parts of the baseline with money a month, where they mean something; else amounts. */
export function showEffect(
  voice: Voice,
  { metric, median, p05, p95, relative, perMonth }: Effect,
): ShownEffect {
  const { locale } = voice;
  const plain = (figures: { median: number; p05: number; p95: number }) => ({
    median: differenceIn(voice, metric, figures.median, asChange),
    low: differenceIn(voice, metric, figures.p05),
    high: differenceIn(voice, metric, figures.p95),
  });
  if (metric.unit === 'share')
    return {
      as: 'plain',
      slots: {
        median: pointsWithUnit(median, locale, asChange),
        low: points(p05, locale),
        high: points(p95, locale),
      },
    };
  if (!sayable(relative))
    return perMonth === null
      ? { as: 'plain', slots: plain({ median, p05, p95 }) }
      : { as: 'monthly', slots: plain(perMonth) };
  const parts = {
    median: percent(relative.median, locale, asChange),
    low: percent(relative.p05, locale),
    high: percent(relative.p95, locale),
  };
  if (perMonth === null) return { as: 'plain', slots: parts };
  const monthly = differenceIn(voice, metric, perMonth.median, asChange);
  return { as: 'relative.monthly', slots: { ...parts, monthly } };
}

/** The smallest difference that matters: `2%`, `2 points`, `¥1.7K a month`. */
export function mattersPhrase(voice: Voice, { matters, mattersRelative }: Decision, metric: Metric): string {
  if (metric.unit !== 'share' && mattersRelative !== null) return percent(mattersRelative, voice.locale);
  const monthly = byMonth(metric, voice.scenario);
  if (monthly === null) return differenceIn(voice, metric, matters);
  return voice.say('amount.monthly', { amount: differenceIn(voice, metric, monthly(matters)) });
}

/** An input as people call it, and the path by which `explain` knows it. */
export function assumptionPhrase(voice: Voice, path: string): string {
  const label = labelWithin(path, voice.scenario, voice.locale);
  return label === path ? path : voice.say('assumption.about', { label, path });
}

export const metricOf = (name: string): Metric => metrics[metricIndex[name]];

/** The effect of figures in the metric's unit; null without numbers. */
export function effectOf(
  metric: Metric,
  figures: Pick<Spread, 'median' | 'p05' | 'p95'>,
  baseline: Spread,
  scenario: Scenario,
): Effect | null {
  const plain = scaled(figures, (amount) => amount);
  return (
    plain && {
      metric,
      ...plain,
      relative: scaled(figures, relativeTo(baseline)),
      perMonth: scaled(figures, byMonth(metric, scenario)),
    }
  );
}
