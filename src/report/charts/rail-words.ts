/** Guardrails in words and marks, for the chart and for tables. */
import type { GuardrailResult } from '../../analysis/comparison.ts';
import { rules as verdictRules } from '../../analysis/decide.ts';
import { goodDirection } from '../../analysis/differences.ts';
import { HELD_UP_TO } from '../../analysis/guardrails.ts';
import { amount, asChange, change, inRanges, type NumberStyle, percent, probability } from '../format.ts';
import { type ChartSource, inLocale, metricNamed } from './source.ts';
import { capital, say } from './words.ts';
export type RailState = 'held' | 'at-risk' | 'broken' | 'unknown';

export const railMarks: Readonly<Record<RailState, string>> = {
  held: '✓',
  'at-risk': '!',
  broken: '✕',
  unknown: '?',
};

export function railState({ chanceWorse }: GuardrailResult): RailState {
  if (chanceWorse === null) return 'unknown';
  if (chanceWorse <= HELD_UP_TO) return 'held';
  return chanceWorse >= verdictRules.broken ? 'broken' : 'at-risk';
}

/** A guardrail in words: its metric, what happens to it and what it may not do. */
export interface RailWords {
  readonly metric: string;
  readonly value: string;
  readonly range: string;
  readonly limit: string;
  readonly chance: string;
  readonly state: string;
}

/** What a guardrail says, in words. */
export function railWords(
  rail: GuardrailResult,
  { locale, scenario }: Pick<ChartSource, 'locale' | 'scenario'>,
): RailWords {
  const text = railTexts[locale];
  const metric = metricNamed(rail.metric);
  const state = railState(rail);
  const isChange = rail.kind === 'change';
  const show = (value: number | null, style?: NumberStyle) =>
    value === null ? text.none : shown(rail, value, style);
  const shown = ({ kind }: GuardrailResult, value: number, style: NumberStyle = asChange) => {
    if (kind !== 'change') return amount(value, metric.unit, scenario.currency, locale, inRanges);
    return metric.unit === 'share'
      ? change(Math.round(value * 1000) / 1000, metric.unit, scenario.currency, locale, style)
      : percent(value, locale, style);
  };
  const worst = rail.limit * (goodDirection(metric.better) === -1 ? 1 : -1);
  return {
    metric: capital(inLocale(metric.label, locale)),
    value: show(rail.median),
    range:
      rail.p05 === null
        ? text.none
        : say(
            text.range,
            {
              low: show(rail.p05, { digits: 2, signed: isChange }),
              high: show(rail.p95, { digits: 2, signed: isChange }),
            },
            locale,
          ),
    limit: isChange ? show(worst) : say(text[rail.kind], { limit: show(rail.limit) }, locale),
    chance: rail.chanceWorse === null ? text.none : probability(rail.chanceWorse, locale),
    state: `${railMarks[state]} ${text.states[state]}`,
  };
}

export const railTexts = {
  en: {
    noRails: 'No guardrail is set',
    noRailsSubtitle: 'The scenario names nothing that must not be hurt',
    held: 'Nothing that matters is hurt',
    mostly: 'Every guardrail holds in at least {part} of {total} worlds',
    one: '{metric} passes its limit in {part} of {total} worlds',
    several: '{broken} of {rails} guardrails do not hold',
    unknown: '{metric} could not be checked: no world gives a number',
    subtitle:
      '{arm} against {baseline}; bars hold 90% of worlds, the dashed line is your limit, worse is to its left',
    item: '{metric} {value} (limit {limit}, {state})',
    joint: '; ',
    description: '{title}. {items}.',
    metric: 'Guardrail',
    median: 'Median',
    ninety: '90% range',
    range: '{low} to {high}',
    limit: 'Limit',
    beyond: 'Beyond it in',
    state: 'Result',
    atLeast: 'at least {limit}',
    atMost: 'at most {limit}',
    states: { held: 'held', 'at-risk': 'at risk', broken: 'broken', unknown: 'not measured' },
    under: 'limit {limit}, beyond in {chance}',
    underHeld: 'limit {limit}, held',
    unmeasured: 'no world gives a number',
    beyondSide: 'beyond limit',
    withinSide: 'within limit',
    none: 'no number',
  },
  'zh-CN': {
    noRails: '未设护栏指标',
    noRailsSubtitle: '情景没有指明不可损害的指标',
    held: '重要指标均未受损',
    mostly: '每项护栏指标至少在 {total} 个模拟世界中的 {part} 个守住',
    one: '{metric}在 {total} 个模拟世界中的 {part} 个越过界限',
    several: '{rails} 项护栏指标中有 {broken} 项未守住',
    unknown: '{metric}无法检查：没有模拟世界给出数值',
    subtitle: '{arm}对比{baseline}；横条含 90% 的模拟世界，虚线为界限，其左为越界',
    item: '{metric}{value}（界限 {limit}，{state}）',
    joint: '；',
    description: '{title}。{items}。',
    metric: '护栏指标',
    median: '中位数',
    ninety: '90% 区间',
    range: '{low} 至 {high}',
    limit: '界限',
    beyond: '越界比例',
    state: '结果',
    atLeast: '至少 {limit}',
    atMost: '至多 {limit}',
    states: { held: '守住', 'at-risk': '有风险', broken: '未守住', unknown: '无法测量' },
    under: '界限 {limit}，{chance}越界',
    underHeld: '界限 {limit}，守住',
    unmeasured: '没有模拟世界给出数值',
    beyondSide: '越界',
    withinSide: '界限之内',
    none: '无数值',
  },
} as const;
