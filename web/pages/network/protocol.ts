/** What the page and its two workers tell each other. */
import type { LifeEvent } from '../../../src/engine/life-event.ts';
import type { Networks } from '../../../src/experiment/plan.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import type { Drawn } from './drawn.ts';
import type { Stretch } from './frames.ts';

/** Which arms of which world are wanted. */
export interface WorldAsked {
  readonly scenario: Scenario;
  readonly networks: Networks;
  readonly world: number;
  readonly arms: readonly number[];
}

export type WorldOrder =
  | { readonly open: WorldAsked }
  /** The lives of the person at this place. */
  | { readonly person: number };

export interface Opened {
  readonly drawn: Drawn;
  /** Keys of everybody who can ever be inside, by place. */
  readonly keys: Uint32Array;
  readonly segments: readonly string[];
  /** Whether the arms begin with the same people and ties; else only the first of them is shown. */
  readonly isSameStart: boolean;
  readonly days: number;
}

export type WorldAnswer =
  | { readonly ready: true }
  | { readonly opened: Opened }
  | { readonly stretch: Stretch }
  | { readonly person: number; readonly lives: readonly (readonly LifeEvent[])[] }
  | { readonly failure: string };

export interface LayoutOrder {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Positions of all people, as x, y, x, y ..., after so many of the rounds. */
export interface LayoutAnswer {
  readonly positions: Float32Array;
  readonly done: number;
  readonly of: number;
}
