import type { AdPlan } from '../behaviors/ad-response.ts';
import type { Desk } from '../behaviors/answer.ts';
import type { Programme } from '../behaviors/onboard.ts';

/** What tactics put before people today; behaviors answer. Emptied at the start of every day. */
export interface Offers {
  /** Ads that visitors see: one plan for each tactic that shows any. */
  readonly ads: AdPlan[];
  /** How newcomers are taken through their first day. */
  readonly programmes: Programme[];
  /** Help desks that take questions. */
  readonly desks: Desk[];
  /** Newcomers to buy: mean number, log-odds of falling silent that they bring, micro-units of money for each. */
  readonly bought: {
    readonly name: string;
    readonly arrivals: number;
    readonly fit: number;
    readonly micro: number;
  }[];
  /** Part of the price that is off today for everybody. */
  cut: number;
}

export function clearOffers(offers: Offers): void {
  offers.ads.length = 0;
  offers.programmes.length = 0;
  offers.desks.length = 0;
  offers.bought.length = 0;
  offers.cut = 0;
}
