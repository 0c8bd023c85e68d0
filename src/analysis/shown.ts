/**
 * Which metrics a verdict, a report and the site show beside the judged one: those that the scenario names (`judge.show`);
 * where it names none, active members and those in which some arm differs most,
 *
 *   |mean difference| / its standard error                    the largest among the arms
 */
import { type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Comparison, Difference } from './comparison.ts';

/**
 * What arms are asked about most, in the order in which it is shown. Of money that tactics hand out, the discounts and not
 * the handing out of coupons, which is little beside them.
 */
const plain = [
  'netRevenue',
  'costs',
  'discountCost',
  'adRevenue',
  'sales',
  'orders',
  'members',
  'retention90',
  'day30Return',
  'joins',
  'invitedJoins',
  'leaves',
  'silences',
  'returns',
  'visits',
  'posts',
  'unanswered',
  'tiesPerMember',
  'adsPerMemberWeek',
  'complaints',
  'satisfaction',
  'trust',
] as const;

/** Always shown where the scenario names nothing. */
const ALWAYS = 'activeMembers';
/** So many are chosen from the list. */
const MOST = 4;

/** The metrics to show beside the judged one, without it and the guardrails' own. */
export function shownBeside(
  { differences }: Pick<Comparison, 'differences'>,
  { judge }: Pick<Scenario, 'judge'>,
): readonly Metric[] {
  const names = judge.show.length > 0 ? judge.show : [ALWAYS, ...mostDiffering(differences, judge)];
  return names.filter((name) => name !== judge.metric).map((name) => metrics[metricIndex[name]]);
}

function mostDiffering(
  differences: readonly Difference[],
  { metric, guardrails }: Scenario['judge'],
): readonly string[] {
  const known = new Set([metric, ...guardrails.map((rail) => rail.metric)]);
  const sizes = new Map<string, number>(plain.filter((name) => !known.has(name)).map((name) => [name, 0]));
  for (const difference of differences) {
    const size = sizes.get(difference.metric);
    if (size !== undefined) sizes.set(difference.metric, Math.max(size, inErrors(difference)));
  }
  const largest = [...sizes].filter(([, size]) => size > 0).sort(([, a], [, b]) => b - a);
  const chosen = new Set(largest.slice(0, MOST).map(([name]) => name));
  return plain.filter((name) => chosen.has(name));
}

/** A difference that is the same in all worlds is beyond every error; one of a single twin is barely there. */
function inErrors({ mean, standardError }: Difference): number {
  if (mean === null || mean === 0) return 0;
  return standardError === null ? Number.EPSILON : Math.abs(mean) / standardError;
}
