/**
 * What worlds say against what a law or table says.
 *
 *   y[w]      the metric of world w on a day, over days, over the whole run, or the first day on which it reaches a number
 *   observed  mean of y                                     standard error  s(y) / sqrt(n)
 *             share of worlds that keep a bound             sqrt(e (1 - e) / n), e the expected share
 *             relative change against an arm of the same    s(a - (1 + change) b) / (mean(b) sqrt(n))
 *             worlds: mean(a) / mean(b) - 1
 *   tolerance `within`, but never less than 4 standard errors: with fewer worlds luck alone may go as far
 *
 * Numbers are settled where there is a yardstick, so worlds are independent. The relative change is that of a ratio
 * estimator: Cochran 1977, Sampling Techniques, 6.3.
 */
import { mean, sampleVariance } from 'simple-statistics';
import type { WorldResult } from '../experiment/results.ts';
import { metricIndex, metrics } from '../metrics/definitions.ts';
import type { Check, Scenario } from '../scenario/scenario.ts';
import { wholeWorlds } from './worlds.ts';

/** What a check found. */
export interface CheckResult {
  readonly check: Check;
  /** Worlds that had a number to give. */
  readonly worlds: number;
  /** Null where no world had one. */
  readonly observed: number | null;
  /** Null under two worlds. */
  readonly standardError: number | null;
  readonly tolerance: number | null;
  /** Null where it cannot be judged; `why` says why. */
  readonly pass: boolean | null;
  readonly why: 'settings changed' | 'too few worlds' | null;
}

/** How many standard errors luck is allowed. */
const ERRORS = 4;
/** Relative rounding that is no difference. */
const ROUNDING = 1e-9;

/** Daily metrics that the checks of a scenario read: what results must keep. */
export function checkedMetrics({ yardstick }: Scenario): readonly string[] {
  const names = new Set(yardstick?.checks.map(({ metric }) => metric));
  return metrics
    .filter(({ name, summary }) => names.has(name) && summary !== 'state')
    .map(({ name }) => name);
}

/** Every check of a scenario against what its worlds did, in the order of the file; none without a yardstick. */
export function holdAgainst(scenario: Scenario, results: readonly WorldResult[]): CheckResult[] {
  const { yardstick, arms } = scenario;
  if (yardstick === null) return [];
  const worlds = wholeWorlds(results, arms.length);
  const column = (check: Check, name: string): number[] => {
    const arm = arms.findIndex((one) => one.name === name);
    return worlds.map((row) => numberOf(check, row[arm]));
  };
  return yardstick.checks.map((check) => {
    const own = column(check, check.arm);
    const found = check.against === null ? over(check, own) : change(own, column(check, check.against));
    const judged = check.law !== null || yardstick.changed.length === 0;
    return { check, ...found, ...verdictOf(check, found, judged) };
  });
}

/** The number of one world. NaN where it has none. */
function numberOf(check: Check, { outcomes, daily }: WorldResult): number {
  const { metric, on, from, take, per, reaches } = check;
  if (on === null && from === null && reaches === null) return outcomes[metricIndex[metric]] / per;
  const days = daily[metric];
  if (days === undefined) throw new Error(`The results lack the days of ${metric}.`);
  const last = on ?? days.length;
  if (reaches !== null) {
    for (let day = from ?? 0; day < last; day++) if (days[day] / per >= reaches) return day + 1;
    return Number.NaN;
  }
  if (from === null) return days[last - 1] / per;
  let sum = 0;
  for (let day = from; day < last; day++) sum += days[day];
  return sum / (take === 'mean' ? last - from : 1) / per;
}

interface Found {
  readonly worlds: number;
  readonly observed: number | null;
  readonly standardError: number | null;
}

const nothing: Found = { worlds: 0, observed: null, standardError: null };

function over({ counts, expected }: Check, values: readonly number[]): Found {
  const numbers = values.filter((value) => !Number.isNaN(value));
  const n = numbers.length;
  if (n === 0) return nothing;
  if (counts === null) return { worlds: n, observed: mean(numbers), standardError: errorOf(numbers) };
  const share = numbers.filter((value) => keeps(value, counts)).length / n;
  const chance = Math.min(1, Math.max(0, expected));
  return { worlds: n, observed: share, standardError: Math.sqrt((chance * (1 - chance)) / n) };
}

function keeps(value: number, { kind, value: bound }: NonNullable<Check['counts']>): boolean {
  const room = ROUNDING * Math.max(1, Math.abs(bound));
  if (kind === 'equals') return Math.abs(value - bound) <= room;
  return kind === 'atLeast' ? value >= bound - room : value <= bound + room;
}

/** Mean of one arm relative to that of another. */
function change(own: readonly number[], other: readonly number[]): Found {
  const pairs = own.flatMap((value, i) =>
    Number.isNaN(value - other[i]) ? [] : [[value, other[i]] as const],
  );
  if (pairs.length === 0) return nothing;
  const base = mean(pairs.map(([, b]) => b));
  if (base === 0) return nothing;
  const ratio = mean(pairs.map(([a]) => a)) / base;
  const error = errorOf(pairs.map(([a, b]) => a - ratio * b));
  return {
    worlds: pairs.length,
    observed: ratio - 1,
    standardError: error === null ? null : error / Math.abs(base),
  };
}

/** Standard error of the mean; null under two values. */
const errorOf = (values: readonly number[]): number | null =>
  values.length < 2 ? null : Math.sqrt(sampleVariance([...values]) / values.length);

function verdictOf(
  { expected, within }: Check,
  { observed, standardError }: Found,
  judged: boolean,
): Pick<CheckResult, 'tolerance' | 'pass' | 'why'> {
  const luck = standardError === null ? null : ERRORS * standardError;
  const tolerance = within === null ? luck : Math.max(within, luck ?? 0);
  if (!judged) return { tolerance, pass: null, why: 'settings changed' };
  if (observed === null) return { tolerance, pass: false, why: null };
  if (tolerance === null) return { tolerance, pass: null, why: 'too few worlds' };
  const room = tolerance + ROUNDING * Math.max(1, Math.abs(expected));
  return { tolerance, pass: Math.abs(observed - expected) <= room, why: null };
}
