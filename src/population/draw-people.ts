/**
 * Who people are: every trait is one keyed uniform of the person turned into a number by inversion, so a person's traits
 * depend on nobody else and move monotonically with the parameters.
 *
 *   visit log-odds = logit(visits) + visitsSpread z
 *   posts a visit  = posts exp(postsSpread z) / window, at most 10,000     Poisson-lognormal, van Mierlo 2014
 *   shares a visit = Gamma(sharesShape) with mean `shares`
 *   ad tolerance   = exp(tolerance z - tolerance^2 / 2), mean 1
 *   need rate      = Gamma(shape) / scale x needs [1/day]                  BG/NBD, Fader, Hardie and Lee 2005
 *   exit chance    = Beta(alpha, beta (+ tenure / period for founders)) in a period: survivors of an sBG process
 */
import type { BuyValues } from '../behaviors/buy.parameters.ts';
import type { EngageValues } from '../behaviors/engage.parameters.ts';
import type { LeaveValues } from '../behaviors/leave.parameters.ts';
import type { TrustValues } from '../behaviors/trust.parameters.ts';
import type { VisitValues } from '../behaviors/visit.parameters.ts';
import {
  betaQuantile,
  categoricalQuantile,
  exponentialQuantile,
  gammaQuantile,
  normalQuantile,
} from '../random/distributions.ts';
import { toUniform } from '../random/draw.ts';
import { Stream } from '../random/keys.ts';
import { exp, log1p, logistic, logit } from '../random/math.ts';
import { chanceFromRate } from '../random/rates.ts';
import type { CommunityValues } from './community.ts';
import {
  BEYOND_KEYS,
  Channel,
  emptyPeople,
  Fact,
  NEVER,
  type People,
  PROSPECT_KEYS,
  Status,
} from './people.ts';
import type { PeopleValues } from './traits.ts';

/** What drawing people needs to know. */
export interface Draft {
  readonly community: CommunityValues;
  readonly segments: readonly { readonly share: number; readonly people: PeopleValues }[];
  readonly visit: VisitValues;
  readonly engage: EngageValues;
  readonly buy: BuyValues;
  readonly leave: LeaveValues;
  readonly trust: TrustValues;
}

/** Who is there on day 0: a lasting key and a status for everybody. */
export interface Seats {
  readonly keys: Uint32Array;
  readonly status: Uint8Array;
  readonly founders: number;
  readonly prospects: number;
}

/** Seats of a generated community: founders, prospects and people beyond reach, each numbered on their own. */
export function seatsFor(founders: number, prospects: number, beyond: number): Seats {
  const count = founders + prospects + beyond;
  const keys = new Uint32Array(count);
  const status = new Uint8Array(count);
  for (let p = 0; p < count; p++) {
    if (p < founders) {
      keys[p] = p;
      status[p] = Status.member;
    } else if (p < founders + prospects) {
      keys[p] = PROSPECT_KEYS + p - founders;
      status[p] = Status.outside;
    } else {
      keys[p] = BEYOND_KEYS + p - founders - prospects;
      status[p] = Status.beyond;
    }
  }
  return { keys, status, founders, prospects };
}

/**
 * Seats of a network read from a file: its people are founders and prospects in the scenario's proportion, the founders
 * those with the lowest draws.
 */
export function seatsInFile(count: number, members: number, prospects: number, stream: Stream): Seats {
  const keys = Uint32Array.from({ length: count }, (_, p) => p);
  const founders = Math.round((count * members) / Math.max(1, members + prospects));
  const byDraw = Float64Array.from(keys, (key) => stream.on(-1).draw(key) * count + key).sort();
  const status = new Uint8Array(count).fill(Status.outside);
  for (let i = 0; i < founders; i++) status[byDraw[i] % count] = Status.member;
  return { keys, status, founders, prospects: count - founders };
}

/** Satisfaction of somebody to whom nothing has happened yet. */
export const ORDINARY = 0.5;

/** Nobody writes more than this on a visit, on average, however long the lognormal's tail. */
const MOST_POSTS = 10_000;

/** Number of categories of products and content. */
export const CATEGORIES = 4;

/** Draws everybody's traits, and their state on the eve of day 0. */
export function drawPeople(draft: Draft, seats: Seats, seed: Uint32Array, world: number): People {
  const people = emptyPeople(seats.keys.length, seats.founders);
  people.key.set(seats.keys);
  people.status.set(seats.status);
  const eve = (trait: string): Stream => new Stream(seed, world, `trait:${trait}`).on(-1);
  drawSegments(people, draft, eve('segment'));
  drawHabits(people, draft, eve('visits'));
  drawVoices(people, draft, eve('posts'), eve('shares'));
  drawTastes(people, draft, eve('favorite'), eve('tolerance'), eve('deals'));
  drawNeeds(people, draft, eve('needs'), new Stream(seed, world, 'need').on(-1));
  drawExits(people, draft, eve('exit'));
  settle(people, draft);
  return people;
}

function drawSegments({ count, key, segment }: People, { segments }: Draft, stream: Stream): void {
  const shares = segments.map((s) => s.share);
  if (shares.length > 1)
    for (let p = 0; p < count; p++) segment[p] = categoricalQuantile(stream.uniform(key[p]), shares);
}

function drawHabits(people: People, { segments, visit }: Draft, stream: Stream): void {
  const { count, key, segment, visitLogit, habit } = people;
  const center = segments.map((s) => logit(s.people.visits));
  for (let p = 0; p < count; p++) {
    const s = segment[p];
    const spread = segments[s].people.visitsSpread;
    const base = center[s] + (spread > 0 ? spread * normalQuantile(stream.uniform(key[p])) : 0);
    habit[p] = logistic(base);
    visitLogit[p] = base - visit.habit * habit[p];
  }
}

function drawVoices(people: People, { segments, engage }: Draft, posting: Stream, sharing: Stream): void {
  const { count, key, segment, postRate, shareRate } = people;
  for (let p = 0; p < count; p++) {
    const { posts, postsSpread, shares, sharesShape } = segments[segment[p]].people;
    if (posts > 0) {
      const rate = (posts / engage.window) * exp(postsSpread * normalQuantile(posting.uniform(key[p])));
      postRate[p] = Math.min(MOST_POSTS, rate);
    }
    if (shares > 0) shareRate[p] = gammaQuantile(sharing.uniform(key[p]), sharesShape, shares / sharesShape);
  }
}

function drawTastes(
  people: People,
  { segments }: Draft,
  favorites: Stream,
  tolerances: Stream,
  deals: Stream,
): void {
  const { count, key, segment, favorite, tolerance, facts } = people;
  for (let p = 0; p < count; p++) {
    const { tolerance: spread, dealProne } = segments[segment[p]].people;
    favorite[p] = (favorites.uniform(key[p]) * CATEGORIES) | 0;
    tolerance[p] = exp(spread * normalQuantile(tolerances.uniform(key[p])) - 0.5 * spread * spread);
    if (deals.uniform(key[p]) < dealProne) facts[p] |= Fact.dealProne;
  }
}

/** The first need is as far away as any other: the process has run for long. */
function drawNeeds(people: People, { segments, buy }: Draft, rates: Stream, moments: Stream): void {
  const { count, key, segment, needRate, needOn, needs } = people;
  for (let p = 0; p < count; p++) {
    needRate[p] = gammaQuantile(
      rates.uniform(key[p]),
      buy.shape,
      segments[segment[p]].people.needs / buy.scale,
    );
    needOn[p] =
      needRate[p] > 0
        ? exponentialQuantile(toUniform(moments.drawEvent(key[p], 0)), 1 / needRate[p])
        : NO_NEED;
    needs[p] = 1;
  }
}

/** The largest number below 1. */
const LAST_CHANCE = 0.9999999999999999;

/** Log-odds of what is settled: beyond every chance that can be told from 0 or 1, yet other reasons can outweigh them. */
const SETTLED = 1000;

/** The longest that anybody has been inside: what a day of 16 bits can hold. */
const LONGEST_DAYS = 32_767;

/** Later than any horizon. */
export const NO_NEED = 1e9;

function drawExits(people: People, { community, leave }: Draft, stream: Stream): void {
  const { count, status, key, exitLogit } = people;
  const survived = community.tenure / leave.period;
  for (let p = 0; p < count; p++) {
    const chance = betaQuantile(
      stream.uniform(key[p]),
      leave.alpha,
      leave.beta + (status[p] === Status.member ? survived : 0),
    );
    const rate = -log1p(-Math.min(chance, LAST_CHANCE)) / leave.period;
    exitLogit[p] = Math.min(SETTLED, Math.max(-SETTLED, logit(chanceFromRate(rate))));
  }
}

/** Nothing has happened to anybody yet. */
function settle(people: People, { community, trust }: Draft): void {
  const { count, status, channel, joinedOn } = people;
  for (let p = 0; p < count; p++) {
    const inside = status[p] === Status.member;
    joinedOn[p] = inside ? -Math.min(LONGEST_DAYS, Math.max(1, Math.round(community.tenure))) : NEVER;
    channel[p] = inside ? Channel.founder : Channel.organic;
  }
  const { silentOn, lastVisitOn, lastPostOn, lastOrderOn, unansweredOn, couponOn, couponUntil } = people;
  for (const day of [silentOn, lastVisitOn, lastPostOn, lastOrderOn, unansweredOn, couponOn, couponUntil])
    day.fill(NEVER);
  people.satisfaction.fill(ORDINARY);
  people.trust.fill(trust.usual);
  people.usedTo.fill(1);
}
