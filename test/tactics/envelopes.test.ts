import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
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
  sum,
} from '../engine/isolated.ts';
import { lively } from '../engine/lively.ts';

/** Envelopes that do nothing but what a test says. */
const bare = { amount: 5, number: 0, pull: 0, half: 5, fresh: '7 days', lift: 0 };

const group = (values: Changes, more: Changes = {}): Changes =>
  merged(merged({ horizon: '1 day', community: { members: 2000 }, people: { visits: '100%' } }, more), {
    tactics: { envelopes: { ...bare, ...values } },
  });

describe('red envelopes', () => {
  it.each([
    { amount: 0, pull: 2, lift: 0.5 },
    { to: { share: '0%' }, pull: 2, lift: 0.5 },
  ])('of nothing or for nobody change nothing at all: %o', (idle) => {
    const without = played(lively);
    const model = played(merged(lively, { tactics: { envelopes: idle } }));
    expect(model.record.daily).toEqual(without.record.daily);
    expect(model.people).toEqual(without.people);
  });

  it('go to the first 40 of a draw of the day, at 5 each; the others are refused', () => {
    const model = played(group({ number: 40, amount: 5 }));
    expect([outcome(model, 'envelopes'), outcome(model, 'envelopeCost')]).toEqual([40, 200]);
    expect(outcome(model, 'refused')).toBe(1960);
    const turns = model.stream('turn:envelopes').on(0);
    const pleased = played(group({ number: 40, lift: '50%' }));
    const lowest = [...model.people.key.keys()]
      .sort((p, q) => turns.draw(model.people.key[p]) - turns.draw(model.people.key[q]))
      .slice(0, 40);
    const rise = (p: number): number => pleased.people.satisfaction[p] - model.people.satisfaction[p];
    expect([...model.people.key.keys()].filter((p) => rise(p) > 0).sort((p, q) => p - q)).toEqual(
      lowest.sort((p, q) => p - q),
    );
  });

  it('are one for each who comes where their number is 0, as far as the budget reaches', () => {
    expect(outcome(played(group({ number: 0 })), 'envelopes')).toBe(2000);
    const short = played(group({ number: 0, budget: 52 }));
    expect([outcome(short, 'envelopes'), outcome(short, 'envelopeCost')]).toEqual([10, 50]);
  });

  it('please whoever gets one: 20 % x 15 / (15 + 5) of what is missing', () => {
    const model = modelOf(group({ amount: 15, lift: '20%' }, { engage: { settle: 3650 } }));
    model.people.satisfaction.fill(0.6);
    runDays(model);
    // A visit moves satisfaction by a 3650th of the way to what it finds, beside this.
    expect(count(model.people.satisfaction, (s) => Math.abs(s - (0.6 + 0.15 * 0.4)) < 0.001)).toBe(2000);
  });

  /** Visits on each day, of 20,000 who come with even odds: after the first day, on which founders begin. */
  const visitsOf = (values: Changes, days: number): Float64Array =>
    played(
      group(values, {
        horizon: `${days} days`,
        community: { members: 20_000 },
        people: { visits: '50%' },
      }),
    ).record.daily.visits;
  const near = (found: number, logOdds: number): void => {
    const chance = 1 / (1 + Math.exp(-logOdds));
    expect(Math.abs(found / 20_000 - chance)).toBeLessThan(4 * shareError(chance, 20_000));
  };

  it('bring people: half of a pull of 2 ln 3 at half money makes even odds three to one', () => {
    const visits = visitsOf({ amount: 5, half: 5, pull: 2 * Math.log(3), from: '1 day', until: '2 days' }, 3);
    near(visits[1], Math.log(3));
    near(visits[2], 0);
  });

  it('wear out: half of the pull has come back after two days, a fifth after one, nine tenths after six', () => {
    const values = { pull: 2, fresh: '2 days', from: '1 day' };
    const daily = visitsOf(values, 4);
    near(daily[1], 1);
    near(daily[2], 0.2);
    near(daily[3], 0.2);
    near(visitsOf({ ...values, every: '2 days' }, 4)[3], 0.5);
    const rare = visitsOf({ ...values, every: '6 days' }, 8);
    near(rare[2], 0);
    near(rare[7], 0.9);
  });

  it('wear out by person, not by name: two tactics in turns are one that comes twice as often', () => {
    const values = { ...bare, pull: 2, fresh: '2 days', every: '2 days' };
    const daily = visitsOf({ ...values, every: '1 day' }, 4);
    const crowd = { horizon: '4 days', community: { members: 20_000 }, people: { visits: '50%' } };
    const others = { tactic: 'envelopes', ...values, from: '1 day' };
    const turns = played(merged(group(values, crowd), { tactics: { others } })).record.daily.visits;
    expect([...turns]).toEqual([...daily]);
  });

  it('pull less when few can get one: a tenth of yesterday’s visitors, a tenth of the money to hope for', () => {
    // 10,000 came yesterday; 1,000 envelopes of 10 are a hope of 1, which is half of 1 + 1.
    const found = visitsOf({ amount: 10, number: 1000, half: 1, pull: 2, from: '1 day' }, 2);
    near(found[1], (2 * 1) / (1 + 1));
  });

  it('cause the visits that would not have been, and wake those who were long away', () => {
    const model = modelOf(
      group(
        { pull: 2 * Math.log(3), from: '1 day' },
        { horizon: '2 days', community: { members: 20_000, tenure: '90 days' }, people: { visits: '50%' } },
      ),
    );
    runDays(model, 1);
    const away = [...model.people.key.keys()].filter((p) => model.people.lastVisitOn[p] !== 0);
    for (const [i, p] of away.entries()) model.people.lastVisitOn[p] = i % 2 === 0 ? -13 : -14;
    const luck = model.stream('visit').on(1);
    runDays(model, 2, 1);
    const woken = away.filter(
      (p, i) =>
        i % 2 === 1 && luck.uniform(model.people.key[p]) >= 0.5 && luck.uniform(model.people.key[p]) < 0.75,
    );
    expect(model.record.daily.awakenings[1]).toBe(woken.length);
    const caused = count(model.people.key, (key) => luck.uniform(key) >= 0.5 && luck.uniform(key) < 0.75);
    // Odds are kept in a table, so that a few people beside a bound may fall on the other side.
    expect(Math.abs(model.record.daily.visitsCaused[1] - caused)).toBeLessThan(5);
    expect(model.record.daily.visitsCaused[0]).toBe(0);
  });

  describe('in paired worlds', () => {
    const shop: Changes = {
      horizon: '180 days',
      community: { members: 800 },
      people: { visits: '10%', visitsSpread: 1, needs: 2 },
      buy: { chance: '20%', patience: '14 days' },
    };
    const compared = (name: string, one: Changes, other: Changes): number[] =>
      differences(
        shop,
        [{ tactics: { envelopes: one } }, { tactics: { envelopes: other } }],
        (model: Model) => outcome(model, name),
      );
    const fortnightly = { amount: 5, number: 0, every: '2 weeks', pull: 1.5 };

    it('bring visits and orders', () => {
      for (const name of ['visits', 'awakenings', 'orders'])
        expect(inErrors(compared(name, fortnightly, { amount: 0 })), name).toBeGreaterThan(4);
    });

    it('are worth more for each yuan every fortnight than every day', () => {
      const perEnvelope = ({ record: { daily } }: Model) => sum(daily.visitsCaused) / sum(daily.envelopes);
      const found = differences(
        shop,
        [
          { tactics: { envelopes: fortnightly } },
          { tactics: { envelopes: { ...fortnightly, every: '1 day' } } },
        ],
        perEnvelope,
      );
      expect(inErrors(found)).toBeGreaterThan(4);
    });
  });
});
