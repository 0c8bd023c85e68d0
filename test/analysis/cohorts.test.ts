import { describe, expect, it } from 'vitest';
import { cohortTable, isSeenWhole } from '../../src/analysis/cohorts.ts';
import type { WorldResult } from '../../src/experiment/results.ts';
import { type Cohorts, funnelSteps } from '../../src/metrics/cohorts.ts';
import { result } from './synthetic.ts';

/** Two months (61 days): founders at ages 0 and 1, cohort 1 at age 0. */
const scenario = { horizonDays: 61 };
const row = (...values: number[]): Float64Array => Float64Array.from(values);

const cohorts = (changes: Partial<Cohorts> = {}): Cohorts => ({
  months: 2,
  size: row(10, 4, 2),
  seen: row(10, 10, 4, 1, 0, 0),
  members: row(8, 6, 3, 1, 0, 0),
  came: row(9, 5, 4, 1, 0, 0),
  contribution: row(50, 120, -8, -2, -6, -6),
  carried: 0,
  funnel: row(6, 4, 2, 1, 1, 0, 0),
  each: row(6, 4, 3, 3, 2, 1, 5),
  ...changes,
});
const inWorld = (world: number, own: Cohorts | null, arm = 0): WorldResult => ({
  ...result(world, arm, {}),
  cohorts: own,
});
const only = (value: number) => ({ median: value, p05: value, p95: value });

describe('cohorts over worlds', () => {
  it('are shares and money by head, worked by hand', () => {
    const { worlds, cohorts: rows } = cohortTable({ scenario, results: [inWorld(0, cohorts())] }, 0);
    expect(worlds).toBe(1);
    expect(rows.map(({ cohort, size, ages }) => [cohort, size.median, ages.length])).toEqual([
      [0, 10, 2],
      [1, 4, 1],
      [2, 2, 0],
    ]);
    expect(rows[0].ages[1]).toEqual({
      age: 1,
      retention: only(0.6),
      came: only(0.5),
      contribution: only(12),
      paidBack: 1,
    });
    expect(rows[1].ages[0]).toMatchObject({ retention: only(0.75), contribution: only(-2), paidBack: 0 });
  });

  it('count as paid back in the share of worlds where they brought in what they cost', () => {
    const costs = [-8, 0, 3, -1].map((net, world) =>
      inWorld(world, cohorts({ contribution: row(0, 0, net, net, 0, 0) })),
    );
    expect(cohortTable({ scenario, results: costs }, 0).cohorts[1].ages[0].paidBack).toBe(0.5);
  });

  it('leave out worlds in which nobody joined, and other arms', () => {
    const empty = cohorts({ size: row(10, 0, 0), members: row(8, 6, 0, 0, 0, 0) });
    const results = [
      inWorld(0, cohorts()),
      inWorld(1, empty),
      inWorld(0, cohorts({ size: row(1, 1, 1) }), 1),
    ];
    const [, first] = cohortTable({ scenario, results }, 0).cohorts;
    expect(first).toMatchObject({ worlds: 1, size: { median: 2, p05: 0, p95: 4 } });
    expect(first.ages[0].retention).toEqual(only(0.75));
  });

  it('have nothing to say of results without cohorts, or of another length', () => {
    const results = [inWorld(0, null), inWorld(1, cohorts({ months: 5 }))];
    expect(cohortTable({ scenario, results }, 0)).toMatchObject({ worlds: 0, cohorts: [] });
    expect(cohortTable({ scenario, results: [] }, 0).funnel[0].people.median).toBeNull();
  });
});

describe('the triangle', () => {
  it('has an age once the last who could have joined has lived through it', () => {
    const ages = (cohort: number, days: number): number => {
      let age = 0;
      while (isSeenWhole(cohort, age, days)) age++;
      return age;
    };
    expect([0, 1, 2, 11, 12].map((cohort) => ages(cohort, 365))).toEqual([12, 11, 10, 1, 0]);
    expect([0, 1, 2].map((cohort) => ages(cohort, 61))).toEqual([2, 1, 0]);
    expect(ages(0, 29)).toBe(0);
    expect(ages(0, 30)).toBe(1);
  });
});

describe('the funnel', () => {
  it('has shares of all who joined, of the step before, and of each step alone', () => {
    const { funnel } = cohortTable({ scenario, results: [inWorld(0, cohorts())] }, 0);
    expect(funnel.map(({ step }) => step)).toEqual(funnelSteps);
    expect(funnel[2]).toEqual({
      step: 'wrote',
      people: only(2),
      ofJoined: only(2 / 6),
      ofPrevious: only(0.5),
      each: only(0.5),
    });
    // Nobody ordered again, so there is no share of those who went on from there.
    expect(funnel[6].ofPrevious.median).toBeNull();
    expect(funnel[6].each.median).toBe(5 / 6);
  });
});
