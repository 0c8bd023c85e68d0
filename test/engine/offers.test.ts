import { expect, it } from 'vitest';
import { clearOffers } from '../../src/engine/offers.ts';
import { modelOf, runDays } from './isolated.ts';

it('offers are those of one day', () => {
  const model = modelOf({
    horizon: '3 days',
    tactics: { ads: { until: '2 days' }, onboarding: {}, helpdesk: {}, acquisition: { from: '1 day' } },
  });
  const { ads, programmes, desks, bought } = model.offers;
  const seen = [0, 1, 2].map((day) => {
    runDays(model, day + 1, day);
    return [ads.length, programmes.length, desks.length, bought.length];
  });
  expect(seen).toEqual([
    [1, 1, 1, 0],
    [1, 1, 1, 1],
    [0, 1, 1, 1],
  ]);
  clearOffers(model.offers);
  expect([ads.length, programmes.length, desks.length, bought.length]).toEqual([0, 0, 0, 0]);
});
