/** Says a message of the verdict in a language. */

import type { Locale } from '../format.ts';
import { fill, type Slots } from '../format-message.ts';
import { en, type MessageName, type Messages } from './messages.en.ts';
import { zhCN } from './messages.zh-CN.ts';

export const messages: Readonly<Record<Locale, Messages>> = { en, 'zh-CN': zhCN };

export type Say = (name: MessageName, slots?: Slots) => string;

export function sayIn(locale: Locale): Say {
  if (locale === 'en') return (name, slots = {}) => fill(en[name], slots, locale);
  return (name, slots = {}) => {
    const spaced = Object.entries(slots).map(([slot, value]) => [slot, besideChinese(value, locale)]);
    return withoutStraySpaces(fill(zhCN[name], Object.fromEntries(spaced), locale));
  };
}

/** Chinese sets a space between its signs and numbers or Latin letters. */
function besideChinese(value: string | number, locale: Locale): string {
  const text = typeof value === 'string' ? value : value.toLocaleString(locale);
  return text.replace(/^(?=[\w+−¥$€£])/, ' ').replace(/(?<=[\w%])$/, ' ');
}

/** No space beside full-width punctuation, after ±, at the ends, and never two. */
function withoutStraySpaces(text: string): string {
  return text
    .replace(/ *([，。；：、（）［］“”]) */g, '$1')
    .replace(/± +/g, '±')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Sets whole sentences one after the other. */
export function together(sentences: readonly (string | null)[], locale: Locale): string {
  return sentences.filter((sentence) => sentence !== null).join(locale === 'en' ? ' ' : '');
}
