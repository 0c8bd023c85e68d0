/**
 * A world that runs day by day before somebody's eyes: the same phases, the same numbers as `simulateWorld`.
 *
 * What happened to people is told only when asked for, by comparing their columns before and after a day: whoever does
 * not ask pays nothing.
 */
import { EARLIEST } from '../population/friendships.ts';
import { setOut } from './branch.ts';
import type { Prepared } from './compile.ts';
import type { LifeEvent } from './life-event.ts';
import { eventsOfDay, morningOf } from './life-events.ts';
import type { Model } from './model.ts';
import { recordOf, type WorldRecord } from './simulate.ts';

export interface LiveWorld {
  /** The day that runs next; `days` when all have run. */
  readonly day: number;
  readonly days: number;
  readonly model: Model;
  /** Runs one day. What happened to whom on it, if events were asked for; by place, each person's day in its order. */
  step(): readonly LifeEvent[];
  /** Where everybody stands, as copies. */
  snapshot(): Snapshot;
  /** Awake ties as pairs of places, the lower first: p, q, p, q ... */
  awakeTies(): Uint32Array;
  /** What the world came to, once all days have run. */
  record(): WorldRecord;
}

/** People as columns, by place. Days that never were are `NEVER`. */
export interface Snapshot {
  /** The day that runs next. */
  readonly day: number;
  readonly key: Uint32Array;
  readonly segment: Uint8Array;
  /** Of `Status` and `Channel`. */
  readonly status: Uint8Array;
  readonly channel: Uint8Array;
  readonly friends: Uint16Array;
  readonly posts: Uint16Array;
  readonly orders: Uint16Array;
  readonly joinedOn: Int16Array;
  readonly lastVisitOn: Int16Array;
}

export interface LiveOptions {
  /** Whether `step` tells what happened. */
  readonly events?: boolean;
  /** Tells only what happened to the person at this place. */
  readonly only?: number;
}

/** One arm of one world on the eve of day 0. */
export function startWorld(
  prepared: Prepared,
  world: number,
  arm: number,
  { events = false, only }: LiveOptions = {},
): LiveWorld {
  const journey = setOut(prepared, world, arm);
  const { people, days } = journey.model;
  const seenAds = new Uint8Array(events ? people.count : 0);
  let day = 0;
  return {
    get day() {
      return day;
    },
    days,
    get model() {
      return journey.model;
    },
    step() {
      if (day >= days) throw new RangeError(`all ${days} days of this world have run`);
      const today = day++;
      const morning = events ? morningOf(journey.model, seenAds) : undefined;
      journey.run(today);
      return morning === undefined ? [] : eventsOfDay(journey.model, morning, today, only);
    },
    snapshot: () => snapshotOf(journey.model, day),
    awakeTies: () => awakeTies(journey.model),
    record() {
      if (day < days) throw new RangeError(`only ${day} of ${days} days of this world have run`);
      return recordOf(journey.model);
    },
  };
}

function snapshotOf({ people }: Model, day: number): Snapshot {
  return {
    day,
    key: people.key.slice(),
    segment: people.segment.slice(),
    status: people.status.slice(),
    channel: people.channel.slice(),
    friends: people.friends.slice(),
    posts: people.posts.slice(),
    orders: people.orders.slice(),
    joinedOn: people.joinedOn.slice(),
    lastVisitOn: people.lastVisitOn.slice(),
  };
}

function awakeTies({ people, friendships }: Model): Uint32Array {
  const { offsets, friends, metOn } = friendships;
  const pairs: number[] = [];
  for (let p = 0; p < people.count; p++) {
    if (people.friends[p] === 0) continue;
    for (let t = offsets[p]; t < offsets[p + 1]; t++)
      if (friends[t] > p && metOn[t] >= EARLIEST) pairs.push(p, friends[t]);
  }
  return Uint32Array.from(pairs);
}
