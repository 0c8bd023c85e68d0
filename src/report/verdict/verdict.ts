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
  assumptionPhrase,
  differenceIn,
  mattersPhrase,
  metricOf,
  metricPhrase,
  type Voice,
  voiceOf,
} from './phrases.ts';
import { together } from './say.ts';
import { halvesApart, names, sentenceOf } from './sentence.ts';

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
    guardrails: guardrailsLine(voice, rails, halvesApart(decision, voice) && decision.arm),
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

/** What stands against the arm, a sentence each. */
function blocksLine(decision: Decision, rails: readonly GuardrailResult[], voice: Voice): string | null {
  if (decision.status !== 'talk-it-over') return null;
  const sentences = decision.blocks.flatMap((block) => blockSentences(block, decision, rails, voice));
  if (sentences.length === 0) return null;
  return voice.say('blocks', { sentences: together(sentences, voice.locale) });
}

function blockSentences(
  block: Block,
  decision: Decision,
  rails: readonly GuardrailResult[],
  voice: Voice,
): string[] {
  const { say, locale } = voice;
  const { chanceBetter } = decision;
  if (block === 'guardrail') return rails.filter((rail) => !rail.held).map((rail) => brokenRail(voice, rail));
  if (block === 'size')
    return [say('block.size', { matters: mattersPhrase(voice, decision, metricOf(decision.metric)) })];
  if (block === 'halves') {
    const apart = halvesApart(decision, voice);
    return apart === null ? [] : [say('block.halves', apart)];
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
  return voice.say(goodWhenHigh ? 'weakest.up' : 'weakest.down', {
    ...names(decision, voice),
    assumption: assumptionPhrase(voice, path),
  });
}

function fieldLine(decision: Decision, voice: Voice): string | null {
  if (decision.chanceBetterField === null || halvesApart(decision, voice)) return null;
  const chance = probability(decision.chanceBetterField, voice.locale);
  return voice.say('field.ahead', { ...names(decision, voice), chance });
}

function choiceLine(decision: Decision, { arms }: Scenario, voice: Voice): string | null {
  if (decision.crossFit === null || halvesApart(decision, voice)) return null;
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
