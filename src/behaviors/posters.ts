/**
 * Posters: a poster is posted, seen, scanned, and perhaps passed on or joined upon; each of that has a chance of its own.
 *
 *   each posting     scans ~ Poisson(views x scan),   of these forwards ~ Binomial(scans, f): further postings, each likewise
 *   f = min(1, forward x (1 + invites r / (r + half)) x together if friends have to be brought)          r: reward (refer.ts)
 *   K = views x scan x f further postings of one
 *   a scan adds fit x -ln(1 - join) to the hazard of joining tomorrow: by outside friends of those who began, each with chance
 *   `scan`, and the public (if share.open), of whom share.onProspects are prospects
 *   rewards: one for each who passes it on, or for each of those whose own posting at least `friends` people scan
 *
 * A Poisson number of forwards, thinned from the scans: the campaign ends with chance q^seeds, q the smallest root of
 * q = exp(-K (1 - q)) (Watson and Galton 1875); at 1,000 postings it has taken off and is followed no further. Below K = 1 it comes
 * to seeds / (1 - K) postings, however many begin it.
 */
import type { Model } from '../engine/model.ts';
import { type Payer, payMany } from '../metrics/budget.ts';
import { countCampaign, TAKEN_OFF } from '../metrics/chains.ts';
import { outsideFriends } from '../population/friendships.ts';
import { binomialQuantile, poissonQuantile } from '../random/distributions.ts';
import { threshold, toUniform } from '../random/draw.ts';
import { rateFromChance } from '../random/rates.ts';
import { visitorsFor } from './visit.ts';

/** A chance that nobody can tell from 1, and of a finite rate. */
const SURE = 1 - 1e-9;

/** A campaign of today. */
export interface Poster extends Payer {
  /** Members who post it. */
  readonly seeds: number;
  readonly views: number;
  readonly scan: number;
  readonly join: number;
  /** Chance that a scanner passes it on, reward and all. */
  readonly forward: number;
  /** Scans of an own posting that its reward asks for; 0: none. */
  readonly friends: number;
  /** [micro-units] */
  readonly reward: number;
}

/** Members post what is to be posted today; who scans it may join tomorrow. */
export function post(model: Model, day: number): void {
  for (const poster of model.offers.posters) {
    const seeds = seedsOf(model, poster, day);
    if (seeds.length === 0) continue;
    const { scans, claims, bySeeds } = follow(model, poster, seeds.length, day);
    payMany(model, poster, 'posterCost', claims, poster.reward);
    reach(model, poster, day, { seeds, scans, bySeeds });
  }
}

/** Of today's visitors whom it is for, those with the lowest draws. */
function seedsOf(model: Model, poster: Poster, day: number): number[] {
  const draws = model.stream(`posters:${poster.name}`).on(day);
  const { key } = model.people;
  return visitorsFor(model, poster)
    .sort((p, q) => draws.draw(key[p]) - draws.draw(key[q]) || key[p] - key[q])
    .slice(0, poster.seeds);
}

/** Follows a campaign until it ends or takes off, and counts it. */
function follow({ tally, record, stream }: Model, poster: Poster, seeds: number, day: number) {
  const scanned = stream(`posters:scans:${poster.name}`).on(day);
  const passed = stream(`posters:forwards:${poster.name}`).on(day);
  const bySeeds: number[] = [];
  let [scans, postings, claims, event] = [0, seeds, 0, 0];
  for (; event < postings && postings < TAKEN_OFF; event++) {
    const found = poissonQuantile(toUniform(scanned.drawEvent(0, event)), poster.views * poster.scan);
    scans += found;
    postings += binomialQuantile(toUniform(passed.drawEvent(0, event)), found, poster.forward);
    if (event < seeds) bySeeds.push(found);
    else if (poster.friends > 0 && found >= poster.friends) claims++;
  }
  const forwards = postings - seeds;
  tally.posterScans += scans;
  tally.posterForwards += forwards;
  countCampaign(record.campaigns, event, forwards, postings);
  return { scans, claims: poster.friends > 0 ? claims : forwards, bySeeds };
}

interface Scans {
  readonly seeds: readonly number[];
  /** All scans, and those of the posting of each seed. */
  readonly scans: number;
  readonly bySeeds: readonly number[];
}

/** What scans do to those who scanned: friends of those who began first, then the public. */
function reach(model: Model, { name, scan, join }: Poster, day: number, { seeds, scans, bySeeds }: Scans) {
  const { people, friendships, parameters, today, stream } = model;
  const pairs = stream(`posters:friends:${name}`).on(day);
  const bound = threshold(scan);
  const hazard = parameters.join.fit * rateFromChance(Math.min(join, SURE));
  let rest = scans;
  for (const [i, p] of seeds.entries()) {
    const reached = outsideFriends(people, friendships, p, pairs, bound, bySeeds[i] ?? 0);
    for (const q of reached) {
      people.pull[q] += hazard;
      today.scanned.set(q, (today.scanned.get(q) ?? 0) + hazard);
    }
    rest -= reached.length;
  }
  if (parameters.share.open === 1) today.publicPull += rest * parameters.share.onProspects * hazard;
}
