/** Guardrails in words. */
import type { GuardrailResult } from '../../analysis/comparison.ts';
import { amount, asChange, inRanges, percent, probability } from '../format.ts';
import { armLabel, differenceIn, metricOf, textIn, type Voice } from './phrases.ts';

/** Below this a change is written as none. */
const NOTHING = 0.00005;

/** What the arm does to each guardrail, in one line that names the arm if asked; null without any. */
export function guardrailsLine(
  voice: Voice,
  rails: readonly GuardrailResult[],
  arm: string | null,
): string | null {
  const { say } = voice;
  if (rails.length === 0) return null;
  const held = rails.every((rail) => rail.held);
  const items = rails.map((rail) => itemOf(voice, rail)).join(say('rails.between'));
  if (arm === null) return say(held ? 'rails.held' : 'rails.some', { items });
  return say(held ? 'rails.held.of' : 'rails.some.of', { items, arm: armLabel(voice, arm) });
}

function itemOf(voice: Voice, rail: GuardrailResult): string {
  const { say, locale } = voice;
  const metric = textIn(voice, metricOf(rail.metric).label);
  const value = shownValue(voice, rail);
  if (rail.chanceWorse === null || value === null) return say('rails.item.unmeasured', { metric });
  if (!rail.held)
    return say('rails.item.broken', { metric, value, chance: probability(rail.chanceWorse, locale) });
  if (rail.kind === 'change') return say('rails.item', { metric, value });
  return say(`rails.item.${rail.kind}`, { metric, value, limit: limitOf(voice, rail) });
}

/** How a guardrail is broken, as a sentence. */
export function brokenRail(voice: Voice, rail: GuardrailResult): string {
  const { label, better } = metricOf(rail.metric);
  const metric = textIn(voice, label);
  if (rail.chanceWorse === null) return voice.say('rail.unmeasured', { metric });
  const direction = better === 'more' ? 'falls' : 'rises';
  return voice.say(`rail.${rail.kind === 'change' ? direction : rail.kind}`, {
    metric,
    limit: limitOf(voice, rail),
    chance: probability(rail.chanceWorse, voice.locale),
  });
}

/** The median: `+6 points`, `−3%`, `unchanged`; the value itself where the limit is a floor or ceiling. */
function shownValue(voice: Voice, { metric: name, kind, median }: GuardrailResult): string | null {
  const { scenario, locale, say } = voice;
  const metric = metricOf(name);
  if (median === null) return null;
  if (kind !== 'change') return amount(median, metric.unit, scenario.currency, locale, inRanges);
  if (Math.abs(median) < NOTHING) return say('unchanged');
  if (metric.unit === 'share') return differenceIn(voice, metric, median, asChange);
  return percent(median, locale, asChange);
}

/** The limit: `2 points`, `5%`, or a value. */
function limitOf(voice: Voice, { metric: name, kind, limit }: GuardrailResult): string {
  const { scenario, locale } = voice;
  const metric = metricOf(name);
  if (kind !== 'change') return amount(limit, metric.unit, scenario.currency, locale);
  return metric.unit === 'share' ? differenceIn(voice, metric, limit) : percent(limit, locale);
}
