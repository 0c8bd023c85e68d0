/** Messages of validation: whole sentences with slots, made in every language at once. */

import type { Locale } from '../report/format.ts';
import { formWords } from './form-words.ts';
import { show } from './path.ts';
import { problemWords } from './problem-words.ts';
import type { OwnText } from './scenario.ts';
import { yardstickWords } from './yardstick-words.ts';

const words = { ...problemWords, ...formWords, ...yardstickWords } as const;

export type MessageName = keyof typeof words;

/** Numbers and words of the file are alike in every language; a part of a sentence is in the language of the whole. */
export type Slots = Readonly<Record<string, string | number | OwnText>>;

/** A message by its name. */
export function tell(name: MessageName, slots: Slots = {}): OwnText {
  const { en, 'zh-CN': chinese } = words[name];
  return { en: filled(en, slots, 'en'), 'zh-CN': filled(chinese, slots, 'zh-CN') };
}

/**
 * Fills a message. Slots are filled once: what stands in them is never part of a message, and a name without a value
 * stays as it is. Chinese sets a space before figures and Latin letters, and none between its own signs.
 */
export function filled(message: string, slots: Slots, locale: Locale): string {
  return message.replace(/( ?)\{(\w+)\}/g, (whole, space: string, name: string, at: number) => {
    if (!Object.hasOwn(slots, name)) return whole;
    const value = slots[name];
    const text = typeof value === 'object' ? value[locale] : String(value);
    if (locale === 'en') return space + text;
    if (/^\p{Script=Han}/u.test(text)) return text;
    const touches = space === '' && /^\w/.test(text) && /\p{Script=Han}/u.test(message.charAt(at - 1));
    return touches ? ` ${text}` : space + text;
  });
}

/** A value of a file as a message repeats it. */
export function got(value: unknown): OwnText {
  if (value === undefined || value === null) return tell('nothing');
  if (Array.isArray(value)) return tell('aList');
  if (typeof value === 'object') return tell('aMapping');
  const text = show(value);
  return { en: text, 'zh-CN': text };
}

/** Names one after the other. */
export function listed(names: readonly string[]): OwnText {
  return { en: names.join(', '), 'zh-CN': names.join('、') };
}

/** The schema's library carries texts only: messages travel through it packed. */
export function pack(messages: readonly OwnText[]): string {
  return JSON.stringify(messages);
}

/** What was packed. A text of the library's own is told as it is. */
export function unpack(text: string): OwnText[] {
  try {
    const messages: unknown = JSON.parse(text);
    if (Array.isArray(messages)) return messages as OwnText[];
  } catch {
    // Told as it is.
  }
  return [{ en: text, 'zh-CN': text }];
}
