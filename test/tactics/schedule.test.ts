import { describe, expect, it } from 'vitest';
import { compileModel, prepare } from '../../src/engine/compile.ts';
import type { Model } from '../../src/engine/model.ts';
import { recordOf } from '../../src/engine/simulate.ts';
import { AccountIndex } from '../../src/metrics/ledger.ts';
import { beginTactics } from '../../src/tactics/schedule.ts';
import {
  type Changes,
  merged,
  modelOf,
  outcome,
  played,
  quietScenario,
  runDays,
} from '../engine/isolated.ts';

/** Days on which a price cut so scheduled is in force. */
function daysOn(
  schedule: Changes,
  more: Changes = {},
  watch?: (model: Model, day: number) => void,
): number[] {
  const model = modelOf(
    merged(
      { horizon: '60 days', community: { members: 50 }, tactics: { sale: { depth: '10%', ...schedule } } },
      more,
    ),
  );
  const on: number[] = [];
  for (let day = 0; day < model.days; day++) {
    watch?.(model, day);
    runDays(model, day + 1, day);
    if (model.tactics[0].schedule.isOn) on.push(day);
  }
  return on;
}

const range = (from: number, until: number): number[] =>
  Array.from({ length: until - from }, (_, i) => from + i);

describe('a schedule', () => {
  it('acts on every day of the run where nothing is said', () => expect(daysOn({})).toEqual(range(0, 60)));

  it('acts from a day until another', () =>
    expect(daysOn({ from: '10 days', until: '13 days' })).toEqual([10, 11, 12]));

  it('acts on the first days of each round, counted from its beginning', () => {
    expect(daysOn({ from: '3 days', every: '2 weeks' })).toEqual([3, 17, 31, 45, 59]);
    expect(daysOn({ every: '30 days', lasts: '3 days' })).toEqual([0, 1, 2, 30, 31, 32]);
  });

  // Members fall by hand: 50 until day 20, 40 afterwards.
  const fall = (model: Model, day: number): void => {
    if (day === 20) model.people.status.fill(3, 0, 10);
  };

  it('begins on the first day before which a metric had kept a limit on average, and goes on', () => {
    const starts = { metric: 'members', 'at most': 45, over: '1 day' };
    // The evening of day 20 is the first with 40 members: day 21 is the first that knows it.
    expect(daysOn({ starts }, {}, fall)).toEqual(range(21, 60));
    // Over 4 days the mean passes 45 when two of the four evenings have 40.
    expect(daysOn({ starts: { ...starts, over: '4 days' } }, {}, fall)).toEqual(range(22, 60));
  });

  it('ends for good on the first day before which a metric had kept a limit, and never while it may not know', () => {
    const stops = { metric: 'members', 'at most': 45, over: '2 days' };
    // 50 and 40 in the evenings of days 19 and 20.
    expect(daysOn({ stops }, {}, fall)).toEqual(range(0, 21));
    expect(daysOn({ stops: { metric: 'members', 'at least': 1, over: '5 days' } })).toEqual(range(0, 5));
  });

  it('waits its own days out before it can end', () => {
    const stops = { metric: 'members', 'at least': 1, over: '5 days' };
    expect(daysOn({ from: '30 days', stops })).toEqual(range(30, 35));
  });

  it('never begins where a metric has no number', () => {
    const starts = { metric: 'firstReplies', 'at least': 0, over: '1 day' };
    expect(daysOn({ starts })).toEqual([]);
  });
});

describe('a budget', () => {
  const spending = (budget: number, more: Changes = {}) =>
    merged(
      {
        horizon: '40 days',
        community: { members: 100 },
        tactics: { coupons: { rate: '3 per month', cost: 1, budget: `${budget} CNY` } },
      },
      more,
    );

  it('is spent to the last unit that buys something, and not beyond', () => {
    const free = outcome(played(spending(0)), 'couponCost');
    expect(free).toBeGreaterThan(300);
    const model = played(spending(150));
    expect(outcome(model, 'couponCost')).toBe(150);
    expect(outcome(model, 'couponsGiven')).toBe(150);
    expect(outcome(model, 'refused')).toBeGreaterThan(0);
    expect(model.tactics[0].schedule).toMatchObject({ isOver: true, isSpent: true });
    expect(outcome(played(spending(150.5)), 'couponCost')).toBe(150);
  });

  it('says that it came to its end, and nothing where it did not', () => {
    expect(recordOf(played(spending(150))).remarks).toEqual([
      'the budget of tactics.coupons came to its end',
    ]);
    expect(recordOf(played(spending(0))).remarks).toEqual([]);
    expect(recordOf(played(spending(1e6))).remarks).toEqual([]);
  });

  it('says so where it is spent to the last unit', () => {
    const held = { seats: 10, cost: 500, budget: 1000, every: '7 days' };
    const model = played({ horizon: '30 days', tactics: { activities: held } });
    expect(outcome(model, 'activityCost')).toBe(1000);
    expect(recordOf(model).remarks).toEqual(['the budget of tactics.activities came to its end']);
  });

  it('serves its last day in the order of a draw, not of people', () => {
    const model = modelOf(spending(3, { tactics: { coupons: { rate: 10 } } }));
    runDays(model, 1);
    const holders = [...model.people.couponOn.keys()].filter((p) => model.people.couponOn[p] === 0);
    const turn = model.stream('turn:coupons').on(0);
    const coupons = model.stream('coupons:coupons').on(0);
    const lucky = [...model.people.key.keys()]
      .filter((p) => coupons.uniform(model.people.key[p]) < 1 - Math.exp(-10))
      .sort((p, q) => turn.draw(model.people.key[p]) - turn.draw(model.people.key[q]));
    expect(holders).toEqual(lucky.slice(0, 3).sort((p, q) => p - q));
    expect(outcome(runDays(model, 40, 1), 'refused')).toBe(lucky.length - 3);
  });

  it('holds what is paid for all members, and what is paid for newcomers', () => {
    const targeted = played({
      community: { members: 100 },
      tactics: { ads: { load: 1, targeting: '100%', cost: 30.4375, budget: '250 CNY' } },
    });
    // 100 members at 1 CNY a day: two days fit.
    expect(targeted.ledger.byDay[AccountIndex.targetingCost].slice(0, 4)).toEqual(
      Float64Array.of(10_000, 10_000, 0, 0),
    );
    const bought = played({
      community: { members: 1, prospects: 500 },
      tactics: { acquisition: { arrivals: 20, cost: 10, budget: '95 CNY' } },
    });
    expect(outcome(bought, 'paidJoins')).toBe(9);
    expect(outcome(bought, 'acquisitionCost')).toBe(90);
  });

  it('is the one of its tactic: another of the same kind goes on', () => {
    const scenario = quietScenario(
      spending(100, { tactics: { more: { tactic: 'coupons', rate: '3 per month', cost: 1 } } }),
    );
    const model = compileModel(prepare(scenario), 0, 0);
    beginTactics(model, 0);
    runDays(model);
    expect(model.tactics.map(({ schedule }) => schedule.isOver)).toEqual([true, false]);
  });
});
