/**
 * In what a difference is shown, as the verdict shows it: shares in points; else as a part of the baseline's median;
 * where that may be near 0, or the difference is many times as large, money by month; else in the metric's own unit.
 * Whoever asks for absolute differences or money by month gets them.
 */

import type { Spread } from '../../analysis/comparison.ts';
import { byMonth, relativeTo } from '../../analysis/differences.ts';
import type { Metric } from '../../metrics/definitions.ts';
import { asChange, change, type NumberStyle, percent } from '../format.ts';
import type { ChartSource } from './source.ts';

/** Beyond ten times the baseline a percentage says nothing any more. */
const LARGEST_PART = 10;

export interface DifferenceScale {
  readonly unit: 'part' | 'month' | 'plain';
  /** From the metric's unit to the scale's. */
  readonly of: (difference: number) => number;
  /** A value of the scale in words: `+18%`, `−¥1.2K`, `+6 points`. */
  readonly show: (value: number, style?: NumberStyle) => string;
}

export function differenceScale(
  metric: Metric,
  baseline: Spread,
  /** Of the differences that are shown. */
  largest: number,
  { scenario, locale, difference = 'relative' }: Pick<ChartSource, 'scenario' | 'locale' | 'difference'>,
): DifferenceScale {
  const plain = (value: number, style: NumberStyle = asChange) =>
    change(value, metric.unit, scenario.currency, locale, style);
  if (metric.unit !== 'share' && difference !== 'absolute') {
    const part = difference === 'relative' ? relativeTo(baseline) : null;
    if (part && Math.abs(part(largest)) <= LARGEST_PART)
      return { unit: 'part', of: part, show: (value, style = asChange) => percent(value, locale, style) };
    const monthly = byMonth(metric, scenario);
    if (monthly) return { unit: 'month', of: monthly, show: plain };
  }
  return { unit: 'plain', of: (difference) => difference, show: plain };
}
