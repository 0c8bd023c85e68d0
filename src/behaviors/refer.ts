/**
 * Refer: what rewards do to inviting and to accepting.
 *
 *   a member whom a programme rewards invites (1 + invites r / (r + half)) times as often      r: reward to the inviter
 *   their invitation pulls (1 + accepts g / (g + half)) times as strongly                      g: gift to the invited
 *
 * `invites` exceeds `accepts`: rewards raise inviting more than accepting. Both saturate. An invitation beyond the quota of
 * its month carries no reward and is none of the programme's. Sizes: referral-response.parameters.ts.
 */
import type { Model } from '../engine/model.ts';
import { type Payer, payEach } from '../metrics/budget.ts';
import { isFor } from '../population/audience.ts';
import { Channel } from '../population/people.ts';

/** A programme that rewards invitations. */
export interface Referral extends Payer {
  /** Times as often as without, and times as strong. */
  readonly inviting: number;
  readonly accepting: number;
  /** Reward and gift together, of one newcomer. [micro-units] */
  readonly micro: number;
  /** Rewarded invitations of a member and month; 0: any number. */
  readonly quota: number;
  /** Rewarded invitations of this month so far, by place of the inviter. */
  readonly used: Map<number, number>;
}

/** How much a reward raises what it is for, where `most` is its largest effect. [times] */
export const rewarded = (most: number, reward: number, half: number): number =>
  1 + (most * reward) / (reward + half);

/** The programme under which p invites today: the one that makes p invite most; null where there is none. */
export function referralFor({ offers }: Model, p: number): Referral | null {
  let best: Referral | null = null;
  for (const referral of offers.referrals) {
    const { quota, used } = referral;
    if (!isFor(referral.audience, p) || (quota > 0 && (used.get(p) ?? 0) >= quota)) continue;
    if (best === null || referral.inviting > best.inviting) best = referral;
  }
  return best;
}

/** Pays for yesterday's invitations that were accepted this morning: one inviter for each newcomer, by the draw of the pair. */
export function payReferrals(model: Model, day: number): void {
  const { people, today, stream } = model;
  if (today.carried.size === 0) return;
  const pairs = stream('referral:who').on(day);
  const winners = new Map<number, { readonly referral: Referral; readonly drawn: number }>();
  for (const [i, referral] of today.carried) {
    const [p, q] = [today.invitations[i], today.invitations[i + 1]];
    if (people.joinedOn[q] !== day || people.channel[q] !== Channel.invited) continue;
    const drawn = pairs.drawPair(people.key[p], people.key[q]);
    const other = winners.get(q);
    if (other === undefined || drawn < other.drawn) winners.set(q, { referral, drawn });
  }
  for (const referral of new Set([...winners.values()].map((winner) => winner.referral))) {
    const claimants = [...winners.keys()].filter((q) => winners.get(q)?.referral === referral);
    payEach(model, referral, 'referralCost', claimants, referral.micro, day);
  }
  today.carried.clear();
}
