/** The model in words for readers, in ODD order. Condensed from `docs/model.md`; formulas stand beside the code. */
import type { PhaseName } from '../../../src/engine/phases.ts';
import type { Locale } from '../../../src/report/format.ts';
import { english } from './prose.en.ts';
import { chinese } from './prose.zh-CN.ts';

/** Text between backquotes is code. */
export interface Block {
  readonly title: string;
  readonly text: readonly string[];
}

/** Chapters of the page, in order; the names are their anchors. */
export const chapterIds = [
  'overview',
  'day',
  'worlds',
  'behaviors',
  'verdict',
  'parameters',
  'metrics',
  'evidence',
  'tests',
  'limits',
  'cite',
  'glossary',
] as const;
export type ChapterId = (typeof chapterIds)[number];

export interface Prose {
  readonly title: string;
  readonly lead: string;
  readonly contents: string;
  readonly chapters: Readonly<Record<ChapterId, string>>;
  readonly overview: readonly Block[];
  readonly dayLead: string;
  /** What happens in each phase. */
  readonly phases: Readonly<Record<PhaseName, Block>>;
  readonly worldsLead: string;
  readonly worlds: readonly Block[];
  readonly behaviorsLead: string;
  readonly behaviors: readonly Block[];
  readonly verdictLead: string;
  /** Rules in order, first match wins. */
  readonly rules: readonly Block[];
  readonly verdictAfter: readonly string[];
  readonly parametersLead: string;
  readonly metricsLead: string;
  readonly evidenceLead: string;
  readonly testsLead: string;
  readonly tests: readonly Block[];
  readonly misfits: string;
  readonly misfitList: readonly string[];
  readonly limitsLead: string;
  readonly limits: readonly string[];
  readonly citeLead: string;
  readonly cite: string;
  readonly glossaryLead: string;
  readonly diagram: DiagramWords;
}

export interface DiagramWords {
  readonly title: string;
  readonly about: string;
  readonly world: string;
  readonly unknowns: string;
  readonly luck: string;
  readonly before: string;
  readonly after: string;
  readonly people: string;
  readonly stayed: string;
  readonly left: string;
  readonly difference: string;
  readonly many: string;
  readonly worse: string;
  readonly better: string;
}

export const prose: Readonly<Record<Locale, Prose>> = { en: english, 'zh-CN': chinese };
