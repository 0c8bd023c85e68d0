/** An optimization in sentences and as a table: what the terminal and the page say alike. */
import type { Gain, MixFinding, Optimization, Reported } from '../../analysis/optimise/findings.ts';
import { type Metric, metricIndex, metrics } from '../../metrics/definitions.ts';
import { inLocale, plain } from '../charts/source.ts';
import {
  amount,
  asChange,
  change,
  count,
  inRanges,
  type Locale,
  money,
  number,
  probability,
} from '../format.ts';
import { type OptimisePhrase, optimisePhrase } from './words.ts';

export interface Told {
  readonly found: Optimization;
  readonly locale: Locale;
}

const metricOf = (name: string): Metric => metrics[metricIndex[name]];

export const metricWords = (name: string, locale: Locale): string => inLocale(metricOf(name).label, locale);

/** A mix by its name. */
export const mixOf = ({ candidates }: Optimization, name: string | null): MixFinding | undefined =>
  candidates.find((mix) => mix.name === name);

export function labelOf({ found, locale }: Told, name: string | null): string {
  const mix = mixOf(found, name);
  return plain(mix === undefined ? (name ?? '') : inLocale(mix.label, locale));
}

/** A difference in the unit of a metric. */
export const gainText = (value: number, metric: string, { found, locale }: Told): string =>
  change(value, metricOf(metric).unit, found.currency, locale, asChange);

const moneyText = (value: number | null, { found, locale }: Told): string =>
  value === null ? '–' : money(value, found.currency, locale, inRanges);

/** The answer: one sentence. */
export function answer(told: Told): string {
  const { found, locale } = told;
  const baseline = labelOf(told, found.baseline);
  const reported = mixOf(found, found.winner)?.reported ?? null;
  if (found.winner === null || reported === null || found.winner === found.baseline) {
    const names = { none: 'none', same: 'alike' } as const;
    const name = found.status === 'none' || found.status === 'same' ? names[found.status] : 'baseline';
    return optimisePhrase(name, locale, { baseline });
  }
  const slots = {
    winner: labelOf(told, found.winner),
    baseline,
    metric: metricWords(found.metric, locale),
    ...gainSlots(reported.gains[0], told),
    share: probability(reported.chanceBetter ?? 0.5, locale),
  };
  return optimisePhrase(reported.status, locale, slots);
}

const gainSlots = ({ metric, mean, low, high }: Gain, told: Told) => ({
  mean: gainText(mean, metric, told),
  low: gainText(low, metric, told),
  high: gainText(high, metric, told),
});

/** What belongs to the answer: what matters, how far luck flattered, what it spends, the limits, the race. */
export function sentences(told: Told): string[] {
  const { found } = told;
  const winner = mixOf(found, found.winner);
  const reported = winner?.reported ?? null;
  const lines: string[] = [];
  if (winner !== undefined && reported !== null) {
    if (winner.name !== found.baseline) lines.push(...mattersLine(told), freshLine(winner, told));
    lines.push(spendingLine(reported, told), ...limitLines(reported, told));
  }
  return [...lines, raceLine(told), effortLine(told), ...sameLine(told)].filter((line) => line !== '');
}

function mattersLine(told: Told): string[] {
  const { found, locale } = told;
  if (!(found.matters > 0)) return [];
  const matters = gainText(found.matters, found.metric, told).replace(/^\+/, '');
  return [optimisePhrase('matters', locale, { matters })];
}

function freshLine({ chosen, raceWorlds }: MixFinding, told: Told): string {
  const { found, locale } = told;
  if (chosen === null) return '';
  const shrinkage = found.shrinkage ?? 0;
  return optimisePhrase(shrinkage > 0 ? 'fresh' : 'freshPlain', locale, {
    report: found.report.worlds,
    race: raceWorlds,
    chosen: gainText(chosen, found.metric, told),
    shrinkage: gainText(shrinkage, found.metric, told).replace(/^\+/, ''),
  });
}

function spendingLine({ spending }: Reported, told: Told): string {
  const base = mixOf(told.found, told.found.baseline)?.reported?.spending.mean ?? null;
  return optimisePhrase('spends', told.locale, {
    spending: moneyText(spending.mean, told),
    high: moneyText(spending.p95, told),
    baseline: moneyText(base, told),
  });
}

function limitLines({ limits }: Reported, told: Told): string[] {
  const { found, locale } = told;
  return limits.map(({ metric, limit, kind, chanceWorse, held }) => {
    const name = metricWords(metric, locale);
    if (chanceWorse === null) return optimisePhrase('unknown', locale, { metric: name });
    const slots = {
      metric: name,
      share: probability(chanceWorse, locale),
      held: optimisePhrase(held ? 'held' : 'broken', locale),
    };
    const isBudget = metric === 'spending' && kind === 'atMost' && limit === found.budget;
    return isBudget
      ? optimisePhrase('budget', locale, { ...slots, budget: money(limit, found.currency, locale) })
      : optimisePhrase('limit', locale, slots);
  });
}

function raceLine({ found, locale }: Told): string {
  const { race, candidates } = found;
  const left = candidates.filter(({ dropped }) => dropped === null).length;
  const names = {
    one: left === 0 ? 'raceNone' : 'raceOne',
    worlds: 'raceWorlds',
    stopped: 'raceStopped',
  } as const;
  return optimisePhrase(names[race.ended], locale, { worlds: race.worlds, most: race.mostWorlds, left });
}

function effortLine({ found, locale }: Told): string {
  const { used, full } = found.results;
  const times = number(full / Math.max(1, used), locale, { digits: 2 });
  return optimisePhrase('effort', locale, { used: count(used, locale), full: count(full, locale), times });
}

const sameLine = ({ found, locale }: Told): string[] =>
  found.same === 0 ? [] : [optimisePhrase('sameMixes', locale, { count: found.same })];

/** Candidates that are named where many contradict themselves. */
const NAMED = 3;

/** Who was left out, and why. */
export function leftOutLines({ found: { leftOut }, locale }: Told): string[] {
  const named = leftOut
    .slice(0, NAMED)
    .map(({ name, why }) => optimisePhrase('leftOut', locale, { name, why: plain(why.join('; ')) }));
  const more = leftOut.length - named.length;
  return more > 0 ? [...named, optimisePhrase('moreLeftOut', locale, { count: more })] : named;
}

/** Mixes that have figures, the winner first, then by their mean. */
export function shownMixes({ candidates, winner, metric }: Optimization): MixFinding[] {
  const direction = metricOf(metric).better === 'less' ? -1 : 1;
  const mean = ({ reported }: MixFinding) => direction * (reported?.gains[0].mean ?? 0);
  const shown = candidates.filter(({ reported }) => reported !== null);
  return shown.sort((a, b) => Number(b.name === winner) - Number(a.name === winner) || mean(b) - mean(a));
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The few that were left, with the figures of the worlds that chose nothing. */
export function tableOf(told: Told): Table {
  const { found, locale } = told;
  const say = (name: OptimisePhrase) => optimisePhrase(name, locale);
  const metricNames = [found.metric, ...(found.against === null ? [] : [found.against])];
  const meanTitles = metricNames.flatMap((name, i) => [
    i === 0 ? say('mean') : metricWords(name, locale),
    say('range'),
  ]);
  return {
    title: optimisePhrase('tableTitle', locale, {
      baseline: labelOf(told, found.baseline),
      worlds: found.report.worlds,
      metric: metricWords(found.metric, locale),
    }),
    columns: [say('mix'), say('chosen'), ...meanTitles, say('share'), say('spending'), say('limits')],
    rows: shownMixes(found).map((mix) => rowOf(mix, told)),
  };
}

function rowOf(mix: MixFinding, told: Told): string[] {
  const { found, locale } = told;
  const { reported, chosen } = mix;
  if (reported === null) return [];
  const isBaseline = mix.name === found.baseline;
  const gains = reported.gains.flatMap((gain, i) => {
    const { mean, low, high } = gainSlots(gain, told);
    const { unit } = metricOf(gain.metric);
    const level = reported.levels[i].mean;
    // The baseline is no better than itself: what it comes to.
    if (isBaseline) return [level === null ? '–' : `= ${amount(level, unit, found.currency, locale)}`, ''];
    return [mean, `[${low} .. ${high}]`];
  });
  const isHeld = reported.limits.every(({ held }) => held);
  return [
    labelOf(told, mix.name),
    isBaseline || chosen === null ? '' : gainText(chosen, found.metric, told),
    ...gains,
    isBaseline || reported.chanceBetter === null ? '' : probability(reported.chanceBetter, locale),
    moneyText(reported.spending.mean, told),
    reported.limits.length === 0 ? '' : optimisePhrase(isHeld ? 'held' : 'broken', locale),
  ];
}

/** What became of a mix in the race. */
export function fateOf({ dropped }: MixFinding, told: Told): string {
  const { locale } = told;
  if (dropped === null) return optimisePhrase('stayed', locale);
  if (dropped.why === 'broken')
    return optimisePhrase('outBroken', locale, { by: metricWords(dropped.by, locale) });
  const by = labelOf(told, dropped.by);
  return optimisePhrase(dropped.why === 'worse' ? 'outWorse' : 'outDominated', locale, { by });
}
