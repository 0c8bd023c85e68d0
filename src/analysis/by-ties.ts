/**
 * What members do by how many friends they have here: how often they fall silent, come, write and buy, by friends in the
 * morning. Read off a world from outside as its days go by, so that whoever does not ask pays nothing.
 *
 * People with many friends are other people, too: those who would have left anyway have left. So rates are told at equal
 * inclination as well, by indirect standardization: what happened over what people's own traits led to expect,
 *
 *   falls silent   sum of exits / sum over member days of logistic(own log-odds that morning)    x mean of these chances
 *   posts          sum of posts / sum over visits of the own posts a visit                       x mean of these by day
 *
 * Own log-odds hold what a person brought and what the way in did; friends, satisfaction and bonds are none of it. Standard
 * errors take a twin of worlds as one cluster, whose rate R = sum O / sum E varies:
 *
 *   SE^2 = G / (G - 1) x sum over G twins of (O - R E)^2 / (sum E)^2
 */
import { setOut } from '../engine/branch.ts';
import type { Prepared } from '../engine/compile.ts';
import type { Model } from '../engine/model.ts';
import { Status } from '../population/people.ts';
import { logistic } from '../random/math.ts';
import { twinOf } from './worlds.ts';

/** The last line of the table holds whoever has at least so many friends. */
export const MOST_TIES = 12;

const counted = ['memberDays', 'exits', 'visits', 'posts', 'orders', 'exitsMeant', 'postsMeant'] as const;
type Counted = (typeof counted)[number];

/**
 * Sums over days and members, by friends in the morning: 0, 1, ... `MOST_TIES` and more. `memberDays`: members who were
 * here in the morning, day by day; `exits`: of those, who fell silent or left that day; `...Meant`: what own traits led to expect.
 */
export type Sums = Readonly<Record<Counted, Float64Array>>;

/** Sums by twin of worlds. */
export type ByTies = Map<number, Sums>;

const emptySums = (): Sums =>
  Object.fromEntries(counted.map((name) => [name, new Float64Array(MOST_TIES + 1)])) as Record<
    Counted,
    Float64Array
  >;

export const openByTies = (): ByTies => new Map();

/** All twins together. */
export function totalByTies(table: ByTies): Sums {
  const total = emptySums();
  for (const sums of table.values())
    for (const name of counted) for (let n = 0; n <= MOST_TIES; n++) total[name][n] += sums[name][n];
  return total;
}

/** Runs one arm in one world and adds what its members did. */
export function addByTies(table: ByTies, prepared: Prepared, world: number, arm: number): void {
  const journey = setOut(prepared, world, arm);
  const { count } = journey.model.people;
  const sums = table.get(twinOf(world)) ?? emptySums();
  table.set(twinOf(world), sums);
  const morning = {
    line: new Int8Array(count),
    posts: new Uint16Array(count),
    orders: new Uint16Array(count),
    exitLogit: new Float32Array(count),
  };
  for (let day = 0; day < journey.model.days; day++) {
    const { people } = journey.model;
    for (let p = 0; p < count; p++)
      morning.line[p] = people.status[p] === Status.member ? Math.min(MOST_TIES, people.friends[p]) : -1;
    morning.posts.set(people.posts);
    morning.orders.set(people.orders);
    morning.exitLogit.set(people.exitLogit);
    journey.run(day);
    addDay(sums, journey.model, morning, day);
  }
}

interface Morning {
  /** Line of the table; -1 for whoever was not a member. */
  readonly line: Int8Array;
  readonly posts: Uint16Array;
  readonly orders: Uint16Array;
  readonly exitLogit: Float32Array;
}

function addDay(sums: Sums, { people }: Model, { line, posts, orders, exitLogit }: Morning, day: number) {
  for (let p = 0; p < people.count; p++) {
    const n = line[p];
    if (n < 0) continue;
    sums.memberDays[n]++;
    sums.exitsMeant[n] += logistic(exitLogit[p]);
    if (people.status[p] !== Status.member) sums.exits[n]++;
    if (people.lastVisitOn[p] === day) {
      sums.visits[n]++;
      sums.postsMeant[n] += people.postRate[p];
    }
    sums.posts[n] += people.posts[p] - posts[p];
    sums.orders[n] += people.orders[p] - orders[p];
  }
}

/** A rate and its standard error; null under two twins of worlds, and where nothing happened that could vary. */
export interface Rate {
  readonly rate: number;
  readonly error: number | null;
}

/** A line in rates that people read. */
export interface TiesLine {
  /** Fewest and most friends of those it holds; null: however many. */
  readonly ties: number;
  readonly upTo: number | null;
  /** Part of all member days. */
  readonly share: number;
  /** Chance of falling silent within 30 days at the daily rate; the same at equal inclination. */
  readonly exit: Rate;
  readonly exitAlike: Rate;
  /** A month, by member; `postsAlike`: at equal inclination to write, and equal visits. */
  readonly visits: Rate;
  readonly posts: Rate;
  readonly postsAlike: Rate;
  readonly orders: Rate;
}

/** Days by which rates are told. */
export const PERIOD = 30;

/** A line for each number of friends; lines without a member day are left out. */
export const linesByTies = (table: ByTies): TiesLine[] =>
  Array.from({ length: MOST_TIES + 1 }, (_, n) => n).flatMap((n) =>
    lineOf(table, n, n === MOST_TIES ? null : n),
  );

/** The groups that operators speak of: up to 4 friends, beyond 4, beyond 6. */
export const groupsByTies = (table: ByTies): TiesLine[] =>
  (
    [
      [0, 4],
      [5, 6],
      [7, null],
    ] as const
  ).flatMap(([from, upTo]) => lineOf(table, from, upTo));

function lineOf(table: ByTies, ties: number, upTo: number | null): TiesLine[] {
  const within = (sums: Sums, name: Counted): number =>
    sums[name].subarray(ties, (upTo ?? MOST_TIES) + 1).reduce((sum, value) => sum + value, 0);
  const twins = [...table.values()];
  const days = twins.reduce((sum, twin) => sum + within(twin, 'memberDays'), 0);
  if (days === 0) return [];
  const all = (name: Counted): number =>
    twins.reduce((sum, twin) => sum + twin[name].reduce((total, value) => total + value, 0), 0);
  const by = (of: Counted, per: Counted): Rate =>
    ratioOf(twins.map((twin) => [within(twin, of), within(twin, per)]));
  const usual = (name: Counted): number => all(name) / all('memberDays');
  return [
    {
      ties,
      upTo,
      share: days / all('memberDays'),
      exit: inPeriod(by('exits', 'memberDays')),
      exitAlike: inPeriod(times(by('exits', 'exitsMeant'), usual('exitsMeant'))),
      visits: times(by('visits', 'memberDays'), PERIOD),
      posts: times(by('posts', 'memberDays'), PERIOD),
      postsAlike: times(by('posts', 'postsMeant'), usual('postsMeant') * PERIOD),
      orders: times(by('orders', 'memberDays'), PERIOD),
    },
  ];
}

/** Sum of the first over sum of the second; NaN where that is 0. */
function ratioOf(pairs: readonly (readonly [of: number, per: number])[]): Rate {
  const of = pairs.reduce((sum, [each]) => sum + each, 0);
  const per = pairs.reduce((sum, [, each]) => sum + each, 0);
  const rate = per > 0 ? of / per : Number.NaN;
  const count = pairs.length;
  if (count < 2 || of === 0) return { rate, error: null };
  const squares = pairs.reduce((sum, [own, base]) => sum + (own - rate * base) ** 2, 0);
  return { rate, error: Math.sqrt((count / (count - 1)) * squares) / per };
}

const times = ({ rate, error }: Rate, by: number): Rate => ({
  rate: rate * by,
  error: error === null ? null : error * by,
});

/** From a daily chance to that of a period; the error by its slope. */
function inPeriod({ rate, error }: Rate): Rate {
  const stays = Math.max(0, 1 - rate);
  const slope = PERIOD * stays ** (PERIOD - 1);
  return { rate: 1 - stays ** PERIOD, error: error === null ? null : error * slope };
}
