/**
 * A race of candidates over paired worlds. At each look
 *
 *   broken     a guardrail or the budget is surely beyond its limit in more than 10 % of worlds   dropped
 *   worse      the mean paired difference to the leader is surely on the bad side                 dropped
 *   dominated  with a second metric, instead: surely worse than one other candidate in both       dropped
 *
 * The leader is the candidate with the best mean among those that keep every limit so far. Candidate 0 is the baseline: its
 * worlds go on to the end, since limits are relative to it. What `surely` means: `looks.ts` and `sure.ts`; every pair of
 * candidates is compared world by world, one number a twin. Who was dropped for a better candidate comes back when that
 * one turns out to break a limit, and first catches up on the worlds that it lacks.
 */
import { HELD_UP_TO } from '../guardrails.ts';
import { meanOf } from '../quantiles.ts';
import { twinMeans } from '../worlds.ts';
import { DROP_ERROR, errorOfPair } from './looks.ts';
import { meanRange, surelyAbove } from './sure.ts';

/** What the candidates came to so far, all that are in the race in the same worlds. */
export interface RaceData {
  /** Numbers of the worlds. */
  readonly ids: readonly number[];
  /** Of each metric that counts (one or two), by candidate: a number a world, more is better. */
  readonly goals: readonly ((candidate: number) => ArrayLike<number>)[];
  /** By candidate, for each limit: 1 where a world is beyond it, 0 where not, NaN where that cannot be told. */
  readonly beyond: (candidate: number) => readonly ArrayLike<number>[];
}

export type Why = 'worse' | 'dominated' | 'broken';

export interface Dropped {
  readonly candidate: number;
  readonly why: Why;
  /** The candidate that is better; of `broken` the place of the limit. */
  readonly by: number;
  /** Worlds that it ran. */
  readonly worlds: number;
}

export interface RaceState {
  readonly left: readonly number[];
  readonly dropped: readonly Dropped[];
  /** Null as long as no candidate keeps every limit. */
  readonly leader: number | null;
  readonly worlds: number;
  /** Whether somebody came back at this look: it is taken again, with their worlds. */
  readonly again: boolean;
}

/** A race that has not begun. */
export const beforeRace = (candidates: number): RaceState => ({
  left: Array.from({ length: candidates }, (_, c) => c),
  dropped: [],
  leader: null,
  worlds: 0,
  again: false,
});

export interface Chances {
  /** How many candidates began, and how often the race is looked at in all. */
  readonly candidates: number;
  readonly looks: number;
  readonly error?: number;
}

/** The race after one more look. */
export function lookAt(before: RaceState, data: RaceData, chances: Chances): RaceState {
  const { error = DROP_ERROR, looks, candidates } = chances;
  const worlds = data.ids.length;
  const dropped = new Map<number, Dropped>();
  const drop = (candidate: number, why: Why, by: number) =>
    void dropped.set(candidate, { candidate, why, by, worlds });
  for (const candidate of before.left) {
    const limit = brokenLimit(data, candidate, error / looks);
    if (limit !== null) drop(candidate, 'broken', limit);
  }
  const sound = before.left.filter((candidate) => !dropped.has(candidate));
  const leader = leaderOf(data, sound);
  const each = errorOfPair(candidates, looks, error);
  for (const candidate of sound) {
    if (data.goals.length > 1) {
      const by = dominatorOf(data, candidate, sound, each);
      if (by !== null) drop(candidate, 'dominated', by);
    } else if (leader !== null && isSurelyWorse(data, candidate, leader, 0, each))
      drop(candidate, 'worse', leader);
  }
  const back = before.dropped.filter((one) => isBack(one, before, data, dropped)).map((one) => one.candidate);
  const left = [...sound.filter((candidate) => !dropped.has(candidate)), ...back];
  return {
    left: left.sort((a, b) => a - b),
    dropped: [...before.dropped.filter(({ candidate }) => !back.includes(candidate)), ...dropped.values()],
    leader,
    worlds,
    again: back.length > 0,
  };
}

/** Whether the one for which a candidate was dropped turns out to break a limit. */
function isBack({ why, by }: Dropped, before: RaceState, data: RaceData, now: ReadonlyMap<number, Dropped>) {
  if (why === 'broken') return false;
  const fate = now.get(by) ?? before.dropped.find(({ candidate }) => candidate === by);
  if (fate !== undefined) return fate.why === 'broken';
  return !keepsLimits(data, by);
}

/** Whether nothing is left to choose from. */
export const isOver = ({ left, leader }: RaceState): boolean =>
  left.length === 0 || (left.length === 1 && left[0] === leader);

/** The best mean of the first goal among those that keep every limit so far; the first of equals. */
export function leaderOf(data: RaceData, candidates: readonly number[]): number | null {
  let best: { candidate: number; mean: number } | null = null;
  for (const candidate of candidates) {
    if (!keepsLimits(data, candidate)) continue;
    const mean = meanOf(Array.from(data.goals[0](candidate)));
    if (mean !== null && (best === null || mean > best.mean)) best = { candidate, mean };
  }
  return best?.candidate ?? null;
}

/** Whether every limit is kept in enough of the worlds so far. A limit that cannot be told is not kept. */
export const keepsLimits = (data: RaceData, candidate: number): boolean =>
  data.beyond(candidate).every((column) => (meanOf(Array.from(column)) ?? 1) <= HELD_UP_TO);

/** Place of the first limit that is surely broken; the chance of error is shared among them. */
function brokenLimit({ beyond, ids }: RaceData, candidate: number, error: number): number | null {
  const columns = beyond(candidate);
  const place = columns.findIndex((column) => {
    const shares = twinMeans(column, ids).map(({ mean }) => mean);
    return surelyAbove(shares, HELD_UP_TO, error / columns.length);
  });
  return place < 0 ? null : place;
}

/** The first candidate that is surely better in every goal. That all are so needs no correction: each must be. */
function dominatorOf(
  data: RaceData,
  candidate: number,
  rivals: readonly number[],
  error: number,
): number | null {
  const found = rivals.find(
    (rival) =>
      rival !== candidate &&
      keepsLimits(data, rival) &&
      data.goals.every((_, goal) => isSurelyWorse(data, candidate, rival, goal, error)),
  );
  return found ?? null;
}

/** Whether the mean paired difference is surely below 0; error: the chance of one side. */
function isSurelyWorse(
  { goals, ids }: RaceData,
  candidate: number,
  rival: number,
  goal: number,
  error: number,
): boolean {
  if (candidate === rival) return false;
  const means = differencesOf(goals[goal](candidate), goals[goal](rival), ids);
  return isSurelyBelow(means, error);
}

/** No luck at all, every twin with the same difference: after 40, with 95 % chance, fewer than 8 % of twins are otherwise (1 - .05^(1/40)). */
const TWINS_WITHOUT_LUCK = 40;

/** Differences that are the same but for rounding do not vary. */
const ROUNDING = 1e-9;

/** Whether the mean of some twins' differences is surely below 0. */
export function isSurelyBelow(differences: readonly number[], error: number): boolean {
  if (differences.length < 2) return false;
  const [lowest, highest] = [Math.min(...differences), Math.max(...differences)];
  const varies = highest - lowest > ROUNDING * Math.max(Math.abs(lowest), Math.abs(highest));
  if (!varies && differences.length < TWINS_WITHOUT_LUCK) return false;
  return meanRange(differences, 2 * error).high < 0;
}

/** One difference a twin. */
export function differencesOf(
  own: ArrayLike<number>,
  other: ArrayLike<number>,
  ids: readonly number[],
): number[] {
  const differences = Array.from(own, (x, k) => x - other[k]);
  return twinMeans(differences, ids).map(({ mean }) => mean);
}
