/**
 * Ads: what they earn at once and what they cost slowly.
 *
 *   L      ads an hour, w annoyance weight of one: faced F = tolerance x sum of w L, as on the latest visit
 *   slow part N <- N + (F - N) (1 - exp(-1 / memory))
 *   X      = slope (instant F + (1 - instant) N)                           usage relative to no ads = exp(-X)
 *            of it `shorter` is shorter visits, `fewer` fewer visits (visit.ts), the rest people who go (leave.ts)
 *   w      = (blunt + (tailored - blunt) match) x (1 + (intrusion - 1) intrusiveness)
 *   click  = click x (1 + (relevance - 1) match) x (1 + (attention - 1) i) x (1 - privacy match i)
 *            x wear(E) x (1 - blindness N / (N + 3.622))
 *   wear(E) = 1/2 + 1/2 (E / peak) exp(1 - E / peak), E recent exposures
 *   a click on an ad for the community's own product is an order with chance conversion, whether the ad fits or not
 *   a visitor complains with chance complaint x X / 10 %, and friends see it
 *
 * match: part of ads that fit their reader (targeting x accuracy); i: intrusiveness. With steady load, X follows the
 * published course exp(-s A L g(t)), g = .33 + .67 (1 - exp(-t / 6 months)): Goli, Huang, Reiley and Riabov 2025; weights:
 * Goldstein, McAfee and Suri 2013; 3.622 ads an hour is their usual load. Sources one by one: ad-response.parameters.ts.
 */
import type { Model } from '../engine/model.ts';
import { AccountIndex, book } from '../metrics/ledger.ts';
import { usageLoss } from '../population/annoyance.ts';
import { type ForSome, isFor } from '../population/audience.ts';
import { EARLIEST } from '../population/friendships.ts';
import { draw, toUniform } from '../random/draw.ts';
import type { Stream } from '../random/keys.ts';
import { exp } from '../random/math.ts';
import { chanceFromRate } from '../random/rates.ts';
import type { AdResponseValues } from './ad-response.parameters.ts';
import { placeOrder, priceCut, priceList } from './buy.ts';
import { bluntness } from './propose.ts';
import { membershipOf } from './subscribe.ts';

/** Ads that an operator shows to visitors. */
export interface AdPlan extends ForSome {
  /** The tactic's name: its chance is its own. */
  readonly name: string;
  /** Ads per hour of use. */
  readonly load: number;
  /** Part of ads that fit their reader. [0, 1] */
  readonly match: number;
  /** How much the format interrupts. [0, 1] */
  readonly intrusiveness: number;
  /** Most ads a person is shown in a week; 0 is no cap. */
  readonly cap: number;
  /** Paid by sponsors for one ad shown. [micro-units] */
  readonly micro: number;
  /** Share of ads for the community's own products. */
  readonly own: number;
}

/** Load at which the published experiment's control group lived. [ads per hour] */
const USUAL_LOAD = 3.622;

/** Annoyance weight of one ad of the plan, for somebody of tolerance 1. */
export function annoyanceWeight(response: AdResponseValues, { match, intrusiveness }: AdPlan): number {
  const weight = response.blunt + (response.tailored - response.blunt) * match;
  return weight * (1 + (response.intrusion - 1) * intrusiveness);
}

/** Chance that one ad of the plan is clicked, before wear-out and blindness. */
export function clickChance(response: AdResponseValues, { match, intrusiveness }: AdPlan): number {
  const drawn = (1 + (response.relevance - 1) * match) * (1 + (response.attention - 1) * intrusiveness);
  return response.click * drawn * (1 - response.privacy * match * intrusiveness);
}

/** Response after `exposures` recent ones, against its best. */
export function wear(exposures: number, peak: number): number {
  return 0.5 + 0.5 * (exposures / peak) * exp(1 - exposures / peak);
}

/** A plan with what a whole day of it has in common. */
interface Showing extends AdPlan {
  readonly weight: number;
  readonly click: number;
  readonly shows: Key;
  readonly clicks: Key;
  readonly orders: Stream;
}

/** The key words of a stream on one day. */
interface Key {
  readonly a: number;
  readonly b: number;
}

/** Visitors see today's ads, click, complain; everybody's memory of annoyance moves. Hours of use are counted on the way. */
export function spendTime(model: Model, day: number): void {
  const { people, offers, today, parameters, tally } = model;
  if (offers.ads.length > 0 || offers.proposals.some(({ untimely }) => untimely.size > 0))
    today.adsSeen = true;
  if (!today.adsSeen) {
    tally.hours += parameters.visit.hours * today.visitorCount;
    return;
  }
  if (day % 7 === 0) people.weekAds.fill(0);
  seeAds(model, day);
  complain(model, day);
  remember(model, day);
}

/** Tonight annoyance moves toward what is faced, and exposures fade. Who stayed away has faced messages all the same. */
function remember({ people, parameters, offers }: Model, day: number): void {
  const { faced, annoyed, exposures, tolerance, lastVisitOn } = people;
  const { memory, wearDays, blunt } = parameters.adResponse;
  const pace = chanceFromRate(1 / memory);
  const keep = exp(-1 / wearDays);
  for (let p = 0; p < people.count; p++) {
    annoyed[p] += pace * (faced[p] - annoyed[p]);
    exposures[p] *= keep;
  }
  for (const { untimely, weight } of offers.proposals)
    for (const p of untimely) if (lastVisitOn[p] !== day) annoyed[p] += pace * tolerance[p] * blunt * weight;
}

/** What each of today's plans does all day. */
function showings({ offers, parameters, stream }: Model, day: number): Showing[] {
  return offers.ads.map((plan) => {
    const { a, b } = stream(`ads:shown:${plan.name}`).on(day);
    const clicks = stream(`ads:click:${plan.name}`).on(day);
    return {
      ...plan,
      weight: annoyanceWeight(parameters.adResponse, plan),
      click: clickChance(parameters.adResponse, plan),
      shows: { a, b },
      clicks: { a: clicks.a, b: clicks.b },
      orders: stream(`ads:order:${plan.name}`).on(day),
    };
  });
}

/** Hours of use of each visitor, shortened by annoyance as it stood this morning, and the ads in them. */
function seeAds(model: Model, day: number): void {
  const { people, today, parameters, tally } = model;
  const { faced, annoyed } = people;
  const { hours } = parameters.visit;
  const response = parameters.adResponse;
  const plans = showings(model, day);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const spent = hours * exp(-response.shorter * usageLoss(response, faced[p], annoyed[p]));
    tally.hours += spent;
    faced[p] = people.tolerance[p] * response.blunt * bluntness(model.offers, p);
    if (membershipOf(model, p, day)?.plan.adFree) continue;
    for (let j = 0; j < plans.length; j++)
      if (isFor(plans[j].audience, p)) show(model, plans[j], p, spent, day);
  }
}

/** Shows one visitor the ads of one plan. */
function show(model: Model, plan: Showing, p: number, hours: number, day: number): void {
  const { people, parameters, tally, record } = model;
  const { key, tolerance, faced, annoyed, exposures, weekAds } = people;
  const response = parameters.adResponse;
  const { a, b } = plan.shows;
  const planned = Math.floor(plan.load * hours + toUniform(draw(a, b, key[p])));
  const shown = plan.cap > 0 ? Math.min(planned, Math.max(0, plan.cap - weekAds[p])) : planned;
  faced[p] += tolerance[p] * plan.weight * (shown < planned ? shown / hours : plan.load);
  if (shown === 0) return;
  weekAds[p] = Math.min(255, weekAds[p] + shown);
  tally.adsShown += shown;
  record.adsShown[people.segment[p]] += shown;
  book(model, AccountIndex.adRevenue, p, shown * plan.micro);
  const before = exposures[p];
  exposures[p] += shown;
  const u = toUniform(draw(plan.clicks.a, plan.clicks.b, key[p]));
  if (u >= shown * plan.click) return; // wear and blindness only lower the chance
  const blind = 1 - (response.blindness * annoyed[p]) / (annoyed[p] + USUAL_LOAD);
  if (u >= chanceFromRate(shown * plan.click * wear(before, response.wearPeak) * blind)) return;
  tally.adClicks++;
  const units = priceList(model.offers, p, 'units');
  if (plan.orders.uniform(key[p]) < plan.own * response.conversion * units)
    placeOrder(model, p, day, priceCut(model, p));
}

/** Annoyed visitors complain, and friends see it. */
function complain(model: Model, day: number): void {
  const { people, friendships, today, parameters, tally, record, stream } = model;
  const { offsets, friends, metOn } = friendships;
  const { key, faced, annoyed, complaintsSeen } = people;
  const response = parameters.adResponse;
  const { a, b } = stream('ads:complaint').on(day);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const chance = response.complaint * 10 * usageLoss(response, faced[p], annoyed[p]);
    if (toUniform(draw(a, b, key[p])) >= chance) continue;
    tally.complaints++;
    record.complaints[people.segment[p]]++;
    today.complained.push(p);
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      const q = friends[t];
      if (metOn[t] >= EARLIEST && complaintsSeen[q] < 255) complaintsSeen[q]++;
    }
  }
}
