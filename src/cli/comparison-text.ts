/** What `compare` prints: the verdict, a table of arms by metrics, who gains, the guardrails. */
import type { Comparison, Difference, GuardrailResult, Spread } from '../analysis/comparison.ts';
import { shownBeside } from '../analysis/shown.ts';
import type { WorldResult } from '../experiment/results.ts';
import { type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import { amount, asChange, change, inRanges, percent, points, probability } from '../report/format.ts';
import { remarkIn } from '../scenario/remarks.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { segmentLines } from './segments-text.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

export function comparisonText(
  comparison: Comparison,
  results: readonly WorldResult[],
  scenario: Scenario,
  terminal: Terminal,
): string {
  const [headline, ...lines] = comparison.verdict.text[terminal.locale].split('\n');
  const blocks = [
    [terminal.bold(terminal.wrapped(headline)), ...lines.map((line) => terminal.wrapped(line))],
    comparisonTable(comparison, scenario, terminal),
    segmentLines(results, scenario, terminal),
    guardrailLines(comparison, scenario, terminal),
    comparison.warnings.map((text) => terminal.wrapped(warningLine(text, scenario, terminal))),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function warningLine(text: string, { arms }: Scenario, terminal: Terminal): string {
  const { locale } = terminal;
  const labelBy = (name: string) => {
    const arm = arms.find((candidate) => candidate.name === name);
    return arm ? terminal.text(arm.label) : name;
  };
  return terminal.phrase('warning', { text: locale === 'en' ? text : remarkIn(text, locale, labelBy) });
}

/** A block of rows for each main metric, an arm a row, the baseline first. */
function comparisonTable(comparison: Comparison, scenario: Scenario, terminal: Terminal): string[] {
  const labels = scenario.arms.map(({ label }) => terminal.text(label));
  const columns = [
    { title: terminal.phrase('metric'), align: 'left' },
    { title: terminal.phrase('arm'), align: 'left' },
    { title: terminal.phrase('median'), align: 'right' },
    { title: terminal.phrase('range'), align: 'left' },
    { title: terminal.phrase('difference', { baseline: labels[0] }), align: 'right' },
    { title: terminal.phrase('range'), align: 'left' },
    { title: terminal.phrase('relative'), align: 'right' },
    { title: terminal.phrase('chanceBetter'), align: 'right' },
  ] as const;
  const rows = mainMetrics(comparison, scenario).flatMap((metric) =>
    comparison.arms.map(({ name, metrics: spreads }, arm) => [
      arm === 0 ? terminal.text(metric.label) : '',
      labels[arm],
      ...spreadCells(spreads[metric.name], metric, scenario, terminal),
      ...differenceCells(
        comparison.differences.find((d) => d.arm === name && d.metric === metric.name),
        metric,
        scenario,
        terminal,
      ),
    ]),
  );
  const [title, ...lines] = tableLines(columns, rows);
  return [terminal.dim(title), ...lines];
}

/** The judged metric, what is shown beside it, and the guardrails. */
function mainMetrics(comparison: Comparison, scenario: Scenario): readonly Metric[] {
  const { metric, guardrails } = scenario.judge;
  const beside = shownBeside(comparison, scenario).map(({ name }) => name);
  const names = new Set([metric, ...beside, ...guardrails.map((rail) => rail.metric)]);
  return [...names].map((name) => metrics[metricIndex[name]]);
}

function spreadCells(
  { median, p05, p95 }: Spread,
  { unit }: Metric,
  { currency }: Scenario,
  { locale }: Terminal,
): [median: string, range: string] {
  if (median === null || p05 === null || p95 === null) return ['–', ''];
  const [low, high] = [p05, p95].map((value) => amount(value, unit, currency, locale, inRanges));
  return [amount(median, unit, currency, locale), `[${low} .. ${high}]`];
}

function differenceCells(
  difference: Difference | undefined,
  { unit }: Metric,
  { currency }: Scenario,
  terminal: Terminal,
): [difference: string, range: string, relative: string, chance: string] {
  const { locale } = terminal;
  if (difference === undefined) return ['', '', '', ''];
  const { median, p05, p95, relativeMedian, chanceBetter } = difference;
  if (median === null || p05 === null || p95 === null) return ['–', '', '', ''];
  const [low, high] = [p05, p95].map((value) =>
    unit === 'share' ? points(value, locale, asChange) : change(value, unit, currency, locale),
  );
  const share = chanceBetter === null ? '' : probability(chanceBetter, locale);
  return [
    change(median, unit, currency, locale),
    `[${low} .. ${high}]`,
    relativeMedian === null || unit === 'share' ? '' : percent(relativeMedian, locale, asChange),
    share === '' ? '' : terminal.phrase('ofWorlds', { share }),
  ];
}

/** A line for each guardrail: the rule, then how every arm does. */
function guardrailLines({ guardrails }: Comparison, scenario: Scenario, terminal: Terminal): string[] {
  const rules = new Map<string, GuardrailResult[]>();
  for (const rail of guardrails) {
    const rule = guardrailRule(rail, scenario, terminal);
    rules.set(rule, [...(rules.get(rule) ?? []), rail]);
  }
  return [...rules].map(([rule, rails]) => {
    const results = rails.map(({ arm: name, held, chanceWorse }) => {
      const arm = terminal.text(scenario.arms.find((one) => one.name === name)?.label ?? { en: name });
      return terminal.phrase(held ? 'held' : 'broken', {
        arm,
        share: shareText(chanceWorse, terminal.locale),
      });
    });
    const list = results.join(terminal.phrase('between'));
    return terminal.wrapped(terminal.phrase('guardrail', { rule, list }));
  });
}

function guardrailRule(rail: GuardrailResult, { currency }: Scenario, terminal: Terminal): string {
  const { locale } = terminal;
  const { better, unit, label } = metrics[metricIndex[rail.metric]];
  const metric = terminal.text(label);
  const move = better === 'less' ? 'mayRise' : 'mayFall';
  if (rail.kind !== 'change')
    return terminal.phrase(rail.kind, { metric, limit: amount(rail.limit, unit, currency, locale) });
  if (unit !== 'share') return terminal.phrase(`${move}Part`, { metric, limit: percent(rail.limit, locale) });
  return terminal.phrase(move, { metric, limit: change(rail.limit, unit, currency, locale, inRanges) });
}

function shareText(chance: number | null, locale: Terminal['locale']): string {
  if (chance === null) return '–';
  return chance === 0 ? percent(0, locale) : probability(chance, locale);
}
