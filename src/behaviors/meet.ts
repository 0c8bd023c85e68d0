/**
 * Meet: ties wake among visitors and fall asleep without contact.
 *
 *   a visitor looks up one of the people they could know, with chance `chat`, x what is their own (pay-entry.ts); both here today:
 *     asleep -> awake with chance wake
 *     awake  -> with chance closure a tie to one of that friend's friends wakes (triad closure)
 *   a tie whose two people were not here on the same day for `sleep` days falls asleep
 *
 * Every tie is looked at once in 32 days, on a day of its own (by the key of its lower place), so it sleeps at most 31
 * days late.
 */
import type { Model } from '../engine/model.ts';
import { EARLIEST, putToSleep, wake } from '../population/friendships.ts';
import { Fact, Status } from '../population/people.ts';
import { findTie } from '../population/ties.ts';
import { draw, threshold } from '../random/draw.ts';

/** Days between two looks at a tie, less one: a power of two, less one. */
const REVIEW = 31;

/** Decide on all meetings, then wake the ties; then let the forgotten ones of the day fall asleep. */
export function meet(model: Model, day: number): void {
  const met = meetings(model, day);
  for (let i = 0; i < met.length; i += 2) {
    const t = findTie(model.friendships, met[i], met[i + 1]);
    if (t >= 0) wake(model.friendships, model.people, met[i], t, day);
  }
  review(model, day);
}

/** Pairs who become friends today, one after the other: p, q, p, q ... */
function meetings(model: Model, day: number): number[] {
  const { people, friendships, today, parameters, keen, stream } = model;
  const { offsets, friends, metOn } = friendships;
  const { key, lastVisitOn, status, facts } = people;
  const { chat, wake, closure } = parameters.ties;
  const chats = threshold(chat);
  const { a, b } = stream('chat').on(day);
  const whom = stream('chat:whom').on(day);
  const wakes = stream('chat:wake').on(day);
  const third = stream('chat:third').on(day);
  const met: number[] = [];
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const degree = offsets[p + 1] - offsets[p];
    const isKeen = keen.size > 0 && (facts[p] & Fact.paid) !== 0; // whoever paid to come in has paid
    const bound = isKeen ? threshold(Math.min(1, chat * (keen.get(p) ?? 1))) : chats;
    if (degree === 0 || draw(a, b, key[p]) >= bound) continue;
    const t = offsets[p] + Math.floor(whom.uniform(key[p]) * degree);
    const q = friends[t];
    if (lastVisitOn[q] !== day || status[q] !== Status.member) continue;
    const u = wakes.uniform(key[p]);
    if (metOn[t] < EARLIEST) {
      if (u < wake) met.push(p, q);
    } else if (u < closure) {
      const r = friends[offsets[q] + Math.floor(third.uniform(key[p]) * (offsets[q + 1] - offsets[q]))];
      if (r !== p && status[r] === Status.member) met.push(p, r);
    }
  }
  return met;
}

function review({ people, friendships, parameters }: Model, day: number): void {
  const { offsets, friends, metOn } = friendships;
  const { key, friends: count } = people;
  const before = Math.max(EARLIEST, Math.floor(day - parameters.ties.sleep));
  for (let p = 0; p < people.count; p++) {
    if (((key[p] ^ day) & REVIEW) !== 0 || count[p] === 0) continue;
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      if (friends[t] > p && metOn[t] >= EARLIEST && metOn[t] < before) putToSleep(friendships, people, p, t);
    }
  }
}
