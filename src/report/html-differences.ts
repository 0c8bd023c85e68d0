/** Differences of an arm from the baseline, in the way that the viewer asks for. */
import type { Difference } from '../analysis/comparison.ts';
import type { Metric } from '../metrics/definitions.ts';
import { differenceScale } from './charts/difference-scale.ts';
import type { ShownArm } from './charts/source.ts';
import { say } from './charts/words.ts';
import { asChange, percent, points } from './format.ts';
import type { Markup } from './html-markup.ts';
import { changeOf, type Page, unbroken } from './html-page.ts';
import { differenceRangeIn } from './view.ts';

export interface ShownDifference {
  /** `+18%`, `+6 points`, `+¥12K a month`. */
  readonly median: string;
  /** The same once more as an amount, or in percent; null where that says nothing. */
  readonly second: string | null;
  /** In the median's unit; null without numbers. */
  readonly range: Markup | null;
  /** The difference is 0 in every world. */
  readonly isSame: boolean;
  readonly sign: '▲' | '▼' | '';
}

/** Beyond ten times the baseline a percentage says nothing any more. */
const MOST_PARTS = 10;

export const differenceOf = ({ comparison }: Page, arm: ShownArm, metric: Metric): Difference | undefined =>
  comparison.differences.find((each) => each.arm === arm.name && each.metric === metric.name);

/** Null without numbers, and for the baseline itself. */
export function shownDifference(page: Page, arm: ShownArm, metric: Metric): ShownDifference | null {
  const difference = differenceOf(page, arm, metric);
  if (difference === undefined || difference.median === null) return null;
  const { median, p05, p95, relativeMedian } = difference;
  const scale = scaleOf(page, metric, difference);
  const isPart = relativeMedian !== null && Math.abs(relativeMedian) <= MOST_PARTS;
  const part = isPart && metric.unit !== 'share' ? percent(relativeMedian, page.locale, asChange) : null;
  const amount = changeOf(page, metric.unit, median);
  const inScale = scale.show(scale.of(median), asChange);
  const monthly = scale.unit === 'month' ? say(page.words.monthly, { amount: inScale }, page.locale) : amount;
  return {
    median: scale.unit === 'part' ? inScale : monthly,
    second: median === 0 ? null : scale.unit === 'part' ? amount : part,
    range: rangeOf(page, metric, arm, difference),
    isSame: median === 0 && p05 === 0 && p95 === 0,
    sign: median > 0 ? '▲' : median < 0 ? '▼' : '',
  };
}

const scaleOf = (
  { comparison, scenario, locale, view }: Page,
  metric: Metric,
  { median, p05, p95 }: Difference,
) =>
  differenceScale(
    metric,
    comparison.arms[0].metrics[metric.name],
    Math.max(Math.abs(median ?? 0), Math.abs(p05 ?? 0), Math.abs(p95 ?? 0)),
    { scenario, locale, difference: view.difference },
  );

function rangeOf(page: Page, metric: Metric, { place }: ShownArm, difference: Difference): Markup | null {
  const { locale, worlds, view, words } = page;
  const ends = differenceRangeIn({ worlds, interval: view.interval }, metric, place, difference);
  if (ends === null) return null;
  const scale = scaleOf(page, metric, difference);
  const bound = (value: number) =>
    metric.unit === 'share' ? points(value, locale, asChange) : scale.show(scale.of(value), asChange);
  return unbroken(say(words.range, { low: bound(ends.low), high: bound(ends.high) }, locale));
}
