/** A community with a membership to take, for the tests of both its sides. */
import { type Changes, merged } from '../engine/isolated.ts';

/** Everybody here every day, whatever they feel, and sure to take a membership and to renew it. */
export const club: Changes = {
  horizon: '100 days',
  community: { members: 100 },
  people: { visits: '100%' },
  membershipResponse: { subscribe: '100%', usual: 60, pull: 0, renews: '100%', converts: '100%', unused: 0 },
};
export const offered = (settings: Changes = {}, more: Changes = {}): Changes =>
  merged(merged(club, more), {
    tactics: {
      membership: { fee: 30, period: '30 days', cost: 8, discount: '0%', adFree: 'off', ...settings },
    },
  });
