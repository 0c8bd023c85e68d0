/**
 * Subscribe: visitors take a paid membership; when a period or a trial ends they renew, or it lapses.
 *
 *   a visitor without one takes it with chance
 *             logistic(logit(subscribe) + regard) x exp(1 - fee / usual fee for a period) x trials [a trial, the first time]
 *   regard    = pull ((S - 1/2) + (T - usual trust))
 *   at the end of a period (renews) or of a trial (converts) a member pays again with chance
 *             logistic(logit(renews or converts) + regard - unused (1 - exp(-days since the last visit / fade)))
 *   commitment left C = exp(-whole days without a visit before the latest one / fade), where a fee was paid
 *
 * While it runs the need for perks is met (engage.ts) and ads may be off (ad-response.ts); once it is paid for, orders come
 * at a discount and commitment adds to their log-odds (buy.ts). Who has fallen silent does not renew. Sizes: membership-response.parameters.ts.
 */
import type { Model } from '../engine/model.ts';
import { type Payer, payEach } from '../metrics/budget.ts';
import { MONTH_DAYS } from '../metrics/calendar.ts';
import { isFor } from '../population/audience.ts';
import { ORDINARY } from '../population/draw-people.ts';
import { Fact, Status } from '../population/people.ts';
import { draw, toUniform } from '../random/draw.ts';
import { exp, logistic, logit } from '../random/math.ts';
import { takePaidStep } from './paid-step.ts';

/** A membership that people can take. */
export interface MembershipPlan extends Payer {
  /** For one period. [currency] */
  readonly fee: number;
  /** The fee, and what benefits of a paid period cost. [micro-units] */
  readonly feeMicros: number;
  readonly benefits: number;
  /** Days of a paid period and of a trial. */
  readonly period: number;
  readonly trial: number;
  /** Part of the price of orders that is off. */
  readonly discount: number;
  readonly adFree: boolean;
}

/** What one person holds or once held. */
export interface Membership {
  plan: MembershipPlan;
  /** Whether it is in force and paid for. */
  isPaid: boolean;
  /** The first day on which it is over. */
  until: number;
  usedOn: number;
  /** Commitment left, as of the latest visit. */
  committed: number;
}

/** Ends and renewals of today, then those who take one, then what of it is used. */
export function subscribe(model: Model, day: number): void {
  const { memberships, offers, today, parameters } = model;
  if (memberships.size === 0 && offers.memberships.length === 0) return;
  endPeriods(model, day);
  for (const plan of offers.memberships) propose(model, plan, day);
  for (let i = 0; memberships.size > 0 && i < today.visitorCount; i++) {
    const held = everHeld(model, today.visitors[i]);
    if (held === undefined) continue;
    const unvisited = Math.max(0, day - held.usedOn - 1);
    held.committed = held.plan.fee > 0 ? exp(-unvisited / parameters.membershipResponse.fade) : 0;
    held.usedOn = day;
  }
}

/** What p holds or once held. */
function everHeld({ people, memberships }: Model, p: number): Membership | undefined {
  return (people.facts[p] & Fact.subscribed) === 0 ? undefined : memberships.get(p);
}

/** What p holds in force. */
export function membershipOf(model: Model, p: number, day: number): Membership | undefined {
  const held = everHeld(model, p);
  return held !== undefined && held.until > day ? held : undefined;
}

/** What p has paid for and holds in force. */
export function paidMembership(model: Model, p: number): Membership | undefined {
  const held = everHeld(model, p);
  return held?.isPaid ? held : undefined;
}

/** p takes a membership, or begins a trial of it. */
export function hold({ people, memberships }: Model, p: number, held: Membership): void {
  people.facts[p] |= Fact.subscribed;
  memberships.set(p, held);
}

/** Log-odds of paying for a membership that p's satisfaction and trust add to the ordinary. */
function regardOf({ people, parameters }: Model, p: number): number {
  const { membershipResponse, trust } = parameters;
  return membershipResponse.pull * (people.satisfaction[p] - ORDINARY + people.trust[p] - trust.usual);
}

/** Visitors without a membership take this one, or begin their trial of it. */
function propose(model: Model, plan: MembershipPlan, day: number): void {
  const { people, today, parameters, stream } = model;
  const { subscribe: chance, usual, trials } = parameters.membershipResponse;
  const price = exp(1 - (plan.fee * MONTH_DAYS) / (usual * plan.period));
  const { a, b } = stream(`subscribe:${plan.name}`).on(day);
  const { pull } = parameters.membershipResponse;
  // Nobody is more content than 1 nor trusts more: whose draw is above that is not worked out.
  const most = logistic(logit(chance) + Math.abs(pull) * (1 + ORDINARY)) * price * Math.max(1, trials);
  const taking: number[] = [];
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    const u = toUniform(draw(a, b, people.key[p]));
    if (u >= most) continue;
    const held = everHeld(model, p);
    if ((held !== undefined && held.until >= day) || !isFor(plan.audience, p)) continue;
    const onTrial = plan.trial > 0 && held === undefined;
    const wants = logistic(logit(chance) + regardOf(model, p)) * price * (onTrial ? trials : 1);
    if (u >= wants) continue;
    if (onTrial) hold(model, p, { plan, isPaid: false, until: day + plan.trial, usedOn: day, committed: 0 });
    else taking.push(p);
  }
  for (const p of charged(model, plan, taking, day))
    hold(model, p, { plan, isPaid: true, until: day + plan.period, usedOn: day, committed: 0 });
}

/** What ends today ends, or goes on for another period. */
function endPeriods(model: Model, day: number): void {
  const { memberships, people, parameters, tally, stream } = model;
  const { renews, converts, unused, fade } = parameters.membershipResponse;
  const going = new Map<string, number[]>();
  for (const [p, held] of memberships) {
    if (held.until !== day) continue;
    const { name, schedule } = held.plan;
    const away = 1 - exp((people.lastVisitOn[p] - day) / fade);
    const logOdds = logit(held.isPaid ? renews : converts) + regardOf(model, p) - unused * away;
    const isOffered = !schedule.isOver && day < schedule.untilDay && people.status[p] === Status.member;
    if (isOffered && stream(`renew:${name}`).on(day).uniform(people.key[p]) < logistic(logOdds))
      going.set(name, [...(going.get(name) ?? []), p]);
    else held.isPaid = false;
  }
  for (const claimants of going.values()) {
    const { plan: taken } = memberships.get(claimants[0]) as Membership;
    const plan = model.offers.memberships.find(({ name }) => name === taken.name) ?? taken; // at today's price
    const served = new Set(charged(model, plan, claimants, day));
    for (const p of claimants) {
      const held = memberships.get(p) as Membership;
      if (served.has(p) && held.isPaid) tally.renewals++;
      held.isPaid = served.has(p);
      if (!held.isPaid) continue;
      held.plan = plan;
      held.until = day + plan.period;
    }
  }
}

/** Those who pay for a period of the plan: their fees come in, what its benefits cost goes out as far as the budget reaches. */
function charged(model: Model, plan: MembershipPlan, claimants: readonly number[], day: number) {
  const served = payEach(model, plan, 'membershipCost', claimants, plan.benefits, day);
  for (const p of served) takePaidStep(model, 'membershipRevenue', p, plan.feeMicros);
  return served;
}
