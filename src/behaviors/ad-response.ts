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
 *   a visitor complains with chance complaint x X / 10 %, and friends see it
 *
 * match: part of ads that fit their reader (targeting x accuracy); i: intrusiveness. With steady load, X follows the
 * published course exp(-s A L g(t)), g = .21 + .79 (1 - exp(-t / 6 months)): Goli, Huang, Reiley and Riabov 2025; weights:
 * Goldstein, McAfee and Suri 2013; 3.622 ads an hour is their usual load. Sources one by one: ad-response.parameters.ts.
 */
import type { Model } from '../engine/model.ts';
import { AccountIndex, book } from '../metrics/ledger.ts';
import { usageLoss } from '../population/annoyance.ts';
import { EARLIEST } from '../population/friendships.ts';
import { draw, toUniform } from '../random/draw.ts';
import { exp } from '../random/math.ts';
import { chanceFromRate } from '../random/rates.ts';
import type { AdResponseValues } from './ad-response.parameters.ts';
import { placeOrder } from './buy.ts';

/** Ads that an operator shows to visitors. */
export interface AdPlan {
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

/** Visitors see today's ads, click, complain; everybody's memory of annoyance moves. */
export function respondToAds(model: Model, day: number): void {
  const { people, offers, today } = model;
  const { faced, annoyed } = people;
  if (offers.ads.length > 0) model.today.adsSeen = true;
  if (!today.adsSeen) return;
  if (day % 7 === 0) people.weekAds.fill(0);
  stayAWhile(model);
  for (let i = 0; i < today.visitorCount; i++) faced[today.visitors[i]] = 0;
  for (const plan of offers.ads) show(model, plan, day);
  complain(model, day);
  const pace = chanceFromRate(1 / model.parameters.adResponse.memory);
  for (let p = 0; p < people.count; p++) annoyed[p] += pace * (faced[p] - annoyed[p]);
}

/** Old exposures fade. */
function stayAWhile({ people, parameters }: Model): void {
  const { exposures } = people;
  const keep = exp(-1 / parameters.adResponse.wearDays);
  for (let p = 0; p < people.count; p++) exposures[p] *= keep;
}

function show(model: Model, plan: AdPlan, day: number): void {
  const { people, today, parameters, tally, ledger, stream } = model;
  const { key, segment, tolerance, faced, annoyed, exposures, weekAds } = people;
  const response = parameters.adResponse;
  const weight = annoyanceWeight(response, plan);
  const click = clickChance(response, plan);
  const counts = stream(`ads:shown:${plan.name}`).on(day);
  const clicks = stream(`ads:click:${plan.name}`).on(day);
  const orders = stream(`ads:order:${plan.name}`).on(day);
  const { a, b } = counts;
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const hours = visitHours(model, p);
    const planned = Math.floor(plan.load * hours + toUniform(draw(a, b, key[p])));
    const shown = plan.cap > 0 ? Math.min(planned, Math.max(0, plan.cap - weekAds[p])) : planned;
    const load = shown < planned ? shown / hours : plan.load;
    faced[p] += tolerance[p] * weight * load;
    if (shown === 0) continue;
    weekAds[p] = Math.min(65_535, weekAds[p] + shown);
    tally.adsShown += shown;
    book(ledger, AccountIndex.adRevenue, segment[p], shown * plan.micro);
    const blind = 1 - (response.blindness * annoyed[p]) / (annoyed[p] + USUAL_LOAD);
    const rate = shown * click * wear(exposures[p], response.wearPeak) * blind;
    exposures[p] += shown;
    if (clicks.uniform(key[p]) >= chanceFromRate(rate)) continue;
    tally.adClicks++;
    if (
      plan.own > 0 &&
      orders.uniform(key[p]) < plan.own * response.conversion * (1 + (response.relevance - 1) * plan.match)
    ) {
      placeOrder(model, p, day, 0);
    }
  }
}

/** Hours of use of a visitor today, shortened by annoyance as it stands. */
export function visitHours({ people, parameters }: Model, p: number): number {
  const { hours } = parameters.visit;
  const { faced, annoyed } = people;
  if (faced[p] === 0 && annoyed[p] === 0) return hours;
  return hours * exp(-parameters.adResponse.shorter * usageLoss(parameters.adResponse, faced[p], annoyed[p]));
}

function complain({ people, friendships, today, parameters, tally, stream }: Model, day: number): void {
  const { offsets, friends, metOn } = friendships;
  const response = parameters.adResponse;
  const { a, b } = stream('ads:complaint').on(day);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const loss = usageLoss(response, people.faced[p], people.annoyed[p]);
    if (toUniform(draw(a, b, people.key[p])) >= response.complaint * loss * 10) continue;
    tally.complaints++;
    for (let t = offsets[p]; t < offsets[p + 1]; t++) {
      const q = friends[t];
      if (metOn[t] >= EARLIEST && people.complaintsSeen[q] < 255) people.complaintsSeen[q]++;
    }
  }
}
