import type { AdPlan } from '../behaviors/ad-response.ts';
import type { Desk, Knowledge } from '../behaviors/answer.ts';
import type { Activity } from '../behaviors/attend.ts';
import type { Ladder } from '../behaviors/climb.ts';
import type { Ritual } from '../behaviors/expect.ts';
import type { Programme } from '../behaviors/onboard.ts';
import type { EntryFee } from '../behaviors/pay-entry.ts';
import type { Poster } from '../behaviors/posters.ts';
import type { Proposal } from '../behaviors/propose.ts';
import type { Recall } from '../behaviors/recall.ts';
import type { Referral } from '../behaviors/refer.ts';
import type { MembershipPlan } from '../behaviors/subscribe.ts';
import type { Starter } from '../behaviors/taste.ts';
import type { Payer } from '../metrics/budget.ts';
import type { ForSome } from '../population/audience.ts';

/** Newcomers to buy. */
export interface Purchase extends Payer {
  /** Mean number today. */
  readonly arrivals: number;
  /** Log-odds of falling silent that they bring. */
  readonly fit: number;
  /** Price of one. [micro-units] */
  readonly micro: number;
}

/** A price cut. */
export interface Cut extends Payer {
  /** Part of the price that is off. */
  readonly depth: number;
}

/** A price list. */
export interface PriceList extends ForSome {
  /** Prices in times the usual ones. */
  readonly level: number;
  /** Units that sell, in times those at the usual prices. */
  readonly units: number;
}

/** Communities elsewhere that offer the same. */
export interface Rival extends ForSome {
  /** Log-odds of falling silent that they add for somebody whom nothing holds here. */
  readonly pull: number;
  /** What each friend here and each year inside takes away from it. */
  readonly perFriend: number;
  readonly perYear: number;
}

/** What tactics put before people today; behaviors answer. Emptied at the start of every day. */
export interface Offers {
  /** Ads that visitors see: one plan for each tactic that shows any. */
  readonly ads: AdPlan[];
  /** How newcomers are taken through their first day. */
  readonly programmes: Programme[];
  /** Programmes of levels. */
  readonly ladders: Ladder[];
  /** Help desks that take questions. */
  readonly desks: Desk[];
  /** Fees for coming in. */
  readonly entries: EntryFee[];
  /** Memberships that visitors can take. */
  readonly memberships: MembershipPlan[];
  /** What answers questions at once. */
  readonly knowledge: Knowledge[];
  readonly rivals: Rival[];
  /** Activities that take place today. */
  readonly activities: Activity[];
  /** Dates of today that people may expect. */
  readonly rituals: Ritual[];
  /** Messages that propose a product. */
  readonly proposals: Proposal[];
  /** Programmes that reward invitations. */
  readonly referrals: Referral[];
  /** Poster campaigns that begin today. */
  readonly posters: Poster[];
  /** Messages to the dormant. */
  readonly recalls: Recall[];
  /** Small products for those who have never paid. */
  readonly starters: Starter[];
  readonly bought: Purchase[];
  readonly cuts: Cut[];
  readonly lists: PriceList[];
}

export function noOffers(): Offers {
  return {
    ads: [],
    programmes: [],
    ladders: [],
    desks: [],
    entries: [],
    memberships: [],
    knowledge: [],
    activities: [],
    rituals: [],
    proposals: [],
    referrals: [],
    posters: [],
    rivals: [],
    recalls: [],
    starters: [],
    bought: [],
    cuts: [],
    lists: [],
  };
}

export function clearOffers(offers: Offers): void {
  for (const offered of Object.values(offers)) offered.length = 0;
}
