/**
 * Expect: people learn that something takes place on certain days, and come for it.
 *
 *   log-odds of coming on a date + pull E
 *   E <- E + ([came] - E) / lessons                  after a date, for each member whom it is for
 *   E <- 0 for everybody after one that did not take place, for which those who expected it came all the same
 *
 * E is 0 at first: nobody is drawn by a date that they have never been at. After n dates in a row it is 1 - (1 - 1/lessons)^n.
 */
import type { Model } from '../engine/model.ts';
import { type ForSome, isFor } from '../population/audience.ts';
import { Status } from '../population/people.ts';
import { remind } from './visit.ts';

/** What people know of a ritual. */
export interface Custom {
  /** Day of the latest date, kept or not. */
  lastOn: number;
  /** E, by place. */
  readonly expects: Float32Array;
}

/** A date of today. */
export interface Ritual extends ForSome {
  readonly custom: Custom;
  /** Whether it takes place. */
  readonly isKept: boolean;
  /** Log-odds of coming for somebody who wholly expects it. */
  readonly pull: number;
  /** Dates over which expecting is learned. */
  readonly lessons: number;
}

/** What people know of the ritual of this name. */
export function customOf({ rituals, people }: Model, name: string): Custom {
  let custom = rituals.get(name);
  if (custom === undefined) {
    custom = { lastOn: Number.NEGATIVE_INFINITY, expects: new Float32Array(people.count) };
    rituals.set(name, custom);
  }
  return custom;
}

/** Those who expect today's dates have a reason to come. */
export function expect(model: Model): void {
  const { offers, people } = model;
  for (const ritual of offers.rituals) {
    const { expects } = ritual.custom;
    for (let p = 0; p < people.count; p++)
      if (expects[p] > 0 && people.status[p] === Status.member && isFor(ritual.audience, p))
        remind(model, p, ritual.pull * expects[p]);
  }
}

/** Who came to a date expects the next one more, who did not less; nobody where it was dropped. */
export function learn({ offers, people }: Model, day: number): void {
  for (const ritual of offers.rituals) {
    const { custom, isKept, lessons } = ritual;
    const { expects } = custom;
    if (!isKept) {
      expects.fill(0);
      continue;
    }
    for (let p = 0; p < people.count; p++)
      if (people.status[p] === Status.member && isFor(ritual.audience, p))
        expects[p] += (Number(people.lastVisitOn[p] === day) - expects[p]) / lessons;
  }
}
