/**
 * Buy: a need opens, stays open for a while, and is met here by a visitor or elsewhere.
 *
 *   needs       a Poisson process of the person's own gamma-distributed rate (BG/NBD, Fader, Hardie and Lee 2005);
 *               the next one opens an exponential time after the last was met or had lapsed (patience)
 *   log-odds of buying on a visit with an open need
 *               = logit(chance) + trust (T - usual) + ln friendPaid [a friend has paid] - friction [no order or other paid step so far]
 *                 - reference max(0, today's price - price that they are used to), in usual list prices
 *                 + commitment C [a paid membership]                               (subscribe.ts)
 *                 + ln odds [a proposal of today serves the need]                  (propose.ts)
 *   with a coupon of depth d in hand, or a membership with that discount: chance x (1 + elasticity d)   (linear promotion elasticity)
 *   below the chance without the coupon the order would have come anyway, between the two the coupon caused it
 *   without an open need a coupon alone can cause an order (coupon-response.ts); `borrowed` of those use up the next need
 *   a price cut of depth d open to everybody adds, each time that a need is weighed, chance x elasticity d orders in the mean
 *            that leave the need open; `ahead` of them are put by, and each of those stands for a later order at full price
 *   under a price list at L times the usual prices a need that is met here comes to L^-elasticity orders in the mean: none, one or
 *            more, by floor(L^-elasticity + u); the cost of goods stays
 *
 * One uniform settles an order under both prices, so the split is exact on each visit. After an order the price that its
 * buyer is used to moves toward the price paid, trust moves up, and friction is gone.
 */
import type { Model } from '../engine/model.ts';
import type { Offers } from '../engine/offers.ts';
import { AccountIndex, book, MICROS_PER_CENT } from '../metrics/ledger.ts';
import { isFor } from '../population/audience.ts';
import { NO_NEED } from '../population/draw-people.ts';
import { EARLIEST } from '../population/friendships.ts';
import { Fact } from '../population/people.ts';
import { betaQuantile, exponentialQuantile, normalQuantile } from '../random/distributions.ts';
import { draw, toUniform } from '../random/draw.ts';
import { exp, log, logistic, logit } from '../random/math.ts';
import { couponDepth, redeemChance } from './coupon-response.ts';
import { chargeDiscount, deepestCut } from './discount.ts';
import { paidMembership } from './subscribe.ts';

/** Most orders of one person on one day. */
const DAILY = 20;

/** Visitors with a need, or with a coupon, buy or do not. */
export function buy(model: Model, day: number): void {
  const { people, today, stream } = model;
  const { key, needOn, couponUntil } = people;
  const { a, b } = stream('buy').on(day);
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    if (needOn[p] >= day + 1 && couponUntil[p] < day) continue;
    lapse(model, p, day);
    const u = toUniform(draw(a, b, key[p]));
    if (needOn[p] < day + 1) buyByNeed(model, p, day, u);
    else if (couponUntil[p] >= day) buyByCoupon(model, p, day, u);
  }
  tellFriends(model, day);
}

/** Whether p has an open need today; needs lapse at the same moments whenever somebody asks. */
export function hasNeed(model: Model, p: number, day: number): boolean {
  const { needOn } = model.people;
  if (needOn[p] >= day + 1) return false;
  lapse(model, p, day);
  return needOn[p] < day + 1;
}

/** Needs that waited too long were met elsewhere. */
function lapse(model: Model, p: number, day: number): void {
  const { needOn } = model.people;
  const { patience } = model.parameters.buy;
  while (needOn[p] + patience < day) openNext(model, p, needOn[p] + patience);
}

/** The next need opens an exponential time after `from`. */
function openNext({ people, stream }: Model, p: number, from: number): void {
  if (people.facts[p] & Fact.quit || people.needRate[p] <= 0) {
    people.needOn[p] = NO_NEED;
    return;
  }
  const u = toUniform(stream('need').on(-1).drawEvent(people.key[p], people.needs[p]));
  people.needs[p]++;
  people.needOn[p] = from + exponentialQuantile(u, 1 / people.needRate[p]);
}

function buyByNeed(model: Model, p: number, day: number, u: number): void {
  const { people, parameters, stream } = model;
  const { elasticity } = parameters.buy;
  const cut = cutFor(model.offers, p);
  const depth = people.couponUntil[p] >= day ? couponDepth(people, p) : 0;
  const own = Math.max(cut, memberDiscount(model, p));
  let drawn = u;
  for (let bought = 0; bought < DAILY && people.needOn[p] < day + 1; bought++) {
    const chance = buyChance(model, p, cut);
    if (cut > 0) buyMore(model, p, day, bought, chance, cut);
    const off = bought === 0 && depth > own ? depth : own;
    if (drawn >= chance * (1 + elasticity * (off - cut))) return;
    const opened = people.needOn[p];
    const byCoupon = off > own;
    if (byCoupon || cut > 0 || !fromStock(model, p)) {
      const units = unitsAtList(model, p, day, bought);
      if (units > 0) {
        if (byCoupon) useCoupon(model, p, drawn >= chance * (1 + elasticity * (own - cut)));
        placeOrder(model, p, day, off, byCoupon);
      }
      for (let more = 1; more < units; more++) placeOrder(model, p, day, own);
    }
    openNext(model, p, Math.max(opened, day));
    drawn = toUniform(
      stream('buy')
        .on(day)
        .drawEvent(people.key[p], bought + 1),
    );
  }
}

/** What a price cut adds while somebody weighs a need: orders beyond it, some of them put by for later. */
function buyMore(model: Model, p: number, day: number, weighed: number, chance: number, cut: number): void {
  const { people, parameters, stock, stream } = model;
  const { elasticity, ahead } = parameters.buy;
  const more = Math.min(
    DAILY,
    Math.floor(
      chance * elasticity * cut * priceList(model.offers, p, 'units') +
        toUniform(stream('cut').on(day).drawEvent(people.key[p], weighed)),
    ),
  );
  const ordered = people.lastOrderOn[p];
  for (let i = 0; i < more; i++) {
    placeOrder(model, p, day, priceCut(model, p));
    people.lastOrderOn[p] = ordered; // more of the same is nothing to tell friends
    const kept = toUniform(
      stream('cut:ahead')
        .on(day)
        .drawEvent(people.key[p], weighed * DAILY + i),
    );
    const before = stock.get(p) ?? { added: 0, left: 0 };
    stock.set(p, { added: before.added + 1, left: before.left + (kept < ahead ? 1 : 0) });
  }
}

/** Orders that a need met here comes to at today's list. */
function unitsAtList({ offers, people, stream }: Model, p: number, day: number, weighed: number): number {
  if (offers.lists.length === 0) return 1;
  const u = toUniform(stream('prices').on(day).drawEvent(people.key[p], weighed));
  return Math.min(DAILY, Math.floor(priceList(offers, p, 'units') + u));
}

/** Today's list for p, in times the usual one: its prices, or the units that sell. */
export function priceList({ lists }: Offers, p: number, what: 'level' | 'units'): number {
  let product = 1;
  for (let i = 0; i < lists.length; i++) if (isFor(lists[i].audience, p)) product *= lists[i][what];
  return product;
}

/** Whether p meets a need from what they put by: one order less at full price. */
function fromStock({ stock }: Model, p: number): boolean {
  const own = stock.get(p);
  if (own === undefined || own.left === 0) return false;
  stock.set(p, { ...own, left: own.left - 1 });
  return true;
}

function buyByCoupon(model: Model, p: number, day: number, u: number): void {
  const { people, parameters, stream } = model;
  const depth = couponDepth(people, p);
  const cut = priceCut(model, p);
  if (depth <= cut && cut > 0) return;
  if (u >= redeemChance(model, p, day) * Math.min(1, priceList(model.offers, p, 'units'))) return;
  useCoupon(model, p, true);
  placeOrder(model, p, day, depth, true);
  if (stream('buy:borrowed').on(day).uniform(people.key[p]) < parameters.buy.borrowed)
    openNext(model, p, people.needOn[p]);
}

/** Chance that p, with an open need and no coupon, buys on this visit; a price cut's own pull is `buyMore`. */
export function buyChance(model: Model, p: number, cut = cutFor(model.offers, p)): number {
  const { people, parameters, stock, offers } = model;
  const { buy, trust } = parameters;
  if (buy.chance >= 1) return 1;
  let logOdds = logit(buy.chance) + buy.trust * (people.trust[p] - trust.usual);
  if (people.facts[p] & Fact.friendPaid) logOdds += log(buy.friendPaid);
  for (let i = 0; i < offers.proposals.length; i++)
    if (offers.proposals[i].timely.has(p)) logOdds += offers.proposals[i].convinces;
  const isFirst = (people.facts[p] & Fact.paid) === 0 && people.orders[p] === (stock.get(p)?.added ?? 0);
  if (isFirst) logOdds -= buy.friction;
  const held = paidMembership(model, p);
  if (held) logOdds += parameters.membershipResponse.commitment * held.committed;
  const price = priceList(offers, p, 'level') * (1 - Math.max(cut, held?.plan.discount ?? 0));
  return logistic(logOdds - buy.reference * Math.max(0, price - people.usedTo[p]));
}

/** Part of the price that is off for p today, open to everybody. */
export const cutFor = (offers: Offers, p: number): number => deepestCut(offers, p)?.depth ?? 0;

/** Part of the price of every order that p's paid membership takes off. */
const memberDiscount = (model: Model, p: number): number => paidMembership(model, p)?.plan.discount ?? 0;

/** Part of the price that is off for p today, with nothing to redeem. */
export function priceCut(model: Model, p: number): number {
  return Math.max(cutFor(model.offers, p), memberDiscount(model, p));
}

function useCoupon({ people, tally }: Model, p: number, caused: boolean): void {
  people.couponUntil[p] = people.couponOn[p] - 1;
  tally.couponsRedeemed++;
  if (caused) tally.couponOrdersCaused++;
}

/** One order of p at `depth` off: money is booked, and what an order changes in its buyer. */
export function placeOrder(model: Model, p: number, day: number, depth: number, byCoupon = false): void {
  const { people, parameters, segments, tally, stream } = model;
  const { basket, basketSpread, margin, delivered, referenceOrders } = parameters.buy;
  const own = segments[people.segment[p]].people.basket;
  const z = normalQuantile(toUniform(stream('basket').on(-1).drawEvent(people.key[p], people.orders[p])));
  const usual = Math.round(100 * basket * own * exp(basketSpread * z));
  const level = priceList(model.offers, p, 'level');
  const cents = level === 1 ? usual : Math.round(usual * level);
  const discount = Math.round(cents * depth);
  book(model, AccountIndex.sales, p, cents * MICROS_PER_CENT);
  book(model, AccountIndex.goodsCost, p, Math.round(usual * (1 - margin)) * MICROS_PER_CENT);
  book(model, AccountIndex.discountCost, p, discount * MICROS_PER_CENT);
  chargeDiscount(model, p, discount * MICROS_PER_CENT, byCoupon);
  model.today.bought.push(p, cents - discount);
  tally.orders++;
  people.lastOrderOn[p] = day;
  people.trust[p] += delivered * (1 - people.trust[p]);
  people.usedTo[p] += (level * (1 - depth) - people.usedTo[p]) / referenceOrders;
  people.orders[p]++;
  mayQuit(model, p);
}

/** Friends notice who ordered today; that moves them from tomorrow on, so the order of visitors does not matter. */
function tellFriends({ people, friendships, today }: Model, day: number): void {
  const { offsets, friends, metOn } = friendships;
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    if (people.lastOrderOn[p] !== day) continue;
    for (let t = offsets[p]; t < offsets[p + 1]; t++)
      if (metOn[t] >= EARLIEST) people.facts[friends[t]] |= Fact.friendPaid;
  }
}

/** BG/NBD drop-out: each person has their own chance to need nothing any more after an order. */
function mayQuit({ people, parameters, stream }: Model, p: number): void {
  const { quits, quitAlpha, quitBeta } = parameters.buy;
  if (quits !== 1) return;
  const chance = betaQuantile(stream('trait:quit').on(-1).uniform(people.key[p]), quitAlpha, quitBeta);
  if (toUniform(stream('quit').on(-1).drawEvent(people.key[p], people.orders[p])) < chance)
    people.facts[p] |= Fact.quit;
}
