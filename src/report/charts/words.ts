/** What sentences in charts and reports share. */

import type { Locale } from '../format.ts';
import { fill, type Slots } from '../format-message.ts';

/** Fills a message; in Chinese with a space between its signs and Latin letters or figures, and none by punctuation. */
export function say(message: string, slots: Slots, locale: Locale): string {
  if (locale === 'en') return fill(message, slots, locale);
  const spaced = Object.entries(slots).map(([name, value]) => [
    name,
    typeof value === 'string' ? beside(value) : value,
  ]);
  return fill(besideSlots(message, slots), Object.fromEntries(spaced), locale)
    .replace(/ *([，。；：、（）［］“”]) */g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The message without the spaces that it sets beside figures, where Chinese signs stand in the slot instead. */
function besideSlots(message: string, slots: Slots): string {
  return message
    .replace(/(?<=\p{Script=Han}) (?=\{(\w+)\})/gu, (space, name: string) =>
      /^\p{Script=Han}/u.test(String(slots[name])) ? '' : space,
    )
    .replace(/(?<=\{(\w+)\}) (?=\p{Script=Han})/gu, (space, name: string) =>
      /\p{Script=Han}$/u.test(String(slots[name])) ? '' : space,
    );
}

const beside = (text: string): string => text.replace(/^(?=[\w+−¥$€£])/, ' ').replace(/(?<=[\w%])$/, ' ');

/** The first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en') + text.slice(1);

/** More of a name than this is cut from a sentence. */
const LONGEST_NAME = 48;

/** A name in a sentence: in quotes, as in the verdict, so that any name stands apart and a singular verb fits. */
export function quoted(label: string): string {
  const letters = [...label];
  if (letters.length <= LONGEST_NAME) return `“${label}”`;
  const kept = letters.slice(0, LONGEST_NAME).join('');
  return `“${kept.replace(/[\s,;]+\S{0,12}$/, '')}…”`;
}

/** "97 of 100" for a share of worlds. */
export interface OutOf {
  readonly part: number;
  readonly total: number;
}

/** Up to 100 worlds are counted as they are, and none and all always; else 100 are spoken of. */
export function outOf(part: number, total: number): OutOf {
  const rounded = Math.round((part / total) * 100);
  return total <= 100 || rounded === 0 || rounded === 100 ? { part, total } : { part: rounded, total: 100 };
}
