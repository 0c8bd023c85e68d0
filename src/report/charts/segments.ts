/**
 * C5, segments: who gains, who loses?
 *
 * A row for each segment: the median difference and its 90 % range, drawn toward that of the whole community
 * (`analysis/segments.ts`), and as a thin line below it the range as it came. Many segments are many looks: the chart
 * says so, and calls a gain only what the narrower, drawn-together range calls one.
 */
import { byMonth, goodDirection } from '../../analysis/differences.ts';
import { compareSegments, type SegmentDifference, type Span } from '../../analysis/segments.ts';
import type { Metric } from '../../metrics/definitions.ts';
import { type SegmentMetric, segmentMetrics } from '../../metrics/segments.ts';
import { segmentLabel } from '../../scenario/texts.ts';
import { amount, asChange, change, count, inRanges, probability } from '../format.ts';
import { metricPhrase, voiceOf } from '../verdict/phrases.ts';
import { segmentsPicture } from './segments-picture.ts';
import { segmentWords } from './segments-words.ts';
import { type Chart, type ChartSource, metricNamed, plain, type Reading, read } from './source.ts';
import { quoted, say } from './words.ts';

/** A span with all of its numbers. */
export interface Range {
  readonly median: number;
  readonly p05: number;
  readonly p95: number;
}

export interface SegmentRow {
  /** As the scenario has it, and as people read it. */
  readonly name: string;
  readonly label: string;
  readonly people: number | null;
  readonly own: Range;
  readonly shrunk: Range;
  readonly chanceBetter: number | null;
  /** +1: gains, -1: loses, 0: cannot be told. */
  readonly state: 1 | 0 | -1;
}

export interface Segments {
  readonly source: ChartSource;
  readonly reading: Reading;
  readonly metric: Metric;
  readonly rows: readonly SegmentRow[];
  /** A difference in words. */
  readonly show: (value: number) => string;
}

export function segments(source: ChartSource): Chart {
  const found = findings(source);
  const heading = { title: titleOf(found), subtitle: subtitleOf(found) };
  const description = descriptionOf(found, heading.title);
  return {
    name: 'segments',
    ...heading,
    description,
    table: tableOf(found),
    data: () =>
      found.rows.map(({ own, shrunk, state: _, label: __, ...row }) => ({
        ...row,
        metric: found.metric.name,
        ...own,
        ...named(shrunk),
      })),
    draw: found.rows.length > 0 ? (look) => segmentsPicture(found, { ...heading, description }, look) : null,
  };
}

const named = ({ median, p05, p95 }: Range) => ({ shrunkMedian: median, shrunkP05: p05, shrunkP95: p95 });

function findings(source: ChartSource): Segments {
  const reading = read(source);
  const judged = segmentMetrics.find((name) => name === reading.metric.name);
  const name: SegmentMetric = judged ?? 'netRevenue';
  const metric = metricNamed(name);
  const compared = compareSegments({ scenario: source.scenario, results: source.results, metrics: [name] });
  const own = compared.find(({ arm }) => arm === reading.arm.name)?.segments ?? [];
  const monthly = source.difference === 'month' ? byMonth(metric, source.scenario) : null;
  const scale = monthly ?? ((value: number) => value);
  const direction = goodDirection(metric.better) || 1;
  const { currency, arms } = source.scenario;
  const labelOf = (name: string) =>
    plain(segmentLabel(arms[0].segments.find((segment) => segment.name === name) ?? { name }, source.locale));
  return {
    source,
    reading,
    metric,
    rows: own.flatMap((segment) => rowOf(segment, labelOf(segment.name), scale, direction)),
    show: (value) => change(value, metric.unit, currency, source.locale, asChange),
  };
}

const rangeOf = ({ median, p05, p95 }: Span, scale: (value: number) => number): Range | null =>
  median === null || p05 === null || p95 === null
    ? null
    : { median: scale(median), p05: scale(p05), p95: scale(p95) };

function rowOf(
  { name, people, difference, shrunk }: SegmentDifference,
  label: string,
  scale: (value: number) => number,
  direction: 1 | -1,
): SegmentRow[] {
  const own = rangeOf(difference, scale);
  if (!own) return [];
  const drawn = rangeOf(shrunk, scale) ?? own;
  const [worst, best] = direction === 1 ? [drawn.p05, drawn.p95] : [-drawn.p95, -drawn.p05];
  return [
    {
      name: plain(name),
      label,
      people,
      own,
      shrunk: drawn,
      chanceBetter: difference.chanceBetter,
      state: worst > 0 ? 1 : best < 0 ? -1 : 0,
    },
  ];
}

function titleOf({ source, reading, rows }: Segments): string {
  const { locale } = source;
  const text = segmentWords[locale];
  const arm = quoted(reading.arm.label);
  const listed = (state: 1 | -1) =>
    rows
      .filter((row) => row.state === state)
      .map(({ label }) => quoted(label))
      .slice(0, 3)
      .join(text.joint);
  if (rows.length === 0) return text.noNumbers;
  if (rows.length === 1) return text.one;
  const gain = rows.filter(({ state }) => state === 1).length;
  const lose = rows.filter(({ state }) => state === -1).length;
  if (gain === rows.length) return say(text.allGain, { arm }, locale);
  if (lose === rows.length) return say(text.allLose, { arm }, locale);
  if (gain > 0 && lose > 0) return say(text.split, { arm, gains: listed(1), loses: listed(-1) }, locale);
  if (gain > 0) return say(text.someGain, { arm, gains: listed(1) }, locale);
  if (lose > 0) return say(text.someLose, { arm, loses: listed(-1) }, locale);
  return text.none;
}

function subtitleOf({ source, reading, metric, rows }: Segments): string {
  const { locale, scenario } = source;
  const text = segmentWords[locale];
  const monthly = source.difference === 'month' && byMonth(metric, scenario) !== null;
  const slots = {
    metric: metricPhrase(voiceOf(scenario, locale), metric),
    arm: quoted(reading.arm.label),
    baseline: quoted(reading.baseline.label),
  };
  const what = say(monthly ? text.subtitleMonthly : text.subtitle, slots, locale);
  return rows.length > 1 ? what + say(text.looks, { count: rows.length }, locale) : what;
}

function descriptionOf({ source, rows, show }: Segments, title: string): string {
  const { locale } = source;
  if (rows.length === 0) return title;
  const items = rows.map(({ label, shrunk }) =>
    say(segmentWords[locale].item, { name: quoted(label), value: show(shrunk.median) }, locale),
  );
  return say(
    segmentWords[locale].description,
    { title, items: items.join(segmentWords[locale].joint) },
    locale,
  );
}

function tableOf({ source, rows, metric, show }: Segments): Chart['table'] {
  const { locale, scenario } = source;
  const text = segmentWords[locale];
  const short = (value: number) =>
    metric.unit === 'share'
      ? show(value)
      : amount(value, metric.unit, scenario.currency, locale, { ...inRanges, signed: true });
  const range = ({ p05, p95 }: Range) => say(text.range, { low: short(p05), high: short(p95) }, locale);
  return {
    columns: [text.segment, text.people, text.shrunk, text.ninety, text.own, text.ninety, text.better],
    rows: rows.map(({ label, people, own, shrunk, chanceBetter }) => [
      label,
      people === null ? text.noNumber : count(people, locale),
      show(shrunk.median),
      range(shrunk),
      show(own.median),
      range(own),
      chanceBetter === null ? text.noNumber : probability(chanceBetter, locale),
    ]),
  };
}
