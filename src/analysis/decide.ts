/**
 * The decision. Rules in order, first match wins:
 *
 *   1  a guardrail of the arm is broken in >= 50 % of worlds     dont
 *   2  P(|difference| < smallest that matters) >= 90 %           practically-the-same
 *   3  fewer than 200 worlds                                     early
 *   -  the halves of the twins choose different arms             talk-it-over
 *   4  chanceBetter <= 5 %                                       dont
 *   5  chanceBetter >= 95 %, all guardrails held, median above
 *      the smallest difference that matters                      recommend
 *   6  else                                                      talk-it-over, naming what blocks
 *
 * The rule of the halves stands where a name would be put on the result: that hardly anything differs, or that it is
 * too early to say, holds whichever arm is chosen. In rule 2 a difference of exactly 0 is always too small to matter, so identical arms end there even where the smallest
 * difference that matters is 0. Worlds are those that give a difference. A smallest difference that is given as a part
 * is a part of the baseline's |median|; where the baseline's p05 to p95 includes 0 that is a doubtful measure, so a
 * warning asks for an amount.
 */

import { type Metric, metricIndex, metrics } from '../metrics/definitions.ts';
import type { Draws } from '../scenario/draws.ts';
import { remark } from '../scenario/remarks.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { chanceRange } from './chance.ts';
import { choose } from './choose.ts';
import type { Block, Decision, GuardrailResult, Spread, VerdictStatus } from './comparison.ts';
import {
  byMonth,
  chanceBetter,
  chanceBetterField,
  goodDirection,
  pairedDifferences,
  relativeTo,
  scaled,
} from './differences.ts';
import { guardrailsOf } from './guardrails.ts';
import { numbersOf, spread } from './quantiles.ts';
import { weakestAssumption } from './weakest.ts';
import type { Worlds } from './worlds.ts';

/** The numbers in the rules; words and charts quote them from here. */
export const rules = {
  broken: 0.5,
  same: 0.9,
  worlds: 200,
  no: 0.05,
  yes: 0.95,
  /** Fewer worlds that go against the advice give no figure for being wrong. */
  worldsIfWrong: 20,
} as const;

export interface Decided {
  readonly decision: Decision;
  /** The arm's own differences in the judged metric, one per world. */
  readonly differences: Float64Array;
  readonly warnings: readonly string[];
}

/** Chooses the arm, works out its figures and applies the rules. The scenario has a baseline and an alternative. */
export function decide(worlds: Worlds, scenario: Scenario, draws: Draws): Decided {
  const { judge, arms } = scenario;
  const place = metricIndex[judge.metric];
  const metric = metrics[place];
  const baseline = worlds.columns[0][place];
  const { arm, halves, reported } = choose(worlds, judge, metric);
  const differences = pairedDifferences(worlds.columns[arm][place], baseline);
  const reportedDifferences = pairedDifferences(reported, baseline);
  const size = smallestThatMatters(scenario, metric, spread(baseline));
  const figures = figuresOf(reportedDifferences, reported, baseline, worlds.ids, metric, size.matters);
  const rails = guardrailsOf(worlds, arm, arms[arm].name, judge.guardrails);
  const choseApart = halves !== null && halves.even !== halves.odd;
  const { status, blocks } = applyRules(figures, rails, metric, size.matters, choseApart);
  const monthly = byMonth(metric, scenario);
  const decision: Decision = {
    status,
    arm: arms[arm].name,
    baseline: arms[0].name,
    metric: metric.name,
    ...figures,
    relative: scaled(figures, relativeTo(spread(baseline))),
    perMonth: scaled(figures, monthly),
    matters: size.matters,
    mattersRelative: size.mattersRelative,
    crossFit: halves && { even: arms[halves.even].name, odd: arms[halves.odd].name },
    blocks,
    ifWrong: costOfBeingWrong(status, blocks, reportedDifferences, metric, monthly),
    weakestAssumption: weakestAssumption(differences, worlds.ids, draws),
  };
  return { decision, differences, warnings: size.warnings };
}

interface SmallestThatMatters extends Pick<Decision, 'matters' | 'mattersRelative'> {
  readonly warnings: readonly string[];
}

/** In the metric's unit; 0 where it is a part of a baseline without numbers. */
export function smallestThatMatters(
  { judge, currency }: Scenario,
  metric: Metric,
  baseline: Spread,
): SmallestThatMatters {
  if ('absolute' in judge.matters)
    return { matters: judge.matters.absolute, mattersRelative: null, warnings: [] };
  const part = judge.matters.relative;
  if (baseline.median === null) return { matters: 0, mattersRelative: null, warnings: [] };
  const matters = part * Math.abs(baseline.median);
  if (relativeTo(baseline) !== null) return { matters, mattersRelative: part, warnings: [] };
  const unit =
    metric.unit === 'money' ? `in ${currency}` : metric.unit === 'share' ? 'in points' : 'as a number';
  const percent = Number((part * 100).toPrecision(6));
  return {
    matters,
    mattersRelative: null,
    warnings: [remark('nearNought', { metric: metric.label.en, unit, percent })],
  };
}

type Figures = Pick<
  Decision,
  | 'worlds'
  | 'worldsBetter'
  | 'worldsWorse'
  | 'chanceBetter'
  | 'chanceBetterRange'
  | 'chanceBetterField'
  | 'chanceSame'
  | 'median'
  | 'p05'
  | 'p95'
>;

function figuresOf(
  differences: Float64Array,
  arm: Float64Array,
  baseline: Float64Array,
  ids: readonly number[],
  { better }: Metric,
  matters: number,
): Figures {
  const numbers = numbersOf(differences);
  const leads = numbers.map((d) => d * goodDirection(better));
  const isSame = (d: number) => Math.abs(d) < matters || d === 0;
  const { median, p05, p95 } = spread(numbers);
  return {
    worlds: numbers.length,
    worldsBetter: leads.filter((lead) => lead > 0).length,
    worldsWorse: leads.filter((lead) => lead < 0).length,
    chanceBetter: chanceBetter(differences, better),
    chanceBetterRange: chanceRange(differences, ids, better),
    chanceBetterField: chanceBetterField(arm, baseline, ids, better),
    chanceSame: numbers.length === 0 ? null : numbers.filter(isSame).length / numbers.length,
    median,
    p05,
    p95,
  };
}

function applyRules(
  { worlds, chanceBetter: chance, chanceSame, median }: Figures,
  rails: readonly GuardrailResult[],
  metric: Metric,
  matters: number,
  choseApart: boolean,
): { status: VerdictStatus; blocks: readonly Block[] } {
  const isLarge = median !== null && median * goodDirection(metric.better) > matters;
  const held = rails.every((rail) => rail.held);
  const isClear = chance !== null && chance >= rules.yes;
  const blocks: Block[] = [];
  if (choseApart) blocks.push('halves');
  if (!isClear) blocks.push('chance');
  if (!held) blocks.push('guardrail');
  if (!isLarge) blocks.push('size');

  if (rails.some((rail) => (rail.chanceWorse ?? 0) >= rules.broken))
    return { status: 'dont', blocks: ['guardrail'] };
  if (chanceSame !== null && chanceSame >= rules.same) return { status: 'practically-the-same', blocks: [] };
  if (worlds < rules.worlds) return { status: 'early', blocks: [] };
  if (choseApart) return { status: 'talk-it-over', blocks };
  if (chance !== null && chance <= rules.no) return { status: 'dont', blocks: ['chance'] };
  if (blocks.length === 0) return { status: 'recommend', blocks };
  return { status: 'talk-it-over', blocks };
}

function costOfBeingWrong(
  status: VerdictStatus,
  blocks: readonly Block[],
  differences: Float64Array,
  { better }: Metric,
  monthly: ((amount: number) => number) | null,
): Decision['ifWrong'] {
  const restsElsewhere = status === 'dont' && blocks.includes('guardrail');
  if (status === 'practically-the-same' || restsElsewhere) return null;
  const kind = status === 'dont' ? 'misses' : 'loses';
  const direction = goodDirection(better) * (kind === 'misses' ? 1 : -1);
  const against = numbersOf(differences)
    .map((d) => d * direction)
    .filter((cost) => cost > 0);
  if (against.length < rules.worldsIfWrong) return null;
  const amount = against.reduce((sum, cost) => sum + cost, 0) / against.length;
  return { kind, worlds: against.length, amount, perMonth: monthly?.(amount) ?? null };
}
