import type { Model } from '../engine/model.ts';
import type { PhaseName } from '../engine/phases.ts';
import type { Section, Values } from '../scenario/parameter.ts';

/** What a phase of the day does for a tactic: it puts offers before people or books costs; behaviors do the rest. */
export type Act<S extends Section> = (
  model: Model,
  tactic: { readonly name: string; readonly values: Values<S> },
  day: number,
) => void;

/** Something an operator can do. One object in one list (`tactics/index.ts`). */
export interface Tactic<S extends Section = Section> {
  readonly name: string;
  readonly about: string;
  readonly parameters: S;
  /** What it does in which phases, before the behaviors of that phase. */
  readonly acts: { readonly [phase in PhaseName]?: Act<S> };
}

/** A tactic that one arm uses, with the numbers of one world. */
export interface RunningTactic {
  /** As the scenario calls it; its chance is keyed by it. */
  readonly name: string;
  readonly tactic: Tactic;
  readonly values: Readonly<Record<string, number>>;
  /** First day, and the day after the last. */
  readonly fromDay: number;
  readonly untilDay: number;
}
