/** Ads, in a community where all else goes on. */
import { describe, it } from 'vitest';
import { count, outcome } from '../engine/isolated.ts';
import { byWorld, expectAbove } from './paired.ts';

const ads = (load: number, targeting = '0%') => ({ tactics: { ads: { load, targeting } } });

describe('ads', () => {
  // Goli, Huang, Reiley and Riabov 2025: more ads, fewer who are still there.
  it('that are blunt: the more of them, the lower retention', () => {
    const found = byWorld({}, [ads(0), ads(4), ads(12)], 6, (model) => outcome(model, 'retention90'));
    expectAbove(found.map(([none, some]) => none - some));
    expectAbove(found.map(([, some, many]) => some - many));
  });

  // Goldstein, McAfee and Suri 2013: good ads cost a quarter of what bad ones do.
  it('that are tailored cost less usage than blunt ones at equal load', () => {
    const found = byWorld({}, [ads(12), ads(12, '100%')], 6, (model) => outcome(model, 'hours'));
    expectAbove(found.map(([blunt, tailored]) => tailored - blunt));
  });

  /*
   * Farahat and Bailey 2012: comparing those who saw an ad with those who did not overstates its effect many times over, since
   * who sees ads is who comes, and who comes buys. Here: buyers among those who saw an ad, against those who did not, and
   * against the same people where there were no ads.
   */
  it('look many times better to whoever compares those who saw them with those who did not', () => {
    const found = byWorld(
      // Ads that are often clicked, so that they have an effect to overstate.
      { horizon: '60 days', community: { members: 8000 }, adResponse: { click: '20%' } },
      [{ tactics: { ads: { load: 1, targeting: '100%', own: '100%' } } }, {}],
      5,
      ({ people }) => ({ saw: people.exposures.slice(), bought: people.orders.slice() }),
    );
    const lifts = found.map(([shown, none]) => {
      const share = (bought: Uint16Array, those: (exposures: number) => boolean): number =>
        count(bought, (orders, p) => orders > 0 && those(shown.saw[p])) / count(shown.saw, those);
      const seeing = share(shown.bought, (n) => n > 0);
      const naive = seeing / share(shown.bought, (n) => n === 0) - 1;
      return { naive, causal: seeing / share(none.bought, (n) => n > 0) - 1 };
    });
    expectAbove(
      lifts.map(({ causal }) => causal),
      'the true lift',
    );
    expectAbove(
      lifts.map(({ naive, causal }) => naive - 5 * causal),
      'the naive lift, over five times the true one',
    );
  });
});
