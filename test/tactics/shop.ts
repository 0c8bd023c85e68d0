import type { Changes } from '../engine/isolated.ts';

/** Everybody here every day, each with a need in ten days or so; nothing about them changes by an order. */
export const shop: Changes = {
  horizon: '60 days',
  community: { members: 1500 },
  people: { visits: '100%' },
  buy: {
    chance: '30%',
    patience: '14 days',
    shape: 10_000,
    scale: '100000 days',
    basketSpread: 0,
    basket: '100 CNY',
    margin: '40%',
    friction: 0,
    delivered: '0%',
    friendPaid: 1,
    reference: 0,
    elasticity: 3.63,
    ahead: '0%',
  },
  couponResponse: { redeem: '0%' },
};
