/**
 * Who gains and who loses: each arm against the baseline in the same worlds, segment by segment.
 *
 * Many segments are many looks, and small ones scatter most, so beside each segment's own figures stand figures that are
 * shrunk to the community's (parametric empirical Bayes of Morris 1983, doi:10.1080/01621459.1983.10477920):
 *
 *   m[w]     difference of the whole in world w          e[w, s] = d[w, s] - m[w]
 *   v[s]     luck in e: mean over twins of (e[2j, s] - e[2j + 1, s])^2 / 2
 *   t        how far segments truly differ: mean over segments of (mean over worlds of e^2 - v[s]), at least 0
 *   shrunk   m[w] + e[w, s] t / (t + v[s])
 *
 * Money and counts are taken by head (of those ever inside under the baseline), since large segments have more of both,
 * and given back for the segment. Without complete twins luck is unknown, and nothing is shrunk.
 */
import { mean } from 'simple-statistics';
import type { WorldResult } from '../experiment/results.ts';
import { type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import { additiveMetrics, type SegmentMetric, segmentMetrics } from '../metrics/segments.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Spread } from './comparison.ts';
import { chanceBetter, pairedDifferences, relativeTo } from './differences.ts';
import { numbersOf, spread } from './quantiles.ts';
import { twins, wholeWorlds } from './worlds.ts';

export interface SegmentInput {
  readonly scenario: Pick<Scenario, 'arms'>;
  readonly results: readonly WorldResult[];
  /** By default all that can be split. */
  readonly metrics?: readonly SegmentMetric[];
}

/** Null where no world has a number. */
export type Span = Pick<Spread, 'median' | 'p05' | 'p95'>;

export interface SegmentDifference {
  readonly name: string;
  /** Median number of people of the segment who were ever inside under the baseline. */
  readonly people: number | null;
  readonly difference: Span & {
    /** Over |median of the baseline in this segment|; null when the baseline's p05 to p95 includes 0. */
    readonly relativeMedian: number | null;
    readonly chanceBetter: number | null;
  };
  /** Null where luck is unknown. */
  readonly shrunk: Span;
}

export interface SegmentComparison {
  readonly arm: string;
  readonly baseline: string;
  readonly metric: SegmentMetric;
  /** Those that both arms have, in the baseline's order. */
  readonly segments: readonly SegmentDifference[];
}

/** Every other arm against the first, metric by metric; nothing for metrics that the results do not have by segment. */
export function compareSegments({
  scenario,
  results,
  metrics: asked = segmentMetrics,
}: SegmentInput): SegmentComparison[] {
  const whole = wholeWorlds(results, scenario.arms.length).filter((row) =>
    row.every(({ segments }) => segments.people !== undefined),
  );
  const [baseline, ...others] = scenario.arms;
  return others.flatMap(({ name, segments }, i) => {
    const places = baseline.segments.map((segment) => segments.findIndex((own) => own.name === segment.name));
    const shared = baseline.segments.map(({ name }, s) => ({ name, s, own: places[s] }));
    const pairs = shared.filter(({ own }) => own >= 0);
    return asked.flatMap((metric) => {
      const compared = compareMetric(whole, i + 1, metric, pairs);
      return compared.length === 0
        ? []
        : [{ arm: name, baseline: baseline.name, metric, segments: compared }];
    });
  });
}

/** A segment's name and its places in the baseline and in the arm. */
interface Pair {
  readonly name: string;
  readonly s: number;
  readonly own: number;
}

type Rows = readonly (readonly WorldResult[])[];

function compareMetric(
  whole: Rows,
  arm: number,
  name: SegmentMetric,
  pairs: readonly Pair[],
): SegmentDifference[] {
  if (whole.length === 0 || whole.some((row) => row[0].segments[name] === undefined)) return [];
  const column = (place: number, s: number, metric: string) =>
    Float64Array.from(whole, (row) => row[place].segments[metric]?.[s] ?? Number.NaN);
  const people = pairs.map(({ s }) => column(0, s, 'people'));
  const before = pairs.map(({ s }) => column(0, s, name));
  const differences = pairs.map(({ own }, k) => pairedDifferences(column(arm, own, name), before[k]));
  const ids = whole.map(([{ world }]) => world);
  const shrunk = shrink(differences, people, additiveMetrics.includes(name), ids);
  const metric = metrics[metricIndex[name]];
  return pairs.map(({ name }, k) => ({
    name,
    people: spread(people[k]).median,
    difference: figures(differences[k], before[k], metric),
    shrunk: spanOf(shrunk[k]),
  }));
}

function figures(differences: Float64Array, baseline: Float64Array, { better }: Metric) {
  const span = spanOf(differences);
  const scale = relativeTo(spread(baseline));
  return {
    ...span,
    relativeMedian: span.median === null || scale === null ? null : scale(span.median),
    chanceBetter: chanceBetter(differences, better),
  };
}

const spanOf = (values: Float64Array): Span => {
  const { median, p05, p95 } = spread(values);
  return { median, p05, p95 };
};

/** The differences of each segment drawn toward the whole's; no numbers where luck is unknown. */
export function shrink(
  differences: readonly Float64Array[],
  people: readonly Float64Array[],
  byHead: boolean,
  ids: readonly number[],
): Float64Array[] {
  const perHead = differences.map((own, s) => (byHead ? own.map((d, w) => d / people[s][w]) : own));
  const whole = ids.map((_, w) => meanByHead(perHead, people, w));
  const apart = perHead.map((own) => own.map((d, w) => d - whole[w]));
  const luck = apart.map((own) => luckVariance(own, ids));
  const known = apart.flatMap((own, s) => {
    const squares = numbersOf(own).map((e) => e * e);
    const v = luck[s];
    return v === null || squares.length === 0 ? [] : [mean(squares) - v];
  });
  const spreadOfTruth = known.length === 0 ? 0 : Math.max(0, mean(known));
  return apart.map((own, s) => {
    const v = luck[s];
    if (v === null) return own.map(() => Number.NaN);
    const kept = spreadOfTruth + v > 0 ? spreadOfTruth / (spreadOfTruth + v) : 0;
    return own.map((e, w) => (whole[w] + kept * e) * (byHead ? people[s][w] : 1));
  });
}

/** Mean over the segments that have a number, by their people. */
function meanByHead(perHead: readonly Float64Array[], people: readonly Float64Array[], w: number): number {
  let sum = 0;
  let heads = 0;
  for (const [s, own] of perHead.entries()) {
    if (!Number.isFinite(own[w])) continue;
    sum += own[w] * people[s][w];
    heads += people[s][w];
  }
  return heads > 0 ? sum / heads : Number.NaN;
}

/** Half the mean square between twins; null without a complete twin. */
function luckVariance(values: Float64Array, ids: readonly number[]): number | null {
  const halves: number[] = [];
  for (const places of twins(ids)) {
    const own = places.map((k) => values[k]).filter(Number.isFinite);
    if (own.length === 2) halves.push((own[0] - own[1]) ** 2 / 2);
  }
  return halves.length === 0 ? null : mean(halves);
}
