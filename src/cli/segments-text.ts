/** Who gains and who loses in the judged metric: a line for each arm, below the table of `compare`. */
import { compareSegments, type SegmentDifference } from '../analysis/segments.ts';
import type { WorldResult } from '../experiment/results.ts';
import { metricIndex, metrics } from '../metrics/definitions.ts';
import { segmentMetrics } from '../metrics/segments.ts';
import { asChange, change, percent, probability } from '../report/format.ts';
import type { Scenario, Text } from '../scenario/scenario.ts';
import type { Terminal } from './terminal.ts';

/** Nothing where the community is one segment, or the judged metric cannot be split. */
export function segmentLines(
  results: readonly WorldResult[],
  scenario: Scenario,
  terminal: Terminal,
): string[] {
  const asked = segmentMetrics.filter((name) => name === scenario.judge.metric);
  const [{ segments }] = scenario.arms;
  if (segments.length < 2) return [];
  const labelOf = (label: Text | undefined, name: string) => terminal.text(label ?? { en: name });
  const nameOf = (name: string) => labelOf(segments.find((segment) => segment.name === name)?.label, name);
  return compareSegments({ scenario, results, metrics: asked }).map((compared) => {
    const { label } = metrics[metricIndex[compared.metric]];
    const arm = scenario.arms.find(({ name }) => name === compared.arm);
    const items = compared.segments.map((segment) =>
      itemOf(segment, nameOf(segment.name), compared.metric, scenario, terminal),
    );
    return terminal.wrapped(
      terminal.phrase('bySegment', {
        metric: labelOf(label, compared.metric),
        arm: labelOf(arm?.label, compared.arm),
        list: items.join(terminal.phrase('between')),
      }),
    );
  });
}

function itemOf(
  { difference: { median, relativeMedian, chanceBetter } }: SegmentDifference,
  segment: string,
  metric: string,
  { currency }: Scenario,
  terminal: Terminal,
): string {
  const { locale } = terminal;
  const { unit } = metrics[metricIndex[metric]];
  const isPart = relativeMedian !== null && unit !== 'share';
  const amount =
    median === null
      ? '–'
      : isPart
        ? percent(relativeMedian, locale, asChange)
        : change(median, unit, currency, locale);
  const share = chanceBetter === null ? '' : probability(chanceBetter, locale);
  return terminal.phrase(share === '' ? 'ofSegment' : 'ofSegmentBetter', { segment, amount, share });
}
