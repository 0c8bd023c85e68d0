/**
 * The verdict in words: one pure function for terminal, report, site and alt text.
 *
 * First a sentence that says what the model suggests, how sure and how much; then one line each: guardrails, what holds
 * the arm back, what it costs to be wrong, the weakest assumption, what a real trial would show, what is counted.
 */
import type { Block, Decision, Findings, GuardrailResult } from '../../analysis/comparison.ts';
import { rules } from '../../analysis/decide.ts';
import type { Scenario, Text } from '../../scenario/scenario.ts';
import { type Locale, probability } from '../format.ts';
import { brokenRail, guardrailsLine } from './guardrails.ts';
import {
  armLabel,
  differenceIn,
  effectOf,
  mattersPhrase,
  metricOf,
  metricPhrase,
  showEffect,
  type Voice,
  voiceOf,
} from './phrases.ts';
import { together } from './say.ts';

export interface VerdictText {
  /** `Recommend`, `Talk it over`, ... */
  readonly status: string;
  /** How sure and how much: one to three sentences. */
  readonly sentence: string;
  /** One line each; null where there is nothing to say. */
  readonly guardrails: string | null;
  readonly blocks: string | null;
  readonly ifWrong: string | null;
  readonly weakest: string | null;
  readonly field: string | null;
  readonly choice: string | null;
  readonly counted: string;
  /** Status and sentence, then every line there is. */
  readonly lines: readonly string[];
  /** All lines, a line each. */
  readonly text: string;
}

/** Puts what was found into words. */
export function verdict(findings: Findings, scenario: Scenario, locale: Locale): VerdictText {
  const { decision } = findings;
  const voice = voiceOf(scenario, locale);
  const rails = findings.guardrails.filter(({ arm }) => arm === decision.arm);
  const status = voice.say(`status.${decision.status}`);
  const sentence = sentenceOf(findings, rails, voice);
  const parts = {
    guardrails: guardrailsLine(voice, rails),
    blocks: blocksLine(decision, rails, voice),
    ifWrong: ifWrongLine(decision, voice),
    weakest: weakestLine(decision, voice),
    field: fieldLine(decision, voice),
    choice: choiceLine(decision, scenario, voice),
    counted: countedLine(findings, voice),
  };
  const headline = voice.say('headline', { status, sentence });
  const lines = [headline, ...Object.values(parts)].filter((line) => line !== null);
  return { status, sentence, ...parts, lines, text: lines.join('\n') };
}

/** The verdict in every language, as the JSON of `compare` has it. */
export function verdictTexts(findings: Findings, scenario: Scenario): Required<Text> {
  return {
    en: verdict(findings, scenario, 'en').text,
    'zh-CN': verdict(findings, scenario, 'zh-CN').text,
  };
}

function names({ arm, baseline, metric }: Decision, voice: Voice) {
  return {
    arm: armLabel(voice, arm),
    baseline: armLabel(voice, baseline),
    metric: metricPhrase(voice, metricOf(metric)),
  };
}

function sentenceOf(findings: Findings, rails: readonly GuardrailResult[], voice: Voice): string {
  const { decision } = findings;
  const { say, locale } = voice;
  const named = names(decision, voice);
  const { worlds, status } = decision;
  if (worlds === 0) return say('unmeasured', named);
  if (status === 'practically-the-same') {
    const isIdentical = decision.p05 === 0 && decision.p95 === 0 && decision.chanceSame === 1;
    const advice = say('same.advice');
    if (isIdentical && decision.worldsBetter + decision.worldsWorse === 0)
      return together([say('identical', { ...named, worlds }), advice], locale);
    const chance = probability(decision.chanceSame ?? 0, locale);
    const matters = mattersPhrase(voice, decision, metricOf(decision.metric));
    const same = say('same', { ...named, chance, matters, worlds });
    return together([same, sizeSentence(findings, voice), advice], locale);
  }
  const broken = status === 'dont' ? rails.filter((rail) => (rail.chanceWorse ?? 0) >= rules.broken) : [];
  return together(
    [
      ...broken.map((rail) => brokenRail(voice, rail)),
      status === 'early' ? earlySentence(decision, voice) : chanceSentence(decision, voice),
      sizeSentence(findings, voice),
    ],
    locale,
  );
}

/** How sure: in percent, as a count of worlds, and how firm that is. */
function chanceSentence(decision: Decision, voice: Voice): string {
  const { chanceBetter, chanceBetterRange, worlds, worldsBetter, worldsWorse, status, blocks } = decision;
  const named = names(decision, voice);
  if (chanceBetter === null || chanceBetterRange === null) return voice.say('directionless', named);
  const { low, high } = chanceBetterRange;
  const margin = Math.max(1, Math.round(((high - low) / 2) * 100));
  const isAhead = chanceBetter >= 0.5;
  const { unit, better } = metricOf(decision.metric);
  const isEarning = unit === 'money' && better === 'more';
  const manner = blocks.includes('halves') ? '.halves' : '';
  const earning = status === 'dont' && isEarning ? '.earning' : '';
  return voice.say(isAhead ? `ahead${manner}` : `behind${manner || earning}`, {
    ...named,
    chance: probability(isAhead ? chanceBetter : 1 - chanceBetter, voice.locale),
    count: isAhead ? worldsBetter : worldsWorse,
    worlds,
    margin,
  });
}

function earlySentence(decision: Decision, voice: Voice): string {
  const { chanceBetterRange, worlds } = decision;
  const named = names(decision, voice);
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

/** What stands against the arm, a sentence each. */
function blocksLine(decision: Decision, rails: readonly GuardrailResult[], voice: Voice): string | null {
  if (decision.status !== 'talk-it-over') return null;
  const sentences = decision.blocks.flatMap((block) => blockSentences(block, decision, rails, voice));
  return sentences.length === 0 ? null : together(sentences, voice.locale);
}

function blockSentences(
  block: Block,
  decision: Decision,
  rails: readonly GuardrailResult[],
  voice: Voice,
): string[] {
  const { say, locale } = voice;
  const { chanceBetter, worlds, crossFit } = decision;
  if (block === 'guardrail') return rails.filter((rail) => !rail.held).map((rail) => brokenRail(voice, rail));
  if (block === 'worlds') return [say('block.worlds', { worlds, needed: rules.worlds })];
  if (block === 'size')
    return [say('block.size', { matters: mattersPhrase(voice, decision, metricOf(decision.metric)) })];
  if (block === 'halves') {
    if (crossFit === null) return [];
    return [
      say('block.halves', { even: armLabel(voice, crossFit.even), odd: armLabel(voice, crossFit.odd) }),
    ];
  }
  if (chanceBetter === null) return [];
  const isBehind = chanceBetter < 0.5;
  return [
    isBehind ? say('block.chance.behind') : say('block.chance', { needed: probability(rules.yes, locale) }),
  ];
}

function ifWrongLine(decision: Decision, voice: Voice): string | null {
  const { ifWrong } = decision;
  if (ifWrong === null) return null;
  const metric = metricOf(decision.metric);
  const { kind, amount, perMonth } = ifWrong;
  if (perMonth === null)
    return voice.say(`ifWrong.${kind}.plain`, {
      metric: metricPhrase(voice, metric),
      amount: differenceIn(voice, metric, amount),
    });
  return voice.say(`ifWrong.${kind}.monthly`, { amount: differenceIn(voice, metric, perMonth) });
}

function weakestLine(decision: Decision, voice: Voice): string | null {
  const { weakestAssumption } = decision;
  if (weakestAssumption === null) return null;
  const { path, rho } = weakestAssumption;
  const goodWhenHigh = metricOf(decision.metric).better === 'less' ? rho < 0 : rho > 0;
  return voice.say(goodWhenHigh ? 'weakest.up' : 'weakest.down', { ...names(decision, voice), path });
}

function fieldLine(decision: Decision, voice: Voice): string | null {
  if (decision.chanceBetterField === null || decision.blocks.includes('halves')) return null;
  const chance = probability(decision.chanceBetterField, voice.locale);
  return voice.say('field.ahead', { ...names(decision, voice), chance });
}

function choiceLine({ crossFit, blocks }: Decision, { arms }: Scenario, voice: Voice): string | null {
  if (crossFit === null || blocks.includes('halves')) return null;
  return voice.say('choice', { alternatives: arms.length - 1 });
}

/** Which uncertainty is in the figures, and what part of it is luck. */
function countedLine({ uncertainty: { includes, luckShare } }: Findings, voice: Voice): string {
  const { say, locale } = voice;
  if (!includes.includes('assumptions')) return say('counted.luck');
  const size = luckShare === null ? null : luckShare < 1 / 3 ? 'low' : luckShare > 2 / 3 ? 'high' : 'middle';
  const luck = size && say(`luck.${size}`, { luck: probability(luckShare ?? 0, locale) });
  return together([say('counted.assumptions'), luck], locale);
}
