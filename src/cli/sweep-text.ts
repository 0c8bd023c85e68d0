/** What a finished sweep shows: the best points, each arm over all points, the digest, where to go on. */

import { quantile, sorted } from '../analysis/quantiles.ts';
import { bestFirst, type PointFinding, pointFindings } from '../analysis/sweep-summary.ts';
import { readOutcomes } from '../experiment/shards/outcomes.ts';
import { digestOfResults } from '../experiment/shards/result-index.ts';
import type { ResultsStore } from '../experiment/shards/results-store.ts';
import { type Study, setsOfPoint } from '../experiment/sweep/study.ts';
import { type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import { amount, asChange, change, inRanges, probability } from '../report/format.ts';
import { version } from '../version.ts';
import { programName, quoted } from './package.ts';
import type { Prepared } from './sweep-prepare.ts';
import { sweepPhrase } from './sweep-words.ts';
import { type Column, tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface FinishedSweep {
  readonly prepared: Prepared;
  readonly study: Study;
  /** Digest that names it in the store. */
  readonly name: string;
  readonly store: ResultsStore;
  /** Results that were there already. */
  readonly reused: number;
}

/** Prints what a sweep found. */
export async function finishSweep(finished: FinishedSweep, terminal: Terminal): Promise<void> {
  const { study, store, prepared } = finished;
  const findings = await findingsOf(study, store.folder);
  const digest = digestOfResults(
    store.index,
    study.points.flatMap(({ armKeys }) => armKeys),
    study.worlds,
  );
  if (terminal.json) await terminal.printJson(sweepJson(finished, findings, digest));
  else
    await terminal.print(
      `${[...sweepLines(study, findings, terminal), '', `digest  ${digest}`].join('\n')}\n`,
    );
  sayWhatNext(prepared, findings, study, terminal);
}

/** Every arm of every point in the judged metric. */
export async function findingsOf(study: Study, folder: string): Promise<PointFinding[]> {
  const { engine, worlds, points, arms, judge } = study;
  const armKeys = new Set(points.flatMap((point) => point.armKeys));
  const outcomes = await readOutcomes(folder, { engine, armKeys, worlds, metrics: [judge] });
  const nothing = new Float64Array(worlds).fill(Number.NaN);
  return pointFindings({
    points,
    arms: arms.map(({ name }) => name),
    metric: metrics[metricIndex[judge]],
    outcomes: (armKey) => outcomes.get(armKey)?.[0] ?? nothing,
  });
}

function sweepJson(
  { prepared, study, name, store, reused }: FinishedSweep,
  findings: readonly PointFinding[],
  digest: string,
) {
  const { scenario, seed, worlds, design, inputs, judge, points } = study;
  return {
    schema: 'seedbed/sweep@1',
    version,
    seed,
    worlds,
    scenario: { file: prepared.file, title: scenario.title.en },
    design,
    inputs: inputs.map(({ path, unit, scale, low, high, options }) => ({
      path,
      unit,
      scale,
      low,
      high,
      options,
    })),
    store: store.folder,
    study: name,
    results: { needed: new Set(points.flatMap(({ armKeys }) => armKeys)).size * worlds, reused },
    digest,
    metric: judge,
    points: points.map(({ values }, place) => ({
      point: place + 1,
      values,
      arms: findings
        .filter(({ point }) => point === place + 1)
        .map(({ arm, spread, difference }) => ({ name: arm, ...spread, difference })),
    })),
  };
}

const SHOWN = 5;

/** The best points as a table, then a line for each arm over all points. */
export function sweepLines(study: Study, findings: readonly PointFinding[], terminal: Terminal): string[] {
  const { locale } = terminal;
  const metric = metrics[metricIndex[study.judge]];
  const best = bestFirst(findings, metric);
  const [baseline, ...others] = study.arms.map(({ label }) => terminal.text(label));
  const slots = { metric: terminal.text(metric.label), baseline, arm: baseline };
  const heading = sweepPhrase(others.length > 0 ? 'heading' : 'headingAlone', locale, slots);
  const shown = best.slice(0, SHOWN);
  return [
    terminal.bold(heading),
    ...tableLines(
      columnsOf(study, others.length > 0, terminal),
      shown.map((one) => cellsOf(one, study, metric, terminal)),
    ),
    ...(best.length > SHOWN
      ? [terminal.wrapped(sweepPhrase('shown', locale, { shown: SHOWN, all: best.length }))]
      : []),
    ...acrossLines(study, findings, metric, terminal),
  ];
}

function columnsOf({ inputs }: Study, hasOthers: boolean, { locale }: Terminal): Column[] {
  const title = (name: Parameters<typeof sweepPhrase>[0]) => sweepPhrase(name, locale);
  return [
    { title: title('point'), align: 'right' },
    ...inputs.map(({ path }) => ({ title: path, align: 'right' as const })),
    { title: hasOthers ? title('arm') : '', align: 'left' },
    { title: title('median'), align: 'right' },
    { title: title('range'), align: 'left' },
    { title: title('better'), align: 'right' },
  ];
}

function cellsOf(
  { point, arm, spread, difference }: PointFinding,
  study: Study,
  { unit }: Metric,
  terminal: Terminal,
): string[] {
  const { locale } = terminal;
  const { currency } = study.scenario;
  const { median, p05, p95 } = difference ?? spread;
  const write = (value: number | null, style = asChange) => {
    if (value === null) return '';
    return difference === null
      ? amount(value, unit, currency, locale, inRanges)
      : change(value, unit, currency, locale, style);
  };
  const label = study.arms.find(({ name }) => name === arm)?.label;
  const chance = difference?.chanceBetter ?? null;
  return [
    String(point),
    ...study.points[point - 1].written,
    difference === null || label === undefined ? '' : terminal.text(label),
    write(median),
    `[${write(p05)} .. ${write(p95)}]`,
    chance === null ? '' : terminal.phrase('ofWorlds', { share: probability(chance, locale) }),
  ];
}

/** Worlds in which an arm must be ahead, or behind, to count as such. */
const CLEAR = 0.95;

/** For each other arm: its medians over all points, and at how many points it is clearly ahead or behind. */
function acrossLines(
  study: Study,
  findings: readonly PointFinding[],
  { unit }: Metric,
  terminal: Terminal,
): string[] {
  const { locale } = terminal;
  const write = (value: number) => change(value, unit, study.scenario.currency, locale, asChange);
  return study.arms.slice(1).flatMap(({ name, label }) => {
    const own = findings.flatMap(({ arm, difference }) => (arm === name && difference ? [difference] : []));
    const medians = sorted(own.flatMap(({ median }) => (median === null ? [] : [median])));
    if (medians.length === 0) return [];
    const chances = own.flatMap(({ chanceBetter }) => (chanceBetter === null ? [] : [chanceBetter]));
    const slots = {
      arm: terminal.text(label),
      median: write(quantile(medians, 0.5)),
      low: write(medians[0]),
      high: write(medians[medians.length - 1]),
      count: chances.filter((chance) => chance >= CLEAR).length,
      behind: chances.filter((chance) => chance <= 1 - CLEAR).length,
    };
    return [terminal.wrapped(sweepPhrase('across', locale, slots))];
  });
}

/** Where the results are, and two commands to go on with. */
function sayWhatNext(
  { file, folder, scenario }: Prepared,
  findings: readonly PointFinding[],
  study: Study,
  terminal: Terminal,
): void {
  const say = (...words: string[]) => [programName(), ...words.map(quoted)].join(' ');
  const [best] = bestFirst(findings, metrics[metricIndex[study.judge]]);
  terminal.say(`${sweepPhrase('results', terminal.locale)}  ${say('results', folder)}`);
  const ask = `SELECT point, arm, avg(${study.judge}) FROM runs GROUP BY ALL ORDER BY ALL`;
  terminal.say(`${sweepPhrase('ask', terminal.locale)}  ${say('query', folder, ask)}`);
  if (best === undefined || study.arms.length < 2) return;
  const sets = [...(study.scenario.set ?? []), ...setsOfPoint(study, best.point)];
  const words = sets.flatMap((setting) => ['--set', setting]);
  const again = say('compare', file, ...words, '--seed', `${scenario.seed} again`, '--worlds', '200');
  terminal.say(`${sweepPhrase('next', terminal.locale)}  ${again}`);
}
