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
  readonly chanceWorse: number;
  readonly held: boolean;
  readonly median: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
}

export type VerdictStatus = 'recommend' | 'talk-it-over' | 'dont' | 'practically-the-same' | 'early';

/** What was decided and why, before it is put into words. */
export interface Decision {
  readonly status: VerdictStatus;
  /** The arm that the verdict speaks of. */
  readonly arm: string;
  readonly baseline: string;
  readonly metric: string;
  /** Pooled over both halves where the choice was cross-fitted. */
  readonly chanceBetter: number | null;
  readonly chanceBetterField: number | null;
  readonly median: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
  readonly relative: { readonly median: number; readonly p05: number; readonly p95: number } | null;
  readonly perMonth: number | null;
  /** Smallest difference that matters, in the metric's unit. */
  readonly matters: number;
  /** With three or more arms: the arm that each half of the twins chose. */
  readonly crossFit: { readonly even: string; readonly odd: string } | null;
  /** What stands between the arm and a recommendation. */
  readonly blocks: readonly ('chance' | 'guardrail' | 'size' | 'halves')[];
  /** Mean loss a month in the worlds where the arm loses; null under 20 of them. */
  readonly ifWrongPerMonth: number | null;
  /** Input whose drawn values go with the difference most; null when nothing stands out. */
  readonly weakestAssumption: { readonly path: string; readonly rho: number } | null;
}

export interface Comparison {
  readonly schema: 'seedbed/compare@1';
  readonly version: string;
  readonly seed: string;
  readonly worlds: number;
  readonly scenario: { readonly file: string; readonly title: string; readonly hash: string };
  readonly digest: string;
  readonly arms: readonly { readonly name: string; readonly metrics: Readonly<Record<string, Spread>> }[];
  readonly differences: readonly Difference[];
  readonly guardrails: readonly GuardrailResult[];
  readonly verdict: { readonly status: VerdictStatus; readonly arm: string; readonly text: Required<Text> };
  readonly uncertainty: {
    readonly includes: readonly ('luck' | 'assumptions')[];
    readonly luckShare: number | null;
  };
  readonly warnings: readonly string[];
  readonly decision: Decision;
}

/** Everything charts and words need beside the comparison itself. */
export interface ComparisonSource {
  readonly scenario: Scenario;
  readonly file: string;
}
