/**
 * Discount: whose money a discount is. It counts against the budget of the tactic that gave it: the coupon's, the price
 * cut's or the membership's. What was promised is kept, so coupons that are out are honored beyond the budget; the tactic
 * ends the next morning.
 */
import type { Model } from '../engine/model.ts';
import type { Cut, Offers } from '../engine/offers.ts';
import { isFor } from '../population/audience.ts';
import type { Schedule } from '../tactics/schedule.ts';
import { paidMembership } from './subscribe.ts';

/** Notes that p holds a coupon of this tactic. */
export function noteCoupon({ couponsOf }: Model, p: number, schedule: Schedule): void {
  if (schedule.budget < Number.POSITIVE_INFINITY) couponsOf.set(p, schedule);
  else if (couponsOf.size > 0) couponsOf.delete(p);
}

/** Counts a discount on an order of p. [micro-units] */
export function chargeDiscount(model: Model, p: number, micro: number, byCoupon: boolean): void {
  if (micro === 0) return;
  const schedule = byCoupon ? model.couponsOf.get(p) : giverOf(model, p);
  if (schedule === undefined) return;
  schedule.spent += micro;
  if (schedule.spent >= schedule.budget) schedule.isSpent = true;
}

/** Whose cut or membership takes the most off for p today. */
function giverOf(model: Model, p: number): Schedule | undefined {
  const plan = paidMembership(model, p)?.plan;
  const cut = deepestCut(model.offers, p);
  return cut !== undefined && cut.depth > (plan?.discount ?? 0) ? cut.schedule : plan?.schedule;
}

/** The price cut open to p today that takes the most off; of equals the first. */
export function deepestCut({ cuts }: Offers, p: number): Cut | undefined {
  let deepest: Cut | undefined;
  for (let i = 0; i < cuts.length; i++)
    if (cuts[i].depth > (deepest?.depth ?? 0) && isFor(cuts[i].audience, p)) deepest = cuts[i];
  return deepest;
}
