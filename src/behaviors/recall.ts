/**
 * Recall: who comes back upon a message.
 *
 *   read, and whoever read it is back tomorrow with chance `returns`: two draws of the day
 *   their log-odds of falling silent rise by `exit`, lastingly
 *
 * A gift is taken by whoever comes back so; once the budget no longer reaches, the offer is over and they stay away. People
 * come back by themselves as well (leave.ts), the same day before this; what a message brings comes on top.
 */
import type { Model } from '../engine/model.ts';
import { type Payer, payEach } from '../metrics/budget.ts';
import { Status } from '../population/people.ts';
import { comeBack } from './leave.ts';

/** Messages that went out today. */
export interface Recall extends Payer {
  /** Places of those who got one. */
  readonly written: readonly number[];
  /** Chance of reading it, and of coming back upon that. */
  readonly reach: number;
  readonly returns: number;
  /** The gift. [micro-units] */
  readonly micro: number;
  /** What it adds to the log-odds of falling silent again. */
  readonly exit: number;
}

/** Decide who comes back upon today's messages, then let them in. */
export function recall(model: Model, day: number): void {
  const { offers, people, tally, stream } = model;
  for (const offer of offers.recalls) {
    const { name, written, reach, returns, micro, exit } = offer;
    const reading = stream(`recall:read:${name}`).on(day);
    const returning = stream(`recall:return:${name}`).on(day);
    const willing = written.filter(
      (p) =>
        people.status[p] === Status.dormant &&
        reading.uniform(people.key[p]) < reach &&
        returning.uniform(people.key[p]) < returns,
    );
    for (const p of payEach(model, offer, 'recallCost', willing, micro, day)) {
      people.exitLogit[p] += exit;
      comeBack(model, p, day);
      tally.recalled++;
    }
  }
}
