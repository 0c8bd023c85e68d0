/** A small community in which everything happens, for tests of the whole. */
import type { Changes } from './isolated.ts';

export const lively: Changes = {
  seedbed: 1,
  title: 'Lively',
  horizon: '70 days',
  seed: 'lively',
  community: {
    members: 160,
    prospects: 140,
    tenure: '60 days',
    awake: '50%',
    network: { kind: 'clustered', ties: 8 },
    segments: {
      regulars: { share: '30%', people: { visits: '50%' } },
      others: { share: '70%', people: { visits: '25%', needs: 3 } },
    },
  },
  people: { posts: 5, postsSpread: 1.5, shares: 0.2, invites: 0.3 },
  join: { innovation: 0.004, imitation: 0.004, invitation: 0.4, views: 0.05 },
  onboard: { icebreaker: '60%', firstPost: '50%' },
  engage: { asks: '20%', answered: '60%' },
  ties: { chat: '70%', wake: '40%', closure: '40%', sleep: '20 days' },
  adResponse: { slope: 0.1, click: '10%', complaint: '10%' },
  couponResponse: { redeem: '10%' },
  buy: { chance: '30%', shape: 1, scale: '15 days', patience: '10 days' },
  leave: { alpha: 1, beta: 10, back: 0.03, forGood: 0.01, perTie: 0.3 },
};

/** Tactics of every kind. */
export const busy: Changes = {
  ads: { load: 12, intrusiveness: '50%', targeting: '40%', cap: 9, own: '30%' },
  coupons: { rate: '80% per month', depth: '30%', validity: '9 days', whom: 'lurkers' },
  onboarding: { cost: 3.33 },
  helpdesk: { hours: 6, minutes: 90, patience: '0.3 days', cost: 7.77 },
  acquisition: { arrivals: '0.5 per day', cost: 11.11 },
};
