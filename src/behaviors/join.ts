/**
 * Join: outsiders come in, of their own accord, because of what they saw, because friends asked, or because they were bought.
 *
 *   hazard = fit (innovation + imitation F) + (views V + posters) / outside + pull        [1/day]
 *   chance of joining today = 1 - exp(-hazard)
 *   pull   = fit x sum over yesterday's invitations of invitation x (1, second, third, third ...) x lift + what friends showed them, posters too
 *   with `threshold` above 0 they join for sure once that share of the people whom they could know are members
 *   bought  ~ Poisson(arrivals)               both: the outsiders with the lowest draws of the day
 *   brought ~ Poisson(brings x members of the morning)
 *   whoever comes of their own accord, on an invitation or is brought pays for entry where there is a fee (pay-entry.ts), or stays outside
 *
 * Threshold: Watts 2002, doi:10.1073/pnas.082090499.
 * F: share of reachable people who ever joined (Bass 1969). V: yesterday's views by prospects among the public. The k-th
 * distinct inviter's invitation weighs by its place (complex contagion, Centola 2010); with `groups` on, k counts groups
 * of inviters who do not know each other (Ugander et al. 2012). lift: what a gift to the invited adds (refer.ts), 1 without. Sizes: join.parameters.ts.
 *
 * Ceiling. Say everybody leaves at rate c a day, lambda are bought a day, and each member brings r a day. Of N members in
 * the evening N exp(-c) are there the next; newcomers are exposed from a uniform moment of their first day on, so a share
 * s = (1 - exp(-c)) / c of them is:
 *
 *   N' = N exp(-c) + (lambda + r N) s,   so  N' = N  where  N c = lambda + r N:   N* = lambda / (c - r)
 *
 * exactly, whatever the step; with r >= c there is none and N' > N for ever. A member sees s / (1 - exp(-c)) = 1 / c
 * mornings and so brings K = r / c in a lifetime. On the way there N - N* shrinks by exp(-c) + r s a day, not
 * exp(r - c): whoever is brought in brings others from the next morning on. The difference is about r (r - c) / 2.
 */
import type { Model } from '../engine/model.ts';
import type { Purchase } from '../engine/offers.ts';
import { affordable, pay } from '../metrics/budget.ts';
import { countIn } from '../metrics/ledger.ts';
import { everybody, type ForSome, isFor } from '../population/audience.ts';
import { EARLIEST, INVITED, wake } from '../population/friendships.ts';
import { Channel, Fact, Status } from '../population/people.ts';
import { findTie } from '../population/ties.ts';
import { poissonQuantile } from '../random/distributions.ts';
import { draw, threshold, toUniform } from '../random/draw.ts';
import { log } from '../random/math.ts';
import { chanceFromRate } from '../random/rates.ts';
import { isWilling, payEntry } from './pay-entry.ts';
import { payReferrals } from './refer.ts';

/** Decide who joins today, then let them in. */
export function arrive(model: Model, day: number): void {
  const { people, parameters, today } = model;
  const { status, key, pull } = people;
  const { join } = parameters;
  today.newcomers.length = 0;
  const invited = weighInvitations(model, day);
  const outside = model.reachable - model.everJoined;
  if (outside > 0) {
    const share = model.everJoined / model.reachable;
    const scanned = today.publicPull / outside;
    const common =
      join.fit * (join.innovation + join.imitation * share) +
      (join.views * today.publicViews) / outside +
      scanned;
    const bound = threshold(chanceFromRate(common));
    const { a, b } = model.stream('join').on(day);
    const coming: number[] = [];
    for (let p = 0; p < people.count; p++) {
      if (status[p] !== Status.outside) continue;
      const drawn = draw(a, b, key[p]);
      if (
        (drawn < bound ||
          (pull[p] > 0 && drawn < threshold(chanceFromRate(common + pull[p]))) ||
          (join.threshold > 0 && isConvinced(model, p))) &&
        isWilling(model, p)
      )
        coming.push(p);
    }
    const taken = new Set(coming);
    const brought = bringNewcomers(model, day, taken);
    const bought = buyNewcomers(model, day, taken);
    for (const p of coming) enter(model, p, channelOf(model, day, p, { common, scanned, invited }), day);
    for (const p of brought) enter(model, p, Channel.invited, day);
    for (const p of today.newcomers) payEntry(model, p);
    for (const { p, purchase } of bought) {
      enter(model, p, Channel.paid, day);
      people.exitLogit[p] += purchase.fit;
      pay(model, purchase, 'acquisitionCost', p, purchase.micro);
    }
  }
  welcomeInvited(model, day);
  payReferrals(model, day);
  pull.fill(0);
  today.invitations.length = 0;
  today.publicViews = 0;
  today.scanned.clear();
  today.publicPull = 0;
}

/** Whether enough of those whom p could know are members this morning. */
function isConvinced({ people, friendships, parameters }: Model, p: number): boolean {
  const { offsets, friends } = friendships;
  let inside = 0;
  for (let t = offsets[p]; t < offsets[p + 1]; t++) if (people.status[friends[t]] === Status.member) inside++;
  return inside > 0 && inside / (offsets[p + 1] - offsets[p]) >= parameters.join.threshold;
}

/** Places of yesterday's invitations, in the order of a draw: it counts where some carry a gift. */
function inTurn({ people, today, stream }: Model, day: number): readonly number[] {
  const { invitations, carried } = today;
  const places = Array.from({ length: invitations.length / 2 }, (_, i) => 2 * i);
  if (carried.size === 0) return places;
  const turns = stream('join:turn').on(day);
  const drawn = places.map((i) => turns.drawPair(people.key[invitations[i]], people.key[invitations[i + 1]]));
  return places.sort((i, j) => drawn[i / 2] - drawn[j / 2]);
}

/** Adds what yesterday's invitations put on each receiver to their pull; returns that part by receiver. */
function weighInvitations(model: Model, day: number): ReadonlyMap<number, number> {
  const { people, parameters, today } = model;
  const { join } = parameters;
  const hazards = new Map<number, number>();
  for (const i of inTurn(model, day)) {
    const q = today.invitations[i + 1];
    if (people.status[q] !== Status.outside) continue;
    const before = people.inviters[q];
    const place = join.groups === 1 ? inviterGroups(model, q) : Math.min(255, before + 1);
    people.inviters[q] = place;
    if (join.groups === 1 && place <= before) continue;
    const weight = place <= 1 ? 1 : place === 2 ? join.second : join.third;
    const lift = today.carried.get(i)?.accepting ?? 1;
    const hazard = join.fit * join.invitation * weight * lift;
    hazards.set(q, (hazards.get(q) ?? 0) + hazard);
    people.pull[q] += hazard;
  }
  return hazards;
}

/** Number of groups among the people who invited q, where those who could know each other are of one group. */
function inviterGroups({ friendships }: Model, q: number): number {
  const { offsets, friends, metOn } = friendships;
  const inviters: number[] = [];
  for (let t = offsets[q]; t < offsets[q + 1]; t++) {
    if (metOn[findTie(friendships, friends[t], q)] === INVITED) inviters.push(friends[t]);
  }
  const group = inviters.map((_, i) => i);
  for (let i = 0; i < inviters.length; i++) {
    for (let j = 0; j < i; j++) {
      if (group[i] === group[j] || findTie(friendships, inviters[i], inviters[j]) < 0) continue;
      const from = group[i];
      for (let k = 0; k <= i; k++) if (group[k] === from) group[k] = group[j];
    }
  }
  return Math.max(1, new Set(group).size);
}

/** Hazards of today: of everybody outside, that of posters among it, and of invitations by receiver. */
interface Hazards {
  readonly common: number;
  readonly scanned: number;
  readonly invited: ReadonlyMap<number, number>;
}

/** Whether an invitation, a poster or anything else brought p in: in proportion to their hazards. */
function channelOf(model: Model, day: number, p: number, { common, scanned, invited }: Hazards): number {
  const { people, today, tally, stream } = model;
  const hazard = invited.get(p) ?? 0;
  const posters = scanned + (today.scanned.get(p) ?? 0);
  if (hazard + posters === 0) return Channel.organic;
  const drawn = stream('join:channel').on(day).uniform(people.key[p]) * (common + people.pull[p]);
  if (drawn < hazard) return Channel.invited;
  if (drawn < hazard + posters) tally.posterJoins++;
  return Channel.organic;
}

/** Somebody who was bought. */
interface Bought {
  readonly p: number;
  readonly purchase: Purchase;
}

/** Those whom this morning's members bring in. */
function bringNewcomers(model: Model, day: number, taken: Set<number>): number[] {
  const { people, parameters } = model;
  const { brings } = parameters.join;
  if (brings === 0) return [];
  let members = 0;
  for (let p = 0; p < people.count; p++) if (people.status[p] === Status.member) members++;
  const brought = lowestOutside(model, day, 'join:brought', brings * members, taken, everybody);
  return brought.filter((p) => isWilling(model, p));
}

/** Those who were bought, as far as the money went. */
function buyNewcomers(model: Model, day: number, taken: Set<number>): Bought[] {
  return model.offers.bought.flatMap((purchase) => {
    const { name, arrivals, micro } = purchase;
    const found = lowestOutside(model, day, `join:bought:${name}`, arrivals, taken, purchase);
    return affordable(model, purchase, found, micro, day).map((p) => ({ p, purchase }));
  });
}

/** The outsiders with the lowest draws of a stream today: a Poisson number with this mean, as far as there are any; takes them. */
function lowestOutside(
  { people, stream }: Model,
  day: number,
  name: string,
  mean: number,
  taken: Set<number>,
  whom: ForSome,
): number[] {
  const draws = stream(name).on(day);
  const { a, b } = draws;
  const wanted = poissonQuantile(toUniform(draws.drawEvent(0, 0)), mean);
  if (wanted === 0) return [];
  const lowest: { p: number; drawn: number }[] = [];
  for (let p = 0; p < people.count; p++) {
    if (people.status[p] !== Status.outside) continue;
    const drawn = draw(a, b, people.key[p]);
    if (lowest.length === wanted && drawn >= lowest[wanted - 1].drawn) continue;
    if (taken.has(p) || !isFor(whom.audience, p)) continue;
    let at = lowest.length;
    while (at > 0 && lowest[at - 1].drawn > drawn) at--;
    lowest.splice(at, 0, { p, drawn });
    if (lowest.length > wanted) lowest.pop();
  }
  for (const { p } of lowest) taken.add(p);
  return lowest.map(({ p }) => p);
}

/** Makes p a member. */
function enter(model: Model, p: number, channel: number, day: number): void {
  const { people, parameters, tally } = model;
  people.status[p] = Status.member;
  people.channel[p] = channel;
  people.joinedOn[p] = day;
  countIn(model, p);
  if (channel === Channel.invited) people.exitLogit[p] += log(parameters.leave.referred);
  if (channel === Channel.paid) tally.paidJoins++;
  else if (channel === Channel.invited) tally.invitedJoins++;
  else tally.organicJoins++;
  model.everJoined++;
  model.record.memberDays[people.segment[p]] += model.days - day;
  model.today.newcomers.push(p);
}

/** Those who came on an invitation know whoever sent it, and whoever sent it stays longer. */
function welcomeInvited(model: Model, day: number): void {
  const { people, friendships, parameters, today } = model;
  for (let i = 0; i < today.invitations.length; i += 2) {
    const p = today.invitations[i];
    const q = today.invitations[i + 1];
    if (
      people.joinedOn[q] !== day ||
      people.channel[q] !== Channel.invited ||
      people.status[p] !== Status.member
    )
      continue;
    const t = findTie(friendships, p, q);
    if (friendships.metOn[t] < EARLIEST) wake(friendships, people, p, t, day);
    if ((people.facts[p] & Fact.referrer) === 0) {
      people.facts[p] |= Fact.referrer;
      people.exitLogit[p] += log(parameters.leave.referrer);
    }
  }
}
