/**
 * Entry: outsiders who would come in for free are asked for a fee first.
 *
 *   what coming in is worth to somebody ~ exponential, the same on every day; mean `worth`
 *   they come in where it is worth the fee, else they stay outside for today:  share who do = exp(-fee / worth)
 *   k = 1 - exp(-fee / worth), the share that the fee keeps out; of those who paid it
 *   log-odds of falling silent fall by selects x k, posts and chats are 1 + talk k times as many
 *
 * So a dearer fee lets in part of those whom a smaller one does, those who value the place most. Of several fees the dearest counts.
 * Founders are inside, and bought newcomers have been paid for: neither is asked. All sizes are assumptions (tactics/entry.ts).
 */
import type { Model } from '../engine/model.ts';
import type { Offers } from '../engine/offers.ts';
import { type ForSome, isFor } from '../population/audience.ts';
import { exponentialQuantile } from '../random/distributions.ts';
import { exp } from '../random/math.ts';
import { takePaidStep } from './paid-step.ts';

/** A fee for coming in. */
export interface EntryFee extends ForSome {
  /** In currency units, and in micro-units. */
  readonly fee: number;
  readonly micro: number;
  /** What coming in is worth to an ordinary outsider. [currency] */
  readonly worth: number;
  readonly selects: number;
  readonly talk: number;
}

/** The fee that p is asked for; undefined where there is none. */
function feeFor({ entries }: Offers, p: number): EntryFee | undefined {
  let dearest: EntryFee | undefined;
  for (const entry of entries)
    if (isFor(entry.audience, p) && entry.fee > (dearest?.fee ?? 0)) dearest = entry;
  return dearest;
}

/** Whether coming in is worth to p what it costs them. */
export function isWilling({ offers, people, stream }: Model, p: number): boolean {
  const asked = feeFor(offers, p);
  if (asked === undefined) return true;
  return exponentialQuantile(stream('entry:worth').on(-1).uniform(people.key[p]), asked.worth) >= asked.fee;
}

/** p, who has just come in, pays what is asked; it tells what sort of member they are. */
export function payEntry(model: Model, p: number): void {
  const { people, offers, keen } = model;
  const asked = feeFor(offers, p);
  if (asked === undefined) return;
  const keptOut = 1 - exp(-asked.fee / asked.worth);
  takePaidStep(model, 'entryRevenue', p, asked.micro);
  people.exitLogit[p] -= asked.selects * keptOut;
  people.postRate[p] *= 1 + asked.talk * keptOut;
  keen.set(p, 1 + asked.talk * keptOut);
}
