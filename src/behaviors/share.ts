/**
 * Share: visitors forward content and invite friends; what it brings shows tomorrow.
 *
 *   a visitor shares with chance 1 - exp(-own rate), and `seeds` - 1 others with them; each share is passed on by a number
 *   of people of mean `reach`, each of those likewise, up to 1,000: a chain of n shares has n x views readers
 *   number of people ~ `law`: negative binomial (dispersion: heavy tail), Poisson, geometric, or binomial of `trials`
 *   readers: outside friends of the sharer first, each with chance 1/2, the others are the public (if `open`), of whom `onProspects`
 *            are prospects
 *   a visitor invites one outside friend, not invited by them before, with chance 1 - exp(-own rate x invites / shares);
 *   a referral programme raises that chance and what the invitation does (refer.ts); admins invite more often (climb.ts)
 *
 * A branching process (Watson and Galton 1875): a chain ends with chance q^seeds, q = G(q) the smallest root, G the law's
 * generating function; chains that end below reach 1 have mean seeds / (1 - reach).
 * Goel, Watts and Goldstein 2012 (95 % of shares go nowhere); hubs reach more only because they share more (Hinz et al. 2011).
 */
import type { Model } from '../engine/model.ts';
import { countChain, TAKEN_OFF } from '../metrics/chains.ts';
import { EARLIEST, INVITED, outsideFriends } from '../population/friendships.ts';
import { Status } from '../population/people.ts';
import {
  binomialQuantile,
  geometricQuantile,
  negativeBinomialQuantile,
  poissonQuantile,
} from '../random/distributions.ts';
import { draw, threshold, toUniform } from '../random/draw.ts';
import { chanceFromRate } from '../random/rates.ts';
import { invitesOfAdmin } from './climb.ts';
import { type Referral, referralFor } from './refer.ts';
import { type ShareValues, shareParameters } from './share.parameters.ts';

const { options } = shareParameters.law;
const [POISSON, GEOMETRIC, BINOMIAL] = [
  options.indexOf('poisson'),
  options.indexOf('geometric'),
  options.indexOf('binomial'),
];

/** Decide who shares and invites whom; all of it takes effect tomorrow. */
export function share(model: Model, day: number): void {
  const { people, today, segments, offers, stream } = model;
  const { key, segment, shareRate } = people;
  const sharing = stream('share').on(day);
  const inviting = stream('invite').on(day);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const rate = shareRate[p];
    if (rate <= 0) continue;
    const { shares, invites } = segments[segment[p]].people;
    if (happens(toUniform(draw(sharing.a, sharing.b, key[p])), rate)) forward(model, p, day);
    const referral = offers.referrals.length > 0 ? referralFor(model, p) : null;
    let more = referral === null ? 1 : referral.inviting;
    if (offers.ladders.length > 0) more *= invitesOfAdmin(model, p);
    if (happens(toUniform(draw(inviting.a, inviting.b, key[p])), ((rate * invites) / shares) * more)) {
      invite(model, p, day, referral);
    }
  }
}

/** u < 1 - exp(-rate), worked out only where u < rate leaves it open. */
const happens = (u: number, rate: number): boolean => u < rate && u < chanceFromRate(rate);

/** Number of people who pass on one share. */
function passedOn(u: number, { law, reach, dispersion, trials }: ShareValues): number {
  if (law === POISSON) return poissonQuantile(u, reach);
  if (law === GEOMETRIC) return geometricQuantile(u, reach);
  if (law === BINOMIAL) return binomialQuantile(u, trials, Math.min(1, reach / trials));
  return negativeBinomialQuantile(u, reach, dispersion);
}

/** Follows the chain that p's share begins until it ends or takes off, and counts it. Returns its number of shares. */
export function followChain({ people, parameters, record, stream }: Model, p: number, day: number): number {
  const chains = stream('share:chain').on(day);
  let length = parameters.share.seeds;
  let depth = 0;
  let generationEnd = length;
  for (let event = 0; event < length && length < TAKEN_OFF; event++) {
    if (event === generationEnd) {
      depth++;
      generationEnd = length;
    }
    length += passedOn(toUniform(chains.drawEvent(people.key[p], event)), parameters.share);
  }
  countChain(record.chains, parameters.share, Math.min(length, TAKEN_OFF), depth);
  return Math.min(length, TAKEN_OFF);
}

function forward(model: Model, p: number, day: number): void {
  const { people, friendships, parameters, today, tally, stream } = model;
  const readers = stream('share:views').on(day);
  const views = poissonQuantile(
    toUniform(readers.draw(people.key[p])),
    parameters.share.views * followChain(model, p, day),
  );
  tally.shares++;
  tally.views += views;
  const reached = outsideFriends(people, friendships, p, readers, threshold(1 / 2), views);
  for (const q of reached) people.pull[q] += parameters.join.views;
  if (parameters.share.open === 1)
    today.publicViews += (views - reached.length) * parameters.share.onProspects;
}

/** Invites the outside friend with the lowest draw of the pair, if there is one who was not asked before. */
function invite(
  { people, friendships, today, tally, stream }: Model,
  p: number,
  day: number,
  referral: Referral | null,
): void {
  const { offsets, friends, metOn } = friendships;
  const pairs = stream('invite:whom').on(day);
  let chosen = -1;
  let lowest = Number.POSITIVE_INFINITY;
  for (let t = offsets[p]; t < offsets[p + 1]; t++) {
    const q = friends[t];
    if (people.status[q] !== Status.outside || metOn[t] === INVITED || metOn[t] >= EARLIEST) continue;
    const drawn = pairs.drawPair(people.key[p], people.key[q]);
    if (drawn >= lowest) continue;
    lowest = drawn;
    chosen = t;
  }
  if (chosen < 0) return;
  metOn[chosen] = INVITED;
  if (referral !== null) {
    today.carried.set(today.invitations.length, referral);
    referral.used.set(p, (referral.used.get(p) ?? 0) + 1);
  }
  today.invitations.push(p, friends[chosen]);
  tally.invitations++;
}
