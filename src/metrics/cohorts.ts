/**
 * Cohorts: people by the month in which they joined, followed month after month; and the steps of newcomers.
 *
 * Cohort 0 are founders, followed from day 0; cohort c joined in month c of the run (c = 1 ... months). Age a is the
 * month of being inside, counted from 0: days monthStart(a) to monthStart(a + 1) - 1 after joining. Tables are flat:
 * cohort c at age a stands at [c * months + a].
 */
import type { Model } from '../engine/model.ts';
import { Channel, Fact, type People, Status } from '../population/people.ts';
import { monthStart, monthsBegun } from './calendar.ts';
import { MICROS_PER_CENT } from './ledger.ts';
import { lastVisit, seenFrom } from './presence.ts';
import type { DayRecord } from './record.ts';

/** What newcomers come to do, in order. */
export const funnelSteps = [
  'joined',
  'cameAgain',
  'wrote',
  'befriended',
  'ordered',
  'orderedAgain',
  'stayed',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

export interface Cohorts {
  /** Months that the run has begun: as many ages, and one cohort more. */
  readonly months: number;
  /** People by cohort; together everybody who was ever inside. */
  readonly size: Float64Array;
  /** People who lived through the whole of that month of age before the run ended. */
  readonly seen: Float64Array;
  /** Of those seen: members on its last evening. */
  readonly members: Float64Array;
  /** Of those seen: who came at least once in it. */
  readonly came: Float64Array;
  /**
   * Revenue less all costs that concern the people of a cohort, up to the end of that month of age, whether seen whole or
   * not. [currency] Every booking concerns a person, so the last ages of all cohorts sum to net revenue and `carried`.
   */
  readonly contribution: Float64Array;
  /** What the ledger holds back, revenue less costs: parts of cents that are not booked yet. [currency] */
  readonly carried: number;
  /** Newcomers who took this step of `funnelSteps` and all before it: counts never rise. */
  readonly funnel: Float64Array;
  /** Newcomers who took this step, whatever else they did. */
  readonly each: Float64Array;
}

/** Who reached which age, and how: written as the days go by. */
export interface Ages {
  readonly months: number;
  /** By age: the next place in `joined` to look at. */
  readonly next: Int32Array;
  readonly seen: Float64Array;
  readonly members: Float64Array;
  readonly came: Float64Array;
}

export function openAges(days: number): Ages {
  const months = monthsBegun(days);
  const table = (): Float64Array => new Float64Array((months + 1) * months);
  return { months, next: new Int32Array(months), seen: table(), members: table(), came: table() };
}

/** Looks at those for whom a month of age ends tonight. */
export function followAges({ people, record, ledger }: Model, day: number): void {
  const { months, next, seen, members, came } = record.ages;
  const { monthOf } = ledger.cells;
  for (let age = 0; age < months; age++) {
    for (; next[age] < record.joinedCount; next[age]++) {
      const p = record.joined[next[age]];
      const from = seenFrom(people, p);
      if (from > day - monthStart(age + 1) + 1) break;
      const cell = cohortOf(people, p, monthOf) * months + age;
      seen[cell]++;
      if (people.status[p] === Status.member) members[cell]++;
      if (lastVisit(people, record, p) >= from + monthStart(age)) came[cell]++;
    }
  }
}

/** The cohort of somebody who was ever inside. */
function cohortOf({ joinedOn }: People, p: number, monthOf: Uint16Array): number {
  return joinedOn[p] < 0 ? 0 : 1 + monthOf[joinedOn[p]];
}

/** Cohorts at the end of a run. */
export function cohortsOf({ people, record, ledger }: Model): Cohorts {
  const { months, seen, members, came } = record.ages;
  const { open, booked, monthOf } = ledger.cells;
  const size = new Float64Array(months + 1);
  for (let i = 0; i < record.joinedCount; i++) size[cohortOf(people, record.joined[i], monthOf)]++;
  const contribution = new Float64Array(booked.length);
  for (let cohort = 0; cohort <= months; cohort++) {
    let cents = 0;
    for (let i = cohort * months, rest = 0; i < (cohort + 1) * months; i++) {
      cents += booked[i];
      rest += open[i];
      contribution[i] = (cents + rest / MICROS_PER_CENT) / 100;
    }
  }
  return {
    months,
    size,
    seen: seen.slice(),
    members: members.slice(),
    came: came.slice(),
    contribution,
    carried: heldBack(ledger) / MICROS_PER_CENT / 100,
    ...funnelOf(people, record),
  };
}

/** Micro-units that accounts hold back, revenue less costs: all that is in cells and not in cash. */
function heldBack({ cells, cash }: Model['ledger']): number {
  let cents = -cash;
  let rest = 0;
  for (let i = 0; i < cells.open.length; i++) {
    cents += cells.booked[i];
    rest += cells.open[i];
  }
  return cents * MICROS_PER_CENT + rest;
}

function funnelOf(people: People, record: DayRecord): { funnel: Float64Array; each: Float64Array } {
  const funnel = new Float64Array(funnelSteps.length);
  const each = new Float64Array(funnelSteps.length);
  for (let i = 0; i < record.joinedCount; i++) {
    const p = record.joined[i];
    if (people.channel[p] === Channel.founder) continue;
    const taken: Record<FunnelStep, boolean> = {
      joined: true,
      cameAgain: lastVisit(people, record, p) > people.joinedOn[p],
      wrote: people.posts[p] > 0,
      befriended: (people.facts[p] & Fact.befriended) !== 0,
      ordered: people.orders[p] > 0,
      orderedAgain: people.orders[p] > 1,
      stayed: people.status[p] === Status.member,
    };
    let all = true;
    for (const [k, step] of funnelSteps.entries()) {
      if (taken[step]) each[k]++;
      else all = false;
      if (all) funnel[k]++;
    }
  }
  return { funnel, each };
}
