/**
 * What members do by how many friends they have here: how often they fall silent, come, write and buy, by friends in the
 * morning. Read off a world from outside as its days go by, so that whoever does not ask pays nothing.
 */
import { compileModel, type Prepared } from '../engine/compile.ts';
import type { Model } from '../engine/model.ts';
import { runDay } from '../engine/phases.ts';
import { Status } from '../population/people.ts';

/** The last line of the table holds whoever has at least so many friends. */
export const MOST_TIES = 12;

/** Sums over days and members, by friends in the morning: 0, 1, ... `MOST_TIES` and more. */
export interface ByTies {
  /** Members who were here in the morning, day by day. */
  readonly memberDays: Float64Array;
  /** Of those, who fell silent or left that day. */
  readonly exits: Float64Array;
  readonly visits: Float64Array;
  readonly posts: Float64Array;
  readonly orders: Float64Array;
}

export function openByTies(): ByTies {
  const line = () => new Float64Array(MOST_TIES + 1);
  return { memberDays: line(), exits: line(), visits: line(), posts: line(), orders: line() };
}

/** Runs one arm in one world and adds what its members did. */
export function addByTies(table: ByTies, prepared: Prepared, world: number, arm: number): void {
  const model = compileModel(prepared, world, arm);
  const { people } = model;
  const morning = {
    line: new Int8Array(people.count),
    posts: new Uint16Array(people.count),
    orders: new Uint16Array(people.count),
  };
  for (let day = 0; day < model.days; day++) {
    for (let p = 0; p < people.count; p++)
      morning.line[p] = people.status[p] === Status.member ? Math.min(MOST_TIES, people.friends[p]) : -1;
    morning.posts.set(people.posts);
    morning.orders.set(people.orders);
    runDay(model, day);
    addDay(table, model, morning, day);
  }
}

interface Morning {
  /** Line of the table; -1 for whoever was not a member. */
  readonly line: Int8Array;
  readonly posts: Uint16Array;
  readonly orders: Uint16Array;
}

function addDay(table: ByTies, { people }: Model, { line, posts, orders }: Morning, day: number): void {
  for (let p = 0; p < people.count; p++) {
    const n = line[p];
    if (n < 0) continue;
    table.memberDays[n]++;
    if (people.status[p] !== Status.member) table.exits[n]++;
    if (people.lastVisitOn[p] === day) table.visits[n]++;
    table.posts[n] += people.posts[p] - posts[p];
    table.orders[n] += people.orders[p] - orders[p];
  }
}

/** A line in rates that people read. */
export interface TiesLine {
  readonly ties: number;
  /** Whether it holds everybody with more friends, too. */
  readonly isLast: boolean;
  /** Part of all member days. */
  readonly share: number;
  /** Chance of falling silent within 30 days at the daily rate, and its standard error. */
  readonly exit: number;
  readonly exitError: number;
  /** A month, by member. */
  readonly visits: number;
  readonly posts: number;
  readonly orders: number;
}

/** Days by which rates are told. */
export const PERIOD = 30;

/** The table in rates; lines without a member day are left out. */
export function linesByTies({ memberDays, exits, visits, posts, orders }: ByTies): TiesLine[] {
  const all = memberDays.reduce((sum, days) => sum + days, 0);
  return [...memberDays.keys()].flatMap((ties): TiesLine[] => {
    const days = memberDays[ties];
    if (days === 0) return [];
    const daily = exits[ties] / days;
    const stays = (1 - daily) ** PERIOD;
    return [
      {
        ties,
        isLast: ties === MOST_TIES,
        share: days / all,
        exit: 1 - stays,
        exitError: daily < 1 ? (PERIOD * stays * Math.sqrt((daily * (1 - daily)) / days)) / (1 - daily) : 0,
        visits: (PERIOD * visits[ties]) / days,
        posts: (PERIOD * posts[ties]) / days,
        orders: (PERIOD * orders[ties]) / days,
      },
    ];
  });
}
