/**
 * Cohorts of one arm over all worlds: medians and 5 to 95 % ranges.
 *
 * An age of a cohort is given only where everybody in it, up to the last who could have joined, has lived through that
 * month before the run ended: that makes the triangle. Worlds in which nobody joined in a month say nothing of it.
 */
import type { WorldResult } from '../experiment/results.ts';
import { monthStart, monthsBegun } from '../metrics/calendar.ts';
import { type Cohorts, type FunnelStep, funnelSteps } from '../metrics/cohorts.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { spread } from './quantiles.ts';
import type { Span } from './segments.ts';

export interface CohortInput {
  readonly scenario: Pick<Scenario, 'horizonDays'>;
  /** Of any worlds and arms, in any order. */
  readonly results: readonly WorldResult[];
}

export interface CohortAge {
  /** Month of being inside, from 0. */
  readonly age: number;
  /** Share of the cohort who are members at the end of that month. */
  readonly retention: Span;
  /** Share of the cohort who came at least once in that month. */
  readonly came: Span;
  /** Revenue less all costs by head, up to the end of that month. [currency] */
  readonly contribution: Span;
  /** Share of worlds in which the cohort has by then brought in all that it cost, being acquired included. */
  readonly paidBack: number | null;
}

export interface CohortRow {
  /** 0: founders; c: joined in month c of the run. */
  readonly cohort: number;
  readonly size: Span;
  /** Worlds in which somebody joined in that month. */
  readonly worlds: number;
  readonly ages: readonly CohortAge[];
}

export interface FunnelRow {
  readonly step: FunnelStep;
  /** Newcomers who took this step and all before it. */
  readonly people: Span;
  /** Of all who joined, and of those who took the step before. */
  readonly ofJoined: Span;
  readonly ofPrevious: Span;
  /** Of all who joined: who took this step, whatever else they did. */
  readonly each: Span;
}

export interface CohortTable {
  /** Worlds that have cohorts. */
  readonly worlds: number;
  readonly cohorts: readonly CohortRow[];
  readonly funnel: readonly FunnelRow[];
}

/** What became of the people of one arm. `arm`: its place in the scenario. */
export function cohortTable({ scenario, results }: CohortInput, arm: number): CohortTable {
  const days = scenario.horizonDays;
  const found = results.filter((result) => result.arm === arm).flatMap(({ cohorts }) => cohorts ?? []);
  const worlds = found.filter(({ months }) => months === monthsBegun(days));
  const rows = Array.from({ length: monthsBegun(days) + 1 }, (_, cohort) => rowOf(worlds, cohort, days));
  return { worlds: worlds.length, cohorts: worlds.length === 0 ? [] : rows, funnel: funnelOf(worlds) };
}

/** Whether all who could have joined in a cohort have lived through that month of age. */
export function isSeenWhole(cohort: number, age: number, days: number): boolean {
  const lastJoins = cohort === 0 ? 0 : monthStart(cohort) - 1;
  return lastJoins + monthStart(age + 1) <= days;
}

function rowOf(all: readonly Cohorts[], cohort: number, days: number): CohortRow {
  const worlds = all.filter(({ size }) => size[cohort] > 0);
  const ages: CohortAge[] = [];
  for (let age = 0; isSeenWhole(cohort, age, days); age++) ages.push(ageOf(worlds, cohort, age));
  return { cohort, size: over(all, ({ size }) => size[cohort]), worlds: worlds.length, ages };
}

function ageOf(worlds: readonly Cohorts[], cohort: number, age: number): CohortAge {
  const byHead = (table: 'members' | 'came' | 'contribution') => (world: Cohorts) =>
    world[table][cohort * world.months + age] / world.size[cohort];
  const covered = worlds.filter((world) => byHead('contribution')(world) >= 0).length;
  return {
    age,
    retention: over(worlds, byHead('members')),
    came: over(worlds, byHead('came')),
    contribution: over(worlds, byHead('contribution')),
    paidBack: worlds.length === 0 ? null : covered / worlds.length,
  };
}

function funnelOf(worlds: readonly Cohorts[]): FunnelRow[] {
  return funnelSteps.map((step, k) => ({
    step,
    people: over(worlds, ({ funnel }) => funnel[k]),
    ofJoined: over(worlds, ({ funnel }) => funnel[k] / funnel[0]),
    ofPrevious: over(worlds, ({ funnel }) => funnel[k] / funnel[Math.max(0, k - 1)]),
    each: over(worlds, ({ each, funnel }) => each[k] / funnel[0]),
  }));
}

/** The spread of a number over worlds; those that have none (0 / 0) are left out. */
function over(worlds: readonly Cohorts[], value: (world: Cohorts) => number): Span {
  const { median, p05, p95 } = spread(worlds.map(value));
  return { median, p05, p95 };
}
