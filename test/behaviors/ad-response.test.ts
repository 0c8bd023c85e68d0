import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AdPlan,
  annoyanceWeight,
  clickChance,
  spendTime,
  wear,
} from '../../src/behaviors/ad-response.ts';
import type { Model } from '../../src/engine/model.ts';
import { AccountIndex } from '../../src/metrics/ledger.ts';
import { usageLoss } from '../../src/population/annoyance.ts';
import {
  befriend,
  type Changes,
  come,
  count,
  everybody,
  handmade,
  mean,
  merged,
  modelOf,
  shareError,
  sum,
} from '../engine/isolated.ts';

const blunt: AdPlan = {
  name: 'ads',
  load: 6,
  match: 0,
  intrusiveness: 0,
  cap: 0,
  micro: 1_400_000,
  own: 0,
  audience: null,
};

/** Settings as published, luck and people's differences aside. */
const published: Changes = {
  community: { members: 1000 },
  adResponse: {
    slope: 0.0213,
    instant: 0.21,
    memory: '182.6 days',
    shorter: '18%',
    fewer: '41%',
    blunt: 1,
    tailored: 0.24,
    intrusion: 1.5,
    click: '0.6%',
    relevance: 2,
    attention: 1.6,
    privacy: '60%',
    wearPeak: 10,
    blindness: '20%',
  },
  visit: { hours: 0.3 },
};
const crowd = (changes: Changes = {}): Model => modelOf(merged(published, changes));

/** A day on which these visitors meet these ads. */
function spend(model: Model, day: number, plans: readonly AdPlan[], visitors = everybody(model)): Model {
  model.offers.ads.length = 0;
  model.offers.ads.push(...plans);
  come(model, day, visitors);
  spendTime(model, day);
  return model;
}

const response = crowd().parameters.adResponse;

describe('annoyanceWeight', () => {
  it.each([
    [0, 0, 1],
    [1, 0, 0.24],
    [0.5, 0, 0.62],
    [0, 1, 1.5],
    [0.7, 0.3, 0.468 * 1.15],
  ])('of an ad that fits %f and intrudes %f is %f', (match, intrusiveness, weight) => {
    expect(annoyanceWeight(response, { ...blunt, match, intrusiveness })).toBeCloseTo(weight, 12);
  });
});

describe('clickChance', () => {
  it.each([
    [0, 0, 0.006],
    [1, 0, 0.012],
    [0, 1, 0.0096],
    [1, 1, 0.006 * 2 * 1.6 * 0.4],
  ])('of an ad that fits %f and intrudes %f is %f', (match, intrusiveness, chance) => {
    expect(clickChance(response, { ...blunt, match, intrusiveness })).toBeCloseTo(chance, 12);
  });

  // Goldfarb and Tucker 2011: each alone raises response, together they do less than either.
  it('is less for intrusive and targeted ads than for either alone, down to the usual accuracy of .7', () => {
    for (const match of [0.7, 0.8, 0.9, 1]) {
      const both = clickChance(response, { ...blunt, match, intrusiveness: 1 });
      expect(both).toBeLessThan(clickChance(response, { ...blunt, match }));
      expect(both).toBeLessThan(clickChance(response, { ...blunt, intrusiveness: 1 }));
    }
  });
});

describe('wear', () => {
  // Schmidt and Eisend 2015: best at about ten exposures.
  it('is best at its peak, and half of that at first and in the end', () => {
    expect(wear(10, 10)).toBe(1);
    expect(wear(0, 10)).toBe(0.5);
    expect(wear(1e6, 10)).toBeCloseTo(0.5, 9);
  });

  it('rises up to the peak and falls behind it', () => {
    const exposures = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(exposures, exposures, fc.double({ min: 0.5, max: 100, noNaN: true }), (x, y, peak) => {
        const [low, high] = x < y ? [x, y] : [y, x];
        if (high <= peak) expect(wear(low, peak)).toBeLessThanOrEqual(wear(high, peak) + 1e-15);
        if (low >= peak) expect(wear(low, peak)).toBeGreaterThanOrEqual(wear(high, peak) - 1e-15);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});

describe('spendTime', () => {
  it('counts whole hours and annoys nobody where there are no ads', () => {
    const model = spend(crowd(), 0, [], [1, 2, 3]);
    expect(model.tally.hours).toBeCloseTo(0.9, 12);
    expect(model.today.adsSeen).toBe(false);
    expect([sum(model.people.faced), sum(model.people.annoyed), model.tally.adsShown]).toEqual([0, 0, 0]);
  });

  it('shows load x hours of ads, a part of one as often as it is', () => {
    const model = spend(crowd(), 5, [blunt]);
    const shows = model.stream('ads:shown:ads').on(5);
    const expected = Array.from(model.people.key, (key) => Math.floor(6 * 0.3 + shows.uniform(key)));
    expect(new Set(expected)).toEqual(new Set([1, 2]));
    expect([...model.people.weekAds]).toEqual(expected);
    const faded = Float32Array.from(expected, (shown) => shown * Math.exp(-1 / 14));
    model.people.exposures.forEach((seen, p) => {
      expect(seen).toBeCloseTo(faded[p], 6);
    });
    expect(model.tally.adsShown).toBe(sum(expected));
    expect(sum(model.ledger.open)).toBe(sum(expected) * 1_400_000);
    expect(model.ledger.open[AccountIndex.adRevenue]).toBe(sum(expected) * 1_400_000);
    expect(Math.abs(mean(expected) - 1.8)).toBeLessThan(4 * shareError(0.8, 1000));
  });

  it('shows no ads to those who do not come', () => {
    const model = spend(crowd(), 0, [blunt], [7]);
    expect(count(model.people.exposures, (n) => n > 0)).toBe(1);
    expect(count(model.people.faced, (f) => f > 0)).toBe(1);
  });

  it('lets people face the load by their tolerance and the weight of the ads, whatever was shown by luck', () => {
    const model = crowd();
    model.people.tolerance[1] = 2.5;
    spend(model, 0, [
      { ...blunt, load: 1 },
      { ...blunt, name: 'more', load: 4, match: 1 },
    ]);
    expect(model.people.faced[0]).toBeCloseTo(1 + 4 * 0.24, 6);
    expect(model.people.faced[1]).toBeCloseTo(2.5 * (1 + 4 * 0.24), 5);
  });

  it('lets annoyance come by its memory, for those too who stay away, and go again', () => {
    const model = crowd();
    for (let day = 0; day < 40; day++) spend(model, day, [blunt], day === 0 ? [0, 1] : [0]);
    const learned = 6 * (1 - Math.exp(-40 / 182.6));
    expect(model.people.annoyed[0]).toBeCloseTo(learned, 4);
    expect(model.people.annoyed[1]).toBeCloseTo(learned, 4);
    expect(model.people.annoyed[2]).toBe(0);
    for (let day = 40; day < 60; day++) spend(model, day, [], [0]);
    expect(model.people.faced[0]).toBe(0);
    expect(model.people.annoyed[0]).toBeCloseTo(learned * Math.exp(-20 / 182.6), 4);
  });

  it('follows the published course of the loss: exp(-s A L g(t))', () => {
    const model = crowd();
    const { people } = model;
    for (let day = 0; day < 639; day++) {
      spend(model, day, [{ ...blunt, load: 5.009 }], [0]);
      if (day % 91 !== 0) continue;
      const g = 0.21 + 0.79 * (1 - Math.exp(-(day + 1) / 182.6));
      expect(usageLoss(response, people.faced[0], people.annoyed[0])).toBeCloseTo(0.0213 * 5.009 * g, 5);
    }
  });

  it('shortens the visits of the annoyed by their part of the loss', () => {
    const model = crowd();
    model.people.annoyed[0] = 10;
    model.people.faced[0] = 4;
    spend(model, 0, [blunt], [0]);
    const loss = 0.0213 * (0.21 * 4 + 0.79 * 10);
    expect(model.tally.hours).toBeCloseTo(0.3 * Math.exp(-0.18 * loss), 7);
  });

  it('are clicked by chance 1 - exp(-ads x click x wear), by exposures before them', () => {
    const model = crowd({ adResponse: { click: '40%', wearPeak: 10, blindness: '0%' } });
    model.people.exposures.fill(30);
    spend(model, 4, [{ ...blunt, load: 10 }]); // 3 a visit
    // wear(30) = 1/2 + 1/2 x 3 e^-2
    const chance = 1 - Math.exp(-3 * 0.4 * (0.5 + 1.5 * Math.exp(-2)));
    const draws = model.stream('ads:click:ads').on(4);
    expect(model.tally.adClicks).toBe(count(model.people.key, (key) => draws.uniform(key) < chance));
  });

  it('forgets exposures', () => {
    const model = crowd({ adResponse: { wearDays: '14 days' } });
    model.people.exposures.fill(8);
    spend(model, 0, [blunt], []);
    expect(model.people.exposures[5]).toBeCloseTo(8 * Math.exp(-1 / 14), 6);
  });

  describe('with a cap', () => {
    it('never shows more in a week, and annoys by what is shown', () => {
      const model = crowd();
      spend(model, 7, [{ ...blunt, load: 20, cap: 4 }]); // 6 a visit
      expect(count(model.people.weekAds, (n) => n !== 4)).toBe(0);
      for (const faced of model.people.faced) expect(faced).toBeCloseTo(4 / 0.3, 4);
      spend(model, 8, [{ ...blunt, load: 20, cap: 4 }]);
      expect(model.tally.adsShown).toBe(4 * 1000);
      expect(sum(model.people.faced)).toBe(0);
      spend(model, 14, [{ ...blunt, load: 20, cap: 4 }]);
      expect(model.tally.adsShown).toBe(8 * 1000);
    });

    it('of 0 shows all of them', () => {
      const model = spend(crowd(), 0, [{ ...blunt, load: 120, cap: 0 }]);
      expect(model.tally.adsShown).toBe(36 * 1000);
    });

    it('is kept by every person in every week, whatever the load', () => {
      const load = fc.double({ min: 0, max: 120, noNaN: true });
      const comes = fc.array(fc.boolean(), { minLength: 21, maxLength: 21 });
      fc.assert(
        fc.property(load, fc.integer({ min: 1, max: 60 }), comes, (perHour, cap, days) => {
          const model = crowd({ community: { members: 20 } });
          const week = new Float64Array(20);
          for (const [day, some] of days.entries()) {
            if (day % 7 === 0) week.fill(0);
            const before = Float32Array.from(model.people.exposures, (x) => x * Math.exp(-1 / 14));
            spend(model, day, [{ ...blunt, load: perHour, cap }], some ? everybody(model) : [3]);
            for (let p = 0; p < 20; p++) {
              week[p] += Math.round(model.people.exposures[p] - before[p]);
              expect(week[p]).toBeLessThanOrEqual(cap);
            }
          }
        }),
        { seed: 9, numRuns: 8 },
      );
    });
  });

  describe('clicks', () => {
    const many = { community: { members: 40_000 } };
    /** Share of visitors who click one of about six ads. */
    const clicked = (model: Model, plan: AdPlan): number => {
      spend(model, 0, [{ ...plan, load: 20 }]);
      return model.tally.adClicks / 40_000;
    };
    const expected = (chance: number): number => 1 - Math.exp(-6 * chance);
    const agrees = (share: number, chance: number): void =>
      expect(Math.abs(share - expected(chance))).toBeLessThan(4 * shareError(expected(chance), 40_000));

    it('are half as many on the first day as at their peak', () => {
      agrees(clicked(crowd(many), blunt), 0.003);
      const used = crowd(many);
      used.people.exposures.fill(10 * Math.exp(1 / 14)); // fades by a day before the ads of today
      agrees(clicked(used, blunt), 0.006);
    });

    it('double where ads fit', () => {
      agrees(clicked(crowd(many), { ...blunt, match: 1 }), 0.006);
    });

    it('fall as people learn that ads are not for them', () => {
      const blind = crowd({ ...many, adResponse: { blindness: '80%', slope: 0, click: '5%' } });
      blind.people.annoyed.fill(3 * 3.622);
      agrees(clicked(blind, blunt), 0.025 * (1 - 0.8 * 0.75));
    });

    it('become orders only of own products, as often whether the ad fits or not', () => {
      const sponsors = crowd({
        community: { members: 4000 },
        adResponse: { click: '100%', conversion: '20%' },
      });
      spend(sponsors, 0, [{ ...blunt, load: 120 }]);
      expect([sponsors.tally.adClicks, sponsors.tally.orders]).toEqual([4000, 0]);
      const share = 0.1;
      for (const match of [0, 1]) {
        const own = crowd({ community: { members: 4000 }, adResponse: { click: '100%', conversion: '20%' } });
        spend(own, 0, [{ ...blunt, load: 120, match, own: 0.5 }]);
        const orders = own.tally.orders / 4000;
        expect(Math.abs(orders - share)).toBeLessThan(4 * shareError(share, 4000));
        expect(own.ledger.open[AccountIndex.sales]).toBe(own.tally.orders * 12_900 * 1e6);
      }
    });
  });

  describe('complaints', () => {
    it('come from the annoyed who are here, at the stated chance for each tenth of usage lost', () => {
      const model = modelOf({
        community: { members: 100_000 },
        adResponse: { complaint: '2%', slope: 0.02, instant: 0 },
      });
      model.people.annoyed.fill(10);
      spend(model, 0, [blunt], everybody(model).slice(0, 80_000));
      // X = .02 x 10: two tenths. So many people that a tenth less would be noticed.
      expect(Math.abs(model.tally.complaints / 80_000 - 0.04)).toBeLessThan(4 * shareError(0.04, 80_000));
    });

    it('are seen by friends, not by others whom one could know', () => {
      const { model, place } = handmade(
        { members: 4 },
        [
          [0, 1],
          [0, 2],
          [1, 3],
        ],
        { adResponse: { complaint: '100%', slope: 1 } },
      );
      befriend(model, place[0], place[1]);
      model.people.annoyed[place[0]] = 10;
      spend(model, 0, [], [place[0]]); // no ads have been shown yet: nobody is annoyed
      expect(model.tally.complaints).toBe(0);
      spend(model, 1, [blunt], [place[0]]);
      expect(model.tally.complaints).toBe(1);
      expect(place.map((p) => model.people.complaintsSeen[p])).toEqual([0, 1, 0, 0]);
    });
  });

  it('treats each plan as if others did not exist, but for the week’s cap and wear', () => {
    const alone = spend(crowd(), 3, [blunt]);
    const both = spend(crowd(), 3, [blunt, { ...blunt, name: 'other', load: 2 }]);
    const one = alone.tally.adsShown;
    const other = spend(crowd(), 3, [{ ...blunt, name: 'other', load: 2 }]).tally.adsShown;
    expect(both.tally.adsShown).toBe(one + other);
  });
});
