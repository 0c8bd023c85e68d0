/** What `run` prints: medians over worlds by day, week or month, then the whole run. */

import { quantile, sorted, spread } from '../analysis/quantiles.ts';
import { allDailyMetrics } from '../experiment/digest-bytes.ts';
import type { ExperimentResult } from '../experiment/experiment.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import { type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import { amount, inRanges } from '../report/format.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

const always = ['netRevenue', 'members', 'activeMembers'] as const;
const whereTheyMove = ['adRevenue', 'sales', 'joins', 'leaves', 'visits'] as const;
export function runText(scenario: Scenario, result: ExperimentResult, terminal: Terminal): string {
  const { locale } = terminal;
  const arm = scenario.arms[0];
  const label = arm.label[locale] ?? arm.label.en;
  const shown = mainMetrics(scenario, result);
  const { kind, ends } = periodsOf(scenario);
  const columns = [
    { title: terminal.phrase(kind), align: 'right' as const },
    ...shown.map((metric) => ({ title: metric.label[locale] ?? metric.label.en, align: 'right' as const })),
  ];
  const rows = ends.map((end, i) => [
    String(i + 1),
    ...shown.map((metric) => {
      const median = medianOf(result, metric, i === 0 ? 0 : ends[i - 1], end);
      return Number.isNaN(median) ? '–' : amount(median, metric.unit, scenario.currency, locale);
    }),
  ]);
  const whole = [
    terminal.phrase('whole'),
    ...shown.map((metric) => wholeRun(scenario, result, metric, terminal)),
  ];
  const heading = terminal.phrase('medians', { arm: label, count: result.worlds });
  const [titles, ...lines] = tableLines(columns, [...rows, whole]);
  return `${[terminal.bold(heading), '', terminal.dim(titles), ...lines].join('\n')}\n`;
}

function mainMetrics({ judge }: Scenario, { results }: ExperimentResult): Metric[] {
  const moves = (name: string) => results.some(({ outcomes }) => outcomes[metricIndex[name]] !== 0);
  const names = new Set([...always, judge.metric, ...whereTheyMove.filter(moves)]);
  return [...names]
    .filter((name) => allDailyMetrics.includes(name))
    .map((name) => metrics[metricIndex[name]]);
}

/** Periods of at most a couple of dozen rows; `ends`: the day after each. */
function periodsOf({ horizonDays, horizonMonths }: Scenario): {
  kind: 'day' | 'week' | 'month';
  ends: number[];
} {
  const cut = (count: number, length: number) =>
    Array.from({ length: count }, (_, i) => Math.min(horizonDays, Math.round((i + 1) * length)));
  if (horizonDays <= 21) return { kind: 'day', ends: cut(horizonDays, 1) };
  if (horizonDays <= 91) return { kind: 'week', ends: cut(Math.ceil(horizonDays / 7), 7) };
  const months = horizonMonths ?? Math.ceil(horizonDays / MONTH_DAYS);
  return { kind: 'month', ends: cut(months, horizonMonths === null ? MONTH_DAYS : horizonDays / months) };
}

/** Median over worlds of what the days [from, to) come to. */
function medianOf(
  { results }: ExperimentResult,
  { name, summary }: Metric,
  from: number,
  to: number,
): number {
  const values = results.map(({ daily }) => {
    const days = daily[name].subarray(from, to);
    if (summary === 'last') return days[days.length - 1];
    const sum = days.reduce((total, value) => total + value, 0);
    return summary === 'mean' ? sum / days.length : sum;
  });
  const numbers = sorted(values.filter((value) => !Number.isNaN(value)));
  return numbers.length === 0 ? Number.NaN : quantile(numbers, 0.5);
}

function wholeRun(
  scenario: Scenario,
  { results }: ExperimentResult,
  { name, unit }: Metric,
  { locale }: Terminal,
): string {
  const { median, p05, p95 } = spread(results.map(({ outcomes }) => outcomes[metricIndex[name]]));
  if (median === null || p05 === null || p95 === null) return '–';
  const [low, high] = [p05, p95].map((value) => amount(value, unit, scenario.currency, locale, inRanges));
  return `${amount(median, unit, scenario.currency, locale)} [${low} .. ${high}]`;
}
