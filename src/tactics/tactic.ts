import type { Model } from '../engine/model.ts';
import type { PhaseName } from '../engine/phases.ts';
import { type Audience, audienceParameters } from '../population/audience.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { OwnText } from '../scenario/scenario.ts';
import { type Schedule, scheduleParameters } from './schedule.ts';

/** Whom, when and for how much: numbers that every tactic has beside its own. */
export const planParameters = { ...scheduleParameters, ...audienceParameters } as const satisfies Section;

/** What a phase of the day does for a tactic: it puts offers before people or books costs; behaviors do the rest. */
export type Act<S extends Section> = (model: Model, tactic: Acting<S>, day: number) => void;

/** A tactic as it acts: with the numbers of this world, for those whom it is for today. */
export type Acting<S extends Section> = Pick<RunningTactic, 'name' | 'audience' | 'schedule'> & {
  readonly values: Values<S>;
};

/** Something an operator can do. One object in one list (`tactics/index.ts`). */
export interface Tactic<S extends Section = Section> {
  readonly name: string;
  /** Short name of its group of inputs. */
  readonly label: OwnText;
  readonly about: OwnText;
  readonly parameters: S;
  /** What it does in which phases, before the behaviors of that phase. */
  readonly acts: { readonly [phase in PhaseName]?: Act<S> };
  /** What it means that the tactic rests today for want of staff. */
  readonly rests?: Act<S>;
  /** What it means that the tactic goes on today with other numbers than before: where arms branch. */
  readonly changes?: Act<S>;
}

/** A tactic that one arm uses, with the numbers of one world. */
export interface RunningTactic {
  /** As the scenario calls it; its chance is keyed by it. */
  readonly name: string;
  readonly tactic: Tactic;
  readonly values: Readonly<Record<string, number>>;
  readonly schedule: Schedule;
  /** Whom it is for; null: everybody. */
  readonly audience: Audience | null;
}

/** What such a tactic does in one phase. */
export interface RunningAct {
  readonly running: RunningTactic;
  readonly act: Act<Section>;
}
