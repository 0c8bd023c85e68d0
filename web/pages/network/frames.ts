/**
 * The days of two arms as bytes: for each evening and person of the picture one byte of where they stand and what they did
 * lately, and one of how many friends they have; for each tie one bit that says whether it is awake. Evening 0 is the eve
 * of the first day. 2,000 people over a year take 1.5 megabytes an arm, so any day can be drawn at once.
 */
import { EARLIEST, type Friendships } from '../../../src/population/friendships.ts';
import { type People, Status } from '../../../src/population/people.ts';
import type { Drawn } from './drawn.ts';

/** Where somebody stands, in the order of the key. */
export const standings = ['active', 'quiet', 'dormant', 'left', 'outside'] as const;
export type Standing = (typeof standings)[number];

/** What somebody did lately, as layers of the picture. */
export const layers = ['ads', 'bought', 'shared'] as const;
export type Layer = (typeof layers)[number];

/** Members who came within so many days are active; ads are those of a visit as recent. */
export const ACTIVE_DAYS = 7;
/** Orders and invitations count as recent for so long. */
export const RECENT_DAYS = 30;

const STANDING = 7;
const bitOf: Readonly<Record<Layer, number>> = { ads: 8, bought: 16, shared: 32 };
/** The bit that stays set once somebody has ordered. */
const BUYER = 64;

/** One arm's days. */
export interface ArmFrames {
  readonly marks: Uint8Array;
  readonly friends: Uint8Array;
  readonly awake: Uint8Array;
}

export interface Frames {
  readonly people: number;
  readonly ties: number;
  readonly days: number;
  readonly arms: readonly ArmFrames[];
}

const tieBytes = (ties: number): number => (ties + 7) >>> 3;

/** Room for evenings 0 .. `days` of so many arms. */
export function openFrames(people: number, ties: number, days: number, arms: number): Frames {
  const one = (): ArmFrames => ({
    marks: new Uint8Array((days + 1) * people),
    friends: new Uint8Array((days + 1) * people),
    awake: new Uint8Array((days + 1) * tieBytes(ties)),
  });
  return { people, ties, days, arms: Array.from({ length: arms }, one) };
}

/** Writes down one evening. `day`: the day that has just been run, -1 on the eve; `sharedOn`: by place, latest invitation. */
export function packEvening(
  into: ArmFrames,
  evening: number,
  drawn: Drawn,
  people: People,
  { metOn }: Friendships,
  sharedOn: Int16Array,
): void {
  const day = evening - 1;
  const first = evening * drawn.count;
  for (let i = 0; i < drawn.count; i++) {
    const p = drawn.places[i];
    into.marks[first + i] = marksOf(people, p, day, sharedOn[p]);
    into.friends[first + i] = Math.min(255, people.friends[p]);
  }
  const ties = drawn.tieAt.length;
  const start = evening * tieBytes(ties);
  for (let t = 0; t < ties; t++)
    if (metOn[drawn.tieAt[t]] >= EARLIEST) into.awake[start + (t >>> 3)] |= 1 << (t & 7);
}

function marksOf(people: People, p: number, day: number, sharedOn: number): number {
  const status = people.status[p];
  const came = day - people.lastVisitOn[p] < ACTIVE_DAYS;
  let marks: number = standings.indexOf(standingOf(status, came || day < 0));
  if (came && people.faced[p] > 0) marks |= bitOf.ads;
  if (people.orders[p] > 0) {
    marks |= BUYER;
    if (day - people.lastOrderOn[p] < RECENT_DAYS) marks |= bitOf.bought;
  }
  if (day - sharedOn < RECENT_DAYS) marks |= bitOf.shared;
  return marks;
}

function standingOf(status: number, isRecent: boolean): Standing {
  if (status === Status.member) return isRecent ? 'active' : 'quiet';
  if (status === Status.dormant) return 'dormant';
  return status === Status.left ? 'left' : 'outside';
}

/** A stretch of evenings of one arm, as a worker sends it. */
export interface Stretch extends ArmFrames {
  readonly arm: number;
  readonly from: number;
  readonly evenings: number;
}

/** Cuts a stretch out of the frames of an arm. */
export function cutStretch(frames: Frames, arm: number, from: number, evenings: number): Stretch {
  const { marks, friends, awake } = frames.arms[arm];
  const bytes = tieBytes(frames.ties);
  const cut = (all: Uint8Array, width: number) => all.slice(from * width, (from + evenings) * width);
  return {
    arm,
    from,
    evenings,
    marks: cut(marks, frames.people),
    friends: cut(friends, frames.people),
    awake: cut(awake, bytes),
  };
}

/** Puts a stretch where it belongs. */
export function takeStretch(frames: Frames, { arm, from, marks, friends, awake }: Stretch): void {
  const into = frames.arms[arm];
  into.marks.set(marks, from * frames.people);
  into.friends.set(friends, from * frames.people);
  into.awake.set(awake, from * tieBytes(frames.ties));
}

export const standingAt = (
  { people, arms }: Frames,
  arm: number,
  evening: number,
  person: number,
): Standing => standings[arms[arm].marks[evening * people + person] & STANDING];

export const isMarked = (
  { people, arms }: Frames,
  arm: number,
  evening: number,
  person: number,
  layer: Layer,
): boolean => (arms[arm].marks[evening * people + person] & bitOf[layer]) !== 0;

/** Whether somebody has ever ordered up to that evening. */
export const hasBought = ({ people, arms }: Frames, arm: number, evening: number, person: number): boolean =>
  (arms[arm].marks[evening * people + person] & BUYER) !== 0;

export const friendsAt = ({ people, arms }: Frames, arm: number, evening: number, person: number): number =>
  arms[arm].friends[evening * people + person];

export const isAwake = ({ ties, arms }: Frames, arm: number, evening: number, tie: number): boolean =>
  (arms[arm].awake[evening * tieBytes(ties) + (tie >>> 3)] & (1 << (tie & 7))) !== 0;

/** People of the picture by standing and by layer, on one evening of one arm. */
export type Counts = Readonly<Record<Standing | Layer, number>>;

export function countsAt(frames: Frames, arm: number, evening: number): Counts {
  const counts = { active: 0, quiet: 0, dormant: 0, left: 0, outside: 0, ads: 0, bought: 0, shared: 0 };
  const first = evening * frames.people;
  const { marks } = frames.arms[arm];
  for (let i = first; i < first + frames.people; i++) {
    counts[standings[marks[i] & STANDING]]++;
    for (const layer of layers) if (marks[i] & bitOf[layer]) counts[layer]++;
  }
  return counts;
}

/** People of one arm whose byte or friends differ between two evenings, and ties that woke or fell asleep. */
export function changesBetween(
  { people, ties, arms }: Frames,
  arm: number,
  before: number,
  after: number,
): { readonly people: readonly number[]; readonly ties: readonly number[] } {
  const { marks, friends, awake } = arms[arm];
  const changed = { people: [] as number[], ties: [] as number[] };
  const [a, b] = [before * people, after * people];
  for (let i = 0; i < people; i++)
    if (marks[a + i] !== marks[b + i] || friends[a + i] !== friends[b + i]) changed.people.push(i);
  const width = tieBytes(ties);
  for (let byte = 0; byte < width; byte++) {
    const bits = awake[before * width + byte] ^ awake[after * width + byte];
    for (let bit = 0; bit < 8; bit++) if (bits & (1 << bit)) changed.ties.push(8 * byte + bit);
  }
  return changed;
}
