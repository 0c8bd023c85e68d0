/** What a stored result is, once it is open: a comparison with its worlds, the days of a run, or figures alone. */
import type { Comparison } from '../analysis/comparison.ts';
import type { WorldResult } from '../experiment/results.ts';
import type { ParseOptions } from '../scenario/parse.ts';
import type { OwnText, Scenario } from '../scenario/scenario.ts';

interface StoredCommon {
  /** Of the program that made it. */
  readonly version: string;
  readonly seed: string;
  readonly digest: string;
  /** Nothing is missing or changed, as far as what is there can tell. */
  readonly verified: boolean;
  readonly remarks: readonly OwnText[];
}

interface StoredAsked {
  readonly scenario: Scenario;
  /** Name of the scenario's file. */
  readonly file: string;
  /** The scenario as one text: the file's, with what the command line said written in. */
  readonly text: string;
  /** As it was typed. */
  readonly asked: { readonly text: string; readonly options: ParseOptions };
  /** Fingerprint of the code that made it. */
  readonly code: string;
  /** How many worlds there are in `results`. */
  readonly worlds: number;
  readonly results: readonly WorldResult[];
}

export interface StoredComparison extends StoredCommon, StoredAsked {
  readonly kind: 'compare';
  readonly comparison: Comparison;
}

/** Every day of every world of one arm. */
export interface StoredRun extends StoredCommon, Omit<StoredAsked, 'scenario' | 'text' | 'asked' | 'code'> {
  readonly kind: 'run';
  readonly title: string;
  readonly arm: string;
  readonly days: number;
  /** With the scenario, unless it is the JSON of `run` alone. */
  readonly made: Pick<StoredAsked, 'scenario' | 'text' | 'asked' | 'code'> | null;
}

/** The JSON of `compare` alone: figures and verdict, without scenario and worlds. */
export interface StoredSummary extends StoredCommon {
  readonly kind: 'summary';
  readonly file: string;
  readonly scenario: null;
  readonly comparison: Comparison;
}

export type Stored = StoredComparison | StoredRun | StoredSummary;

export type Opened =
  | { readonly stored: Stored; readonly problems: readonly [] }
  | { readonly stored: null; readonly problems: readonly OwnText[] };
