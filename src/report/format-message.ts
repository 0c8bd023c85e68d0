/**
 * Messages with named slots, in the notation of ICU MessageFormat as far as it is needed here:
 *
 *   {name}                                      the slot's text or number
 *   {name, plural, one {# world} other {# worlds}}   by the plural rules of the language; # is the number
 *
 * Whole sentences are messages, so that each language keeps its own order of words. Slots are filled once: what stands
 * in them is text, never part of a message.
 */
import type { Locale } from './format.ts';

export type Slots = Readonly<Record<string, string | number>>;

/** A plain slot, or a plural with its branches; branches hold slots but no plural. */
const slot = /\{(\w+)(?:, plural,((?: \w+ \{(?:[^{}]|\{\w+\})*\})+))?\}/g;
const branch = /(\w+) \{((?:[^{}]|\{\w+\})*)\}/g;

/** Fills a message. A slot without a value is a mistake of the caller. */
export function fill(message: string, slots: Slots, locale: Locale): string {
  return message.replace(slot, (_, name: string, branches?: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`the message has no value for {${name}}: ${message}`);
    if (branches === undefined) return write(value, locale);
    const chosen = choose(branches, Number(value), locale);
    return fill(chosen.replaceAll('#', write(Number(value), locale)), slots, locale);
  });
}

/** Names of all slots of a message. */
export function slotsOf(message: string): string[] {
  const names = new Set<string>();
  for (const [, name, branches] of message.matchAll(slot)) {
    names.add(name);
    for (const inner of branches === undefined ? [] : slotsOf(branches)) names.add(inner);
  }
  return [...names].sort();
}

const write = (value: string | number, locale: Locale): string =>
  typeof value === 'string' ? value : value.toLocaleString(locale);

function choose(branches: string, value: number, locale: Locale): string {
  const texts = new Map([...branches.matchAll(branch)].map(([, category, text]) => [category, text]));
  const text = texts.get(new Intl.PluralRules(locale).select(value)) ?? texts.get('other');
  if (text === undefined) throw new Error(`a plural needs a branch named other: ${branches}`);
  return text;
}
