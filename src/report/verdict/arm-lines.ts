/** A line for each arm that the verdict does not speak of, for tables and charts. */
import type { Findings } from '../../analysis/comparison.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Locale, probability } from '../format.ts';
import { brokenRail } from './guardrails.ts';
import { armLabel, effectOf, metricOf, metricPhrase, showEffect, voiceOf } from './phrases.ts';
import { together } from './say.ts';

export interface ArmLine {
  readonly arm: string;
  readonly text: string;
}

/** `No ads: 12-month net revenue −40% [−52%, −28%] against “Blunt ads”, ...`, in the order of the file. */
export function armLines(findings: Findings, scenario: Scenario, locale: Locale): readonly ArmLine[] {
  const { decision, differences, guardrails, arms } = findings;
  const voice = voiceOf(scenario, locale);
  const metric = metricOf(decision.metric);
  const others = differences.filter(
    (difference) => difference.metric === metric.name && difference.arm !== decision.arm,
  );
  return others.map((difference) => {
    const { arm, baseline, chanceBetter } = difference;
    const named = {
      arm: armLabel(voice, arm),
      baseline: armLabel(voice, baseline),
      metric: metricPhrase(voice, metric),
    };
    const effect = effectOf(metric, difference, arms[0].metrics[metric.name], scenario);
    if (effect === null || chanceBetter === null) return { arm, text: voice.say('arm.unmeasured', named) };
    const { as, slots } = showEffect(voice, effect);
    const chance = probability(chanceBetter, locale);
    const broken = guardrails.filter((rail) => rail.arm === arm && !rail.held);
    const line = voice.say(`arm.better.${as}`, { ...named, ...slots, chance });
    return { arm, text: together([line, ...broken.map((rail) => brokenRail(voice, rail))], locale) };
  });
}
