/**
 * What happened to people on a day, read off their columns before and after it, and off the lists that phases leave.
 *
 * An event says what is known and no more: whether a question was asked is known only where nobody answered it, who wrote
 * back is not known at all.
 */
import { lastVisit } from '../metrics/presence.ts';
import { EARLIEST } from '../population/friendships.ts';
import { Channel, Fact, NEVER, Status } from '../population/people.ts';
import { circumstanceOf } from './circumstances.ts';
import type { LifeEvent, LifeKind } from './life-event.ts';
import type { Model } from './model.ts';

/** Columns as they stand before a day. `seenAds`: who has ever seen ads, kept from day to day. */
export function morningOf({ people, friendships, today }: Model, seenAds: Uint8Array) {
  return {
    status: people.status.slice(),
    lastVisitOn: people.lastVisitOn.slice(),
    posts: people.posts.slice(),
    friends: people.friends.slice(),
    facts: people.facts.slice(),
    weekAds: people.weekAds.slice(),
    couponUntil: people.couponUntil.slice(),
    peakLoss: people.peakLoss.slice(),
    metOn: friendships.metOn.slice(),
    invitations: [...today.invitations],
    seenAds,
  };
}

export type Morning = Readonly<ReturnType<typeof morningOf>>;

/** A visit after so many days counts as coming again. [days] */
const ABSENT = 14;
/** Ads in a week that count as many. */
const MANY_ADS = 20;

type Tell = (kind: LifeKind, more?: Pick<LifeEvent, 'other' | 'amount' | 'circumstance'>) => void;

/** Everybody's day by place; only that of one person where a place is given. */
export function eventsOfDay(model: Model, morning: Morning, day: number, only?: number): LifeEvent[] {
  const { people, today } = model;
  const events: LifeEvent[] = [];
  const complained = new Set(today.complained);
  const bought = byFirst(today.bought);
  const invited = byFirst(today.invitations);
  const from = only ?? 0;
  for (let p = from; p < (only === undefined ? people.count : from + 1); p++) {
    if (people.status[p] === Status.outside || people.status[p] === Status.beyond) continue;
    const key = people.key[p];
    const tell: Tell = (kind, more) => events.push({ day, person: p, key, kind, ...more });
    arrivals(model, morning, day, p, tell);
    writing(model, morning, day, p, tell);
    ties(model, morning, day, p, tell);
    ads(model, morning, day, p, tell);
    if (complained.has(p)) tell('complained');
    coupons(model, morning, day, p, tell);
    for (const cents of bought.get(p) ?? []) tell('ordered', { amount: cents / 100 });
    for (const other of invited.get(p) ?? []) tell('invited', { other });
    departures(model, morning, day, p, tell);
  }
  return events;
}

/** The second of each pair by the first. */
function byFirst(pairs: readonly number[]): ReadonlyMap<number, number[]> {
  const lists = new Map<number, number[]>();
  for (let i = 0; i < pairs.length; i += 2) {
    const list = lists.get(pairs[i]);
    if (list === undefined) lists.set(pairs[i], [pairs[i + 1]]);
    else list.push(pairs[i + 1]);
  }
  return lists;
}

function arrivals({ people, record }: Model, morning: Morning, day: number, p: number, tell: Tell): void {
  const before = morning.status[p];
  if (before === Status.outside) {
    const channel = people.channel[p];
    if (channel === Channel.paid) tell('joinedBought');
    else if (channel === Channel.organic) tell('joined');
    else tell('joinedInvited', inviterOf(morning, p));
    return;
  }
  if (before === Status.dormant && people.status[p] === Status.member)
    tell('returned', { amount: day - people.silentOn[p] });
  if (people.lastVisitOn[p] !== day) return;
  const last = lastVisit({ lastVisitOn: morning.lastVisitOn }, record, p);
  if (last !== NEVER && day - last >= ABSENT) tell('visitedAgain', { amount: day - last });
}

function inviterOf({ invitations }: Morning, p: number): Pick<LifeEvent, 'other'> {
  const inviters = invitations.filter((_, i) => i % 2 === 0 && invitations[i + 1] === p);
  return inviters.length > 0 ? { other: Math.min(...inviters) } : {};
}

function writing({ people }: Model, morning: Morning, day: number, p: number, tell: Tell): void {
  const isNew = (fact: number): boolean => (people.facts[p] & ~morning.facts[p] & fact) !== 0;
  const first = isNew(Fact.firstPosted);
  const answered = isNew(Fact.firstReplied);
  if (first) tell(answered ? 'firstPostAnswered' : 'firstPostUnanswered');
  const posts = people.posts[p] - morning.posts[p] - (first ? 1 : 0);
  if (posts > 0) tell('posted', { amount: posts });
  if (people.unansweredOn[p] === day && (!first || answered)) tell('unanswered');
}

function ties(
  { people, friendships }: Model,
  { status, metOn }: Morning,
  day: number,
  p: number,
  tell: Tell,
): void {
  const { offsets, friends, metOn: now } = friendships;
  const here = people.status[p] === Status.member;
  for (let t = offsets[p]; t < offsets[p + 1]; t++) {
    const other = friends[t];
    const was = metOn[t] >= EARLIEST;
    const is = now[t] >= EARLIEST;
    if (is && !was) tell('befriended', { other });
    if (is || !was || !here) continue;
    const gone = status[other] === Status.member && people.status[other] !== Status.member;
    if (gone) tell('friendLeft', { other });
    else tell('driftedApart', { other, amount: day - metOn[t] });
  }
}

function ads({ people, today }: Model, morning: Morning, day: number, p: number, tell: Tell): void {
  if (!today.adsSeen) return;
  const before = day % 7 === 0 ? 0 : morning.weekAds[p];
  const week = people.weekAds[p];
  if (week > before && morning.seenAds[p] === 0) {
    morning.seenAds[p] = 1;
    tell('firstAds', { amount: week - before });
  }
  if (before < MANY_ADS && week >= MANY_ADS) tell('manyAds', { amount: week });
}

function coupons({ people }: Model, { couponUntil }: Morning, day: number, p: number, tell: Tell): void {
  const amount = people.couponDepth[p] / 10_000;
  const given = people.couponOn[p] === day;
  if (given) tell('gotCoupon', { amount });
  const held = given || couponUntil[p] >= day;
  if (held && people.couponUntil[p] === people.couponOn[p] - 1) tell('usedCoupon', { amount });
}

function departures(model: Model, morning: Morning, day: number, p: number, tell: Tell): void {
  const { people } = model;
  const before = morning.status[p];
  const now = people.status[p];
  if (before === Status.dormant) {
    if (now === Status.left) tell('gaveUp');
    return;
  }
  if (before === Status.left || now === Status.member) return;
  const circumstance = circumstanceOf(model, morning, day, p);
  tell(now === Status.left ? 'left' : 'fellSilent', circumstance === undefined ? {} : { circumstance });
}
