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
} from '../engine/isolated.ts';
import { lively } from '../engine/lively.ts';

/** Dates every week that do nothing but what a test says. */
const bare = { every: '7 days', cost: 0, pull: 0, lessons: 4, friends: 0, bond: 0 };

/** Everybody comes with even odds. */
const group = (values: Changes, more: Changes = {}): Changes =>
  merged(merged({ horizon: '22 days', community: { members: 20_000 }, people: { visits: '50%' } }, more), {
    tactics: { rituals: { ...bare, ...values } },
  });

const expecting = (model: Model, p: number): number => model.rituals.get('rituals')?.expects[p] ?? 0;

/** Days on which somebody took part. */
const dates = ({ record }: Model): number[] =>
  [...record.daily.attendances].flatMap((n, day) => (n > 0 ? [day] : []));

describe('rituals', () => {
  it('for nobody change nothing at all', () => {
    const without = played(lively);
    const model = played(
      merged(lively, { tactics: { rituals: { every: '7 days', cost: 0, to: { share: '0%' } } } }),
    );
    expect(model.record.daily).toEqual(without.record.daily);
    expect(model.people).toEqual(without.people);
  });

  it('take place on their days, at 30 each, with everybody who comes', () => {
    const model = played(group({ cost: 30 }, { people: { visits: '100%' }, community: { members: 50 } }));
    expect(dates(model)).toEqual([0, 7, 14, 21]);
    expect([outcome(model, 'attendances'), outcome(model, 'ritualCost')]).toEqual([200, 120]);
  });

  it('take place on every third day at most, since more often is no date', () => {
    const daily = played(group({ every: 0 }, { community: { members: 50 }, horizon: '11 days' }));
    expect(dates(daily)).toEqual([0, 3, 6, 9]);
  });

  it('end with their budget', () => {
    const model = played(group({ cost: 30, budget: 70 }, { community: { members: 50 } }));
    expect([dates(model), outcome(model, 'ritualCost')]).toEqual([[0, 7], 60]);
  });

  it('are expected 1 - (3/4)^n after n in a row, and a quarter less after one without', () => {
    const model = modelOf(group({}, { people: { visits: '100%' }, community: { members: 2 } }));
    for (const [at, n] of [0, 7, 14].entries()) {
      runDays(model, n + 1, at === 0 ? 0 : n - 6);
      expect(expecting(model, 0)).toBeCloseTo(1 - 0.75 ** (at + 1), 6);
    }
    model.people.visitLogit.fill(-100);
    runDays(model, 22, 15);
    expect(expecting(model, 0)).toBeCloseTo(0.75 * (1 - 0.75 ** 3), 6);
  });

  it('draw nobody at first, and by ln 3 / 4 each quarter that is expected', () => {
    const model = modelOf(group({ from: '1 day', pull: 4 * Math.log(3) }));
    runDays(model, 8);
    const been = [...model.people.key.keys()].map((p) => expecting(model, p) > 0);
    expect(Math.abs(model.record.daily.visits[1] / 20_000 - 0.5)).toBeLessThan(4 * shareError(0.5, 20_000));
    runDays(model, 9, 8);
    const came = (whether: boolean): number => {
      const those = been.filter((b) => b === whether).length;
      return count(model.people.lastVisitOn, (on, p) => on === 8 && been[p] === whether) / those;
    };
    expect(Math.abs(came(true) - 0.75)).toBeLessThan(4 * shareError(0.75, 10_000));
    expect(Math.abs(came(false) - 0.5)).toBeLessThan(4 * shareError(0.5, 10_000));
  });

  it('that are dropped cost nothing, hold nobody and end what was expected', () => {
    const model = modelOf(
      group({ kept: '60%', cost: 30, bond: 0.1 }, { horizon: '700 days', community: { members: 5 } }),
    );
    const luck = (day: number): number => model.stream('rituals:kept:rituals').on(day).uniform(0);
    let kept = 0;
    for (let day = 0; day < 700; day++) {
      runDays(model, day + 1, day);
      if (day % 7 > 0) continue;
      if (luck(day) < 0.6) kept++;
      else expect([0, 1, 2, 3, 4].map((p) => expecting(model, p))).toEqual([0, 0, 0, 0, 0]);
    }
    expect(Math.abs(kept / 100 - 0.6)).toBeLessThan(4 * shareError(0.6, 100));
    expect(outcome(model, 'ritualCost')).toBe(30 * kept);
  });

  it('for which there is no staff end what was expected, like any that is dropped', () => {
    const few = {
      horizon: '200 days',
      community: { members: 2 },
      people: { visits: '100%' },
      staff: { hours: 2, wage: 0 },
      tactics: { content: { posts: 0, every: '7 days', staffHours: 2 } },
    };
    const model = modelOf(group({ staffHours: 2 }, few));
    for (let day = 0; day < 196; day += 7) {
      runDays(model, day + 7, day);
      const isHeld = model.record.daily.attendances[day] > 0;
      expect(expecting(model, 0) > 0, `day ${day}`).toBe(isHeld);
    }
    expect(dates(model).length).toBeGreaterThan(5);
    expect(dates(model).length).toBeLessThan(23);
  });

  it('bind each who takes part, once a date', () => {
    const model = played(
      group(
        { bond: 0.125 },
        {
          horizon: '1 day',
          people: { visits: '100%' },
          community: { members: 40 },
          leave: { bondDays: '3650 days' },
        },
      ),
    );
    expect(count(model.people.bond, (bond) => Math.abs(bond - 0.125) < 0.001)).toBe(40);
  });

  it('make as many friends for each as they say', () => {
    const model = played(
      group(
        { friends: 0.5 },
        {
          horizon: '1 day',
          people: { visits: '100%' },
          community: { members: 4000, network: { kind: 'regular', ties: 10 } },
        },
      ),
    );
    // 20,000 pairs, of which each becomes friends with chance .5 x 4,000 / 40,000 = .05.
    const made = model.people.friends.reduce((sum, n) => sum + n, 0) / 2;
    expect(Math.abs(made / 20_000 - 0.05)).toBeLessThan(4 * shareError(0.05, 20_000));
  });

  it('bring visits and hold members in paired worlds, the more surely they are kept', () => {
    const few: Changes = {
      horizon: '240 days',
      community: { members: 600 },
      people: { visits: '30%', visitsSpread: 1 },
      leave: { alpha: 2, beta: 20, period: '30 days' },
    };
    const some = { every: '7 days', bond: 0.2, pull: 1.2 };
    const compared = (name: string, one: Changes, other: Changes): number[] =>
      differences(few, [{ tactics: { rituals: one } }, { tactics: { rituals: other } }], (model) =>
        outcome(model, name),
      );
    for (const name of ['visitsCaused', 'members']) {
      expect(inErrors(compared(name, some, { to: { share: '0%' } })), name).toBeGreaterThan(4);
      expect(inErrors(compared(name, some, { ...some, kept: '50%' })), name).toBeGreaterThan(3);
    }
  });
});
