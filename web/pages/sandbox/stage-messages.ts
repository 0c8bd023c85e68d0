/** What the page and the worker of the stage say to each other. Big columns are handed over, not copied. */
import type { LifeEvent } from '../../../src/engine/life-event.ts';
import type { Networks } from '../../../src/experiment/plan.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

/** Days to simulate, from day 0 to the end. A new order takes the place of the one under way. */
export interface StageOrder {
  /** Answers carry it, so that late ones of an earlier order are told apart. */
  readonly run: number;
  readonly scenario: Scenario;
  readonly networks: Networks;
  readonly world: number;
  /** Other worlds, of which only the lines are wanted once the first is through. */
  readonly others: number;
  /** Daily metrics to hand over. */
  readonly metrics: readonly string[];
  /** Most people to draw. */
  readonly most: number;
}

/** Who is drawn in an arm. */
export interface Cast {
  readonly arm: number;
  readonly places: Int32Array;
  readonly keys: Uint32Array;
  readonly segment: Uint8Array;
  readonly segments: readonly string[];
  /** People within reach, of whom the cast may be a sample. */
  readonly reachable: number;
  /** Codes before day 0. */
  readonly eve: Uint8Array;
  /** Keys of everybody, drawn or not: names come from them. */
  readonly allKeys: Uint32Array;
}

/** Some days of an arm. */
export interface ArmDays {
  readonly arm: number;
  /** By metric, one number a day. */
  readonly series: readonly Float64Array[];
  /** One byte a day and person of the cast. */
  readonly codes: Uint8Array;
  /** What happened to people of the cast. */
  readonly events: readonly LifeEvent[];
}

export type StageAnswer =
  | { readonly is: 'cast'; readonly run: number; readonly days: number; readonly casts: readonly Cast[] }
  | {
      readonly is: 'days';
      readonly run: number;
      readonly from: number;
      readonly to: number;
      readonly arms: readonly ArmDays[];
    }
  | {
      readonly is: 'other';
      readonly run: number;
      readonly arm: number;
      readonly series: readonly Float64Array[];
    }
  | { readonly is: 'done'; readonly run: number }
  | { readonly is: 'failed'; readonly run: number; readonly message: string };
