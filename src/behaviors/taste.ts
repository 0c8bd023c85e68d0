/**
 * Taste: visitors who never paid for anything take a small starter product.
 *
 *   a visitor without an order or another paid step takes it with chance take x exp(-price / (cheap x their typical order))
 *   as far as the budget reaches, in the order of a draw; then it has been paid for, and trust moves up as by an order
 *
 * It is a paid step, so a first order no longer meets friction (buy.ts). It is no order: no need is met, nobody gets used to its price,
 * friends do not notice. Sizes: tactics/starter.ts.
 */
import type { Model } from '../engine/model.ts';
import { type Payer, payEach } from '../metrics/budget.ts';
import { isFor } from '../population/audience.ts';
import { Fact } from '../population/people.ts';
import { exp } from '../random/math.ts';
import { takePaidStep } from './paid-step.ts';

/** A small product for those who have never paid. */
export interface Starter extends Payer {
  /** In currency units, and in micro-units. */
  readonly price: number;
  readonly micro: number;
  /** Cost of one. [micro-units] */
  readonly cost: number;
  /** Chance that a visitor takes it for nothing, and the part of an order at whose price 37 % of those do. */
  readonly take: number;
  readonly cheap: number;
}

/** Visitors take today's starters. */
export function taste(model: Model, day: number): void {
  const { people, parameters, offers, tally } = model;
  for (const starter of offers.starters) {
    for (const p of payEach(
      model,
      starter,
      'starterCost',
      takersOf(model, starter, day),
      starter.cost,
      day,
    )) {
      takePaidStep(model, 'starterRevenue', p, starter.micro);
      people.trust[p] += parameters.buy.delivered * (1 - people.trust[p]);
      tally.starters++;
    }
  }
}

function takersOf(model: Model, starter: Starter, day: number): number[] {
  const { people, today, segments, parameters, stream } = model;
  const { take, price, cheap } = starter;
  const order = cheap * parameters.buy.basket;
  const chances = segments.map((s) => (order > 0 ? take * exp(-price / (order * s.people.basket)) : 0));
  const luck = stream(`starter:${starter.name}`).on(day);
  const takers: number[] = [];
  for (let i = 0; i < today.visitorCount; i++) {
    const p = today.visitors[i];
    if (people.orders[p] > 0 || people.facts[p] & Fact.paid || !isFor(starter.audience, p)) continue;
    if (luck.uniform(people.key[p]) < chances[people.segment[p]]) takers.push(p);
  }
  return takers;
}
