/**
 * Guardrails: what an arm must not do to other metrics.
 *
 *   change   worse by more than the limit against the baseline in the same world:
 *              shares   bad > limit                       limit in points: 0.02
 *              others   bad > limit x |baseline|          limit as a part: 0.05
 *            bad = the difference in the metric's bad direction. Written without a division, so that a baseline of 0
 *            has a meaning: any worsening is beyond every limit, no change is within.
 *   atLeast  the arm's value < limit;   atMost  the arm's value > limit
 *
 *   chanceWorse = share of the worlds with a number that are beyond;   held = chanceWorse <= 10 %
 *
 * A metric that has no number in any world is not held: nothing shows that it is safe.
 */
import { type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import { remark } from '../scenario/remarks.ts';
import type { Guardrail } from '../scenario/scenario.ts';
import type { GuardrailResult } from './comparison.ts';
import { goodDirection } from './differences.ts';
import { spread } from './quantiles.ts';
import type { Worlds } from './worlds.ts';

/** A guardrail holds while at most this share of worlds is beyond its limit. */
export const HELD_UP_TO = 0.1;

/** A change that meets its limit but for rounding is not beyond it. */
const ROUNDING = 1e-12;

/** One guardrail for one arm. */
export function guardrail(
  { metric: name, kind, limit }: Guardrail,
  armName: string,
  arm: ArrayLike<number>,
  baseline: ArrayLike<number>,
): GuardrailResult {
  const metric = metrics[metricIndex[name]];
  const worlds = Array.from(arm, (value, k) =>
    kind === 'change' ? change(metric, limit, value, baseline[k]) : floorOrCeiling(kind, limit, value),
  ).filter((world) => world !== null);
  const chanceWorse =
    worlds.length === 0 ? null : worlds.filter((world) => world.beyond).length / worlds.length;
  const { median, p05, p95 } = spread(worlds.map((world) => world.shown));
  const held = chanceWorse !== null && chanceWorse <= HELD_UP_TO;
  return { arm: armName, metric: name, limit, kind, chanceWorse, held, median, p05, p95 };
}

/** Whether an arm is beyond the limit in one world; null where that cannot be told. */
export function isBeyond(
  { metric: name, kind, limit }: Guardrail,
  arm: number,
  baseline: number,
): boolean | null {
  const metric = metrics[metricIndex[name]];
  const world = kind === 'change' ? change(metric, limit, arm, baseline) : floorOrCeiling(kind, limit, arm);
  return world?.beyond ?? null;
}

interface InOneWorld {
  readonly beyond: boolean;
  /** What is limited, as people read it; NaN where there is no such number. */
  readonly shown: number;
}

function change(metric: Metric, limit: number, arm: number, baseline: number): InOneWorld | null {
  const bad = (baseline - arm) * goodDirection(metric.better);
  if (metric.better === null || !Number.isFinite(bad)) return null;
  const size = Math.abs(baseline);
  if (metric.unit === 'share') return { beyond: bad - limit > ROUNDING, shown: arm - baseline };
  const shown = size > 0 ? (arm - baseline) / size : bad === 0 ? 0 : Number.NaN;
  return { beyond: bad - limit * size > ROUNDING * size, shown };
}

function floorOrCeiling(kind: 'atLeast' | 'atMost', limit: number, arm: number): InOneWorld | null {
  if (!Number.isFinite(arm)) return null;
  return { beyond: kind === 'atLeast' ? arm < limit : arm > limit, shown: arm };
}

/** Every guardrail of the scenario for the arm at this place. */
export function guardrailsOf(
  worlds: Worlds,
  arm: number,
  armName: string,
  rails: readonly Guardrail[],
): GuardrailResult[] {
  return rails.map((rail) => {
    const place = metricIndex[rail.metric];
    return guardrail(rail, armName, worlds.columns[arm][place], worlds.columns[0][place]);
  });
}

/** Guardrails that could not be checked at all, in words. */
export function guardrailWarnings(results: readonly GuardrailResult[]): string[] {
  return results
    .filter((result) => result.chanceWorse === null)
    .map(({ arm, metric }) => remark('unchecked', { metric, arm }));
}
