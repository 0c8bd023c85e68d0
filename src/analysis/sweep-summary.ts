/**
 * What a sweep found at each of its points: every other arm against the baseline in the same worlds, in one metric. The best
 * of many points looks better than it is, since luck chose it too; whoever shows it says so.
 */
import type { Metric } from '../metrics/definitions.ts';
import type { Difference, Spread } from './comparison.ts';
import { difference, goodDirection } from './differences.ts';
import { spread } from './quantiles.ts';

export interface PointFinding {
  /** Number of the point, from 1. */
  readonly point: number;
  readonly values: readonly number[];
  readonly arm: string;
  /** Of the arm itself. */
  readonly spread: Spread;
  /** Against the baseline; null for the baseline. */
  readonly difference: Omit<Difference, 'arm' | 'baseline' | 'metric'> | null;
}

export interface SweepFindings {
  readonly points: readonly { readonly values: readonly number[]; readonly armKeys: readonly string[] }[];
  readonly arms: readonly string[];
  readonly metric: Metric;
  /** What an arm came to in the worlds 0, 1, 2 ...; NaN where there is no number. */
  readonly outcomes: (armKey: string) => Float64Array;
}

/** Every arm of every point. */
export function pointFindings({ points, arms, metric, outcomes }: SweepFindings): PointFinding[] {
  return points.flatMap(({ values, armKeys }, place) => {
    const columns = armKeys.map(outcomes);
    const spreads = columns.map(spread);
    const worlds = Array.from(columns[0].keys());
    return arms.map((arm, i) => ({
      point: place + 1,
      values,
      arm,
      spread: spreads[i],
      difference:
        i === 0
          ? null
          : against({ arm, baseline: arms[0], metric }, columns[i], columns[0], spreads[0], worlds),
    }));
  });
}

function against(...given: Parameters<typeof difference>): PointFinding['difference'] {
  const { arm: _arm, baseline: _baseline, metric: _metric, ...rest } = difference(...given);
  return rest;
}

/** Findings with a difference (of a single arm: its number), the best median first; where no way is good, the largest. */
export function bestFirst(findings: readonly PointFinding[], { better }: Metric): PointFinding[] {
  const direction = goodDirection(better) || 1;
  const hasOthers = findings.some((finding) => finding.difference !== null);
  const median = (finding: PointFinding) => (finding.difference ?? finding.spread).median;
  return findings
    .filter((finding) => (finding.difference !== null) === hasOthers && median(finding) !== null)
    .sort((a, b) => direction * ((median(b) ?? 0) - (median(a) ?? 0)) || a.point - b.point);
}
