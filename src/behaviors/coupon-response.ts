/**
 * Coupons in hand: the chance that somebody without an open need uses one on a visit.
 *
 *   log-odds = logit(redeem) + face (depth - 20 %) + dealProne [deal-prone] + learns x learned
 *   chance   = logistic(log-odds) x profile x (.3 + .7 x need rate / mean need rate)
 *   profile  = exp(-days held / fade) + rush exp(-days left)                  declines, second peak before expiry
 *   learned <- learned + (min(1, depth / 30 %) - learned) / 3 with each coupon given
 *
 * Frequent buyers redeem more (Bawa and Shoemaker 1987). Sources: coupon-response.parameters.ts.
 */
import type { Model } from '../engine/model.ts';
import { Fact, type People } from '../population/people.ts';
import { exp, logistic, logit } from '../random/math.ts';

/** Depth at which `redeem` is stated, and depth that teaches deal-seeking in full. */
const STATED_DEPTH = 0.2;
const DEEP = 0.3;
/** Deal-seeking wholly learned, as it is kept. */
const LEARNED = 255;
/** Coupons over which deal-seeking is learned. */
const LESSONS = 3;

/** Depths are kept in hundredths of a percent. */
const DEPTH_UNITS = 10_000;

/** Part of the price that p's coupon takes off. */
export function couponDepth(people: People, p: number): number {
  return people.couponDepth[p] / DEPTH_UNITS;
}

/** Chance that p uses the coupon that they hold on today's visit, without an open need. */
export function redeemChance({ people, parameters, segments }: Model, p: number, day: number): number {
  const { couponResponse: response, buy } = parameters;
  if (response.redeem <= 0) return 0;
  let logOdds = logit(response.redeem) + response.face * (couponDepth(people, p) - STATED_DEPTH);
  if (people.facts[p] & Fact.dealProne) logOdds += response.dealProne;
  logOdds += (response.learns * people.learned[p]) / LEARNED;
  const profile =
    exp(-(day - people.couponOn[p]) / response.fade) + response.rush * exp(day - people.couponUntil[p]);
  const mean = (buy.shape * segments[people.segment[p]].people.needs) / buy.scale;
  const appetite = 0.3 + (mean > 0 ? (0.7 * people.needRate[p]) / mean : 0);
  return Math.min(1, logistic(logOdds) * profile * appetite);
}

/** Puts a coupon into p's hand; a later one takes the place of an earlier. */
export function giveCoupon(people: People, p: number, day: number, depth: number, validity: number): void {
  people.couponOn[p] = day;
  people.couponUntil[p] = day + validity - 1;
  people.couponDepth[p] = Math.round(depth * DEPTH_UNITS);
  const lesson = Math.min(1, depth / DEEP) * LEARNED;
  people.learned[p] = Math.round(people.learned[p] + (lesson - people.learned[p]) / LESSONS);
}
