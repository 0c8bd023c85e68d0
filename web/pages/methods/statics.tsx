/** All that is drawn of the methods page when the site is built, by name. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Locale } from '../../../src/report/format.ts';
import { Contents, Intro, Model, Standing } from './Prose.tsx';
import { Parameters } from './Tables.tsx';

/** The table of numbers, a file of its own for each language. */
export const numbersOf = (locale: Locale): string => renderToString(<Parameters locale={locale} />);

export function methodsStatics(locale: Locale): Record<string, string> {
  const drawn = (part: VNode) => renderToString(part);
  return {
    intro: drawn(<Intro locale={locale} />),
    contents: drawn(<Contents locale={locale} />),
    model: drawn(<Model locale={locale} />),
    standing: drawn(<Standing locale={locale} />),
  };
}
