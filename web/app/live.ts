/**
 * The engine's side of a page: running worlds, opening stored results, putting either into words. Pages load it when they
 * first need it, through `live()`.
 */
import { extremesOf } from '../../src/report/extremes.ts';
import type { Locale } from '../../src/report/format.ts';
import { comparisonParts } from '../../src/report/parts.ts';
import type { OwnText } from '../../src/scenario/scenario.ts';
import { type Shown, view } from './workspace.ts';

export { openOwnResult, openResult } from './live-results.ts';
export { compareNow, missingNetwork, networks, pause, readDocument, readNetworks, stop } from './live-run.ts';

/** The parts of what is shown, in words. */
export const partsOf = ({ scenario: asked, comparison, results }: Shown, locale: Locale) =>
  comparisonParts({ scenario: asked, comparison, results, locale }, view.value);

/** What is extreme about what is shown, said before anything else. */
export const extremesShown = ({ scenario: asked, results }: Shown): readonly OwnText[] =>
  extremesOf(asked, results);
