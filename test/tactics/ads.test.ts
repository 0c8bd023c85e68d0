import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { AccountIndex, recount } from '../../src/metrics/ledger.ts';
import { Status } from '../../src/population/people.ts';
import { ads } from '../../src/tactics/ads.ts';
import {
  type Changes,
  differences,
  inErrors,
  merged,
  modelOf,
  outcome,
  played,
  sum,
} from '../engine/isolated.ts';

/** What ads put before people on a day. */
function offer(settings: Changes, more: Changes = {}): Model {
  const model = modelOf(merged({ tactics: { ads: settings } }, more));
  for (const tactic of model.tactics) ads.acts.offer?.(model, tactic as never, 0);
  return model;
}

describe('ads', () => {
  it('are one plan with the numbers of the scenario', () => {
    const { offers } = offer({
      load: '6 per hour',
      targeting: '50%',
      accuracy: '70%',
      intrusiveness: '30%',
      cap: 9,
      own: '25%',
      price: '14 CNY',
      premium: 2.08,
    });
    expect(offers.ads).toEqual([
      {
        name: 'ads',
        load: 6,
        match: 0.35,
        intrusiveness: 0.3,
        cap: 9,
        own: 0.25,
        audience: null,
        // 14 / 1000 x .75 x (1 + 1.08 x .35) CNY, in millionths of a cent.
        micro: Math.round(1_400_000 * 0.75 * 1.378),
      },
    ]);
  });

  it('that are blunt cost nothing to aim, and sell at the plain price', () => {
    const model = offer({ targeting: '0%', price: '14 CNY', cost: '1 CNY' });
    expect(model.offers.ads[0].micro).toBe(1_400_000);
    expect(sum(model.ledger.open)).toBe(0);
  });

  it('that are targeted cost by member and month, in step with targeting', () => {
    const model = offer({ targeting: '50%', cost: '3 CNY' }, { community: { members: 10, prospects: 5 } });
    expect(model.ledger.open[AccountIndex.targetingCost]).toBe(10 * Math.round((150 * 1e6) / 30.4375));
    model.people.status[0] = Status.dormant;
    recount(model.ledger);
    for (const tactic of model.tactics) ads.acts.offer?.(model, tactic as never, 1);
    expect(model.ledger.open[AccountIndex.targetingCost]).toBe(19 * Math.round((150 * 1e6) / 30.4375));
  });

  it('may be stated by visit or active day', () => {
    for (const load of ['2 per visit', '2 per active day']) {
      const model = offer({ load }, { visit: { hours: 0.4 } });
      expect(model.offers.ads[0].load).toBeCloseTo(5, 12);
    }
    const model = played({
      horizon: '20 days',
      community: { members: 500 },
      people: { visits: '100%' },
      visit: { hours: 0.4 },
      adResponse: { slope: 0 },
      tactics: { ads: { load: '2 per visit' } },
    });
    expect(outcome(model, 'adsShown')).toBe(2 * 500 * 20);
    expect(outcome(model, 'adsPerMemberWeek')).toBe(14);
  });

  it('earn exactly what is shown times the price', () => {
    const model = played({
      horizon: '25 days',
      community: { members: 300 },
      people: { visits: '50%' },
      tactics: { ads: { load: '6 per hour', price: '33 CNY', targeting: '0%' } },
    });
    const shown = outcome(model, 'adsShown');
    expect(shown).toBeGreaterThan(5000);
    // 3.3 cents each: whole cents are booked, the rest waits.
    expect(outcome(model, 'adRevenue')).toBe(Math.floor((shown * 33) / 10) / 100);
  });

  it('keep to their cap for every member and week', () => {
    const model = played({
      horizon: '28 days',
      community: { members: 200 },
      people: { visits: '80%' },
      tactics: { ads: { load: '30 per hour', cap: 7 } },
    });
    const { adsShown } = model.record.daily;
    for (let week = 0; week < 4; week++) {
      const shown = sum(adsShown.subarray(7 * week, 7 * week + 7));
      expect(shown).toBeLessThanOrEqual(7 * 200);
      expect(shown).toBeGreaterThan(6.5 * 200);
    }
  });

  describe('in paired worlds', () => {
    const community: Changes = {
      horizon: '150 days',
      community: { members: 500 },
      people: { visits: '35%', visitsSpread: 1, tolerance: 0.5 },
      leave: { atOnce: '100%' },
    };
    /** Difference of two ways to show ads, in standard errors. */
    const compared = (
      what: string | ((model: Model) => number),
      one: Changes,
      other: Changes,
      changes: Changes = {},
    ): number =>
      inErrors(
        differences(
          merged(community, changes),
          [{ tactics: { ads: one } }, { tactics: { ads: other } }],
          typeof what === 'string' ? (model) => outcome(model, what) : what,
        ),
      );

    it('the more of them and the blunter, the fewer members stay, and the less they come', () => {
      const blunt = { targeting: '0%', intrusiveness: '0%' };
      for (const metric of ['retentionEnd', 'hours'])
        expect(compared(metric, { ...blunt, load: 12 }, { ...blunt, load: 3 }), metric).toBeLessThan(-4);
    });

    it('tailored ones cost less usage than blunt ones at equal load', () => {
      expect(
        compared('hours', { load: 10, targeting: '100%' }, { load: 10, targeting: '0%' }),
      ).toBeGreaterThan(4);
    });

    it('quiet ones cost less usage than intrusive ones', () => {
      const loud = { load: 10, intrusiveness: '100%' };
      expect(compared('hours', { load: 10, intrusiveness: '0%' }, loud)).toBeGreaterThan(4);
    });

    // Goldfarb and Tucker 2011. In the long run intrusive ads alone drive more people out, so the response is taken by ad.
    it('both targeted and intrusive are clicked less, ad by ad, than either alone', () => {
      const targeted = { load: 30, targeting: '100%', accuracy: '88%', intrusiveness: '0%' };
      const intrusive = { load: 30, targeting: '0%', intrusiveness: '100%' };
      const both = { ...targeted, intrusiveness: '100%' };
      const response = (model: Model): number => outcome(model, 'adClicks') / outcome(model, 'adsShown');
      const calm = { horizon: '60 days', adResponse: { slope: 0, blindness: '0%', click: '2%' } };
      for (const alone of [targeted, intrusive])
        expect(compared(response, both, alone, calm)).toBeLessThan(-4);
    });

    it('complaints follow annoyance', () => {
      const settings = { adResponse: { complaint: '10%' } };
      expect(compared('complaints', { load: 12 }, { load: 4 }, settings)).toBeGreaterThan(4);
    });

    it('with a cap, cost less usage', () => {
      expect(compared('hours', { load: 12, cap: 5 }, { load: 12, cap: 0 })).toBeGreaterThan(4);
    });
  });
});
