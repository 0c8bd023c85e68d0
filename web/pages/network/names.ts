/** What people and what happens to them are called. The names and sentences are loaded when they are first needed. */
import { signal } from '@preact/signals';
import { say } from '../../../src/report/charts/words.ts';
import type { Locale } from '../../../src/report/format.ts';
import type { Text } from '../../../src/scenario/scenario.ts';
import { segmentLabel } from '../../../src/scenario/texts.ts';
import { fileNames, type Stage } from './state.ts';
import { networkWords } from './words.ts';

type LifeWords = typeof import('../../../src/report/life-words.ts');

export const lifeWords = signal<LifeWords | null>(null);

export async function loadNames(): Promise<void> {
  lifeWords.value ??= await import('../../../src/report/life-words.ts');
}

/** People count from 1, in the order of their places in the world. */
export const numberOf = (stage: Stage, person: number): number => stage.drawn.places[person] + 1;

/** The name of somebody of the picture. */
export function nameOf(stage: Stage, person: number, locale: Locale): string {
  const known = lifeWords.value?.personName(stage.drawn.keys[person], locale);
  return known ?? say(networkWords[locale].number, { number: String(numberOf(stage, person)) }, locale);
}

/** What the network file calls somebody; undefined where ties were drawn. */
export function fileNameOf(stage: Stage, person: number): string | undefined {
  const file = stage.scenario.arms[stage.arms[0]].networkFile;
  return file === null ? undefined : fileNames.value.get(file)?.[stage.drawn.places[person]];
}

/** Name and number, since names repeat; and what the network file calls them. */
export function fullNameOf(stage: Stage, person: number, locale: Locale): string {
  const words = networkWords[locale];
  const label = fileNameOf(stage, person);
  const slots = { name: nameOf(stage, person, locale), number: String(numberOf(stage, person)) };
  return label === undefined
    ? say(words.person, slots, locale)
    : say(words.personInFile, { ...slots, label }, locale);
}

export const armName = (stage: Pick<Stage, 'scenario'>, arm: number, locale: Locale): string =>
  inLocale(stage.scenario.arms[arm].label, locale);

/** What people call a segment; arms that are shown together have the same. */
export function segmentName(stage: Stage, segment: number, locale: Locale): string {
  const name = stage.segments[segment];
  const own = stage.scenario.arms[stage.arms[0]].segments.find((each) => each.name === name);
  return segmentLabel(own ?? { name }, locale);
}

export const inLocale = (text: Text, locale: Locale): string => text[locale] ?? text.en;

/** "On day 12", as part of a sentence. */
export const onDay = (evening: number, locale: Locale): string => {
  const words = networkWords[locale];
  return evening === 0 ? words.onEve : say(words.onDay, { day: evening }, locale);
};

/** "Day 12". Evenings count from 0, the eve of the first day. */
export const dayName = (evening: number, locale: Locale): string => {
  const words = networkWords[locale];
  return evening === 0 ? words.eve : say(words.day, { day: evening }, locale);
};

/** People whose name or number is asked for, at most so many: numbers first, then names that begin so, then the rest. */
export function findPeople(stage: Stage, asked: string, locale: Locale, most = 8): number[] {
  const text = asked.trim().toLocaleLowerCase(locale);
  if (text === '') return [];
  const ranks: number[][] = [[], [], []];
  for (let person = 0; person < stage.drawn.count; person++) {
    const name = nameOf(stage, person, locale).toLocaleLowerCase(locale);
    const isNumber = String(numberOf(stage, person)) === text;
    const label = fileNameOf(stage, person)?.toLocaleLowerCase(locale);
    if (isNumber || label === text) ranks[0].push(person);
    else if (name.startsWith(text)) ranks[1].push(person);
    else if (name.includes(text)) ranks[2].push(person);
  }
  return ranks.flat().slice(0, most);
}
