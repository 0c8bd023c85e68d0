/**
 * Propose: what people make of a message that proposes a product.
 *
 *   the right product, while a need is open: a service
 *     log-odds of coming today + pull, log-odds of buying on that visit + ln odds (buy.ts)
 *   any other: advertising, as annoying on that day as `weight` blunt ads an hour, for those who come (ad-response.ts);
 *     who does not come remembers it as a day with so many ads
 */
import type { Model } from '../engine/model.ts';
import type { Offers } from '../engine/offers.ts';
import { hasNeed } from './buy.ts';
import { remind } from './visit.ts';

/** Messages of today that propose a product. */
export interface Proposal {
  /** Places of those who get one, and those of them whom the product suits. */
  readonly written: readonly number[];
  readonly fitting: ReadonlySet<number>;
  /** Log-odds of coming and of buying that one adds for whoever needs it. */
  readonly pull: number;
  readonly convinces: number;
  /** Blunt ads an hour that one of no use is felt like. */
  readonly weight: number;
  /** Of those who get one: whom it serves, and whom it annoys. */
  readonly timely: Set<number>;
  readonly untimely: Set<number>;
}

/** Settles whom today's proposals serve; those have a reason to come. */
export function propose(model: Model, day: number): void {
  for (const { written, fitting, pull, timely, untimely } of model.offers.proposals) {
    for (const p of written) {
      if (!fitting.has(p) || !hasNeed(model, p, day)) {
        untimely.add(p);
        continue;
      }
      timely.add(p);
      remind(model, p, pull);
    }
    model.tally.proposalsTimely += timely.size;
  }
}

/** Blunt ads an hour that today's proposals of no use are felt like by p. */
export function bluntness({ proposals }: Offers, p: number): number {
  let sum = 0;
  for (let i = 0; i < proposals.length; i++) if (proposals[i].untimely.has(p)) sum += proposals[i].weight;
  return sum;
}
