import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model.ts';
import { monthOfDays, monthStart, monthsBegun } from '../../src/metrics/calendar.ts';
import { type Cohorts, cohortsOf, funnelSteps } from '../../src/metrics/cohorts.ts';
import { AccountIndex, book } from '../../src/metrics/ledger.ts';
import { recordDay } from '../../src/metrics/record.ts';
import { Channel, Fact, Status } from '../../src/population/people.ts';
import { type Changes, merged, modelOf, outcome, played, sum } from '../engine/isolated.ts';
import { busy, lively } from '../engine/lively.ts';

describe('months', () => {
  it('are twelve to a year of 365 days, and begin where the one before ends', () => {
    expect(monthsBegun(365)).toBe(12);
    expect([0, 1, 30, 31, 61].map(monthsBegun)).toEqual([0, 1, 1, 2, 2]);
    expect([0, 1, 2, 12, 24].map(monthStart)).toEqual([0, 30, 61, 365, 731]);
    const months = monthOfDays(400);
    for (const [day, month] of months.entries()) {
      expect(day).toBeGreaterThanOrEqual(monthStart(month));
      expect(day).toBeLessThan(monthStart(month + 1));
    }
  });
});

/** Cohort c at age a. */
const at = (
  cohorts: Cohorts,
  table: 'seen' | 'members' | 'came' | 'contribution',
  c: number,
  a: number,
): number => cohorts[table][c * cohorts.months + a];

/** Two founders (places 0, 1) and three outsiders, in a world of 91 days in which nothing happens by itself. */
function byHand(script: Readonly<Record<number, (model: Model) => void>>): Cohorts {
  const model = modelOf({ horizon: '91 days', community: { members: 2, prospects: 3 } });
  for (let day = 0; day < 91; day++) {
    model.today.newcomers.length = 0;
    script[day]?.(model);
    recordDay(model, day);
  }
  return cohortsOf(model);
}

/** p comes in on a day. */
function join({ people, today }: Model, p: number, day: number): void {
  people.status[p] = Status.member;
  people.joinedOn[p] = day;
  people.lastVisitOn[p] = day;
  today.newcomers.push(p);
}

const cents = (amount: number): number => amount * 1_000_000;

describe('a tiny world, worked by hand', () => {
  const cohorts = byHand({
    0: (model) => book(model, AccountIndex.sales, 0, cents(500)),
    10: (model) => {
      model.people.lastVisitOn[0] = 10;
    },
    // In the second month of age (days 30 to 60) founder 0 comes on the first day; founder 1 falls silent on the last.
    30: (model) => {
      model.people.lastVisitOn[0] = 30;
      join(model, 2, 30);
      book(model, AccountIndex.acquisitionCost, 2, cents(300));
    },
    40: (model) => {
      book(model, AccountIndex.goodsCost, 0, cents(50));
      book(model, AccountIndex.couponCost, 1, 400_000); // less than a cent: carried over
    },
    // Day 59 is the last of the first month of age of who joined on day 30; day 60 belongs to the second.
    59: (model) => book(model, AccountIndex.adRevenue, 2, cents(7)),
    60: (model) => {
      model.people.status[1] = Status.left;
      join(model, 3, 60);
      book(model, AccountIndex.adRevenue, 2, cents(9));
      model.people.lastVisitOn[2] = 60;
    },
    // A day too late to count for the second month.
    61: (model) => {
      model.people.status[0] = Status.left;
    },
  });

  it('puts people into the month in which they joined', () => {
    expect(cohorts.months).toBe(3);
    expect([...cohorts.size]).toEqual([2, 0, 2, 0]);
  });

  it('sees whom it can see whole, and who of them is still there', () => {
    expect([0, 1, 2].map((age) => at(cohorts, 'seen', 0, age))).toEqual([2, 2, 2]);
    expect([0, 1, 2].map((age) => at(cohorts, 'members', 0, age))).toEqual([2, 1, 0]);
    // Who joined on day 30 is two months old on the evening of day 90; who joined on day 60, one month on that of 89.
    expect([0, 1, 2].map((age) => at(cohorts, 'seen', 2, age))).toEqual([2, 1, 0]);
    expect([0, 1, 2].map((age) => at(cohorts, 'members', 2, age))).toEqual([2, 1, 0]);
  });

  it('knows who came in which month of age', () => {
    expect([0, 1, 2].map((age) => at(cohorts, 'came', 0, age))).toEqual([1, 1, 0]);
    expect([0, 1].map((age) => at(cohorts, 'came', 2, age))).toEqual([2, 1]);
  });

  it('counts money to the cent in the month of age in which it moved', () => {
    const founders = [0, 1, 2].map((age) => at(cohorts, 'contribution', 0, age));
    expect(founders).toEqual([5, 5 - 0.5 - 0.004, 5 - 0.5 - 0.004]);
    expect([0, 1, 2].map((age) => at(cohorts, 'contribution', 2, age))).toEqual([-2.93, -2.84, -2.84]);
    expect(cohorts.carried).toBeCloseTo(-0.004, 12);
  });
});

describe('who fell silent and came back', () => {
  it('is still known to have come in the month of age before they went', () => {
    const back = byHand({
      5: ({ people }) => {
        people.lastVisitOn[0] = 5;
      },
      9: ({ people, record }) => {
        record.earlierVisits.set(0, people.lastVisitOn[0]); // as leave.ts does
        people.lastVisitOn[0] = -32768;
      },
    });
    expect([0, 1].map((age) => at(back, 'came', 0, age))).toEqual([1, 0]);
  });
});

describe('the steps of newcomers', () => {
  it('are nested in the funnel, and counted alone beside it', () => {
    const { funnel, each } = byHand({
      1: (model) => join(model, 2, 1),
      2: (model) => {
        join(model, 3, 2);
        model.people.channel[3] = Channel.paid;
        join(model, 4, 2);
      },
      20: ({ people }) => {
        // 2 does all but order again; 3 orders twice but never writes; 4 leaves.
        people.lastVisitOn[2] = 20;
        people.posts[2] = 1;
        people.facts[2] |= Fact.befriended;
        people.orders[2] = 1;
        people.lastVisitOn[3] = 20;
        people.orders[3] = 2;
        people.status[4] = Status.left;
      },
    });
    expect(Object.fromEntries(funnelSteps.map((step, k) => [step, funnel[k]]))).toEqual({
      joined: 3,
      cameAgain: 2,
      wrote: 1,
      befriended: 1,
      ordered: 1,
      orderedAgain: 0,
      stayed: 0,
    });
    expect([...each]).toEqual([3, 2, 1, 1, 2, 1, 2]);
  });
});

describe('in every world', () => {
  const settings = fc.record({
    horizon: fc.constantFrom('1 day', '29 days', '30 days', '61 days', '100 days'),
    ads: fc.boolean(),
    world: fc.nat(20),
    cost: fc.constantFrom(0, 3.33, 0.004),
    segments: fc.boolean(),
  });
  const madeOf = ({
    horizon,
    ads,
    cost,
    segments,
  }: { [K in string]: string | number | boolean }): Changes => {
    const tactics = { ...busy, ...(ads ? {} : { ads: { load: 0 } }), onboarding: { cost } };
    const one = { segments: { regulars: { share: '0%' }, others: { share: '100%' } } };
    const community = segments ? {} : one;
    return merged(lively, { horizon, tactics, community });
  };

  it('cohorts are everybody once, money adds up to the cent, steps never rise', () => {
    fc.assert(
      fc.property(settings, (made) => {
        const model = played(madeOf(made), made.world);
        const cohorts = cohortsOf(model);
        const { months, size, seen, members, came, contribution, carried, funnel, each } = cohorts;
        expect(sum(size)).toBe(model.everJoined);
        expect(size[0]).toBe(model.people.founders);
        expect(sum(size.subarray(1))).toBe(outcome(model, 'joins'));
        for (let i = 0; i < seen.length; i++) {
          expect(members[i]).toBeLessThanOrEqual(seen[i]);
          expect(came[i]).toBeLessThanOrEqual(seen[i]);
          expect(seen[i]).toBeLessThanOrEqual(size[Math.floor(i / months)]);
        }
        const ends = Array.from(size, (_, c) => contribution[c * months + months - 1]);
        expect(sum(ends) - carried).toBeCloseTo(outcome(model, 'netRevenue'), 7);
        expect(funnel[0]).toBe(outcome(model, 'joins'));
        for (let k = 1; k < funnel.length; k++) expect(funnel[k]).toBeLessThanOrEqual(funnel[k - 1]);
        for (let k = 0; k < funnel.length; k++) expect(funnel[k]).toBeLessThanOrEqual(each[k]);
      }),
      { seed: 9, numRuns: 25 },
    );
  });

  it('newcomers do all that the funnel asks, in a lively one', () => {
    const { funnel, size } = cohortsOf(played(merged(lively, { horizon: '300 days', tactics: busy })));
    for (const count of funnel) expect(count).toBeGreaterThan(0);
    expect(size.length).toBe(11);
  });
});
