/**
 * What a parameter is. Each behavior, trait and tactic lists its own, beside the code that reads them; the table
 * (`scenario/table.ts`) gathers them. It feeds defaults, validation, ranges, `seedbed parameters`, `explain` and docs.
 */
import type { OwnText, Text } from './scenario.ts';
import type { Unit } from './unit-words.ts';

/** How a number is known: seen in data here; in the source itself; in a text that quotes it; or chosen. */
export type Known = 'measured' | 'published' | 'second-hand' | 'assumption';

/**
 * What a number measures. It settles how it is written in a file, its bounds, and the family of its ranges.
 *
 *   chance, share   [0, 1]; `10%`; logit-normal
 *   positive        > 0 (or from `min`); lognormal
 *   signed          any number; normal
 *   count           whole, >= 0; lognormal, rounded
 *   days            a duration in days; `30 days`, `2 weeks`, `12 months`, `1 year`; lognormal
 *   rate            per day, >= 0; `3 per day`, `4% per month`, `0.38 per year`; lognormal
 *   money           in whole units of the currency; `129 CNY`; lognormal
 *   load            ads per hour of use; `6 per hour`, `2 per visit`, `3 per active day`; lognormal
 *   switch          0 or 1; `on`, `off`; no range
 *   choice          one of `options`, stored as its index; no range
 */
export type Kind =
  | 'chance'
  | 'share'
  | 'positive'
  | 'signed'
  | 'count'
  | 'days'
  | 'rate'
  | 'money'
  | 'load'
  | 'switch'
  | 'choice';

export interface Parameter {
  /** Short name of its input, one to four words. */
  readonly label: OwnText;
  readonly kind: Kind;
  /** What one stands for, in words: `log-odds`, `ads per hour`. `unit-words.ts` has every unit in every language. */
  readonly unit: Unit;
  /** In the kind's own unit. For a choice: the index into `options`. */
  readonly default: number;
  /** Plausible 5th and 95th percentile. Both the default for switches and choices, all options of which are plausible. */
  readonly range: readonly [low: number, high: number];
  /** Bounds that a value must keep, beside those of its kind. */
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly string[];
  /** What people read for each of the options, in their order. */
  readonly optionLabels?: readonly OwnText[];
  /**
   * `true`: the operator or the user of the model settles it (members, ad load, an on-off switch), so it is never drawn
   * unless the file gives a range. `false`: an assumption about people, drawn from `range` in every world unless the
   * file settles it or says `assumptions: stated` or `fixed`.
   */
  readonly chosen: boolean;
  readonly known: Known;
  /** Where the default and the range come from. A mere citation is in the language of what it cites. */
  readonly source: Text;
  /** One plain sentence. */
  readonly about: OwnText;
}

export type Section = Readonly<Record<string, Parameter>>;

/** The numbers of a section as one world has them. */
export type Values<S extends Section> = { readonly [name in keyof S]: number };
