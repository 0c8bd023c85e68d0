/**
 * Which arm a verdict speaks of.
 *
 * With one alternative there is nothing to choose. With more, the arm that looks best was partly lucky, and its figures
 * flatter it (the optimizer's curse, Smith and Winkler 2006, doi:10.1287/mnsc.1050.0451). So the choice is cross-fitted:
 * each half of the twins chooses, the other half reports, and the figures of both are pooled.
 */
import { type Metric, metricIndex } from '../metrics/definitions.ts';
import type { Judge } from '../scenario/scenario.ts';
import { goodDirection } from './differences.ts';
import { guardrailsOf } from './guardrails.ts';
import { spread } from './quantiles.ts';
import { half, twinOf, type Worlds } from './worlds.ts';

export interface Choice {
  /** Place of the chosen arm. */
  readonly arm: number;
  /** What the even and the odd twins chose; null with a single alternative or an empty half. */
  readonly halves: { readonly even: number; readonly odd: number } | null;
  /** The judged metric of the arm that reports in each world: chosen by the other half. */
  readonly reported: Float64Array;
}

/**
 * The alternative with the best median of the judged metric among those whose guardrails hold; when none holds, among
 * all. Null when no alternative has a median. Ties go to the first in the file.
 */
export function bestArm(worlds: Worlds, judge: Judge, metric: Metric): number | null {
  const direction = goodDirection(metric.better) || 1;
  const alternatives = worlds.columns.slice(1).map((columns, i) => {
    const { median } = spread(columns[metricIndex[metric.name]]);
    const rails = guardrailsOf(worlds, i + 1, '', judge.guardrails);
    return { arm: i + 1, median, held: rails.every((rail) => rail.held) };
  });
  const measured = alternatives.filter((a): a is typeof a & { median: number } => a.median !== null);
  const held = measured.filter((alternative) => alternative.held);
  const candidates = held.length > 0 ? held : measured;
  if (candidates.length === 0) return null;
  return candidates.reduce((best, a) => ((a.median - best.median) * direction > 0 ? a : best)).arm;
}

/** Chooses the arm, by halves where there are several alternatives. */
export function choose(worlds: Worlds, judge: Judge, metric: Metric): Choice {
  const overall = bestArm(worlds, judge, metric) ?? 1;
  const column = (arm: number) => worlds.columns[arm][metricIndex[metric.name]];
  const alone = { arm: overall, halves: null, reported: column(overall) };
  if (worlds.columns.length < 3) return alone;
  const even = bestArm(half(worlds, 0), judge, metric);
  const odd = bestArm(half(worlds, 1), judge, metric);
  if (even === null || odd === null) return alone;
  const reporter = (world: number) => (twinOf(world) % 2 === 0 ? odd : even);
  return {
    arm: even === odd ? even : overall,
    halves: { even, odd },
    reported: Float64Array.from(worlds.ids, (world, k) => column(reporter(world))[k]),
  };
}
