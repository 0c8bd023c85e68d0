import type { Locale } from '../../../src/report/format.ts';
import type { Problem } from '../../../src/scenario/scenario.ts';

/** A problem in the language of the page, after the path that it is about. */
export const problemText = ({ path, text }: Problem, locale: Locale): string =>
  path === '' ? text[locale] : `${path} ${text[locale]}`;
