import { describe, expect, it } from 'vitest';
import { buyChance } from '../../src/behaviors/buy.ts';
import type { Model } from '../../src/engine/model.ts';
import { NO_NEED } from '../../src/population/draw-people.ts';
import {
  type Changes,
  count,
  differences,
  inErrors,
  merged,
  modelOf,
  outcome,
  played,
  runDays,
  shareError,
} from '../engine/isolated.ts';
import { lively } from '../engine/lively.ts';

/** Everybody who needs something is noticed and nobody else, and every product suits; nothing follows from it. */
const bare = { accuracy: '100%', mistakes: '0%', fit: '100%', cost: 0, pull: 0, odds: 1, weight: 0 };

/** On day 1 every second one of 4,000 has an open need, the others have none. */
function needy(values: Changes, more: Changes = {}): Model {
  const model = modelOf(
    merged(merged({ horizon: '2 days', community: { members: 4000 }, people: { visits: '100%' } }, more), {
      tactics: { proposals: { ...bare, from: '1 day', ...values } },
    }),
  );
  for (const p of model.people.key.keys()) model.people.needOn[p] = p % 2 === 0 ? 0.5 : NO_NEED;
  return model;
}

describe('proposals', () => {
  it.each<Changes>([
    { to: { share: '0%' }, cost: 1 },
    { accuracy: '0%', mistakes: '0%', cost: 1 },
    { when: 'all', to: { share: '0%' } },
  ])('to nobody change nothing at all: %o', (idle) => {
    const without = played(lively);
    const model = played(merged(lively, { tactics: { proposals: idle } }));
    expect(model.record.daily).toEqual(without.record.daily);
    expect(model.ledger).toEqual(without.ledger);
    expect(model.people.annoyed).toEqual(without.people.annoyed);
  });

  it('go to those whose need is noticed and those in whom one is imagined, at a cost each', () => {
    const model = needy({ accuracy: '60%', mistakes: '10%', cost: 0.5 });
    runDays(model);
    const luck = model.stream('proposals:noticed:proposals').on(1);
    const [seen, imagined] = [0, 1].map((rest) =>
      count(model.people.key, (key, p) => p % 2 === rest && luck.uniform(key) < (rest === 0 ? 0.6 : 0.1)),
    );
    expect(Math.abs(seen / 2000 - 0.6)).toBeLessThan(4 * shareError(0.6, 2000));
    expect(outcome(model, 'proposals')).toBe(seen + imagined);
    expect(outcome(model, 'proposalsTimely')).toBe(seen);
    expect(outcome(model, 'proposalCost')).toBe((seen + imagined) / 2);
  });

  it('are of the right product with chance fit', () => {
    const found = outcome(runDays(needy({ fit: '30%' })), 'proposalsTimely');
    expect(Math.abs(found / 2000 - 0.3)).toBeLessThan(4 * shareError(0.3, 2000));
  });

  it('to all are of one product, for those in need who favour it', () => {
    const model = needy({ when: 'all' });
    runDays(model);
    expect(outcome(model, 'proposals')).toBe(4000);
    const inNeed = [0, 1, 2, 3].map((c) => count(model.people.favorite, (f, p) => f === c && p % 2 === 0));
    const product = Math.floor(model.stream('proposals:product:proposals').on(1).uniform(0) * 4);
    expect(outcome(model, 'proposalsTimely')).toBe(inNeed[product]);
  });

  it('see needs that have lapsed as what they are', () => {
    const model = needy({}, { buy: { patience: '5 days', scale: 1e6 } });
    model.people.needOn.fill(-5);
    model.people.needOn[0] = -3.9;
    runDays(model);
    expect(outcome(model, 'proposalsTimely')).toBe(1);
  });

  it('keep to their budget', () => {
    const model = runDays(needy({ cost: 1, budget: 100 }));
    expect([outcome(model, 'proposals'), outcome(model, 'proposalCost')]).toEqual([100, 100]);
    expect(outcome(model, 'refused')).toBe(1900);
  });

  it('bring those whom they serve: a pull of ln 3 makes even odds three to one', () => {
    const model = needy({ pull: Math.log(3) }, { people: { visits: '50%' } });
    runDays(model);
    const came = (rest: number): number =>
      count(model.people.lastVisitOn, (on, p) => p % 2 === rest && on === 1);
    const luck = model.stream('visit').on(1);
    const chance = (rest: number) => (rest === 0 ? 0.75 : 0.5);
    for (const rest of [0, 1]) {
      const expected = count(
        model.people.key,
        (key, p) => p % 2 === rest && luck.uniform(key) < chance(rest),
      );
      expect(Math.abs(expected / 2000 - chance(rest))).toBeLessThan(4 * shareError(chance(rest), 2000));
      // Odds are kept in a table: somebody beside a bound may fall on its other side.
      expect(Math.abs(came(rest) - expected)).toBeLessThan(5);
    }
  });

  it('double the odds of buying of those whom they serve, that day: 20 % become 1 / 3', () => {
    const shop: Changes = { buy: { chance: '20%' } };
    const model = needy({ odds: 2 }, shop);
    runDays(model, 1);
    for (const p of model.people.key.keys()) model.people.needOn[p] = p % 2 === 0 ? 0.5 : NO_NEED;
    runDays(model, 2, 1);
    expect(buyChance(model, 0)).toBeCloseTo(1 / 3, 6);
    expect(buyChance(model, 1)).toBeCloseTo(0.2, 6);
    const found = model.record.daily.orders[1] / 2000;
    expect(Math.abs(found - 1 / 3)).toBeLessThan(4 * shareError(1 / 3, 2000));
  });

  describe('of no use', () => {
    const annoying = { accuracy: '0%', mistakes: '100%', weight: 6 };
    const response: Changes = { adResponse: { blunt: 1, tailored: 0.24, memory: '100 days' } };

    const pace = 1 - Math.exp(-1 / 100);

    it('are faced like as many blunt ads by those who come, as long as until they come again', () => {
      const model = runDays(needy(annoying, response));
      expect(count(model.people.faced, (faced, p) => faced === (p % 2 === 0 ? 0 : 6))).toBe(4000);
      expect(model.people.annoyed[1]).toBeCloseTo(6 * pace, 6);
    });

    it('are remembered as a day with as many by those who do not', () => {
      const model = needy({ ...annoying, until: '2 days' }, merged(response, { people: { visits: '0%' } }));
      runDays(model);
      expect(model.people.faced[1]).toBe(0);
      expect(model.people.annoyed[0]).toBe(0);
      expect(model.people.annoyed[1]).toBeCloseTo(6 * pace, 5);
    });

    it('make people complain as ads do: 10 x 5 % of a loss of .2 x .5 x 6', () => {
      const model = needy(
        annoying,
        merged(response, { adResponse: { complaint: '5%', slope: 0.2, instant: '50%' } }),
      );
      runDays(model);
      const chance = 0.05 * 10 * 0.2 * 0.5 * 6;
      const found = model.record.daily.complaints[1] / 2000;
      expect(Math.abs(found - chance)).toBeLessThan(4 * shareError(chance, 2000));
    });
  });

  describe('in paired worlds', () => {
    const shop: Changes = {
      horizon: '240 days',
      community: { members: 800 },
      people: { visits: '20%', visitsSpread: 1, needs: 3 },
      buy: { chance: '20%', patience: '14 days' },
      leave: { alpha: 1, beta: 20, period: '30 days' },
    };
    const good = { every: '1 week', accuracy: '70%', mistakes: '2%', fit: '70%', weight: 10 };
    const poor = { ...good, accuracy: '20%', mistakes: '15%', fit: '30%' };
    const blast = { ...good, when: 'all' };
    const none = { to: { share: '0%' } };
    const compared = (name: string, one: Changes, other: Changes): number[] =>
      differences(shop, [{ tactics: { proposals: one } }, { tactics: { proposals: other } }], (model) =>
        outcome(model, name),
      );

    it('sell more at the right time than without knowing, and annoy less than a blast', () => {
      expect(inErrors(compared('orders', good, none))).toBeGreaterThan(4);
      expect(inErrors(compared('orders', good, poor))).toBeGreaterThan(4);
      expect(inErrors(compared('annoyance', blast, good))).toBeGreaterThan(4);
      expect(inErrors(compared('members', good, blast))).toBeGreaterThan(4);
    });
  });
});
