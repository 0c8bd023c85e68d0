/** What decides between arms: the metric, the smallest difference that matters, and guardrails. */

import { findMetric, type Metric, metrics } from '../metrics/definitions.ts';
import { labelOf, readChange, readLevel, readMatters } from './limits.ts';
import { meant, nearest } from './nearest.ts';
import type { Path } from './path.ts';
import type { Guardrail, Judge, OwnText } from './scenario.ts';
import { got, listed, tell } from './tell.ts';

/** Tells what is wrong at a path. */
export type Report = (path: Path, message: OwnText) => void;

interface JudgeSource {
  readonly metric?: unknown;
  readonly matters?: unknown;
  readonly guardrails?: readonly Record<string, unknown>[] | undefined;
  readonly show?: readonly unknown[] | undefined;
}

const usual: Judge = { metric: 'netRevenue', matters: { relative: 0.02 }, guardrails: [], show: [] };

/** Reads the `judge` of a file; what is missing is as usual. */
export function readJudge(
  source: JudgeSource | undefined,
  currency: string,
  days: number,
  report: Report,
): Judge {
  if (source === undefined) return usual;
  const metric =
    source.metric === undefined
      ? findMetric(usual.metric)
      : readMetric(source.metric, ['judge', 'metric'], days, report);
  if (metric && metric.better === null)
    report(['judge', 'metric'], tell('directionless', { metric: labelOf(metric.label) }));
  const guardrails = (source.guardrails ?? []).flatMap((rule, i) =>
    readGuardrail(rule, i, currency, days, report),
  );
  const show = (source.show ?? []).flatMap((raw, i) => {
    // What the horizon is too short for is not shown; that refuses no run.
    const shown = readMetric(raw, ['judge', 'show', i], Number.POSITIVE_INFINITY, report);
    return shown && !isTooLate(shown, days) ? [shown.name] : [];
  });
  if (!metric) return usual;
  const matters =
    source.matters === undefined ? usual.matters : readMatters(source.matters, metric, currency);
  if ('problem' in matters) report(['judge', 'matters'], matters.problem);
  return {
    metric: metric.name,
    matters: 'problem' in matters ? usual.matters : matters,
    guardrails,
    show: [...new Set(show)],
  };
}

const metricNames = metrics.flatMap(({ name, label, aliases = [] }) => [label.en, name, ...aliases]);

/** A metric by what a file calls it; what is wrong with it is reported. */
export function readMetric(raw: unknown, path: Path, days: number, report: Report): Metric | undefined {
  const metric = typeof raw === 'string' ? findMetric(raw) : undefined;
  if (!metric) {
    if (typeof raw === 'string') {
      const isNear = nearest(raw, metricNames).length > 0;
      report(
        path,
        tell('noMetric', { got: got(raw), hint: isNear ? meant(raw, metricNames) : tell('seeExplain') }),
      );
    }
    return undefined;
  }
  if (isTooLate(metric, days))
    report(path, tell('shortHorizon', { needed: dayOf(metric) ?? '', metric: labelOf(metric.label), days }));
  return metric;
}

/** The day after joining that a metric is about; undefined where it is about none. */
const dayOf = ({ name }: Metric): string | undefined => /^(?:retention|day)(\d+)/.exec(name)?.[1];

/** Whether a metric is about a day that the run does not reach. */
const isTooLate = (metric: Metric, days: number): boolean => days <= Number(dayOf(metric) ?? -1);

const limits = ['worse', 'at least', 'at most'] as const;

function readGuardrail(
  rule: Record<string, unknown>,
  i: number,
  currency: string,
  days: number,
  report: Report,
): Guardrail[] {
  const path = ['judge', 'guardrails', i];
  const given = limits.filter((name) => rule[name] !== undefined);
  if (given.length !== 1) report(path, tell('oneLimit', { limits: listed(limits), given: together(given) }));
  const metric =
    rule.metric === undefined ? undefined : readMetric(rule.metric, [...path, 'metric'], days, report);
  if (!metric || given.length !== 1) return [];
  const [name] = given;
  const limit = name === 'worse' ? readChange(rule[name], metric) : readLevel(rule[name], metric, currency);
  if (typeof limit === 'number') return [{ metric: metric.name, kind: kinds[name], limit }];
  report([...path, name], limit);
  return [];
}

/** Names that a file gives together. */
export const together = (names: readonly string[]): OwnText =>
  names.length === 0 ? tell('noLimit') : { en: names.join(' and '), 'zh-CN': names.join('、') };

const kinds = { worse: 'change', 'at least': 'atLeast', 'at most': 'atMost' } as const;
