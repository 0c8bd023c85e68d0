/** A check in words and figures. */
import { inLocale } from '../../../src/report/charts/source.ts';
import { say } from '../../../src/report/charts/words.ts';
import type { KeptCheck } from '../../../src/report/evidence.ts';
import { type Locale, percent, pointsWithUnit } from '../../../src/report/format.ts';
import type { Check, Scenario } from '../../../src/scenario/scenario.ts';
import { evidenceWords } from './evidence-words.ts';

/** So many figures are told apart by checks. */
const FIGURES = 4;

/** In full, never `2.26K`. */
export const figure = (value: number, locale: Locale, digits = FIGURES): string =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value).replace('-', '−');

/** A relative change is in percent, all else as it is. */
const inFigures = (value: number, { against }: Check, locale: Locale): string =>
  against === null ? figure(value, locale) : percent(value, locale, { digits: 3, signed: true });

export const expectedText = (check: Check, locale: Locale): string =>
  inFigures(check.expected, check, locale);

export const observedText = (check: Check, found: KeptCheck | undefined, locale: Locale): string =>
  found === undefined || found.observed === null ? '–' : inFigures(found.observed, check, locale);

/** Empty where there is none. */
export function toleranceText(check: Check, found: KeptCheck | undefined, locale: Locale): string {
  const tolerance = found?.tolerance ?? check.within;
  if (tolerance === null) return '';
  return check.against === null ? figure(tolerance, locale, 2) : pointsWithUnit(tolerance, locale);
}

/** Whose number is read, and when: parts of a sentence. */
export function readingText(check: Check, { arms }: Scenario, locale: Locale): string[] {
  const words = evidenceWords[locale];
  const { per, on, from, take, reaches, counts } = check;
  const part = (message: string, slots: Record<string, string>) => say(message, slots, locale);
  const named = (name: string): string => {
    const label = arms.find((arm) => arm.name === name)?.label;
    return label ? inLocale(label, locale) : name;
  };
  const days = (first: number | null): string =>
    first === null
      ? part(words.day, { on: `${on}` })
      : part(words[take], { first: figure(first + 1, locale), on: figure(on ?? 0, locale) });
  const parts = [
    check.against !== null && part(words.against, { arm: named(check.arm), against: named(check.against) }),
    check.against === null && arms.length > 1 && part(words.arm, { arm: named(check.arm) }),
    per !== 1 && part(words.per, { per: figure(per, locale) }),
    reaches !== null && part(words.reaches, { reaches: figure(reaches, locale) }),
    reaches === null && (on === null ? words.whole : days(from)),
    counts !== null && part(words[counts.kind], { value: figure(counts.value, locale) }),
  ];
  return parts.filter((text) => text !== false);
}
