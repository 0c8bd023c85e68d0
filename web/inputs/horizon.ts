/** The horizon in the unit that the file gives it in: where that says months, they are counted, not their days. */
import { say } from '../../src/report/charts/words.ts';
import type { Locale } from '../../src/report/format.ts';
import { readMonths } from '../../src/scenario/units.ts';
import { compareWords } from '../pages/compare/words.ts';

/** `12 months` of what stands in the file (or nothing, which means the same); null where it says days. */
export function monthsText(raw: unknown, locale: Locale): string | null {
  const count = raw === undefined || raw === null ? 12 : readMonths(raw);
  return count === null ? null : say(compareWords[locale].months, { count }, locale);
}

/** What somebody typed as months or years, as a file says it; null where it is neither. */
export function typedMonths(typed: string): string | null {
  const match = /^\s*(\d{1,4})\s*(个?月|年|[a-z]+)\s*$/i.exec(typed.normalize('NFKC'));
  if (match === null) return null;
  const unit = /月$/.test(match[2]) ? 'months' : match[2] === '年' ? 'years' : match[2].toLowerCase();
  const count = readMonths(`${match[1]} ${unit}`);
  return count === null ? null : `${count} months`;
}
