/**
 * Attend: visitors come to today's activities.
 *
 *   a visitor whom it is for wants a seat with chance interest x usual / (usual + ticket) x d^2 / (d^2 + fresh^2), d days after
 *   their last seat
 *   seats go in the order of a draw; then the budget, in the same order
 *   of pairs there who could know each other and do not, each becomes friends with chance friends x attendees / (2 x pairs)
 *   bond <- bond + loyalty for each who came; a ticket is a paid step (buy.ts)
 *
 * So an attendee makes `friends` new friends on average, where there are so many there to be made.
 */
import type { Model } from '../engine/model.ts';
import { firstInTurn, type Payer, payEach } from '../metrics/budget.ts';
import { isFor } from '../population/audience.ts';
import { EARLIEST, wake } from '../population/friendships.ts';
import { draw, threshold } from '../random/draw.ts';
import { takePaidStep } from './paid-step.ts';
import { lastOccasions, renewed } from './visit.ts';

/** An activity of today. */
export interface Activity extends Payer {
  readonly seats: number;
  /** Chance that a visitor whom it is for wants a seat. */
  readonly chance: number;
  /** Days after which half of the interest of who had a seat has come back; 0: all of it at once. */
  readonly fresh: number;
  /** What a seat costs, and what is paid for one. [micro-units] */
  readonly seat: number;
  readonly ticket: number;
  /** New friends of one attendee, on average. */
  readonly friends: number;
  /** Log-odds against falling silent that one activity adds. */
  readonly loyalty: number;
}

/** Settle who attends each activity and who meets whom there; ties wake at the end. */
export function attend(model: Model, day: number): void {
  const met: { p: number; t: number }[] = [];
  for (const activity of model.offers.activities) {
    const attendees = attendeesOf(model, activity, day);
    for (const p of attendees) {
      takePaidStep(model, 'ticketRevenue', p, activity.ticket);
      model.people.bond[p] += activity.loyalty;
    }
    model.tally.attendances += attendees.length;
    introduce(model, activity, attendees, day, met);
  }
  for (const { p, t } of met) wake(model.friendships, model.people, p, t, day);
}

/** Those who get a seat, which is paid for. */
function attendeesOf(model: Model, activity: Activity, day: number): readonly number[] {
  const { people, today } = model;
  const { a, b } = model.stream(`activity:${activity.name}`).on(day);
  const bound = threshold(activity.chance);
  const { fresh } = activity;
  const last = fresh > 0 ? lastOccasions(model, 'seats') : null;
  const wanting: number[] = [];
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const drawn = draw(a, b, people.key[p]);
    if (drawn >= bound || !isFor(activity.audience, p)) continue;
    if (last === null || drawn < bound * renewed(last[p], day, fresh)) wanting.push(p);
  }
  const seated = firstInTurn(model, activity.name, wanting, activity.seats, day);
  const served = payEach(model, activity, 'activityCost', seated, activity.seat, day);
  if (last !== null) for (const p of served) last[p] = day;
  return served;
}

function introduce(
  { people, friendships, stream }: Model,
  { name, friends: aim }: Activity,
  attendees: readonly number[],
  day: number,
  met: { p: number; t: number }[],
): void {
  const { offsets, friends, metOn } = friendships;
  const there = new Uint8Array(people.count);
  for (const p of attendees) there[p] = 1;
  const strangers: { p: number; t: number }[] = [];
  for (const p of attendees)
    for (let t = offsets[p]; t < offsets[p + 1]; t++)
      if (friends[t] > p && metOn[t] < EARLIEST && there[friends[t]] === 1) strangers.push({ p, t });
  const bound = threshold(Math.min(1, (aim * attendees.length) / (2 * Math.max(1, strangers.length))));
  const pairs = stream(`activity:friends:${name}`).on(day);
  for (const { p, t } of strangers)
    if (pairs.drawPair(people.key[p], people.key[friends[t]]) < bound) met.push({ p, t });
}
