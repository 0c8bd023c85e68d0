import { describe, expect, it } from 'vitest';
import { type Starter, taste } from '../../src/behaviors/taste.ts';
import type { Model } from '../../src/engine/model.ts';
import { closeDay, micros } from '../../src/metrics/ledger.ts';
import { Fact } from '../../src/population/people.ts';
import {
  acting,
  type Changes,
  come,
  count,
  everybody,
  merged,
  modelOf,
  shareError,
} from '../engine/isolated.ts';

const COUNT = 8000;
/** Everybody is here on day 3; an order is of 100. */
function shop(changes: Changes = {}, starters: Partial<Starter>[] = [{}]): Model {
  const settings = {
    community: { members: COUNT },
    buy: { basket: 100, delivered: '5%' },
    trust: { usual: '60%' },
  };
  const model = modelOf(merged(settings, changes));
  for (const starter of starters)
    model.offers.starters.push({
      ...{
        name: 'starter',
        ...acting(),
        price: 10,
        micro: micros(10),
        cost: micros(8),
        take: 0.3,
        cheap: 0.1,
      },
      ...starter,
    });
  come(model, 3, everybody(model));
  return model;
}
const paid = ({ people }: Model): number => count(people.facts, (facts) => (facts & Fact.paid) !== 0);

describe('taste', () => {
  it('is for 30 % x exp(-10 / (10 % x 100)) = 11.04 % of visitors, each by a draw of the day', () => {
    const model = shop();
    const luck = model.stream('starter:starter').on(3);
    taste(model, 3);
    const chance = 0.3 * Math.exp(-1);
    expect(paid(model)).toBe(count(model.people.key, (key) => luck.uniform(key) < chance));
    expect(Math.abs(paid(model) / COUNT - chance)).toBeLessThan(4 * shareError(chance, COUNT));
    expect(model.tally.starters).toBe(paid(model));
  });

  it('is not for those who have ordered or paid', () => {
    const model = shop({}, [{ take: 1, price: 1e-9 }]);
    model.people.orders.fill(1, 0, 100);
    model.people.facts.fill(Fact.paid, 100, 200);
    taste(model, 3);
    expect(model.tally.starters).toBe(COUNT - 200);
    taste(model, 4);
    expect(model.tally.starters).toBe(COUNT - 200);
  });

  it('books what is paid and what it costs, and moves trust from 60 % 5 % of the way up', () => {
    const model = shop();
    taste(model, 3);
    closeDay(model.ledger, 3);
    const n = model.tally.starters;
    expect(model.ledger.cash).toBe(n * 200);
    for (const p of everybody(model))
      expect(model.people.trust[p]).toBeCloseTo(model.people.facts[p] & Fact.paid ? 0.62 : 0.6, 6);
  });

  it('is less likely for people of smaller orders', () => {
    const model = shop({ people: { basket: 0.5 } });
    taste(model, 3);
    const chance = 0.3 * Math.exp(-2);
    expect(Math.abs(paid(model) / COUNT - chance)).toBeLessThan(4 * shareError(chance, COUNT));
  });

  it('of two has one each', () => {
    const model = shop({}, [
      { take: 1, price: 1e-9 },
      { name: 'second', take: 1, price: 1e-9 },
    ]);
    taste(model, 3);
    expect(model.tally.starters).toBe(COUNT);
  });
});
