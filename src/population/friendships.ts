/**
 * Ties that are awake: of all the people whom a person could know, those whom they have met here.
 *
 * `metOn` stands beside `friends` of the ties: the last day on which both came, or ASLEEP, or INVITED on the inviter's
 * side of a tie along which an invitation went. A tie is awake at both of its ends or at none.
 */
import type { Stream } from '../random/keys.ts';
import { Fact, type People, Status } from './people.ts';
import { findTie, type Ties } from './ties.ts';

/** Not met, or not for long. */
export const ASLEEP = -32768;

/** Not met; this end has invited the other. */
export const INVITED = -32767;

/** The earliest day that counts as a meeting: founders met before day 0. */
export const EARLIEST = -32766;

export interface Friendships extends Ties {
  readonly metOn: Int16Array;
}

/** No tie awake yet. */
export function strangers({ people, offsets, friends }: Ties): Friendships {
  return { people, offsets, friends, metOn: new Int16Array(friends.length).fill(ASLEEP) };
}

/** Wakes the tie at place t of p's row, at both ends. True if it slept. */
export function wake(friendships: Friendships, people: People, p: number, t: number, day: number): boolean {
  const { friends, metOn } = friendships;
  if (metOn[t] >= EARLIEST) return false;
  const q = friends[t];
  metOn[t] = day;
  metOn[findTie(friendships, q, p)] = day;
  people.friends[p]++;
  people.friends[q]++;
  people.facts[p] |= Fact.befriended;
  people.facts[q] |= Fact.befriended;
  if (people.orders[p] > 0) people.facts[q] |= Fact.friendPaid;
  if (people.orders[q] > 0) people.facts[p] |= Fact.friendPaid;
  return true;
}

/** Puts the tie at place t of p's row to sleep, at both ends. */
export function putToSleep(friendships: Friendships, people: People, p: number, t: number): void {
  const { friends, metOn } = friendships;
  const q = friends[t];
  metOn[t] = ASLEEP;
  metOn[findTie(friendships, q, p)] = ASLEEP;
  people.friends[p]--;
  people.friends[q]--;
}

/** Wakes founders' ties as they were on day 0: each with chance `awake`, by a draw of the pair. */
export function wakeFounders(
  friendships: Friendships,
  people: People,
  drawPair: (p: number, q: number) => number,
  bound: number,
): void {
  const { offsets, friends, metOn } = friendships;
  const { key, status } = people;
  for (let p = 0; p < people.count; p++) {
    if (status[p] !== Status.member) continue;
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      const q = friends[t];
      if (q > p && status[q] === Status.member && metOn[t] < EARLIEST && drawPair(key[p], key[q]) < bound) {
        wake(friendships, people, p, t, -1);
      }
    }
  }
}

/** Ties that are awake, as a network of their own among the same people. */
export function awakeTies({ people, offsets, friends, metOn }: Friendships): Ties {
  const starts = new Uint32Array(people + 1);
  const kept = new Uint32Array(friends.length);
  let end = 0;
  for (let p = 0; p < people; p++) {
    for (let t = offsets[p]; t < offsets[p + 1]; t++) if (metOn[t] >= EARLIEST) kept[end++] = friends[t];
    starts[p + 1] = end;
  }
  return { people, offsets: starts, friends: kept.subarray(0, end) };
}

/** Friends of p outside whose draw of the pair is below a bound: the `most` lowest of them. */
export function outsideFriends(
  people: People,
  { offsets, friends }: Friendships,
  p: number,
  pairs: Pick<Stream, 'drawPair'>,
  bound: number,
  most: number,
): readonly number[] {
  const found: { q: number; drawn: number }[] = [];
  for (let t = offsets[p]; most > 0 && t < offsets[p + 1]; t++) {
    const q = friends[t];
    if (people.status[q] !== Status.outside) continue;
    const drawn = pairs.drawPair(people.key[p], people.key[q]);
    if (drawn < bound) found.push({ q, drawn });
  }
  if (found.length > most) found.sort((x, y) => x.drawn - y.drawn);
  return found.slice(0, most).map(({ q }) => q);
}
