/**
 * Discount: whose money a discount is. It counts against the budget of the tactic that gave it: the coupon's, the price
 * cut's or the membership's. What was promised is kept, so coupons that are out are honored beyond the budget; the tactic
 * ends the next morning.
 */
import type { Model } from '../engine/model.ts';
import { isFor } from '../population/audience.ts';
import type { Schedule } from '../tactics/schedule.ts';

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
function giverOf({ offers: { cuts }, memberships }: Model, p: number): Schedule | undefined {
  const held = memberships.size > 0 ? memberships.get(p) : undefined;
  let most = held?.isPaid ? held.plan.discount : 0;
  let giver = held?.plan.schedule;
  for (let i = 0; i < cuts.length; i++) {
    if (cuts[i].depth <= most || !isFor(cuts[i], p)) continue;
    most = cuts[i].depth;
    giver = cuts[i].schedule;
  }
  return giver;
}
