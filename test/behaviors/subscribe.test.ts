import { describe, expect, it } from 'vitest';
import { membershipOf, subscribe } from '../../src/behaviors/subscribe.ts';
import { count, everybody, modelOf, outcome, played, runDays, shareError, sum } from '../engine/isolated.ts';
import { offered } from '../tactics/club.ts';

describe('a membership', () => {
  it('is taken by 5 % x exp(1 - 60 / 30) = 1.84 % of visitors at twice the usual fee, each by a draw of the day', () => {
    const model = modelOf(
      offered(
        { fee: 60 },
        { community: { members: 20_000 }, membershipResponse: { subscribe: '5%', usual: 30 } },
      ),
    );
    runDays(model, 1);
    const chance = 0.05 * Math.exp(1 - (60 / 30) * (365.25 / 12 / 30)); // a period is a little less than a month
    const luck = model.stream('subscribe:membership').on(0);
    const expected = everybody(model).filter((p) => luck.uniform(model.people.key[p]) < chance);
    expect([...model.memberships.keys()]).toEqual(expected);
    expect(Math.abs(expected.length / 20_000 - chance)).toBeLessThan(4 * shareError(chance, 20_000));
  });

  it('is taken more by the satisfied and the trusting: log-odds rise by pull times each', () => {
    const model = modelOf(
      offered(
        {},
        { community: { members: 20_000 }, membershipResponse: { subscribe: '10%', usual: 30, pull: 2 } },
      ),
    );
    const { people } = model;
    people.satisfaction.fill(0.7, 0, 10_000);
    people.trust.fill(0.8, 0, 10_000);
    runDays(model, 1);
    const odds = (1 / 9) * Math.exp(2 * (0.2 + 0.8 - model.parameters.trust.usual));
    const price = Math.exp(1 - 365.25 / 12 / 30);
    const chance = (odds / (1 + odds)) * price;
    const taken = count(everybody(model).slice(0, 10_000), (p) => model.memberships.has(p)) / 10_000;
    expect(Math.abs(taken - chance)).toBeLessThan(4 * shareError(chance, 10_000));
  });

  it('lapses with chance 1 - renews at the end of each period, and is then gone', () => {
    const model = played(
      offered(
        { until: '31 days', period: '30 days' },
        { community: { members: 5000 }, membershipResponse: { renews: '80%' } },
      ),
    );
    const { payingMembers, membershipRevenue } = model.record.daily;
    expect([payingMembers[29], payingMembers[59], payingMembers[60]]).toEqual([
      5000,
      payingMembers[30],
      0, // the offer has ended
    ]);
    expect(Math.abs(payingMembers[30] / 5000 - 0.8)).toBeLessThan(4 * shareError(0.8, 5000));
    expect(sum(membershipRevenue)).toBe(30 * (5000 + payingMembers[30]));
  });

  it('on trial is free, then paid for by those who stay, and is on trial once only', () => {
    const more = {
      community: { members: 5000 },
      membershipResponse: { converts: '40%', subscribe: '0.1%', trials: 1000 },
    };
    const model = played(offered({ trial: '14 days' }, more));
    const { membershipRevenue, payingMembers } = model.record.daily;
    expect(model.memberships.size).toBe(5000);
    expect(sum(membershipRevenue.subarray(0, 14)) + sum(payingMembers.subarray(0, 14))).toBe(0);
    expect(membershipRevenue[14]).toBe(30 * payingMembers[14]);
    expect(Math.abs(payingMembers[14] / 5000 - 0.4)).toBeLessThan(4 * shareError(0.4, 5000));
    // From now on the others take one as rarely as anybody: .1 % x exp(1 - 1 / 2).
    expect(membershipRevenue[15] / 30).toBeLessThan(3000 * 0.00165 + 4 * Math.sqrt(3000 * 0.00165));
    expect(outcome(model, 'renewals')).toBeGreaterThan(2 * payingMembers[14] - 1);
  });

  it('unused is renewed less: log-odds fall by unused (1 - exp(-days away / fade))', () => {
    const model = modelOf(
      offered(
        {},
        { community: { members: 8000 }, membershipResponse: { renews: '80%', unused: 2, fade: '14 days' } },
      ),
    );
    runDays(model, 1);
    model.people.lastVisitOn.fill(20); // ten days away on day 30
    model.today.visitorCount = 0;
    subscribe(model, 30);
    const odds = 4 * Math.exp(-2 * (1 - Math.exp(-10 / 14)));
    const expected = odds / (1 + odds);
    const renewed = [...model.memberships.values()].filter(({ isPaid }) => isPaid).length;
    expect(Math.abs(renewed / 8000 - expected)).toBeLessThan(4 * shareError(expected, 8000));
  });

  it('is in force until the day before its period ends', () => {
    const model = modelOf(offered({ until: '1 day' }));
    runDays(model, 1);
    expect([0, 29, 30].map((day) => membershipOf(model, 0, day)?.until)).toEqual([30, 30, undefined]);
  });

  it('in full use keeps commitment whole; days without a visit take it away', () => {
    const model = modelOf(offered({}, { membershipResponse: { fade: '14 days' } }));
    runDays(model, 1);
    const left = () => membershipOf(model, 0, 1)?.committed;
    expect(left()).toBe(1);
    for (const [day, unvisited] of [
      [1, 0],
      [9, 7],
      [10, 0],
    ]) {
      model.today.visitors.set([0]);
      model.today.visitorCount = 1;
      subscribe(model, day);
      expect(left()).toBeCloseTo(Math.exp(-unvisited / 14), 12);
    }
  });

  it('that costs nothing commits nobody', () => {
    const model = runDays(modelOf(offered({ fee: 0 })), 1);
    expect(membershipOf(model, 0, 0)).toMatchObject({ isPaid: true, committed: 0 });
  });
});
