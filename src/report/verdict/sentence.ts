/** The verdict's first sentences: how sure, and how much. */
import type { Decision, Findings, GuardrailResult } from '../../analysis/comparison.ts';
import { rules } from '../../analysis/decide.ts';
import { probability } from '../format.ts';
import { brokenRail } from './guardrails.ts';
import {
  armLabel,
  effectOf,
  mattersPhrase,
  metricOf,
  metricPhrase,
  showEffect,
  type Voice,
} from './phrases.ts';
import { together } from './say.ts';

/** The two arms and the metric, by the names that people read. */
export function names({ arm, baseline, metric }: Decision, voice: Voice) {
  return {
    arm: armLabel(voice, arm),
    baseline: armLabel(voice, baseline),
    metric: metricPhrase(voice, metricOf(metric)),
  };
}

/** The arms that the halves of the worlds chose, where they differ. */
export function halvesApart({ crossFit }: Decision, voice: Voice): { even: string; odd: string } | null {
  if (crossFit === null || crossFit.even === crossFit.odd) return null;
  return { even: armLabel(voice, crossFit.even), odd: armLabel(voice, crossFit.odd) };
}

/** How sure and how much, after the guardrails that rule the arm out. */
export function sentenceOf(findings: Findings, rails: readonly GuardrailResult[], voice: Voice): string {
  const { decision } = findings;
  const { worlds, status } = decision;
  if (worlds === 0) return voice.say('unmeasured', names(decision, voice));
  if (status === 'practically-the-same') return sameSentences(findings, voice);
  const broken = status === 'dont' ? rails.filter((rail) => (rail.chanceWorse ?? 0) >= rules.broken) : [];
  return together(
    [
      ...broken.map((rail) => brokenRail(voice, rail)),
      status === 'early' ? earlySentence(decision, voice) : chanceSentence(decision, voice),
      sizeSentence(findings, voice),
    ],
    voice.locale,
  );
}

function sameSentences(findings: Findings, voice: Voice): string {
  const { decision } = findings;
  const { say, locale } = voice;
  const { worlds, worldsBetter, worldsWorse, p05, p95, chanceSame } = decision;
  const named = names(decision, voice);
  const advice = say('same.advice');
  const differs = worldsBetter + worldsWorse > 0 || p05 !== 0 || p95 !== 0;
  if (!differs) return together([say('identical', { ...named, worlds }), advice], locale);
  const apart = halvesApart(decision, voice);
  const same = say(apart ? 'same.halves' : 'same', {
    ...named,
    ...apart,
    chance: probability(chanceSame ?? 0, locale),
    matters: mattersPhrase(voice, decision, metricOf(decision.metric)),
    worlds,
  });
  return together([same, sizeSentence(findings, voice), advice], locale);
}

/** How sure: in percent, as a count of worlds, and how firm that is. */
function chanceSentence(decision: Decision, voice: Voice): string {
  const { chanceBetter, chanceBetterRange, worlds, worldsBetter, worldsWorse, status } = decision;
  const named = names(decision, voice);
  if (chanceBetter === null || chanceBetterRange === null) return voice.say('directionless', named);
  const { low, high } = chanceBetterRange;
  const margin = Math.max(1, Math.round(((high - low) / 2) * 100));
  const isAhead = chanceBetter >= 0.5;
  const { unit, better } = metricOf(decision.metric);
  const isEarning = unit === 'money' && better === 'more';
  const apart = halvesApart(decision, voice);
  const manner = apart ? '.halves' : '';
  const earning = status === 'dont' && isEarning ? '.earning' : '';
  return voice.say(isAhead ? `ahead${manner}` : `behind${manner || earning}`, {
    ...named,
    ...apart,
    chance: probability(isAhead ? chanceBetter : 1 - chanceBetter, voice.locale),
    count: isAhead ? worldsBetter : worldsWorse,
    worlds,
    margin,
  });
}

function earlySentence(decision: Decision, voice: Voice): string {
  const { chanceBetterRange, worlds } = decision;
  const named = names(decision, voice);
  const apart = halvesApart(decision, voice);
  if (apart) return voice.say('early.halves', { ...named, ...apart, worlds, needed: rules.worlds });
  if (chanceBetterRange === null) return voice.say('directionless', named);
  const { low, high } = chanceBetterRange;
  const lean = low > 0.5 ? 'ahead' : high < 0.5 ? 'behind' : 'open';
  const ends = lean === 'behind' ? [1 - high, 1 - low] : [low, high];
  return voice.say(`early.${lean}`, {
    ...named,
    low: probability(ends[0], voice.locale),
    high: probability(ends[1], voice.locale),
    worlds,
    needed: rules.worlds,
  });
}

function sizeSentence({ decision, arms }: Findings, voice: Voice): string | null {
  const metric = metricOf(decision.metric);
  const effect = effectOf(metric, decision, arms[0].metrics[metric.name], voice.scenario);
  if (effect === null) return null;
  const { as, slots } = showEffect(voice, effect);
  return voice.say(`size.${as}`, slots);
}
