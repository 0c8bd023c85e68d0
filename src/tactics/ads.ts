import { MONTH_DAYS } from '../metrics/calendar.ts';
import { AccountIndex, bookPerMember, micros } from '../metrics/ledger.ts';
import type { Section, Values } from '../scenario/parameter.ts';
import type { Tactic } from './tactic.ts';

export const adsParameters = {
  load: {
    kind: 'load',
    unit: 'ads per hour of use',
    default: 6,
    range: [3, 12],
    min: 0,
    max: 120,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator; Goli et al. 2025 tested up to 12 an hour, beyond is extrapolation.',
    about: 'Ads shown per hour of use.',
  },
  targeting: {
    kind: 'share',
    unit: 'share',
    default: 0,
    range: [0, 1],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator: 0 is blunt (the same for everybody), 1 is wholly tailored.',
    about: 'How far ads are chosen for their reader.',
  },
  accuracy: {
    kind: 'share',
    unit: 'share',
    default: 0.7,
    range: [0.5, 0.88],
    chosen: false,
    known: 'assumption',
    source: 'Assumption; poor knowledge of segments turns tailored ads into blunt ones.',
    about: 'How often a targeted ad fits the reader that it was chosen for.',
  },
  intrusiveness: {
    kind: 'share',
    unit: 'share',
    default: 0.3,
    range: [0, 1],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator: 0 is quiet and in the feed, 1 interrupts (pop-up, push, mention-all).',
    about: 'Format: how much ads interrupt.',
  },
  cap: {
    kind: 'count',
    unit: 'ads per person and week',
    default: 0,
    range: [0, 50],
    min: 0,
    max: 255,
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator; 0 is no cap.',
    about: 'Most ads that one person is shown in a week.',
  },
  price: {
    kind: 'money',
    unit: 'currency per thousand ads',
    default: 14,
    range: [8, 30],
    min: 0,
    max: 1e7,
    chosen: false,
    known: 'published',
    source: 'Beales 2010 (NAI): 1.98 USD per thousand untargeted impressions, about 14 CNY.',
    about: 'Paid by sponsors for a thousand untargeted ads shown.',
  },
  premium: {
    kind: 'positive',
    unit: 'times',
    default: 2.08,
    range: [1.3, 2.7],
    min: 0,
    max: 100,
    chosen: false,
    known: 'published',
    source:
      'Beales 2010: 4.12 against 1.98 USD per thousand, 2.68 times when weighted by network; the range reaches down, since a small community is no ad network.',
    about: 'Price of a targeted ad against an untargeted one, where it fits its reader.',
  },
  own: {
    kind: 'share',
    unit: 'share',
    default: 0,
    range: [0, 1],
    chosen: true,
    known: 'assumption',
    source: 'Chosen by the operator.',
    about: "Share of ads that are for the community's own products: unpaid, but clicks may become orders.",
  },
  cost: {
    kind: 'money',
    unit: 'currency per targeted member and month',
    default: 1,
    range: [0.3, 3],
    min: 0,
    max: 1e6,
    chosen: false,
    known: 'assumption',
    source: 'Assumption: tools, and a few hours of hands a month to keep segments and material up to date.',
    about: 'Cost of knowing members well enough to target them, by member and month, in step with targeting.',
  },
} as const satisfies Section;
export type AdsValues = Values<typeof adsParameters>;

/**
 * Ads, from blunt to tailored. Sponsors pay for those that are not for the community's own products:
 *
 *   price of one ad = price / 1000 x (1 - own) x (1 + (premium - 1) match),   match = targeting x accuracy
 *   cost a day      = cost x targeting / 30.4375 for each member
 *
 * What people make of them: behaviors/ad-response.ts.
 */
export const ads: Tactic<typeof adsParameters> = {
  name: 'ads',
  about: 'Ads shown to visitors, from blunt (the same for everybody) to tailored.',
  parameters: adsParameters,
  acts: {
    offer(model, { name, values }) {
      const match = values.targeting * values.accuracy;
      const paid = (values.price / 1000) * (1 - values.own) * (1 + (values.premium - 1) * match);
      const { load, intrusiveness, cap, own } = values;
      if (load > 0)
        model.offers.ads.push({ name, load, match, intrusiveness, cap, own, micro: micros(paid) });
      if (values.targeting > 0) {
        bookPerMember(
          model,
          AccountIndex.targetingCost,
          micros((values.cost * values.targeting) / MONTH_DAYS),
        );
      }
    },
  },
};
