/** What a chart is drawn from, and what all charts read off it first. */
import type { Comparison } from '../../analysis/comparison.ts';
import { tabulate, type Worlds } from '../../analysis/worlds.ts';
import type { WorldResult } from '../../experiment/results.ts';
import { type Metric, metricIndex, metrics } from '../../metrics/definitions.ts';
import type { Draws } from '../../scenario/draws.ts';
import type { Scenario, Text } from '../../scenario/scenario.ts';
import type { Locale } from '../format.ts';
import type { ChartSpec, Row } from './drawing.ts';
import type { Look } from './look.ts';

export interface ChartSource {
  readonly comparison: Comparison;
  readonly results: readonly WorldResult[];
  readonly scenario: Scenario;
  readonly locale: Locale;
  /** How differences are shown; `relative` where that says something. Default: relative. */
  readonly difference?: 'relative' | 'absolute' | 'month';
  /** Percent of worlds that the outer band of the fan holds. Default: 90. */
  readonly interval?: 50 | 80 | 90 | 95;
  /** Name of the arm that is shown beside the baseline. Default: the one that the verdict speaks of. */
  readonly arm?: string;
  /** The uncertain inputs and where they stood in each world. Default: those that the scenario draws. */
  readonly draws?: Draws;
}

export type ChartName =
  | 'fan'
  | 'paired'
  | 'money'
  | 'guardrails'
  | 'segments'
  | 'luck'
  | 'tornado'
  | 'funnel'
  | 'retention'
  | 'lifetime';

/** Charts of a sweep (`charts/sweep/`), which are drawn from its points. */
export type SweepChartName = 'sweep-response' | 'sweep-tornado' | 'sweep-map' | 'sweep-lines';

/** The numbers of a chart in words: the first cell of a row names it. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Chart {
  readonly name: ChartName | SweepChartName;
  /** The answer, a sentence without its full stop. */
  readonly title: string;
  /** What is shown, and in what unit. */
  readonly subtitle: string;
  /** For those who do not see the drawing: at most two sentences. */
  readonly description: string;
  /** The same numbers as a table. */
  readonly table: ChartTable;
  /** The numbers themselves, tidy, for files: one row per thing shown, in the metric's own unit. */
  readonly data: () => readonly Row[];
  /** The Vega-Lite specification, its data inside; null where there is nothing to draw. */
  readonly draw: ((look: Look) => ChartSpec) | null;
}

/** An arm as charts show it. */
export interface ShownArm {
  /** Place in the scenario; the baseline is 0. */
  readonly place: number;
  readonly name: string;
  readonly label: string;
}

export interface Reading {
  readonly arms: readonly ShownArm[];
  readonly baseline: ShownArm;
  /** The arm that the verdict speaks of. */
  readonly arm: ShownArm;
  /** The judged metric. */
  readonly metric: Metric;
  readonly worlds: Worlds;
}

/** A text in a language; English where there is none. */
export const inLocale = (text: Text, locale: Locale): string =>
  locale === 'en' ? text.en : (text[locale] ?? text.en);

/** For each column whether all of it is figures, or a dash where there is none: such columns stand to the right. */
export const figureColumns = ({ columns, rows }: ChartTable): boolean[] =>
  columns.map(
    (_, i) => i > 0 && rows.some((row) => /\d/.test(row[i])) && rows.every((row) => isFigure(row[i])),
  );

/** Figures with what belongs to them; a sentence has more letters than figures. */
const isFigure = (cell: string): boolean => {
  const words = cell.replace(/[^\p{L}]/gu, '').length;
  return !/\d/.test(cell) ? words <= 12 : words <= 24;
};

/** Without characters that a page cannot show or that turn the direction of what follows. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be left out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, ' ');

export function metricNamed(name: string): Metric {
  const metric = metrics[metricIndex[name]];
  if (!metric) throw new RangeError(`there is no metric ${name}`);
  return metric;
}

/** The columns of a metric: one number per world for each arm. */
export const columnOf = (worlds: Worlds, arm: number, metric: string): Float64Array =>
  worlds.columns[arm][metricIndex[metric]];

/** The arms of a scenario as charts show them. */
export const shownArms = ({ arms }: Scenario, locale: Locale): ShownArm[] =>
  arms.map(({ name, label }, place) => ({ place, name, label: plain(inLocale(label, locale)) }));

/** The arm that was asked for, be it the baseline: for charts that show one arm by itself. */
export const armAsked = ({ arm }: ChartSource, reading: Reading): ShownArm =>
  reading.arms.find(({ name }) => name === arm) ?? reading.arm;

/** What charts of arms by themselves are drawn from: of a comparison only which arm it speaks of. */
export type ArmSource = Omit<ChartSource, 'comparison'> & {
  readonly comparison: { readonly decision: { readonly arm: string } };
};

/** Reads the arms, the judged metric and the worlds. */
export function read(source: ArmSource): Reading {
  const { comparison, results, scenario, locale } = source;
  const arms = shownArms(scenario, locale);
  const of = (wanted: string | undefined) => arms.find(({ name }) => name === wanted);
  const named = of(source.arm) ?? of(comparison.decision.arm) ?? arms[0];
  return {
    arms,
    baseline: arms[0],
    arm: named.place === 0 ? (arms[1] ?? arms[0]) : named,
    metric: metricNamed(scenario.judge.metric),
    worlds: tabulate(results, arms.length, metrics.length),
  };
}
