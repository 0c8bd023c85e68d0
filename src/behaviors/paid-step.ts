/** A paid step: a ticket, a fee, a first small product. Who has taken one meets no friction at a first order (buy.ts). */
import type { Model } from '../engine/model.ts';
import { type Account, AccountIndex, book } from '../metrics/ledger.ts';
import { Fact } from '../population/people.ts';

/** p pays `micro` for it: the money comes in, and p has paid for something here; nothing where it is free. */
export function takePaidStep(model: Model, account: Account, p: number, micro: number): void {
  if (micro === 0) return;
  book(model, AccountIndex[account], p, micro);
  model.people.facts[p] |= Fact.paid;
}
