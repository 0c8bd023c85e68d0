/**
 * Scenarios for tests, through the public format: nobody comes, joins, writes, asks, meets, buys, shares or leaves,
 * and no number is uncertain, unless a test says so.
 */
import { compileModel, prepare } from '../../src/engine/compile.ts';
import type { Model } from '../../src/engine/model.ts';
import { runDay } from '../../src/engine/phases.ts';
import { metricIndex } from '../../src/metrics/definitions.ts';
import { outcomesOf } from '../../src/metrics/record.ts';
import { wake } from '../../src/population/friendships.ts';
import { Status } from '../../src/population/people.ts';
import { findTie, type Ties, tiesFromPairs } from '../../src/population/ties.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { openSchedule } from '../../src/tactics/schedule.ts';

/** Acts on the days from `fromDay` until `untilDay`, for everybody, whatever it costs. */
export const acting = (fromDay = 0, untilDay = 3653) => ({
  schedule: openSchedule({}, { fromDay, untilDay, starts: null, stops: null, segments: null }),
  audience: null,
});

export type Changes = { readonly [key: string]: unknown };

/** Everything off, one mechanism beside the other. */
export const quiet: Changes = {
  seedbed: 1,
  title: 'Quiet',
  assumptions: 'fixed',
  horizon: '30 days',
  community: {
    members: 1000,
    prospects: 0,
    tenure: '0 days',
    awake: '0%',
    network: { kind: 'none' },
  },
  people: { visits: '0%', visitsSpread: 0, posts: 0, postsSpread: 0, shares: 0, tolerance: 0 },
  join: { innovation: 0, imitation: 0, invitation: 0, views: 0 },
  onboard: { introduction: '0%', benefits: '0%', icebreaker: '0%', firstPost: '0%', lift: 0 },
  visit: { habit: 0, satisfaction: 0, friends: 0 },
  engage: { asks: '0%' },
  ties: { chat: '0%', sleep: '3650 days' },
  adResponse: { complaint: '0%' },
  buy: { chance: '0%', patience: 36_500, friction: 0, basketSpread: 0 },
  share: { onProspects: '100%' },
  leave: {
    alpha: 1,
    beta: 1e6,
    period: '36500 days',
    perTie: 0,
    perActive: 0,
    satisfaction: 0,
    unanswered: 0,
    forGood: 0,
    back: 0,
  },
};

/** Settings of `leave` under which everybody falls silent at this constant rate a day. */
export function constantExit(rate: number): Changes {
  const odds = Math.expm1(rate); // chance / (1 - chance) of a day
  return { alpha: 1e6 * Math.min(1, odds), beta: 1e6 / Math.max(1, odds), period: '1 day', atOnce: '100%' };
}

const isMapping = (value: unknown): value is Changes =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `base` with `changes` merged into it, mapping by mapping. */
export function merged(base: Changes, changes: Changes): Changes {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const before = result[key];
    result[key] = isMapping(before) && isMapping(value) ? merged(before, value) : value;
  }
  return result;
}

/** The scenario of a document, which must be without fault. */
export function scenarioOf(document: Changes): Scenario {
  const { scenario, problems } = parseScenario(JSON.stringify(document), 'test.json');
  if (scenario === null) throw new Error(JSON.stringify(problems));
  return scenario;
}

export const quietScenario = (changes: Changes = {}): Scenario => scenarioOf(merged(quiet, changes));

/** Networks by the names under which scenarios give them. */
export type Networks = ReadonlyMap<string, Ties>;

/** A model on the eve of day 0. */
export function modelOf(changes: Changes = {}, world = 0, arm = 0, networks?: Networks): Model {
  return compileModel(prepare(quietScenario(changes), networks), world, arm);
}

/** Runs days `from` to `until`, the last not included; by default all. */
export function runDays(model: Model, until = model.days, from = 0): Model {
  for (let day = from; day < until; day++) runDay(model, day);
  return model;
}

/** A model that has run through all its days. */
export function played(changes: Changes = {}, world = 0, arm = 0, networks?: Networks): Model {
  return runDays(modelOf(changes, world, arm, networks));
}

/** One outcome of a model that has run through. */
export function outcome(model: Model, name: string): number {
  if (!(name in metricIndex)) throw new Error(`no metric ${name}`);
  return outcomesOf(model)[metricIndex[name]];
}

export const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
};

export const mean = (values: ArrayLike<number>): number => sum(values) / values.length;

/** Standard error of the mean of independent values. */
export function standardError(values: ArrayLike<number>): number {
  const center = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - center) ** 2;
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** Standard error of a share among n. */
export const shareError = (share: number, n: number): number => Math.sqrt((share * (1 - share)) / n);

/** How many of the numbers keep the condition. */
export function count(values: ArrayLike<number>, keeps: (value: number, place: number) => boolean): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) if (keeps(values[i], i)) total++;
  return total;
}

/** Ties of these pairs of places. */
export function tiesOf(people: number, pairs: readonly (readonly [number, number])[]): Ties {
  const from = Uint32Array.from(pairs, ([p]) => p);
  const to = Uint32Array.from(pairs, ([, q]) => q);
  return tiesFromPairs(people, from, to);
}

/**
 * A model whose ties are given by hand, as pairs of people: founders first (0, 1, ...), then prospects. `place` says where
 * each of them stands; founders of a network file are drawn.
 */
export function handmade(
  people: { readonly members: number; readonly prospects?: number },
  pairs: readonly (readonly [number, number])[],
  changes: Changes = {},
): { model: Model; place: readonly number[] } {
  const { members, prospects = 0 } = people;
  const community = { community: { members, prospects, network: 'by hand' } };
  const model = (ties: Ties): Model =>
    modelOf(merged(community, changes), 0, 0, new Map([['by hand', ties]]));
  const { status } = model(tiesOf(members + prospects, [])).people;
  const places = Array.from(status, (_, p) => p);
  const place = [
    ...places.filter((p) => status[p] === Status.member),
    ...places.filter((p) => status[p] !== Status.member),
  ];
  return {
    place,
    model: model(
      tiesOf(
        members + prospects,
        pairs.map(([p, q]) => [place[p], place[q]] as const),
      ),
    ),
  };
}

/** Makes two people friends who could know each other, on a day. */
export function befriend({ friendships, people }: Model, p: number, q: number, day = -1): void {
  wake(friendships, people, p, findTie(friendships, p, q), day);
}

/** Makes these people today's visitors, in this order. */
export function come({ people, today }: Model, day: number, visitors: readonly number[]): void {
  today.visitors.set(visitors);
  today.visitorCount = visitors.length;
  for (const p of visitors) people.lastVisitOn[p] = day;
}

/** Everybody, by place. */
export const everybody = ({ people }: Model): number[] => Array.from(people.key, (_, p) => p);

/** What two arms come to in the same worlds: differences, the first less the second. */
export function differences(
  changes: Changes,
  [one, other]: readonly [Changes, Changes],
  read: (model: Model) => number,
  worlds = 6,
): number[] {
  const arms = [
    { name: 'one', ...one },
    { name: 'other', ...other },
  ];
  const prepared = prepare(quietScenario(merged(changes, { arms })));
  return Array.from({ length: worlds }, (_, world) => {
    const [first, second] = [0, 1].map((arm) => read(runDays(compileModel(prepared, world, arm))));
    return first - second;
  });
}

/** Mean of differences in standard errors. */
export const inErrors = (found: readonly number[]): number => mean(found) / standardError(found);
