import type { Scenario, Text } from '../scenario/scenario.ts';

/** One arm's spread of a metric over worlds. Null where no world gave a number. Quantiles are of type 6. */
export interface Spread {
  readonly median: number | null;
  readonly mean: number | null;
  readonly p05: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
}

/** An arm against the baseline in the same worlds, for one metric. */
export interface Difference {
  readonly arm: string;
  readonly baseline: string;
  readonly metric: string;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
  /** Median difference over |median of the baseline|; null when the baseline's p05 to p95 includes 0. */
  readonly relativeMedian: number | null;
  /** Of the mean, a twin taken as one cluster. */
  readonly standardError: number | null;
  readonly chanceBetter: number | null;
  readonly chanceBetterField: number | null;
}

export interface GuardrailResult {
  readonly arm: string;
  readonly metric: string;
  readonly limit: number;
  readonly kind: 'change' | 'atLeast' | 'atMost';
  /** Share of the worlds with a number that are beyond the limit; null when no world has one. */
  readonly chanceWorse: number | null;
  readonly held: boolean;
  /**
   * Median and range of what is limited. `change`: arm minus baseline in the same world, in points (0.02) for shares,
   * else as part of the baseline's value, where that is not 0. `atLeast` and `atMost`: the arm's own value.
   */
  readonly median: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
}

export type VerdictStatus = 'recommend' | 'talk-it-over' | 'dont' | 'practically-the-same' | 'early';

/**
 * What stands against an arm. `halves`: the two halves of the twins choose different arms; `chance`: too seldom ahead;
 * `guardrail`: one does not hold; `size`: the median does not reach what matters.
 */
export type Block = 'halves' | 'chance' | 'guardrail' | 'size';

/** What was decided and why, before it is put into words. Differences are arm minus baseline, in the metric's unit. */
export interface Decision {
  readonly status: VerdictStatus;
  /** The arm that the verdict speaks of. */
  readonly arm: string;
  readonly baseline: string;
  readonly metric: string;
  /** Worlds that give a difference; those in which the arm is strictly better, and strictly worse. */
  readonly worlds: number;
  readonly worldsBetter: number;
  readonly worldsWorse: number;
  /** All figures are pooled over both halves where the choice was cross-fitted. */
  readonly chanceBetter: number | null;
  /** 95 % range of `chanceBetter` for this number of worlds. */
  readonly chanceBetterRange: { readonly low: number; readonly high: number } | null;
  readonly chanceBetterField: number | null;
  /** Share of worlds in which the difference is smaller than what matters (or exactly 0). */
  readonly chanceSame: number | null;
  readonly median: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
  /** As parts of the baseline's median; null when its p05 to p95 includes 0. */
  readonly relative: { readonly median: number; readonly p05: number; readonly p95: number } | null;
  /** By month; null unless the metric is a sum of money over at least a month. */
  readonly perMonth: { readonly median: number; readonly p05: number; readonly p95: number } | null;
  /** Smallest difference that matters, in the metric's unit. */
  readonly matters: number;
  /** The same as a part of the baseline's median, where the file gives it so and that makes sense. */
  readonly mattersRelative: number | null;
  /** With three or more arms: the arm that each half of the twins chose. */
  readonly crossFit: { readonly even: string; readonly odd: string } | null;
  /** What stands between the arm and a recommendation; for `dont`: why not. Empty for the other statuses. */
  readonly blocks: readonly Block[];
  /**
   * What it costs to be wrong: the mean difference (above 0) over the worlds that go against the advice. `loses`: the
   * arm is taken and turns out worse; `misses`: it is left (`dont`, too seldom ahead) and turns out better. Null under
   * 20 such worlds, or where the advice rests on something else.
   */
  readonly ifWrong: {
    readonly kind: 'loses' | 'misses';
    readonly worlds: number;
    readonly amount: number;
    readonly perMonth: number | null;
  } | null;
  /** Input whose drawn values go with the difference most; null when nothing stands out. */
  readonly weakestAssumption: { readonly path: string; readonly rho: number } | null;
}

export interface Comparison {
  readonly schema: 'seedbed/compare@1';
  readonly version: string;
  readonly seed: string;
  /** Worlds in which every arm is finished. */
  readonly worlds: number;
  readonly scenario: { readonly file: string; readonly title: string; readonly hash: string };
  readonly digest: string;
  readonly arms: readonly { readonly name: string; readonly metrics: Readonly<Record<string, Spread>> }[];
  readonly differences: readonly Difference[];
  readonly guardrails: readonly GuardrailResult[];
  readonly verdict: { readonly status: VerdictStatus; readonly arm: string; readonly text: Required<Text> };
  readonly uncertainty: {
    readonly includes: readonly ('luck' | 'assumptions')[];
    /** Of the verdict's arm and the judged metric. */
    readonly luckShare: number | null;
  };
  readonly warnings: readonly string[];
  readonly decision: Decision;
}

/** All but the words: what the text of a verdict is made from. */
export type Findings = Omit<Comparison, 'verdict'>;

/** Everything charts and words need beside the comparison itself. */
export interface ComparisonSource {
  readonly scenario: Scenario;
  readonly file: string;
}
