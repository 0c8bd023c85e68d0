import type { Metric } from '../metrics/definitions.ts';
import type { Locale } from '../report/format.ts';
import type { Plan } from '../tactics/schedule.ts';

/** A text that people read. English is always there; pages for strategists have Chinese too. */
export interface Text {
  readonly en: string;
  readonly 'zh-CN'?: string;
}

/** Our own words: in every language, or it is a type error. */
export type OwnText = Readonly<Record<Locale, string>>;

/** 5th to 95th percentile of what somebody does not know. The family follows from the parameter's kind. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * A number as the file gives it, in the unit of its kind. `per` only with loads that are not given per hour of use.
 */
export interface Value {
  readonly amount: number | Range;
  readonly per?: 'visit' | 'active day';
}

/** Path inside a section or tactic to its value: only what the file gives. */
export type Settings = Readonly<Record<string, Value>>;

export interface Segment {
  readonly name: string;
  /** Name that people read, where it differs. It enters no key and no digest. */
  readonly label?: Text;
  /** Part of all people; the shares of a community are brought to sum 1. */
  readonly share: number;
  /** Traits that differ from `people`. */
  readonly people: Settings;
}

/** One alternative, with the shared base already merged into it. */
export interface Arm {
  readonly name: string;
  readonly label: Text;
  /** Values by section and name, e.g. `sections.leave.perTie`. Sections: those of the table. */
  readonly sections: Readonly<Record<string, Settings>>;
  /** In the order of the file; at least one (named `everyone` where the file names none). */
  readonly segments: readonly Segment[];
  /** Name of a network file as the scenario gives it (its text is read by the caller), or null for the generator. */
  readonly networkFile: string | null;
  /** Tactics by name, each with its values. Absent: not used. `tactic` is its name in the list of tactics. */
  readonly tactics: readonly {
    readonly name: string;
    readonly tactic: string;
    readonly settings: Settings;
    readonly plan: Plan;
  }[];
  /** The arm that this one is until `branchDay`; not there where it is itself from the start. */
  readonly past?: Arm;
}

export interface Guardrail {
  readonly metric: Metric['name'];
  /**
   * `change`: how far the metric may move in its bad direction against the baseline: points (0.02) for shares, else part
   * of the baseline (0.05 = 5 %). `atLeast` and `atMost`: a floor or ceiling in the metric's own unit.
   */
  readonly kind: 'change' | 'atLeast' | 'atMost';
  readonly limit: number;
}

export interface Judge {
  readonly metric: Metric['name'];
  /** Smallest difference that matters: a part of the baseline's median, or in the metric's own unit. */
  readonly matters: { readonly relative: number } | { readonly absolute: number };
  readonly guardrails: readonly Guardrail[];
  /** Metrics shown beside the judged one; empty: those that differ most. */
  readonly show: readonly Metric['name'][];
}

/** One number that a yardstick expects. It is read by world and then averaged over worlds. */
export interface Check {
  readonly metric: Metric['name'];
  /** Names of the arm, and of the arm in the same worlds against which its relative change counts. */
  readonly arm: string;
  readonly against: string | null;
  /** Day at whose end the metric is read; null: the number of the whole run, or as far as `reaches` looks. */
  readonly on: number | null;
  /** Where given, the days after this one, up to `on`, count: their mean or their total. */
  readonly from: number | null;
  readonly take: 'mean' | 'total';
  /** By what the metric is divided first, 1 where it stays as it is. */
  readonly per: number;
  /** Where given: the first day on which the metric, divided by `per`, is at least this. */
  readonly reaches: number | null;
  /** Where given: the share of worlds whose number keeps this, in place of the mean. */
  readonly counts: { readonly kind: 'equals' | 'atLeast' | 'atMost'; readonly value: number } | null;
  /** By the law at these settings, else as the file says. */
  readonly expected: number;
  /** Absolute tolerance; null: 4 standard errors. */
  readonly within: number | null;
  readonly law: { readonly name: string; readonly given: Readonly<Record<string, number | string>> } | null;
}

/** What a mechanism alone is held against: a law or a published table. It moves no number and enters no digest. */
export interface Yardstick {
  readonly statement: Text;
  readonly source: Text;
  readonly known: 'published' | 'second-hand' | 'computed';
  /** Paths that may be set to other numbers. */
  readonly settable: readonly string[];
  readonly checks: readonly Check[];
  /** Paths that the command line has set, of those that could move a number. */
  readonly changed: readonly string[];
}

/** Equally likely draws by path, in the input's own unit: all of one length, rows belong together. See `posterior.ts`. */
export type Posterior = Readonly<Record<string, readonly number[]>>;

/** What the user asked, complete and frozen. Money in whole currency units, durations in days, rates per day. */
export interface Scenario {
  readonly title: Text;
  readonly question: Text;
  readonly summary: Text;
  readonly horizonDays: number;
  /** As people say it: `{ months: 12 }` keeps the words of the file; null when it is not whole months. */
  readonly horizonMonths: number | null;
  /** The morning on which arms with a past become themselves; 0: none has one. */
  readonly branchDay: number;
  readonly currency: string;
  readonly seed: string;
  readonly worlds: number;
  /** Which numbers are uncertain: all assumptions by their plausible range; only ranges in the file; none. */
  readonly assumptions: 'plausible' | 'stated' | 'fixed';
  readonly arms: readonly Arm[];
  /** What stands in for ranges; not there where the file has none. */
  readonly posterior?: Posterior;
  readonly judge: Judge;
  readonly yardstick: Yardstick | null;
  /** Remarks of validation that are no errors. */
  readonly notes: readonly string[];
}

/** One thing wrong with a scenario. Lines and columns count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  /** `arms[1].tactics.ads.load`; empty for the whole file. */
  readonly path: string;
  /** In English. */
  readonly message: string;
  readonly text: OwnText;
  /** `--set PATH=VALUE`: what the command line said, where that is at fault; line and column are 0 then. */
  readonly flag?: string;
}
